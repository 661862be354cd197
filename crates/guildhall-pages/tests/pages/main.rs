//! The public pages as files: what they say to people and to machines, and what they weigh.

#![cfg(feature = "ssr")]

mod headings;
mod hostile;
mod machines;
mod people;
#[allow(dead_code, unreachable_pub, reason = "the preview uses it too")]
mod sample;
mod weight;

use guildhall_domain::policy::Language;
use guildhall_pages::{Page, Site, server};

fn site() -> Site {
    Site::new("https://guildhall.example/")
}

fn render(page: &Page<'_>, language: Language) -> String {
    server::render(page, language, &site()).expect("the page has an address")
}

/// What stands between the first `from` and the `to` after it.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    rest.split_once(to).unwrap_or_else(|| panic!("no {to} after {from}")).0
}
