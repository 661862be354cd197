//! Why something was not done, in the reader's language.

use guildhall_contract::problem::{ProblemBody, ProblemCode};
use guildhall_domain::lead::CommandKind;

use crate::api::ApiError;
use crate::features::leads::actions::name_of;
use crate::i18n::texts;

/// What happened, what is safe, and what to do.
pub(crate) fn explanation(error: &ApiError) -> String {
    let of_problem = error.problem().and_then(of_problem);
    let text = of_problem.unwrap_or_else(|| match error {
        ApiError::Offline => texts::submit::failed_offline().to_owned(),
        ApiError::Timeout => texts::submit::failed_timeout().to_owned(),
        ApiError::Unauthorised => texts::submit::failed_unauthorised().to_owned(),
        error => error.explanation().to_owned(),
    });
    match error.request_id() {
        Some(id) if matches!(error, ApiError::Other(_)) => {
            format!("{text} {}.", texts::ui::request_number(id))
        }
        _ => text,
    }
}

fn of_problem(problem: &ProblemBody) -> Option<String> {
    match problem.code {
        ProblemCode::InvalidTransition => Some(not_from_here(problem.allowed.as_deref())),
        code => of_code(code, problem.guard.as_deref()).map(str::to_owned),
    }
}

/// What a code says about a lead, by itself; `guard` is the condition that does not hold.
pub(crate) fn of_code(code: ProblemCode, guard: Option<&str>) -> Option<&'static str> {
    let text = match code {
        ProblemCode::OrganisationSuspended => texts::submit::failed_suspended(),
        ProblemCode::IdempotencyKeyReused => texts::submit::failed_key_reused(),
        ProblemCode::TooManyRequests => texts::submit::failed_too_many(),
        ProblemCode::Unavailable => texts::submit::failed_unavailable(),
        ProblemCode::Forbidden => texts::submit::failed_forbidden(),
        ProblemCode::AlreadySettled => texts::sales::already_settled(),
        ProblemCode::SecondPersonNeeded => texts::sales::second_person_needed(),
        ProblemCode::TimelineFull => texts::sales::timeline_full(),
        ProblemCode::GuardFailed => guard_words(guard),
        ProblemCode::InvalidTransition => texts::sales::not_from_here(),
        _ => return None,
    };
    Some(text)
}

fn guard_words(code: Option<&str>) -> &'static str {
    match code {
        Some("representative_assigned") => texts::sales::guard_assigned(),
        Some("representative_covers") => texts::sales::guard_covers(),
        Some("representative_is_new") => texts::sales::guard_is_new(),
        Some("outcome_pending") => texts::sales::already_settled(),
        Some("terms_checked" | "deal_closed") => texts::sales::tick_needed(),
        Some("amount_positive") => texts::sales::amount_invalid(),
        Some("partner_told") => texts::lead_work::guard_partner_told(),
        Some("something_asked") => texts::lead_work::guard_nothing_asked(),
        Some("only_what_was_asked") => texts::lead_work::guard_only_asked(),
        Some("only_details") => texts::lead_work::guard_only_details(),
        _ => texts::failures::conflict(),
    }
}

fn not_from_here(allowed: Option<&[CommandKind]>) -> String {
    match allowed {
        Some(allowed) if !allowed.is_empty() => {
            let names: Vec<_> = allowed.iter().map(|kind| name_of(*kind)).collect();
            texts::sales::not_from_here_but(&names.join(", "))
        }
        _ => texts::sales::not_from_here().to_owned(),
    }
}
