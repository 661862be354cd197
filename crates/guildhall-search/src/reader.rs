use std::collections::HashMap;
use std::ops::Range;

use guildhall_domain::directory::DirectoryRow;

use crate::field::Field;
use crate::vocabulary::{Vocabulary, WordId};
use crate::words::{each_form, pieces};

/// Reads the words of rows. It remembers the pieces that it has read, so that reading many rows folds each
/// piece once.
#[derive(Default)]
pub(crate) struct Reader {
    /// Where in `read` the words of a piece stand.
    pieces: HashMap<Box<str>, Range<u32>>,
    read: Vec<WordId>,
}

impl Reader {
    /// The words of a row, each once, with the weightiest of its fields.
    pub(crate) fn words_of(
        &mut self,
        row: &DirectoryRow,
        vocabulary: &mut Vocabulary,
    ) -> Vec<(WordId, Field)> {
        let mut words: Vec<(WordId, Field)> = Vec::new();
        for field in Field::ALL {
            for piece in field.texts(row).flat_map(pieces) {
                words.extend(self.piece(piece, vocabulary).iter().map(|word| (*word, field)));
            }
        }
        // Fields come weightiest first, and the sort keeps that within a word.
        words.sort_by_key(|(word, _)| *word);
        words.dedup_by_key(|(word, _)| *word);
        words
    }

    fn piece(&mut self, piece: &str, vocabulary: &mut Vocabulary) -> &[WordId] {
        let Range { start, end } = match self.pieces.get(piece) {
            Some(known) => known.clone(),
            None => {
                let start = self.count();
                each_form(piece, |form| self.read.push(vocabulary.id(form)));
                self.pieces.insert(piece.into(), start..self.count());
                start..self.count()
            }
        };
        &self.read[start as usize..end as usize]
    }

    fn count(&self) -> u32 {
        u32::try_from(self.read.len()).unwrap_or(u32::MAX)
    }
}
