//! Which language the reader wants, kept in this browser.

use guildhall_domain::policy::Language;
use guildhall_pages::i18n::speak;

use crate::browser;

const KEPT_AS: &str = "guildhall.language";

/// Changes the language and keeps the choice in this browser.
pub fn set_language(language: Language) {
    browser::keep(KEPT_AS, language.tag());
    apply(language);
}

/// Takes the kept language, or else the first of the browser's languages that Guildhall speaks.
pub fn start() {
    let kept = browser::kept(KEPT_AS).and_then(|tag| by_tag(&tag));
    apply(kept.unwrap_or_else(|| guess(&browser::languages())));
}

/// Speaks the language of an address. Nobody chose it, so it is not kept; [`start`] goes back to what was.
pub fn speak_here(language: Language) {
    apply(language);
}

fn apply(language: Language) {
    browser::set_document_language(language.tag());
    speak(language);
}

/// The first language of a list of BCP 47 tags that Guildhall speaks; English if none is.
#[must_use]
pub fn guess<T: AsRef<str>>(tags: &[T]) -> Language {
    tags.iter().find_map(|tag| by_tag(tag.as_ref())).unwrap_or_default()
}

fn by_tag(tag: &str) -> Option<Language> {
    let primary = tag.split('-').next().unwrap_or(tag);
    Language::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_guildhall_speaks_is_taken() {
        assert_eq!(guess(&["de-AT", "sv-FI", "en"]), Language::Sv);
        assert_eq!(guess(&["vi"]), Language::Vi);
    }

    #[test]
    fn a_reader_of_other_languages_gets_english() {
        assert_eq!(guess(&["de", "svx"]), Language::En);
        assert_eq!(guess::<&str>(&[]), Language::En);
    }
}
