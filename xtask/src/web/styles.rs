//! One style sheet out of many: the `@import` lines are replaced by the files that they name.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Reads `entry` and, in their places, the files that it imports.
pub(super) fn concatenate(entry: &Path) -> Result<String> {
    let mut open = Vec::new();
    include(entry, &mut open)
}

fn include(file: &Path, open: &mut Vec<PathBuf>) -> Result<String> {
    if open.iter().any(|outer| outer == file) {
        bail!("{} imports itself", file.display());
    }
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    open.push(file.to_path_buf());
    let mut whole = String::new();
    for line in text.lines() {
        match import(line).with_context(|| format!("in {}", file.display()))? {
            None => {
                whole.push_str(line);
                whole.push('\n');
            }
            Some(Import { path, layer }) => {
                let imported = include(&file.with_file_name("").join(path), open)?;
                match layer {
                    None => whole.push_str(&imported),
                    Some(layer) => whole.push_str(&format!("@layer {layer} {{\n{imported}}}\n")),
                }
            }
        }
    }
    open.pop();
    Ok(whole)
}

#[derive(Debug, PartialEq, Eq)]
struct Import<'a> {
    path: &'a str,
    layer: Option<&'a str>,
}

/// `@import "a.css";`, `@import url("a.css");` and either with `layer(name)`. A condition would be lost, so it is refused.
fn import(line: &str) -> Result<Option<Import<'_>>> {
    let Some(rest) = line.trim().strip_prefix("@import") else {
        return Ok(None);
    };
    let rest = rest.trim_start().trim_start_matches("url(");
    let parts: Vec<&str> = rest.splitn(3, ['"', '\'']).collect();
    let ["", path, rest] = parts[..] else {
        bail!("cannot read `{line}`: the file must be in quotation marks");
    };
    let Some(rest) = rest.trim_start_matches(')').trim().strip_suffix(';') else {
        bail!("cannot read `{line}`: an import must end on its own line");
    };
    match rest.trim() {
        "" => Ok(Some(Import { path, layer: None })),
        condition => match condition.strip_prefix("layer(").and_then(|layer| layer.strip_suffix(')')) {
            Some(layer) => Ok(Some(Import { path, layer: Some(layer) })),
            None => bail!("cannot follow `{line}`: only `layer(...)` may stand behind the file"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_an_import_are_followed() {
        let plain = Some(Import { path: "a.css", layer: None });
        assert_eq!(import("@import \"a.css\";").expect("valid"), plain);
        assert_eq!(import("  @import url('a.css');").expect("valid"), plain);
        let layered = Some(Import { path: "ui/a.css", layer: Some("base") });
        assert_eq!(import("@import \"ui/a.css\" layer(base);").expect("valid"), layered);
        assert_eq!(import(".import { color: red }").expect("valid"), None);
    }

    #[test]
    fn an_import_that_cannot_be_kept_whole_is_refused() {
        for line in ["@import url(a.css);", "@import \"a.css\" print;", "@import \"a.css\""] {
            assert!(import(line).is_err(), "{line}");
        }
    }
}
