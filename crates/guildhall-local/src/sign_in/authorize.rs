//! The authorization endpoint: shows who there is, and sends the chosen one back with a code.

use std::sync::Arc;

use axum::Form;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{Query as UrlQuery, RawQuery, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;

use super::request::{AuthorizeRequest, Query, Refusal, with_query};
use super::texts::Language;
use super::{SignIn, chooser, machine_time};

/// One of the people on the page, or somebody else.
#[derive(Default, Deserialize)]
pub(super) struct Choice {
    #[serde(default)]
    person: Option<String>,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
}

/// `GET`: the page with everybody.
pub(super) async fn show(
    State(sign_in): State<Arc<SignIn>>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
    query: Result<UrlQuery<Query>, QueryRejection>,
) -> Response {
    let (language, checked) = check(&sign_in, &headers, query);
    match checked {
        Ok(request) => chooser::chooser(language, &raw.unwrap_or_default(), &request.cancelled()),
        Err(refusal) => refuse(language, refusal),
    }
}

/// `POST`: somebody was chosen. The request stands in the query again and is checked again.
pub(super) async fn choose(
    State(sign_in): State<Arc<SignIn>>,
    headers: HeaderMap,
    query: Result<UrlQuery<Query>, QueryRejection>,
    choice: Result<Form<Choice>, FormRejection>,
) -> Response {
    let (language, checked) = check(&sign_in, &headers, query);
    let request = match checked {
        Ok(request) => request,
        Err(refusal) => return refuse(language, refusal),
    };
    let user = choice.ok().and_then(|Form(choice)| match choice.person {
        Some(person) => sign_in.users.find(&person),
        None => sign_in.users.with_address(&choice.name, &choice.email),
    });
    let Some(user) = user else {
        return chooser::refusal(language, "Nobody has that name here.");
    };
    redirect(&request.success(&sign_in.codes.issue(&request, user, machine_time())))
}

fn check(
    sign_in: &SignIn,
    headers: &HeaderMap,
    query: Result<UrlQuery<Query>, QueryRejection>,
) -> (Language, Result<AuthorizeRequest, Refusal>) {
    // A query with a parameter twice cannot be trusted in any of its parts.
    let Ok(UrlQuery(query)) = query else {
        return (Language::of(None, headers), Err(Refusal::Page("The request cannot be read.")));
    };
    let language = Language::of(query.ui_locales.as_deref(), headers);
    (language, AuthorizeRequest::check(query, &sign_in.origin))
}

fn refuse(language: Language, refusal: Refusal) -> Response {
    match refusal {
        Refusal::Page(reason) => chooser::refusal(language, reason),
        Refusal::Redirect { redirect_uri, state, error, description } => redirect(&with_query(
            &redirect_uri,
            &[("error", Some(error)), ("error_description", Some(description)), ("state", state.as_deref())],
        )),
    }
}

/// 303, so that the browser follows with a `GET` and a reload chooses nobody twice.
pub(super) fn redirect(address: &str) -> Response {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::SEE_OTHER;
    if let Ok(value) = address.parse() {
        response.headers_mut().insert(http::header::LOCATION, value);
    }
    chooser::protect(response)
}
