//! The page on which one chooses who to be. Written on the server, without script.

use axum::response::Response;
use chrono::NaiveDate;
use guildhall_domain::actor::{Role, Side};
use http::StatusCode;

use super::texts::{Language, Texts};
use crate::page::{self, escape};
use crate::people::{ORGANISATIONS, Organisation, PEOPLE, Person};

const STYLE: &str = include_str!("sign-in.css");

/// Own style sheet, own form, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// The page. `query` is the authorization request, which the form repeats.
pub(super) fn chooser(language: Language, query: &str, cancelled: &str) -> Response {
    let texts = language.texts();
    let platform = group(language, texts.platform, None, |person| {
        person.role.side() == Side::Platform && person.organisation.is_none()
    });
    let merchants = group(language, texts.merchants, None, |person| person.role == Role::Merchant);
    let partners: String = ORGANISATIONS
        .iter()
        .map(|organisation| {
            let note = format!("{} {}", texts.since, since(organisation));
            let belongs = |person: &Person| person.organisation.is_some_and(|own| own.id == organisation.id);
            group(language, organisation.name, Some(&note), belongs)
        })
        .collect();
    let body = format!(
        "<h1>{title}</h1>\n<p class=\"lead\">{lead}</p>\n\
         <form method=\"post\" action=\"/auth/authorize?{query}\">\n{partners}{platform}{merchants}</form>\n\
         {else_form}\
         <p><a href=\"{cancelled}\">{back}</a></p>",
        title = texts.title,
        lead = texts.lead,
        query = escape(query),
        else_form = somebody_else(texts, query),
        cancelled = escape(cancelled),
        back = texts.back,
    );
    html(StatusCode::OK, language, texts.title, &body)
}

/// The form for anybody who is not on the page.
fn somebody_else(texts: &Texts, query: &str) -> String {
    format!(
        "<form class=\"else\" method=\"post\" action=\"/auth/authorize?{query}\">\n<section>\n<h2>{title}</h2>\n\
         <p class=\"note\">{note}</p>\n\
         <p><label for=\"name\">{name}</label>\n\
         <input id=\"name\" name=\"name\" required maxlength=\"120\" autocomplete=\"name\"></p>\n\
         <p><label for=\"email\">{email}</label>\n\
         <input id=\"email\" name=\"email\" type=\"email\" required maxlength=\"254\" autocomplete=\"email\"></p>\n\
         <p><button>{sign_in}</button></p>\n</section>\n</form>\n",
        query = escape(query),
        title = texts.somebody_else,
        note = texts.somebody_else_note,
        name = texts.name,
        email = texts.email,
        sign_in = texts.sign_in,
    )
}

/// A page that says why the sign-in cannot go on.
pub(super) fn refusal(language: Language, reason: &str) -> Response {
    let texts = language.texts();
    // The reason is for whoever builds a client, and stands in English.
    let body = format!(
        "<h1>{title}</h1>\n<p class=\"lead\" lang=\"en\">{reason}</p>\n<p><a href=\"/\">{home}</a></p>",
        title = texts.refused,
        reason = escape(reason),
        home = texts.home,
    );
    html(StatusCode::BAD_REQUEST, language, texts.refused, &body)
}

/// The page's style sheet.
pub(super) async fn stylesheet() -> Response {
    page::stylesheet(STYLE)
}

/// Keeps an answer of the sign-in out of caches, frames and referrers.
pub(super) fn protect(response: Response) -> Response {
    page::protect(response, POLICY)
}

fn html(status: StatusCode, language: Language, title: &str, body: &str) -> Response {
    protect(page::page(status, language.tag(), title, &[], body))
}

fn group(language: Language, title: &str, note: Option<&str>, belongs: impl Fn(&Person) -> bool) -> String {
    let note = note.map(|note| format!("<p class=\"note\">{}</p>\n", escape(note))).unwrap_or_default();
    let buttons: String =
        PEOPLE.iter().filter(|person| belongs(person)).map(|person| button(language, person)).collect();
    format!("<section>\n<h2>{}</h2>\n{note}<ul>\n{buttons}</ul>\n</section>\n", escape(title))
}

fn button(language: Language, person: &Person) -> String {
    format!(
        "<li><button name=\"person\" value=\"{id}\"><span class=\"name\">{name}</span> \
         <span class=\"role\">{role}</span> <span class=\"email\">{email}</span></button></li>\n",
        id = escape(person.id),
        name = escape(person.name),
        role = language.role(person.role),
        email = escape(person.email),
    )
}

/// The year, which reads the same in every language.
fn since(organisation: &Organisation) -> String {
    let date: Result<NaiveDate, _> = organisation.since.parse();
    date.map_or_else(|_| organisation.since.to_owned(), |date| date.format("%Y").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_can_be_chosen_exactly_once() {
        let all: String = [
            group(Language::English, "", None, |person| person.organisation.is_some()),
            group(Language::English, "", None, |person| person.organisation.is_none()),
        ]
        .concat();
        for person in &PEOPLE {
            assert_eq!(all.matches(&format!("value=\"{}\"", person.id)).count(), 1, "{}", person.id);
        }
    }
}
