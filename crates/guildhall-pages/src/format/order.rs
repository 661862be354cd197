use guildhall_domain::policy::Language;
use guildhall_domain::text::fold;

use crate::i18n::language;

/// What names are sorted by: accents aside, except where the alphabet has them as letters of their own. `{` comes after every letter.
#[must_use]
pub fn sort_key(name: &str) -> String {
    let lower = name.to_lowercase();
    match language() {
        Language::En => fold(&lower),
        Language::Sv => fold(&lower.replace('å', "{1").replace('ä', "{2").replace('ö', "{3")),
        Language::Vi => fold(&lower.replace('đ', "d{")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::in_language;

    fn sorted(language: Language, mut names: Vec<&str>) -> Vec<&str> {
        in_language(language, || names.sort_by_cached_key(|name| sort_key(name)));
        names
    }

    #[test]
    fn each_alphabet_has_its_own_order() {
        assert_eq!(sorted(Language::En, vec!["Zambia", "Åland", "Angola"]), ["Åland", "Angola", "Zambia"]);
        assert_eq!(
            sorted(Language::Sv, vec!["Österrike", "Åland", "Zambia"]),
            ["Zambia", "Åland", "Österrike"]
        );
        assert_eq!(sorted(Language::Vi, vec!["Đức", "Ấn Độ", "Dominica"]), ["Ấn Độ", "Dominica", "Đức"]);
    }
}
