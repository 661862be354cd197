//! How deep headings are.

use guildhall_domain::policy::Language;
use guildhall_pages::{Page, ProfilePage};
use leptos::prelude::*;

use crate::{between, render, sample};

/// The levels of the headings of a part, from the top.
fn levels(html: &str) -> Vec<u32> {
    let tags = html.split("<h").skip(1);
    tags.filter_map(|tag| tag.chars().next().and_then(|level| level.to_digit(10))).collect()
}

#[test]
fn a_profile_has_one_heading_of_its_own_and_skips_no_level() {
    let (profile, reviews) = (sample::profile(128), sample::reviews());
    let document = render(&Page::Profile(&profile, &reviews), Language::En);
    let levels = levels(between(&document, "<main", "</main>"));
    assert_eq!(levels[0], 1);
    assert!(levels[1..].iter().all(|level| *level > 1), "{levels:?}");
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

#[test]
fn inside_another_page_a_profile_begins_one_level_deeper() {
    let (profile, reviews) = (sample::profile(128), sample::reviews());
    let alone = render(&Page::Profile(&profile, &reviews), Language::En);
    let inside =
        Owner::new().with(|| view! { <ProfilePage profile=profile reviews=reviews inside=true /> }.to_html());
    let deeper: Vec<u32> =
        levels(between(&alone, "<main", "</main>")).into_iter().map(|level| level + 1).collect();
    assert_eq!(levels(&inside), deeper);
    assert!(!inside.contains("tabindex=\"-1\""), "the page around it takes the focus");
}
