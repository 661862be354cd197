//! `/dev/mailbox`: the mail to read, and as JSON for tests; and what the carrier is to tell of it.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use guildhall_domain::delivery::Delivery;
use guildhall_worker::WorkError;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde_json::{Value, json};

use super::Message;
use super::carrier::{Carrier, Told};
use super::texts::{Texts, texts};
use crate::config::json_answer;
use crate::page::{escape, page, protect, stylesheet};
use crate::sign_in::Language;

const STYLE: &str = include_str!("mailbox.css");
const SHEETS: [&str; 1] = ["/dev/mailbox.css"];

/// Own style sheets, the mail in its frame, the buttons, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What a mail may do: carry its own styles, be shown in our frame, and lead somewhere when clicked.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; \
                           frame-ancestors 'self'; \
                           sandbox allow-popups allow-top-navigation-by-user-activation";

/// The routes of the mailbox.
pub(crate) fn routes(carrier: Carrier) -> Router {
    Router::new()
        .route("/dev/mailbox", get(list))
        .route("/dev/mailbox.json", get(as_json))
        .route("/dev/mailbox.css", get(async || stylesheet(STYLE)))
        .route("/dev/mailbox/{id}", get(show))
        .route("/dev/mailbox/{id}/html", get(laid_out))
        .route("/dev/mailbox/{id}/{told}", post(tell))
        .with_state(carrier)
}

/// What is known of some messages. Without an answer of the table their mails are shown all the same.
async fn deliveries(carrier: &Carrier, messages: &[Message]) -> Vec<Option<Delivery>> {
    match carrier.deliveries(messages).await {
        Ok(deliveries) => deliveries,
        Err(error) => {
            tracing::error!(%error, "what became of the mails is not known");
            vec![None; messages.len()]
        }
    }
}

async fn as_json(State(carrier): State<Carrier>) -> Response {
    let messages = carrier.mailbox.messages();
    let deliveries = deliveries(&carrier, &messages).await;
    let with_delivery = |(message, delivery): (&Message, Option<Delivery>)| {
        let mut shown = json!(message);
        shown["delivery"] = json!(delivery.map(Delivery::code));
        shown
    };
    let messages: Vec<Value> = messages.iter().zip(deliveries).map(with_delivery).collect();
    json_answer(StatusCode::OK, &json!({ "messages": messages }))
}

/// The carrier tells something of a message, as it would in a while.
async fn tell(
    State(carrier): State<Carrier>,
    Path((id, told)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let texts = texts(Language::of(None, &headers));
    let (Some(message), Some(told)) = (carrier.mailbox.message(&id), Told::of_verb(&told)) else {
        return json_answer(StatusCode::NOT_FOUND, &json!({ "message": texts.unknown }));
    };
    match carrier.report(&message, told).await {
        Ok(()) => Redirect::to(&format!("/dev/mailbox/{id}")).into_response(),
        Err(error) => {
            let status = match error {
                WorkError::Passing(_) => StatusCode::SERVICE_UNAVAILABLE,
                WorkError::Lasting(_) | WorkError::Panicked => StatusCode::INTERNAL_SERVER_ERROR,
            };
            json_answer(status, &json!({ "message": error.to_string() }))
        }
    }
}

async fn list(State(carrier): State<Carrier>, headers: HeaderMap) -> Response {
    let language = Language::of(None, &headers);
    let texts = texts(language);
    let messages = carrier.mailbox.messages();
    let deliveries = deliveries(&carrier, &messages).await;
    let entries = if messages.is_empty() {
        format!("<p>{}</p>", texts.empty)
    } else {
        let entries: String = messages
            .iter()
            .zip(deliveries)
            .map(|(message, delivery)| entry(message, delivery, texts))
            .collect();
        format!("<ol class=\"mail\">\n{entries}</ol>")
    };
    let body = format!("<h1>{}</h1>\n<p class=\"lead\">{}</p>\n{entries}", texts.title, texts.lead);
    protect(page(StatusCode::OK, language.tag(), texts.title, &SHEETS, &body), POLICY)
}

fn entry(message: &Message, delivery: Option<Delivery>, texts: &Texts) -> String {
    format!(
        "<li><a href=\"/dev/mailbox/{id}\"><span class=\"subject\" lang=\"{language}\">{subject}</span> \
         <span class=\"to\">{to}</span> <time datetime=\"{at}\">{shown}</time> {state}</a></li>\n",
        state = state(delivery, texts),
        id = escape(&message.id),
        language = escape(&message.language),
        subject = escape(&message.subject),
        to = escape(&message.to),
        at = message.sent_at.to_rfc3339(),
        shown = message.sent_at.format("%Y-%m-%d %H:%M:%S UTC"),
    )
}

/// How far a message came, in a word.
fn state(delivery: Option<Delivery>, texts: &Texts) -> String {
    let (code, words) = delivery.map_or(("", texts.not_known), |known| (known.code(), texts.state(known)));
    format!("<span class=\"state\" data-state=\"{code}\">{words}</span>")
}

/// The buttons that make the carrier tell something.
fn buttons(id: &str, texts: &Texts) -> String {
    let button = |told: Told| {
        let (verb, words) = (told.verb(), texts.button(told));
        format!(
            "<form method=\"post\" action=\"/dev/mailbox/{id}/{verb}\"><button>{words}</button></form>\n",
            id = escape(id),
        )
    };
    let buttons: String = Told::ALL.into_iter().map(button).collect();
    format!("<div class=\"told\">\n{buttons}</div>")
}

async fn show(State(carrier): State<Carrier>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    let language = Language::of(None, &headers);
    let texts = texts(language);
    let Some(message) = carrier.mailbox.message(&id) else {
        let body = format!("<h1>{}</h1>\n<p><a href=\"/dev/mailbox\">{}</a></p>", texts.unknown, texts.back);
        let missing = page(StatusCode::NOT_FOUND, language.tag(), texts.unknown, &SHEETS, &body);
        return protect(missing, POLICY);
    };
    let delivery = deliveries(&carrier, std::slice::from_ref(&message)).await.into_iter().next().flatten();
    let body = format!(
        "<p><a href=\"/dev/mailbox\">{back}</a></p>\n<h1 lang=\"{language}\">{subject}</h1>\n\
         <p class=\"lead\">{to}: {address}</p>\n\
         <p>{came}: {state}</p>\n<p>{tell}</p>\n{buttons}\n\
         <h2>{laid_out}</h2>\n<iframe src=\"/dev/mailbox/{id}/html\" title=\"{laid_out}\" \
         sandbox=\"allow-popups allow-top-navigation-by-user-activation\"></iframe>\n\
         <h2>{plain}</h2>\n<pre lang=\"{language}\">{text}</pre>\n\
         <h2>{heading}</h2>\n<pre>{headers}</pre>",
        back = texts.back,
        came = texts.came,
        state = state(delivery, texts),
        tell = texts.tell,
        buttons = buttons(&message.id, texts),
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
async fn laid_out(State(carrier): State<Carrier>, Path(id): Path<String>) -> Response {
    let Some(message) = carrier.mailbox.message(&id) else {
        return protect(page(StatusCode::NOT_FOUND, "en", "404", &SHEETS, ""), POLICY);
    };
    let html = message.html.replacen("<head>", "<head><base target=\"_top\">", 1);
    let mut response = Response::new(html.into());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    protect(response, MAIL_POLICY)
}
