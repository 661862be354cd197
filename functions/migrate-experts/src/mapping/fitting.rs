//! Values brought into the directory's form, and what that did to them.

use guildhall_contract::fields::{FieldRule, Reader};
use guildhall_domain::migration::Outcome;
use serde_json::{Map, Value};

/// A value that says the same in another form, or is as it was.
pub(super) fn changed(old: &str, new: &str) -> Outcome {
    if old == new { Outcome::Kept } else { Outcome::Modified { old: old.into(), new: new.into() } }
}

/// What became of a value that may have come over in part, or not at all.
pub(super) fn outcome(old: &str, new: &str) -> Outcome {
    match (old.is_empty(), new.is_empty()) {
        (true, _) => Outcome::Added,
        (false, true) => Outcome::Removed { old: old.into() },
        (false, false) => changed(old, new),
    }
}

/// What came over of a list, beside what there was.
pub(super) fn outcome_of_list(old: &[String], new: &[String]) -> Outcome {
    outcome(&old.join(", "), &new.join(", "))
}

/// A text of one line, as long as there is room.
pub(super) fn line(old: Option<&str>, max: usize) -> (String, Outcome) {
    let old = old.unwrap_or_default().trim();
    let words: Vec<_> = old.split_whitespace().collect();
    let new = shortened(&without_marks(&words.join(" "), false), max);
    let outcome = outcome(old, &new);
    (new, outcome)
}

/// A text of several lines, as long as there is room.
pub(super) fn paragraph(old: Option<&str>, max: usize) -> (String, Outcome) {
    let old = old.unwrap_or_default().trim();
    let new = shortened(&without_marks(&old.replace("\r\n", "\n").replace('\r', "\n"), true), max);
    let outcome = outcome(old, &new);
    (new, outcome)
}

/// A value that passes the rule by which the partner will edit it; else what would, if the rule knows.
pub(super) fn fitting(rule: &FieldRule, text: &str) -> Result<Option<String>, Option<String>> {
    let body = Map::from_iter([(rule.name.to_owned(), Value::from(text))]);
    let mut reader = Reader::new(&body);
    let value = reader.text(rule);
    match reader.finish().into_iter().next() {
        None => Ok(value),
        Some(mut error) => Err(error.params.remove("suggestion")),
    }
}

/// The beginning of a text, cut between words if it has to be cut.
fn shortened(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let begun: String = text.chars().take(max).collect();
    let whole = begun.rsplit_once(char::is_whitespace).map(|(whole, _)| whole.trim_end());
    // One word as long as all of the room is cut within.
    whole.filter(|whole| whole.chars().count() * 2 > max).map_or(begun.clone(), str::to_owned)
}

/// A text without what the rules refuse: control characters, and those that turn the writing direction.
fn without_marks(text: &str, keeps_lines: bool) -> String {
    let fits = |letter: char| match letter {
        '\n' | '\t' => keeps_lines,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => false,
        _ => !letter.is_control(),
    };
    text.chars().filter(|letter| fits(*letter)).collect::<String>().trim().to_owned()
}
