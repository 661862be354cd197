use std::collections::HashMap;

use guildhall_domain::directory::DirectoryRow;

use crate::field::Field;
use crate::vocabulary::{Vocabulary, WordId};
use crate::words::{each_form, pieces};

/// Reads the words of rows. It remembers the pieces that it has read, so that reading many rows folds each
/// piece once.
#[derive(Default)]
pub(crate) struct Reader {
    pieces: HashMap<Box<str>, Vec<WordId>>,
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
        if !self.pieces.contains_key(piece) {
            let mut words = Vec::new();
            each_form(piece, |form| words.push(vocabulary.id(form)));
            self.pieces.insert(piece.into(), words);
        }
        self.pieces.get(piece).map_or(&[], Vec::as_slice)
    }
}
