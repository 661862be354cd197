//! English, Swedish and Vietnamese: the language that is spoken, and the texts of the public pages.
//!
//! The texts live in `locales/<language>/<section>.json`; the build makes one function of each key and fails when a
//! language lacks it (see `guildhall_locales`).

mod fill;

pub use fill::{fill, plural};
use guildhall_domain::policy::{Language, Words};
use leptos::prelude::*;

/// All texts of the public pages, one function each; those without values are pointers of one type.
pub mod texts {
    use super::{choose, fill, plural};

    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

thread_local! {
    static LANGUAGE: ArcRwSignal<Language> = ArcRwSignal::new(Language::En);
}

/// The language that is spoken. Read inside a view it is followed.
#[must_use]
pub fn language() -> Language {
    LANGUAGE.with(ArcRwSignal::get)
}

/// Speaks another language from now on.
pub fn speak(language: Language) {
    LANGUAGE.with(|signal| signal.set(language));
}

/// Speaks a language while `work` is done, on this thread only: how a page is made on a server.
pub fn in_language<T>(language: Language, work: impl FnOnce() -> T) -> T {
    let before = LANGUAGE.with(ArcRwSignal::get_untracked);
    speak(language);
    let made = work();
    speak(before);
    made
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

/// One of three, by the language that is spoken.
pub fn choose<T: Copy>(texts: [T; 3]) -> T {
    let [en, sv, vi] = texts;
    match language() {
        Language::En => en,
        Language::Sv => sv,
        Language::Vi => vi,
    }
}
