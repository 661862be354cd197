//! The language that a request asks for.

use crate::policy::Language;

/// A header with more languages than this is nobody's browser's; the rest is not read.
const MOST: usize = 20;

/// The first of the interface's languages in an `Accept-Language` header, by quality and then by place;
/// `None` if it names none of them. `sv-FI` is Swedish; `*` says nothing.
#[must_use]
pub fn accepted_language(header: &str) -> Option<Language> {
    let mut best: Option<(Language, u16)> = None;
    for part in header.split(',').take(MOST) {
        let Some((language, quality)) = read(part) else { continue };
        if quality > 0 && best.is_none_or(|(_, most)| quality > most) {
            best = Some((language, quality));
        }
    }
    best.map(|(language, _)| language)
}

/// A language and its quality in thousandths; what does not read is left out.
fn read(part: &str) -> Option<(Language, u16)> {
    let mut pieces = part.split(';');
    let tag = pieces.next()?.trim();
    let primary = tag.split('-').next()?;
    let language = Language::ALL.into_iter().find(|known| primary.eq_ignore_ascii_case(known.tag()))?;
    let Some(parameter) = pieces.next() else { return Some((language, 1_000)) };
    let (name, value) = parameter.split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    quality(value.trim()).map(|quality| (language, quality))
}

/// `1`, `0.8` or `0.812`, in thousandths.
fn quality(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let thousandths = format!("{fraction:0<3}").parse::<u16>().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("sv", Some(Language::Sv))]
    #[case("vi-VN,vi;q=0.9,en;q=0.8", Some(Language::Vi))]
    #[case("en;q=0.5, SV-fi;q=0.7", Some(Language::Sv))]
    #[case("de, fr;q=0.9, sv;q=0.1", Some(Language::Sv))]
    #[case("en;q=0.8,sv;q=0.8", Some(Language::En))]
    #[case("sv;q=0, en;q=0.001", Some(Language::En))]
    #[case("sv;q=0", None)]
    #[case("sv;q=2, en;q=1.5, vi;q=0.12345", None)]
    #[case("sv;level=1", None)]
    #[case("svenska, *", None)]
    #[case("", None)]
    fn the_language_of_the_highest_quality_is_taken(
        #[case] header: &str,
        #[case] expected: Option<Language>,
    ) {
        assert_eq!(accepted_language(header), expected);
    }

    #[test]
    fn an_endless_header_is_not_read_to_its_end() {
        let header = format!("{}sv", "de,".repeat(10_000));
        assert_eq!(accepted_language(&header), None);
    }
}
