use guildhall_domain::taxonomy::{Industry, Service};
use rstest::rstest;

use super::*;

fn meanings(text: &str) -> Vec<Choice> {
    let row = row(text);
    let words: Vec<_> = row.iter().map(String::as_str).collect();
    LEXICON.phrase(&words).map_or_else(Vec::new, |phrase| phrase.meanings.iter().map(|(c, _)| *c).collect())
}

#[test]
fn every_line_of_the_synonyms_names_a_choice_that_exists_and_says_something() {
    for line in lines(SYNONYMS) {
        let (target, phrases) = line.split_once(':').expect("a colon");
        let known = target == "same"
            || target.split_once(' ').is_some_and(|(group, slug)| Choice::by_name(group, slug).is_some());
        assert!(known, "{line}");
        assert!(phrases.split(',').all(|phrase| !row(phrase).is_empty()), "{line}");
    }
}

#[test]
fn every_service_category_and_industry_has_synonyms() {
    let named: HashSet<_> = lines(SYNONYMS)
        .filter_map(|line| line.split_once(':')?.0.split_once(' '))
        .filter_map(|(group, slug)| Choice::by_name(group, slug))
        .collect();
    for (choice, _) in Choice::with_names().filter(|(choice, _)| !matches!(choice, Choice::Country(_))) {
        assert!(named.contains(&choice), "{choice:?}");
    }
}

#[test]
fn every_synonym_means_its_choice() {
    for line in lines(SYNONYMS) {
        let (target, phrases) = line.split_once(':').expect("a colon");
        let Some((group, slug)) = target.split_once(' ') else { continue };
        let choice = Choice::by_name(group, slug).expect("a choice");
        for phrase in phrases.split(',') {
            assert!(meanings(phrase).contains(&choice), "{phrase}");
        }
    }
}

#[test]
fn phrases_that_are_the_same_find_each_other() {
    for line in lines(SYNONYMS).filter_map(|line| line.strip_prefix("same:")) {
        let rows: Vec<_> = line.split(',').map(row).collect();
        for phrase in &rows {
            let words: Vec<_> = phrase.iter().map(String::as_str).collect();
            let found = &LEXICON.phrase(&words).expect("a phrase").same;
            assert!(rows.iter().all(|other| other == phrase || found.contains(other)), "{phrase:?}");
        }
    }
}

#[test]
fn every_name_is_a_phrase_in_every_language() {
    for (choice, names) in Choice::with_names() {
        for name in names {
            assert!(meanings(name).contains(&choice), "{name}");
        }
    }
}

#[rstest]
#[case("Thời trang", Choice::Industry(Industry::ClothingAndFashion))]
#[case("theme DEVELOPMENT", Choice::Service(Service::CustomizeTheme))]
#[case("tùy chỉnh thiết kế", Choice::Service(Service::CustomizeDesign))]
fn a_run_of_words_within_a_name_means_it(#[case] text: &str, #[case] choice: Choice) {
    assert!(meanings(text).contains(&choice), "{text}");
}

#[test]
fn a_single_word_of_a_name_means_it_less_surely() {
    let meanings = LEXICON.words().find(|(word, _)| *word == "campaigns").expect("a word of a name").1;
    assert_eq!(meanings, [(Choice::Service(Service::SearchEngineAdvertising), WORD)]);
}
