//! Writes the functions that `src/i18n/mod.rs` includes.

use std::fmt::Write;

use super::locales::{Entry, Sections};

/// The whole module.
pub(crate) fn module(sections: &Sections) -> String {
    let mut code = String::new();
    for (section, entries) in sections {
        let _ = writeln!(code, "/// The texts of `{section}`.\npub mod {section} {{\n    use super::*;");
        for (key, entry) in entries {
            function(&mut code, key, entry);
        }
        code.push_str("}\n");
    }
    code
}

fn function(code: &mut String, key: &str, entry: &Entry) {
    let english = &entry.texts[0].1;
    let _ = writeln!(code, "    /// {english}\n    #[must_use]");
    let texts: Vec<String> = match entry.plural {
        true => entry.texts.iter().map(|(one, other)| format!("({one:?}, {other:?})")).collect(),
        false => entry.texts.iter().map(|(_, text)| format!("{text:?}")).collect(),
    };
    let texts = texts.join(", ");
    let parameters: Vec<String> = entry.placeholders.iter().map(|name| format!("{name}: &str")).collect();
    let values: Vec<String> = entry.placeholders.iter().map(|name| format!("({name:?}, {name})")).collect();
    let (parameters, values) = (parameters.join(", "), values.join(", "));
    let _ = match (entry.plural, entry.placeholders.is_empty()) {
        (false, true) => writeln!(code, "    pub fn {key}() -> &'static str {{ choose([{texts}]) }}"),
        (false, false) => {
            writeln!(
                code,
                "    pub fn {key}({parameters}) -> String {{ fill(choose([{texts}]), &[{values}]) }}"
            )
        }
        (true, true) => {
            writeln!(code, "    pub fn {key}(count: u64) -> String {{ plural(count, [{texts}], &[]) }}")
        }
        (true, false) => writeln!(
            code,
            "    pub fn {key}(count: u64, {parameters}) -> String {{ plural(count, [{texts}], &[{values}]) }}"
        ),
    };
}
