//! The build refuses locale files that do not say the same things in every language.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use guildhall_locales::{LANGUAGES, Sections, read};

/// Reads one section, given as one text for each language.
fn section(name: &str, texts: [&str; 3]) -> Result<Sections, Vec<String>> {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (language, text) in LANGUAGES.iter().zip(texts) {
        fs::create_dir_all(root.join(language)).expect("the folder can be made");
        fs::write(root.join(language).join("page.json"), text).expect("the file can be written");
    }
    read(&root)
}

fn problem(name: &str, texts: [&str; 3]) -> String {
    section(name, texts).err().expect("the files are refused").join("\n")
}

#[test]
fn a_key_that_a_language_lacks_is_refused() {
    let problem = problem("lacking", [r#"{"title": "Leads"}"#, r#"{"title": "Leads"}"#, "{}"]);
    assert_eq!(problem, "locales: page.title: missing in vi");
}

#[test]
fn an_empty_text_is_refused() {
    let problem = problem("empty", [r#"{"title": "Leads"}"#, r#"{"title": " "}"#, r#"{"title": "Leads"}"#]);
    assert_eq!(problem, "locales: page.title: empty in sv");
}

#[test]
fn a_value_that_a_language_leaves_out_is_refused() {
    let texts = [r#"{"of": "{first} of {last}"}"#, r#"{"of": "{first} av {last}"}"#, r#"{"of": "{first}"}"#];
    assert!(problem("value", texts).starts_with("locales: page.of: the placeholders differ"));
}

#[test]
fn a_plural_has_the_forms_of_its_language() {
    let two = r#"{"rows": {"one": "{count} row", "other": "{count} rows"}}"#;
    let one = r#"{"rows": {"other": "{count} dòng"}}"#;
    let sections = section("plural", [two, two, one]).unwrap_or_default();
    let entry = &sections["page"]["rows"];
    assert!(entry.plural && entry.placeholders.is_empty());
    assert_eq!(entry.texts[0], ("{count} row".to_owned(), "{count} rows".to_owned()));
    assert_eq!(entry.texts[2].0, entry.texts[2].1);

    assert!(problem("plural-sv", [two, one, one]).contains("wrong plural forms in sv"));
    assert!(problem("plural-vi", [two, two, two]).contains("wrong plural forms in vi"));
}

#[test]
fn the_files_that_are_shipped_are_whole() {
    for (room, least) in [("../../frontend", 200), ("../guildhall-pages", 80)] {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(room).join("locales");
        let sections = read(&root).unwrap_or_else(|problems| panic!("{problems:?}"));
        assert!(sections.values().map(BTreeMap::len).sum::<usize>() > least, "{room}");
    }
}
