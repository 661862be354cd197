//! Whatever is typed, and whatever profiles say: an answer, and never a panic.

mod shared;

use guildhall_domain::directory::DirectoryRow;
use guildhall_search::{Answering, Index};
use proptest::prelude::*;
use rstest::rstest;

use shared::{partner, shared, text};

/// Letters of many scripts, marks that combine, joints, emoji, marks of direction, and much that is neither.
fn odd_text() -> impl Strategy<Value = String> {
    let odd = "[a-zåđ ’'\\-\u{2011}\u{300}-\u{36f}\u{5d0}-\u{5ea}\u{627}-\u{64a}\u{200e}-\u{202e}一-三😀-😎👩\u{200d}0-9]{0,200}";
    prop_oneof![odd, "\\PC{0,200}", prop::string::string_regex(".{0,200}").expect("a pattern")]
}

proptest! {
    #[test]
    fn any_text_has_an_answer(typed in odd_text(), name in odd_text(), bio in odd_text()) {
        let rows = [DirectoryRow { name: name.clone(), bio, ..partner("odd") }, partner("plain")];
        let mut index = Index::build(shared(&rows));
        let results = index.search(&text(&typed), 16);
        prop_assert!(results.total <= 2);

        // A partner is found by its own name, unless the name is longer than anybody types.
        let by_name = index.search(&text(&name), 16);
        prop_assert!(by_name.answering != Answering::NoWords, "{name:?}");
        prop_assert!(by_name.hits.iter().any(|hit| hit.row.handle.as_str() == "odd"));

        index.upsert(std::sync::Arc::new(partner("odd")));
        prop_assert!(index.remove(&rows[0].handle));
        prop_assert_eq!(index.search(&text(""), 16).total, 1);
    }
}

#[rstest]
#[case(&"å".repeat(200))]
#[case(&"a ".repeat(100))]
#[case(&"e\u{301}\u{302}\u{303}".repeat(50))]
#[case("\u{301}\u{302}")]
#[case("שלום עולם")]
#[case("\u{202e}seo")]
#[case("👩‍👩‍👧‍👦")]
#[case("<script>alert(1)</script>")]
#[case("' OR 1=1 --")]
fn odd_texts_have_an_answer(#[case] typed: &str) {
    let index = Index::build(shared(&[partner("one")]));
    assert!(index.search(&text(typed), 16).total <= 1);
    assert_eq!(Index::default().search(&text(typed), 16).total, 0);
}
