//! The interface in English, Swedish and Vietnamese.
//!
//! The texts live in `locales/<language>/<section>.json`; the build makes one function of each key
//! and fails when a language lacks it. So `texts::leads::title` is checked like any other name:
//! as a child or an attribute it follows the language (`<h1>{texts::leads::title}</h1>`), with
//! values it is called inside a closure (`{move || texts::list::showing(&from, &to, &total)}`).
//! Words that are part of the policy (statuses, reasons, what to expect next) come from
//! `guildhall_domain::policy` instead, through [`words`].

mod choice;
mod fill;

pub use choice::{guess, language, set_language, start};
use fill::{fill, plural};
use guildhall_domain::policy::{Language, Words};

/// All texts of the interface, one function each; those without values are pointers of one type.
pub mod texts {
    use super::{choose, fill, plural};

    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// A text of the policy table in the reader's language. Follows the language when called in a view.
#[must_use]
pub fn words(words: &Words) -> &'static str {
    words.text(language())
}

/// What a language calls itself.
#[must_use]
pub fn own_name(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::Sv => "Svenska",
        Language::Vi => "Tiếng Việt",
    }
}

fn choose<T: Copy>(texts: [T; 3]) -> T {
    let [en, sv, vi] = texts;
    match language() {
        Language::En => en,
        Language::Sv => sv,
        Language::Vi => vi,
    }
}
