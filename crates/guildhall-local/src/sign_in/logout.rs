//! Sign-out. The client forgets its tokens and revokes its refresh token; the provider keeps no
//! cookie, so what is left is the way back.

use std::sync::Arc;

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use http::HeaderMap;
use serde::Deserialize;

use super::authorize::redirect;
use super::request::{is_own, with_query};
use super::texts::Language;
use super::{SignIn, chooser};

#[derive(Deserialize)]
pub(super) struct Leave {
    post_logout_redirect_uri: Option<String>,
    state: Option<String>,
    ui_locales: Option<String>,
}

/// `GET /logout`.
pub(super) async fn leave(
    State(sign_in): State<Arc<SignIn>>,
    headers: HeaderMap,
    query: Result<Query<Leave>, QueryRejection>,
) -> Response {
    let Ok(Query(leave)) = query else {
        return chooser::refusal(Language::of(None, &headers), "The request cannot be read.");
    };
    let address = leave.post_logout_redirect_uri.unwrap_or_else(|| format!("{}/", sign_in.origin));
    if !is_own(&address, &sign_in.origin) {
        let language = Language::of(leave.ui_locales.as_deref(), &headers);
        return chooser::refusal(language, "The address to return to is not Guildhall's.");
    }
    redirect(&with_query(&address, &[("state", leave.state.as_deref())]))
}
