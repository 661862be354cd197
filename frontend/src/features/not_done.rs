//! Why something about the directory was not done, in the reader's language.

use guildhall_contract::problem::ProblemCode;

use crate::api::ApiError;
use crate::i18n::texts;

/// What happened, what is safe, and what to do.
pub(super) fn not_done(error: &ApiError) -> String {
    let of_code = error.problem().and_then(|problem| of_code(problem.code));
    let text = of_code.unwrap_or_else(|| match error {
        ApiError::Offline => texts::submit::failed_offline(),
        ApiError::Timeout => texts::profile::failed_timeout(),
        ApiError::Unauthorised => texts::submit::failed_unauthorised(),
        error => error.explanation(),
    });
    match error.request_id() {
        Some(id) if matches!(error, ApiError::Other(_)) => {
            format!("{text} {}.", texts::ui::request_number(id))
        }
        _ => text.to_owned(),
    }
}

fn of_code(code: ProblemCode) -> Option<&'static str> {
    match code {
        ProblemCode::OrganisationSuspended => Some(texts::profile::failed_suspended()),
        ProblemCode::TooManyRequests => Some(texts::submit::failed_too_many()),
        ProblemCode::Unavailable => Some(texts::submit::failed_unavailable()),
        ProblemCode::Forbidden => Some(texts::submit::failed_forbidden()),
        ProblemCode::NotNow => Some(texts::profile::allowed_conflict()),
        ProblemCode::AlreadyReplied => Some(texts::reviews::already_replied()),
        ProblemCode::AlreadyReported => Some(texts::reviews::already_reported()),
        _ => None,
    }
}
