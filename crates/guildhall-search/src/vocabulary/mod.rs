//! The words of all profiles: which profiles have them, and which words are near a typed one.

mod near;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::compounds;
use crate::endings::{stems, swedish_stem};
use crate::field::Field;
use crate::lexicon::{LEXICON, Meaning};
use near::Near;

/// A word's place in the vocabulary. Words stay when their last profile goes: their places are kept by others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(u32);

/// A profile's place in the index.
pub(crate) type Place = u32;

/// That a profile has a word, in which field: the weightiest, if in several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Posting(u32);

impl Posting {
    fn new(place: Place, field: Field) -> Self {
        Self(place << Field::BITS | field.bits())
    }

    fn place(self) -> Place {
        self.0 >> Field::BITS
    }

    fn field(self) -> Field {
        Field::of_bits(self.0)
    }
}

#[derive(Debug, Clone)]
struct Word {
    text: Box<str>,
    /// In the order of places.
    postings: Vec<Posting>,
}

/// A word that answers a typed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) word: WordId,
    /// How well, in percent.
    pub(crate) quality: u8,
}

/// How well a word answers, in percent.
pub(crate) mod quality {
    pub(crate) const SAME: u8 = 100;
    pub(crate) const OTHER_ENDING: u8 = 90;
    pub(crate) const IN_COMPOUND: u8 = 80;
    pub(crate) const UNFINISHED: u8 = 75;
    pub(crate) const ONE_SLIP: u8 = 60;
    pub(crate) const TWO_SLIPS: u8 = 40;
}

#[derive(Debug, Clone)]
pub(crate) struct Vocabulary {
    words: Vec<Word>,
    ids: HashMap<Box<str>, WordId>,
    /// Words by a stem that differs from them.
    by_stem: HashMap<Box<str>, Vec<WordId>>,
    /// Swedish compounds by the stem of a part.
    by_part: HashMap<Box<str>, Vec<WordId>>,
    meanings: HashMap<WordId, &'static [Meaning]>,
    near: Near,
}

impl Vocabulary {
    /// The words that mean something whoever is listed.
    pub(crate) fn new() -> Self {
        static KNOWN: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::of_the_lexicon);
        KNOWN.clone()
    }

    fn of_the_lexicon() -> Self {
        let mut vocabulary = Self {
            words: Vec::new(),
            ids: HashMap::new(),
            by_stem: HashMap::new(),
            by_part: HashMap::new(),
            meanings: HashMap::new(),
            near: Near::default(),
        };
        for (word, meanings) in LEXICON.words() {
            let id = vocabulary.id(word);
            vocabulary.meanings.insert(id, meanings);
        }
        vocabulary.settle();
        vocabulary
    }

    /// The word's place, new if need be.
    pub(crate) fn id(&mut self, text: &str) -> WordId {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id = WordId(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        for stem in stems(text) {
            self.by_stem.entry(stem.into()).or_default().push(id);
        }
        for part in compounds::parts(text).into_iter().filter(|part| part.len() > 2) {
            self.by_part.entry((*swedish_stem(part)).into()).or_default().push(id);
        }
        self.ids.insert(text.into(), id);
        self.words.push(Word { text: text.into(), postings: Vec::new() });
        id
    }

    /// Notes that a profile has a word.
    pub(crate) fn add(&mut self, word: WordId, place: Place, field: Field) {
        let postings = &mut self.words[word.0 as usize].postings;
        let new = Posting::new(place, field);
        if postings.last().is_none_or(|last| last.place() < place) {
            return postings.push(new);
        }
        let at = postings.partition_point(|posting| posting.place() < place);
        postings.insert(at, new);
    }

    /// Forgets that a profile has a word.
    pub(crate) fn remove(&mut self, word: WordId, place: Place) {
        let postings = &mut self.words[word.0 as usize].postings;
        let at = postings.partition_point(|posting| posting.place() < place);
        if postings.get(at).is_some_and(|posting| posting.place() == place) {
            postings.remove(at);
        }
    }

    /// Readies the search for near words; cheap unless many words are new.
    pub(crate) fn settle(&mut self) {
        self.near.settle(&self.words);
    }

    /// The profiles that have a word.
    pub(crate) fn postings(&self, word: WordId) -> impl Iterator<Item = (Place, Field)> {
        self.words[word.0 as usize].postings.iter().map(|posting| (posting.place(), posting.field()))
    }

    /// What a word means, whoever is listed.
    pub(crate) fn meanings(&self, word: WordId) -> &'static [Meaning] {
        self.meanings.get(&word).copied().unwrap_or_default()
    }

    /// The word itself, words with its stem, and compounds with it.
    pub(crate) fn family(&self, typed: &str) -> Vec<Answer> {
        let mut answers = Vec::new();
        let mut add = |words: &[WordId], quality| {
            answers.extend(words.iter().map(|word| Answer { word: *word, quality }));
        };
        let known = |stem: &str| self.ids.get(stem).copied();
        let siblings = |stem: &str| self.by_stem.get(stem).map_or(&[][..], Vec::as_slice);
        add(known(typed).as_slice(), quality::SAME);
        add(siblings(typed), quality::OTHER_ENDING);
        for stem in stems(typed) {
            add(known(&stem).as_slice(), quality::OTHER_ENDING);
            add(siblings(&stem), quality::OTHER_ENDING);
        }
        if let Some(compounds) = self.by_part.get(&*swedish_stem(typed)) {
            add(compounds, quality::IN_COMPOUND);
        }
        answers
    }

    /// Words that begin with what was typed.
    pub(crate) fn beginning_with(&self, typed: &str) -> Vec<Answer> {
        let words = self.near.beginning_with(&self.words, typed);
        words.into_iter().map(|word| Answer { word, quality: quality::UNFINISHED }).collect()
    }

    /// Words that are one slip away, or two in a longer word; or that begin so, for a word that is still
    /// being typed.
    pub(crate) fn misspelt(&self, typed: &str, is_unfinished: bool) -> Vec<Answer> {
        self.near.misspelt(&self.words, typed, is_unfinished)
    }
}
