//! Finding and erasing what is kept of a person.
//!
//! No key holds anything personal and there is no index over addresses, so the table is read from end to end, a piece
//! at a time. Three passes: the first learns which accounts and names stand beside the address, the second finds or
//! erases what hangs on them, and the third erases what they were learned from. So whoever has to start over, at any
//! point, learns the same again. What becomes of each kind of item is [`guildhall_domain::privacy::treatment`]'s to say.

mod data;
mod dependents;
mod erase;
mod judge;
mod learn;
mod marks;
mod pseudonym;

use std::time::{Duration, Instant};

use guildhall_domain::privacy::{Fate, Holding, Known, Subject, Tie};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use pseudonym::Pseudonyms;

use crate::item::{Attributes, Reader};
use crate::keys::Key;
use crate::table::{PK, SK};
use crate::{StoreError, Table};
use marks::Marks;

/// How much is done before the caller hears of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pace {
    /// Items of one call to the table.
    rows: i32,
    /// Things found or erased.
    things: usize,
    /// Time, far below what the function may take: one thing may take several calls.
    time: Duration,
}

const PACE: Pace = Pace { rows: 250, things: 40, time: Duration::from_secs(5) };

/// What the table keeps of people.
#[derive(Debug, Clone)]
pub struct Privacy {
    table: Table,
    pace: Pace,
}

/// Which pass over the table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pass {
    /// Which accounts and names stand beside the address.
    #[default]
    Learn,
    /// What hangs on them.
    Work,
    /// What they were learned from.
    Last,
}

/// How far a search has come. Personal: it holds names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Search {
    /// The pass.
    pub pass: Pass,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<(String, String)>,
    known: Known,
}

/// Something that is kept of the person.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// What sort of thing.
    pub holding: Holding,
    /// Its id.
    pub id: String,
    /// The organisation or month that it belongs to; empty for none.
    pub about: String,
    /// How it is tied to the person.
    pub tie: Tie,
    /// What becomes of it, or has become of it.
    pub fate: Fate,
    /// What it holds of the person; nothing once it is erased.
    pub data: Value,
}

/// A piece of the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// How many items were looked at.
    pub scanned: u64,
    /// What was found, or what was done.
    pub held: Vec<Held>,
    /// Where to go on; `None` at the end.
    pub next: Option<Search>,
}

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Find,
    Erase,
}

impl Wish {
    /// The pass after a pass.
    fn after(self, pass: Pass) -> Option<Pass> {
        match (self, pass) {
            (_, Pass::Learn) => Some(Pass::Work),
            (Self::Erase, Pass::Work) => Some(Pass::Last),
            (Self::Find, Pass::Work) | (_, Pass::Last) => None,
        }
    }
}

impl Privacy {
    /// What a table keeps.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table, pace: PACE }
    }

    /// The same in smaller pieces, for whoever wants to see the seams.
    #[must_use]
    pub fn in_pieces_of(self, rows: u16) -> Self {
        Self { pace: Pace { rows: i32::from(rows), things: 1, time: Duration::ZERO }, ..self }
    }

    /// Looks for what is kept of a person, a piece at a time.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn find(&self, subject: &Subject, search: Search) -> Result<Step, StoreError> {
        self.go_on(subject, search, Wish::Find).await
    }

    /// Erases it. Whatever was erased already is not told of again.
    ///
    /// # Errors
    /// As [`Self::find`].
    pub async fn erase(&self, subject: &Subject, search: Search) -> Result<Step, StoreError> {
        self.go_on(subject, search, Wish::Erase).await
    }

    async fn go_on(&self, subject: &Subject, mut search: Search, wish: Wish) -> Result<Step, StoreError> {
        let begun = Instant::now();
        let (mut scanned, mut held) = (0, Vec::new());
        loop {
            let after = search.after.clone().map(|(pk, sk)| Key { pk, sk });
            let (items, more) = self.table.scan_after(after.as_ref(), self.pace.rows).await?;
            let count = items.len();
            for (place, item) in items.into_iter().enumerate() {
                let key = key_of(&item)?;
                self.look_at(&key, item, subject, &mut search, wish, &mut held).await?;
                search.after = Some((key.pk, key.sk));
                scanned += 1;
                let is_enough = held.len() >= self.pace.things || begun.elapsed() > self.pace.time;
                if is_enough && (more || place + 1 < count) {
                    return Ok(Step { scanned, held, next: Some(search) });
                }
            }
            if !more {
                let next = wish.after(search.pass).map(|pass| Search { pass, after: None, ..search });
                return Ok(Step { scanned, held, next });
            }
        }
    }

    async fn look_at(
        &self,
        key: &Key,
        item: Attributes,
        subject: &Subject,
        search: &mut Search,
        wish: Wish,
        held: &mut Vec<Held>,
    ) -> Result<(), StoreError> {
        let reader = Reader::new(item);
        let holding = judge::holding(&reader)?;
        let item = reader.into_attributes();
        if search.pass == Pass::Learn {
            return self.learn(holding, key, &item, subject, &mut search.known).await;
        }
        let marks = Marks { subject, known: &search.known };
        let ties = judge::ties(holding, key, &item, &marks);
        if ties.is_empty() {
            return Ok(());
        }
        match wish {
            Wish::Find => self.show(holding, key, item, &ties, &marks, held).await,
            Wish::Erase => {
                let is_last = ties.contains(&Tie::Own) && judge::is_learned_from(holding);
                if is_last != (search.pass == Pass::Last) {
                    return Ok(());
                }
                self.treat(holding, key, item, &ties, &marks, held).await
            }
        }
    }
}

fn key_of(item: &Attributes) -> Result<Key, StoreError> {
    Reader::new(item.clone()).key(|pk, sk| Some(Key { pk: pk.to_owned(), sk: sk.to_owned() }))
}

/// The text of an attribute; empty if there is none.
fn text_of<'a>(item: &'a Attributes, name: &str) -> &'a str {
    item.get(name).and_then(|value| value.as_s().ok()).map_or("", String::as_str)
}

/// The attributes that say where an item stands.
fn is_of_place(name: &str) -> bool {
    [PK, SK, crate::table::GSI1PK, crate::table::GSI1SK, crate::table::TYPE].contains(&name)
}
