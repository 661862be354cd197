use guildhall_domain::country::Country;
use leptos::prelude::*;

use crate::format;
use crate::i18n::texts;

/// The name of the country of a code.
pub(crate) fn country(code: &str) -> String {
    code.parse().map_or_else(|_| code.to_owned(), |country: Country| format::country(country))
}

/// `Gothenburg, Sweden`, or the country alone.
pub(crate) fn place(city: &str, code: &str) -> String {
    match city.trim() {
        "" => country(code),
        city => texts::partner::place(city, &country(code)),
    }
}

/// What a person wrote in paragraphs, as text.
pub(crate) fn paragraphs(text: &str) -> AnyView {
    let paragraphs = text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    paragraphs.map(|paragraph| view! { <p>{paragraph.to_owned()}</p> }).collect_view().into_any()
}

/// A link out of the directory, which is not vouched for. Whatever is not a web address stays text.
pub(crate) fn web_link(url: &str, text: String) -> AnyView {
    if !is_web(url) {
        return view! { <span>{text}</span> }.into_any();
    }
    view! {
        <a href=url.trim().to_owned() rel="noopener nofollow ugc">
            {text}
        </a>
    }
    .into_any()
}

/// `almgren.example/work` of `https://www.almgren.example/work/`.
pub(crate) fn without_scheme(url: &str) -> String {
    let url = url.trim();
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.trim_start_matches("www.").trim_end_matches('/').to_owned()
}

pub(crate) fn is_web(url: &str) -> bool {
    let scheme = url.trim().split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_linked_to() {
        assert!(is_web("https://a.example") && is_web("HTTP://a.example"));
        for url in
            ["javascript:alert(1)", "javascript://a.example/%0aalert(1)", "data:text/html,x", "a.example", ""]
        {
            assert!(!is_web(url), "{url}");
        }
    }

    #[test]
    fn an_address_is_shown_without_what_nobody_says() {
        assert_eq!(without_scheme("https://www.almgren.example/"), "almgren.example");
        assert_eq!(without_scheme("http://a.example/work"), "a.example/work");
    }
}
