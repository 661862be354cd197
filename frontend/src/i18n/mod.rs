//! The interface in English, Swedish and Vietnamese.
//!
//! The texts live in `locales/<language>/<section>.json`; the build makes one function of each key
//! and fails when a language lacks it. So `texts::leads::title` is checked like any other name:
//! as a child or an attribute it follows the language (`<h1>{texts::leads::title}</h1>`), with
//! values it is called inside a closure (`{move || texts::list::showing(&from, &to, &total)}`).
//! Words that are part of the policy (statuses, reasons, what to expect next) come from
//! `guildhall_domain::policy` instead, through [`words`]. Texts of the public pages, and the language itself,
//! are in `guildhall_pages::i18n`, which pages made on the server share.

mod choice;

pub use choice::{guess, set_language, speak_here, start};
use guildhall_pages::i18n::{choose, fill, plural};
pub use guildhall_pages::i18n::{language, own_name, words};

/// A text that is read in the reader's language each time it is shown.
pub type Text = fn() -> &'static str;

/// All texts of the interface, one function each; those without values are pointers of one type.
pub mod texts {
    use super::{choose, fill, plural};

    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}
