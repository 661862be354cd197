//! From a letter to the two parts of a mail.

use askama::Template;

use super::{Fact, Letter};

/// The two parts, and the line above them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rendered {
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Html<'a> {
    letter: &'a Letter,
    preheader: &'a str,
}

#[derive(Template)]
#[template(path = "letter.txt")]
struct Text<'a> {
    letter: &'a Letter,
}

/// Lays a letter out.
///
/// # Errors
/// Never for these templates: nothing in them fails but writing, and a text takes whatever is written.
pub(super) fn render(letter: &Letter) -> Result<Rendered, askama::Error> {
    let preheader = one_line(&letter.preheader);
    let html = Html { letter, preheader: &preheader }.render()?;
    Ok(Rendered { subject: one_line(&letter.subject), text: Text { letter }.render()?, html })
}

/// The longest line, in characters; what people typed may be longer than any list of mails shows.
const LINE_MAX: usize = 150;

/// A header is one line, whatever somebody typed.
fn one_line(text: &str) -> String {
    let words: Vec<_> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    let line = words.join(" ");
    match line.char_indices().nth(LINE_MAX) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

impl Fact {
    /// Whether the plain text sets the value apart from its label.
    fn is_long(&self) -> bool {
        self.value.chars().count() > 60 || self.value.contains('\n')
    }
}

#[cfg(test)]
mod tests {
    use guildhall_domain::policy::Language;

    use super::super::{Action, Facts, Marked, Notice, Steps};
    use super::*;

    const HOSTILE: &str = "<script>alert('x')</script> & \"quoted\"";

    fn hostile() -> Letter {
        let hostile = || HOSTILE.to_owned();
        Letter {
            language: Language::Sv,
            subject: format!("{HOSTILE}\r\nBcc: everybody@example.com"),
            preheader: hostile(),
            heading: hostile(),
            mark: Some(hostile()),
            opening: vec![Marked::new(format!("**{HOSTILE}** and then some"))],
            facts: Some(Facts {
                title: hostile(),
                rows: vec![Fact::new(HOSTILE, format!("{HOSTILE}\n{HOSTILE}"))],
            }),
            action: Some(Action { label: hostile(), url: format!("https://x.example/?a={HOSTILE}") }),
            steps: Some(Steps { title: hostile(), lines: vec![Marked::new(hostile())] }),
            notice: Some(Notice { title: hostile(), text: hostile() }),
            footer: hostile(),
        }
    }

    #[test]
    fn nothing_that_people_typed_becomes_markup() {
        let rendered = render(&hostile()).unwrap();
        assert!(!rendered.html.contains("<script"), "{}", rendered.html);
        assert!(!rendered.html.contains("alert('x')"));
        assert!(!rendered.html.contains("\"quoted\""));
        assert!(rendered.html.contains("<strong>&#60;script&#62;"));
        // Plain text needs no escaping, and shows what was typed.
        assert!(rendered.text.contains(HOSTILE));
    }

    #[test]
    fn a_subject_is_one_line_whatever_was_typed() {
        let subject = render(&hostile()).unwrap().subject;
        assert!(!subject.contains(['\r', '\n']));
        assert_eq!(one_line(&"Ö".repeat(400)).chars().count(), LINE_MAX + 1);
        assert_eq!(one_line("a\u{0}\t b\u{2028}c"), "a b c");
    }

    #[test]
    fn a_mail_loads_nothing_from_anywhere() {
        let html = render(&hostile()).unwrap().html;
        for loader in ["<img", "<link", "<iframe", "url(", "@import", "src="] {
            assert!(!html.contains(loader), "{loader}");
        }
    }

    #[test]
    fn a_mail_says_its_language() {
        assert!(render(&hostile()).unwrap().html.contains(r#"<html lang="sv""#));
    }
}
