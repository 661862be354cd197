//! Reads the locale files and checks that every language says the same things.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

/// The languages, in the order of `guildhall_domain::policy::Language::ALL`.
pub const LANGUAGES: [&str; 3] = ["en", "sv", "vi"];

/// Section name, then key, then what it says.
pub type Sections = BTreeMap<String, BTreeMap<String, Entry>>;

/// One key in every language.
pub struct Entry {
    /// For each language: the text for one thing (the same as for others where there is no plural), and for others.
    pub texts: Vec<(String, String)>,
    /// Whether the text depends on `{count}`.
    pub plural: bool,
    /// What is filled in, `count` aside.
    pub placeholders: BTreeSet<String>,
}

type Raw = BTreeMap<String, BTreeMap<String, Value>>;

/// All sections, or every problem found.
pub fn read(root: &Path) -> Result<Sections, Vec<String>> {
    let mut problems = Vec::new();
    let raw: Vec<Raw> = LANGUAGES.iter().map(|language| files(&root.join(language), &mut problems)).collect();
    let names: BTreeSet<&String> = raw.iter().flat_map(BTreeMap::keys).collect();
    let mut sections = Sections::new();
    for name in names {
        let empty = BTreeMap::new();
        let columns: Vec<_> = raw.iter().map(|files| files.get(name).unwrap_or(&empty)).collect();
        let keys: BTreeSet<&String> = columns.iter().flat_map(|column| column.keys()).collect();
        for key in keys {
            match entry(&columns, key) {
                Ok(entry) => {
                    sections.entry(name.clone()).or_default().insert(key.clone(), entry);
                }
                Err(problem) => problems.push(format!("locales: {name}.{key}: {problem}")),
            }
        }
    }
    if problems.is_empty() { Ok(sections) } else { Err(problems) }
}

fn files(folder: &Path, problems: &mut Vec<String>) -> Raw {
    let mut found = Raw::new();
    let Ok(entries) = fs::read_dir(folder) else {
        problems.push(format!("locales: {} is missing", folder.display()));
        return found;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        let Some(name) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let text = fs::read_to_string(&path).unwrap_or_default();
        match serde_json::from_str(&text) {
            Ok(section) => {
                found.insert(name.to_owned(), section);
            }
            Err(error) => problems.push(format!("locales: {}: {error}", path.display())),
        }
    }
    found
}

fn entry(columns: &[&BTreeMap<String, Value>], key: &str) -> Result<Entry, String> {
    let mut texts = Vec::new();
    let mut placeholders = Vec::new();
    let mut plurals = Vec::new();
    for (language, column) in LANGUAGES.iter().zip(columns) {
        let value = column.get(key).ok_or_else(|| format!("missing in {language}"))?;
        let (one, other) = forms(language, value)?;
        if one.trim().is_empty() || other.trim().is_empty() {
            return Err(format!("empty in {language}"));
        }
        plurals.push(value.is_object());
        placeholders.push(names_in(&other));
        texts.push((one, other));
    }
    if plurals.iter().any(|plural| *plural != plurals[0]) {
        return Err("a plural in one language, not in another".to_owned());
    }
    if placeholders.iter().any(|names| *names != placeholders[0]) {
        return Err(format!("the placeholders differ: {placeholders:?}"));
    }
    let mut placeholders = placeholders.swap_remove(0);
    let plural = plurals[0];
    if plural && !placeholders.remove("count") {
        return Err("a plural without {count}".to_owned());
    }
    Ok(Entry { texts, plural, placeholders })
}

/// English and Swedish tell one from many; Vietnamese does not.
fn forms(language: &str, value: &Value) -> Result<(String, String), String> {
    match value {
        Value::String(text) => Ok((text.clone(), text.clone())),
        Value::Object(forms) => {
            let text = |form: &str| forms.get(form).and_then(Value::as_str).map(str::to_owned);
            let other = text("other").ok_or_else(|| format!("no `other` in {language}"))?;
            match (language, text("one"), forms.len()) {
                ("vi", None, 1) => Ok((other.clone(), other)),
                ("en" | "sv", Some(one), 2) => Ok((one, other)),
                _ => Err(format!("wrong plural forms in {language}")),
            }
        }
        _ => Err(format!("neither a text nor plural forms in {language}")),
    }
}

fn names_in(text: &str) -> BTreeSet<String> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}
