//! What scopes are called, and why something was refused.

use guildhall_contract::problem::ProblemCode;
use guildhall_domain::api_token::Scope;

use crate::api::ApiError;
use crate::features::not_done::not_done;
use crate::i18n::{texts, words};

/// What a scope allows, in the reader's language.
pub(super) fn scope_words(scope: Scope) -> String {
    words(&scope.words()).to_owned()
}

/// Why it was not done, and what to do.
pub(super) fn not_kept(error: &ApiError) -> String {
    let told = error.problem().and_then(|problem| match problem.code {
        ProblemCode::TokensFull => Some(texts::developers::full()),
        ProblemCode::OrganisationSuspended => Some(texts::developers::suspended_refusal()),
        _ => None,
    });
    told.map_or_else(|| not_done(error), str::to_owned)
}
