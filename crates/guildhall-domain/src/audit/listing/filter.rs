use std::collections::BTreeMap;

use chrono::NaiveDate;
use memchr::memmem::Finder;
use serde::Serialize;

use super::AuditRow;
use crate::audit::{AuditAct, SubjectKind};
use crate::ids::{OrgId, UserId};
use crate::text::fold;

/// What the log is narrowed to: any of the choices within a group, all groups together. An empty group
/// narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct AuditFilter {
    /// Any of these acts.
    pub acts: Vec<AuditAct>,
    /// By any of these people.
    pub people: Vec<UserId>,
    /// About any of these sorts of things.
    pub subjects: Vec<SubjectKind>,
    /// Concerning any of these organisations.
    pub organisations: Vec<OrgId>,
    /// Done on this day (UTC) or later.
    pub from: Option<NaiveDate>,
    /// Done on this day (UTC) or earlier.
    pub to: Option<NaiveDate>,
    /// Words that must all occur in the names and ids, the detail or the note.
    pub search: String,
}

/// How often each act was done, whatever acts are chosen; what was never done is not there.
pub type ActCounts = BTreeMap<AuditAct, usize>;

impl AuditFilter {
    /// The rows that pass, and the counts around them, in one pass.
    pub fn narrow<'a>(&self, rows: impl Iterator<Item = &'a AuditRow>) -> (Vec<&'a AuditRow>, ActCounts) {
        let words: Vec<_> =
            self.search.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
        let finders: Vec<_> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
        let mut counts = ActCounts::new();
        let mut passing = Vec::new();
        for row in rows {
            if !self.passes(row) || !finders.iter().all(|finder| finder.find(row.searched()).is_some()) {
                continue;
            }
            *counts.entry(row.entry.act).or_default() += 1;
            if self.acts.is_empty() || self.acts.contains(&row.entry.act) {
                passing.push(row);
            }
        }
        (passing, counts)
    }

    /// Everything but search and acts.
    fn passes(&self, row: &AuditRow) -> bool {
        let entry = &row.entry;
        let day = entry.at.date_naive();
        let organisation = entry.organisation.as_ref().map(|organisation| &organisation.id);
        (self.people.is_empty() || self.people.contains(&entry.by.id))
            && (self.subjects.is_empty() || self.subjects.contains(&entry.subject.kind))
            && (self.organisations.is_empty()
                || organisation.is_some_and(|is| self.organisations.contains(is)))
            && self.from.is_none_or(|from| day >= from)
            && self.to.is_none_or(|to| day <= to)
    }
}
