//! Writes the functions that a module of texts includes.

use std::fmt::Write;

use super::locales::{Entry, Sections};

/// The whole module.
pub(crate) fn module(sections: &Sections) -> String {
    let mut code = String::new();
    for (section, entries) in sections {
        let _ = writeln!(
            code,
            "/// The texts of `{section}`.\n#[allow(non_upper_case_globals)]\npub mod {section} {{\n    use super::*;"
        );
        for (key, entry) in entries {
            function(&mut code, key, entry);
        }
        code.push_str("}\n");
    }
    code
}

fn function(code: &mut String, key: &str, entry: &Entry) {
    let english = &entry.texts[0].1;
    // As code: an address in a text is no link.
    let _ = writeln!(code, "    /// `{english}`");
    let texts: Vec<String> = match entry.plural {
        true => entry.texts.iter().map(|(one, other)| format!("({one:?}, {other:?})")).collect(),
        false => entry.texts.iter().map(|(_, text)| format!("{text:?}")).collect(),
    };
    let texts = texts.join(", ");
    // A constant of the same name would be taken for a pattern, so parameters have a prefix.
    let parameters: Vec<String> = entry.placeholders.iter().map(|name| format!("its_{name}: &str")).collect();
    let values: Vec<String> =
        entry.placeholders.iter().map(|name| format!("({name:?}, its_{name})")).collect();
    let (parameters, values) = (parameters.join(", "), values.join(", "));
    let _ = match (entry.plural, entry.placeholders.is_empty()) {
        // A pointer, not a function: all texts have one type, so the machinery that makes a text follow the language
        // is compiled once and not once for each text.
        (false, true) => writeln!(code, "    pub const {key}: fn() -> &'static str = || choose([{texts}]);"),
        (false, false) => {
            writeln!(
                code,
                "    pub fn {key}({parameters}) -> String {{ fill(choose([{texts}]), &[{values}]) }}"
            )
        }
        (true, true) => {
            writeln!(
                code,
                "    pub fn {key}(its_count: u64) -> String {{ plural(its_count, [{texts}], &[]) }}"
            )
        }
        (true, false) => writeln!(
            code,
            "    pub fn {key}(its_count: u64, {parameters}) -> String {{ plural(its_count, [{texts}], &[{values}]) }}"
        ),
    };
}
