//! What words mean, whoever is listed: the names of services, categories, industries and countries in
//! three languages, synonyms, and words that say nothing. Read once from the taxonomy and from `data/`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::choice::Choice;
use crate::endings::english_stem;
use crate::words::words;

const SYNONYMS: &str = include_str!("../data/synonyms.txt");
const STOPWORDS: &str = include_str!("../data/stopwords.txt");

/// How sure it is, in percent, that somebody who types a whole name means that choice.
const NAME: u8 = 100;
/// The same for a run of words within a name, and for a synonym.
const RUN: u8 = 90;
/// The same for a single word of a name.
const WORD: u8 = 75;

/// The lexicon; the same for every index.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// A choice, and how sure it is meant.
pub(crate) type Meaning = (Choice, u8);

/// What a phrase stands for.
#[derive(Debug, Default)]
pub(crate) struct Phrase {
    /// Choices that it means.
    pub(crate) meanings: Vec<Meaning>,
    /// Other ways to say it, each a row of words.
    pub(crate) same: Vec<Vec<String>>,
}

#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    phrases: HashMap<String, Phrase>,
    words: HashMap<String, Vec<Meaning>>,
    stopwords: HashSet<String>,
    longest: usize,
}

impl Lexicon {
    /// The phrase that these words are, whatever their English endings.
    pub(crate) fn phrase(&self, words: &[&str]) -> Option<&Phrase> {
        self.phrases.get(&key(words))
    }

    /// How many words the longest phrase has.
    pub(crate) fn longest_phrase(&self) -> usize {
        self.longest
    }

    /// Every single word with a meaning, so that typos and unfinished words find it too.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, &[Meaning])> {
        self.words.iter().map(|(word, meanings)| (word.as_str(), meanings.as_slice()))
    }

    /// Whether a word says nothing.
    pub(crate) fn is_stopword(&self, word: &str) -> bool {
        self.stopwords.contains(word)
    }

    fn read() -> Self {
        let mut lexicon = Self::default();
        for line in lines(STOPWORDS) {
            lexicon.stopwords.extend(line.split(' ').flat_map(row));
        }
        for (choice, names) in Choice::with_names() {
            names.iter().for_each(|name| lexicon.add_name(choice, &row(name)));
        }
        for line in lines(SYNONYMS) {
            let (target, phrases) = line.split_once(':').unwrap_or_default();
            let phrases: Vec<_> = phrases.split(',').map(row).filter(|row| !row.is_empty()).collect();
            match target.split_once(' ').and_then(|(group, slug)| Choice::by_name(group, slug)) {
                Some(choice) => phrases.iter().for_each(|phrase| lexicon.add_synonym(choice, phrase)),
                None => lexicon.add_same(&phrases),
            }
        }
        lexicon
    }

    /// A name is a phrase, and so is every run of words in it that says something.
    fn add_name(&mut self, choice: Choice, name: &[String]) {
        self.add_phrase(name, (choice, NAME));
        for start in 0..name.len() {
            for end in start + 2..=name.len() {
                let says_something = |word: &String| !self.stopwords.contains(word);
                if name[start..end].iter().filter(|word| says_something(word)).count() > 1 {
                    self.add_phrase(&name[start..end], (choice, RUN));
                }
            }
        }
        for word in name {
            self.add_word(word, (choice, if name.len() == 1 { NAME } else { WORD }));
        }
    }

    fn add_synonym(&mut self, choice: Choice, phrase: &[String]) {
        self.add_phrase(phrase, (choice, RUN));
        if let [word] = phrase {
            self.add_word(word, (choice, RUN));
        }
    }

    fn add_same(&mut self, phrases: &[Vec<String>]) {
        for phrase in phrases {
            let others = phrases.iter().filter(|other| *other != phrase).cloned();
            self.longest = self.longest.max(phrase.len());
            self.phrases.entry(key(phrase)).or_default().same.extend(others);
        }
    }

    fn add_phrase(&mut self, phrase: &[String], meaning: Meaning) {
        self.longest = self.longest.max(phrase.len());
        surest(&mut self.phrases.entry(key(phrase)).or_default().meanings, meaning);
    }

    fn add_word(&mut self, word: &str, meaning: Meaning) {
        if !self.stopwords.contains(word) {
            surest(self.words.entry(word.to_owned()).or_default(), meaning);
        }
    }
}

fn surest(meanings: &mut Vec<Meaning>, (choice, sure): Meaning) {
    match meanings.iter_mut().find(|(known, _)| *known == choice) {
        Some((_, known)) => *known = sure.max(*known),
        None => meanings.push((choice, sure)),
    }
}

fn key(words: &[impl AsRef<str>]) -> String {
    let mut key = String::new();
    for word in words {
        key.push_str(&english_stem(word.as_ref()));
        key.push(' ');
    }
    key
}

fn row(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.whole).collect()
}

/// The lines of a data file that are not remarks.
pub(crate) fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests;
