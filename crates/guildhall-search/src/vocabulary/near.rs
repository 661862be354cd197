//! Words that are spelt nearly like a typed one. A transducer holds most words in order and is walked together with
//! an automaton that takes a word and its slips; words that are newer than the transducer are tried one by one.

use std::sync::LazyLock;

use fst::automaton::{Automaton, Str};
use fst::{IntoStreamer, Map, MapBuilder, Streamer};
use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder};

use super::{Answer, Word, WordId, quality};

/// With so many newer words the transducer is built again. Trying a word costs some 50 ns, building with
/// 300,000 words some 100 ms.
const MOST_NEW: usize = 4_096;
/// From how many letters a word may have one slip.
const LETTERS_FOR_ONE: usize = 4;
/// From how many letters it may have two.
const LETTERS_FOR_TWO: usize = 8;
/// Longer words are names of nothing; their automata would be large.
const MOST_LETTERS: usize = 24;

/// Two letters in the wrong order are one slip.
static ONE_SLIP: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
static TWO_SLIPS: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));

#[derive(Debug, Clone, Default)]
pub(super) struct Near {
    /// The words in order, as far as `settled`.
    map: Map<Vec<u8>>,
    settled: usize,
}

impl Near {
    /// Takes new words into the transducer if they are many.
    pub(super) fn settle(&mut self, words: &[Word]) {
        if words.len() - self.settled < MOST_NEW.min(words.len() / 4 + 1) {
            return;
        }
        let mut sorted: Vec<_> = (0_u64..).zip(words).map(|(id, word)| (word.text.as_ref(), id)).collect();
        sorted.sort_unstable();
        let mut builder = MapBuilder::memory();
        let inserted = sorted.into_iter().try_for_each(|(word, id)| builder.insert(word, id));
        self.map = inserted
            .map(|()| builder.into_map())
            .expect("words are in order, none is there twice, and memory does not fail");
        self.settled = words.len();
    }

    pub(super) fn beginning_with(&self, words: &[Word], typed: &str) -> Vec<WordId> {
        let mut found = self.walk(Str::new(typed).starts_with());
        found.extend(self.new_words(words).filter(|(word, _)| word.starts_with(typed)).map(|(_, id)| id));
        found
    }

    pub(super) fn misspelt(&self, words: &[Word], typed: &str, is_unfinished: bool) -> Vec<Answer> {
        let builder = match typed.chars().count() {
            LETTERS_FOR_ONE..LETTERS_FOR_TWO => &ONE_SLIP,
            LETTERS_FOR_TWO..=MOST_LETTERS => &TWO_SLIPS,
            _ => return Vec::new(),
        };
        let automaton =
            if is_unfinished { builder.build_prefix_dfa(typed) } else { builder.build_dfa(typed) };
        let mut found = self.walk(&automaton);
        let is_near = |word: &str| matches!(automaton.eval(word), Distance::Exact(_));
        found.extend(self.new_words(words).filter(|(word, _)| is_near(word)).map(|(_, id)| id));
        found.into_iter().map(|word| answer(words, word, &automaton)).collect()
    }

    fn walk(&self, automaton: impl Automaton) -> Vec<WordId> {
        let mut found = Vec::new();
        let mut stream = self.map.search(automaton).into_stream();
        while let Some((_, id)) = stream.next() {
            found.push(WordId(u32::try_from(id).unwrap_or(u32::MAX)));
        }
        found
    }

    fn new_words<'a>(&self, words: &'a [Word]) -> impl Iterator<Item = (&'a str, WordId)> {
        (0_u32..).zip(words).skip(self.settled).map(|(id, word)| (word.text.as_ref(), WordId(id)))
    }
}

fn answer(words: &[Word], word: WordId, automaton: &DFA) -> Answer {
    let quality = match automaton.eval(words[word.0 as usize].text.as_ref()) {
        Distance::Exact(0) => quality::UNFINISHED,
        Distance::Exact(1) => quality::ONE_SLIP,
        Distance::Exact(_) | Distance::AtLeast(_) => quality::TWO_SLIPS,
    };
    Answer { word, quality }
}
