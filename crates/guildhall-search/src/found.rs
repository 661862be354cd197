//! What a text finds, and how well each partner answers it.

use fixedbitset::FixedBitSet;
use guildhall_domain::policy::ranking::RELEVANCE;

use crate::choice::Choice;
use crate::field::CHOICE_WEIGHT;
use crate::sets::Sets;
use crate::typed::{Clause, Typed, clauses};
use crate::vocabulary::{Answer, Vocabulary};

/// How the results answer the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answering {
    /// Nothing was typed: everybody is a result.
    Nothing,
    /// Every result has every word.
    AllWords,
    /// Nobody has every word. The results have as many as anybody has: at least half of them.
    MostWords {
        /// So many.
        matched: usize,
        /// Of so many.
        of: usize,
    },
    /// Nobody has even half of the words: there is no result.
    NoWords,
}

/// Points of partners by place, in percent; none for those who do not answer.
type Points = Vec<u8>;

/// What a text finds.
pub(crate) struct Found {
    pub(crate) set: FixedBitSet,
    pub(crate) answering: Answering,
    /// The sum over all clauses; empty if nothing was typed.
    points: Vec<u16>,
    clauses: u32,
}

impl Found {
    /// Looks a text up.
    pub(crate) fn new(text: &str, vocabulary: &Vocabulary, sets: &Sets) -> Self {
        let clauses = clauses(text);
        if clauses.is_empty() {
            let set = sets.listed().clone();
            return Self { set, answering: Answering::Nothing, points: Vec::new(), clauses: 0 };
        }
        let places = sets.listed().len();
        let (mut points, mut answered) = (vec![0_u16; places], vec![0_u8; places]);
        for clause in &clauses {
            let answer = Lookup { vocabulary, sets, places }.clause(clause);
            for ((sum, count), more) in points.iter_mut().zip(&mut answered).zip(answer) {
                *sum += u16::from(more);
                *count += u8::from(more > 0);
            }
        }
        let best = usize::from(answered.iter().copied().max().unwrap_or(0));
        let answering = match best {
            best if best == clauses.len() => Answering::AllWords,
            best if best > 0 && best * 2 >= clauses.len() => {
                Answering::MostWords { matched: best, of: clauses.len() }
            }
            _ => Answering::NoWords,
        };
        let mut set = FixedBitSet::with_capacity(places);
        if answering != Answering::NoWords {
            let fits = |(_, count): &(usize, &u8)| usize::from(**count) == best;
            answered.iter().enumerate().filter(fits).for_each(|(place, _)| set.insert(place));
        }
        Self { set, answering, points, clauses: u32::try_from(clauses.len()).unwrap_or(u32::MAX) }
    }

    /// A partner's points for the text, at most [`RELEVANCE`].
    pub(crate) fn relevance(&self, place: usize) -> u32 {
        self.points.get(place).map_or(0, |points| u32::from(*points) * RELEVANCE / (100 * self.clauses))
    }
}

struct Lookup<'a> {
    vocabulary: &'a Vocabulary,
    sets: &'a Sets,
    places: usize,
}

impl Lookup<'_> {
    fn clause(&self, clause: &Clause) -> Points {
        let mut points = vec![0; self.places];
        for (choice, sure) in &clause.meanings {
            self.put_choice(*choice, percent(CHOICE_WEIGHT, *sure), &mut points);
        }
        for row in &clause.rows {
            self.put_row(row, &mut points);
        }
        if let Some(typed) = &clause.word {
            self.put_word(typed, &mut points);
        }
        points
    }

    /// A word is taken for a slip only if nothing is found for it as it stands: whoever types a name right
    /// does not want its neighbours.
    fn put_word(&self, typed: &Typed, points: &mut [u8]) {
        self.put_answers(&self.vocabulary.family(&typed.text), points);
        if typed.is_unfinished {
            self.put_answers(&self.vocabulary.beginning_with(&typed.text), points);
        }
        if points.iter().all(|points| *points == 0) {
            self.put_answers(&self.vocabulary.misspelt(&typed.text, typed.is_unfinished), points);
        }
    }

    /// A row is answered as well as its worst word.
    fn put_row(&self, row: &[String], points: &mut [u8]) {
        let answer = |word: &String| {
            let mut points = vec![0; self.places];
            self.put_answers(&self.vocabulary.family(word), &mut points);
            points
        };
        let worst = row.iter().map(answer).reduce(|mut worst: Points, next| {
            worst.iter_mut().zip(next).for_each(|(worst, next)| *worst = next.min(*worst));
            worst
        });
        for (points, row) in points.iter_mut().zip(worst.unwrap_or_default()) {
            *points = row.max(*points);
        }
    }

    fn put_answers(&self, answers: &[Answer], points: &mut [u8]) {
        let mut meant: Vec<(Choice, u8)> = Vec::new();
        for answer in answers {
            for (place, field) in self.vocabulary.postings(answer.word) {
                let points = &mut points[place as usize];
                *points = percent(field.weight(), answer.quality).max(*points);
            }
            for (choice, sure) in self.vocabulary.meanings(answer.word) {
                let worth = percent(percent(CHOICE_WEIGHT, *sure), answer.quality);
                match meant.iter_mut().find(|(known, _)| known == choice) {
                    Some((_, known)) => *known = worth.max(*known),
                    None => meant.push((*choice, worth)),
                }
            }
        }
        meant.into_iter().for_each(|(choice, worth)| self.put_choice(choice, worth, points));
    }

    fn put_choice(&self, choice: Choice, worth: u8, points: &mut [u8]) {
        for place in self.sets.of(choice).ones() {
            points[place] = worth.max(points[place]);
        }
    }
}

fn percent(whole: u8, percent: u8) -> u8 {
    u8::try_from(u16::from(whole) * u16::from(percent) / 100).unwrap_or(u8::MAX)
}
