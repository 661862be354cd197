//! `/dev/mailbox`: the mail to read, and as JSON for tests.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde_json::json;

use super::texts::texts;
use super::{Mailbox, Message};
use crate::config::json_answer;
use crate::page::{escape, page, protect, stylesheet};
use crate::sign_in::Language;

const STYLE: &str = include_str!("mailbox.css");
const SHEETS: [&str; 1] = ["/dev/mailbox.css"];

/// Own style sheets, the mail in its frame, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; \
                      form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/// What a mail may do: carry its own styles, be shown in our frame, and lead somewhere when clicked.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; \
                           frame-ancestors 'self'; \
                           sandbox allow-popups allow-top-navigation-by-user-activation";

/// The routes of the mailbox.
pub(crate) fn routes(mailbox: Arc<Mailbox>) -> Router {
    Router::new()
        .route("/dev/mailbox", get(list))
        .route("/dev/mailbox.json", get(as_json))
        .route("/dev/mailbox.css", get(async || stylesheet(STYLE)))
        .route("/dev/mailbox/{id}", get(show))
        .route("/dev/mailbox/{id}/html", get(laid_out))
        .with_state(mailbox)
}

async fn as_json(State(mailbox): State<Arc<Mailbox>>) -> Response {
    json_answer(StatusCode::OK, &json!({ "messages": mailbox.messages() }))
}

async fn list(State(mailbox): State<Arc<Mailbox>>, headers: HeaderMap) -> Response {
    let language = Language::of(None, &headers);
    let texts = texts(language);
    let messages = mailbox.messages();
    let entries = if messages.is_empty() {
        format!("<p>{}</p>", texts.empty)
    } else {
        format!("<ol class=\"mail\">\n{}</ol>", messages.iter().map(entry).collect::<String>())
    };
    let body = format!("<h1>{}</h1>\n<p class=\"lead\">{}</p>\n{entries}", texts.title, texts.lead);
    protect(page(StatusCode::OK, language.tag(), texts.title, &SHEETS, &body), POLICY)
}

fn entry(message: &Message) -> String {
    format!(
        "<li><a href=\"/dev/mailbox/{id}\"><span class=\"subject\" lang=\"{language}\">{subject}</span> \
         <span class=\"to\">{to}</span> <time datetime=\"{at}\">{shown}</time></a></li>\n",
        id = escape(&message.id),
        language = escape(&message.language),
        subject = escape(&message.subject),
        to = escape(&message.to),
        at = message.sent_at.to_rfc3339(),
        shown = message.sent_at.format("%Y-%m-%d %H:%M:%S UTC"),
    )
}

async fn show(State(mailbox): State<Arc<Mailbox>>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    let language = Language::of(None, &headers);
    let texts = texts(language);
    let Some(message) = mailbox.message(&id) else {
        let body = format!("<h1>{}</h1>\n<p><a href=\"/dev/mailbox\">{}</a></p>", texts.unknown, texts.back);
        let missing = page(StatusCode::NOT_FOUND, language.tag(), texts.unknown, &SHEETS, &body);
        return protect(missing, POLICY);
    };
    let body = format!(
        "<p><a href=\"/dev/mailbox\">{back}</a></p>\n<h1 lang=\"{language}\">{subject}</h1>\n\
         <p class=\"lead\">{to}: {address}</p>\n\
         <h2>{laid_out}</h2>\n<iframe src=\"/dev/mailbox/{id}/html\" title=\"{laid_out}\" \
         sandbox=\"allow-popups allow-top-navigation-by-user-activation\"></iframe>\n\
         <h2>{plain}</h2>\n<pre lang=\"{language}\">{text}</pre>\n\
         <h2>{heading}</h2>\n<pre>{headers}</pre>",
        back = texts.back,
        language = escape(&message.language),
        subject = escape(&message.subject),
        to = texts.to,
        address = escape(&message.to),
        laid_out = texts.laid_out,
        id = escape(&message.id),
        plain = texts.plain,
        text = escape(&message.text),
        heading = texts.headers,
        headers = escape(&message.headers()),
    );
    protect(page(StatusCode::OK, language.tag(), &message.subject, &SHEETS, &body), POLICY)
}

/// The mail itself. Its links lead out of the frame, which a mail does not say by itself.
async fn laid_out(State(mailbox): State<Arc<Mailbox>>, Path(id): Path<String>) -> Response {
    let Some(message) = mailbox.message(&id) else {
        return protect(page(StatusCode::NOT_FOUND, "en", "404", &SHEETS, ""), POLICY);
    };
    let html = message.html.replacen("<head>", "<head><base target=\"_top\">", 1);
    let mut response = Response::new(html.into());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    protect(response, MAIL_POLICY)
}
