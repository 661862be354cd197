//! Sending an inquiry, and what can be put right without asking anybody.

use std::time::Duration;

use guildhall_contract::fields::FieldCode;
use guildhall_contract::inquiries::InquiryReceipt;
use guildhall_contract::inquiry_form::TRAP;
use guildhall_contract::problem::ProblemBody;
use guildhall_domain::inquiry::spam::FASTEST_SECONDS;
use serde_json::{Map, Value};

use super::ticket;
use crate::api::{Api, ApiError, inquiries, sleep};

/// How often it is tried when all that is wrong is the ticket.
const TRIES: usize = 3;

/// What is sent, and to whom.
pub(super) struct Outgoing {
    /// The partner's handle.
    pub handle: String,
    /// The form, with everything but the ticket.
    pub body: Map<String, Value>,
    /// The key under which it is sent, however often that takes.
    pub key: String,
    /// The form's ticket.
    pub token: String,
}

/// What is wrong with a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// It was given out this short a time ago; it is good after so many seconds.
    TooNew(u64),
    /// It is good no more.
    Over,
}

/// Sends it. A ticket that is too new is waited for, one that is over is replaced; nobody needs to know.
pub(super) async fn send(api: Api, mut outgoing: Outgoing) -> Result<InquiryReceipt, ApiError> {
    let mut tries = 1;
    loop {
        let mut body = outgoing.body.clone();
        body.insert("form_token".to_owned(), Value::from(outgoing.token.as_str()));
        let answer = inquiries::send(api, &outgoing.handle, &body, &outgoing.key).await;
        let fault = match &answer {
            Err(ApiError::Invalid(problem)) if tries < TRIES => fault(problem),
            _ => None,
        };
        match fault {
            None => return answer,
            Some(Fault::TooNew(seconds)) => sleep(Duration::from_secs(seconds)).await,
            Some(Fault::Over) => {
                outgoing.token = inquiries::form(api, &outgoing.handle).await?.form_token;
                ticket::keep(&outgoing.handle, &outgoing.token);
                sleep(Duration::from_secs(FASTEST_SECONDS.unsigned_abs())).await;
            }
        }
        tries += 1;
    }
}

/// What is wrong with the ticket, if nothing else is.
fn fault(problem: &ProblemBody) -> Option<Fault> {
    let [error] = problem.errors.as_slice() else { return None };
    match error.code {
        FieldCode::TooFast => {
            let seconds = error.params.get("seconds").and_then(|text| text.parse().ok());
            Some(Fault::TooNew(seconds.unwrap_or(FASTEST_SECONDS.unsigned_abs()).clamp(1, 10)))
        }
        FieldCode::FormExpired | FieldCode::FormTokenInvalid => Some(Fault::Over),
        _ => None,
    }
}

/// Whether the field that nobody sees was filled in, as programs do that fill in forms.
pub(super) fn is_trapped(problem: &ProblemBody) -> bool {
    problem.errors.iter().any(|error| error.name() == Some(TRAP))
}

#[cfg(test)]
mod tests {
    use guildhall_contract::fields::FieldError;
    use guildhall_contract::problem::Problem;

    use super::*;

    fn problem(errors: Vec<FieldError>) -> ProblemBody {
        Problem::fields(errors).body("r-1")
    }

    #[test]
    fn a_ticket_that_is_too_new_is_waited_for_as_long_as_it_says() {
        let early = FieldError::field("form_token", FieldCode::TooFast).with("seconds", 2);
        assert_eq!(fault(&problem(vec![early])), Some(Fault::TooNew(2)));
        let endless = FieldError::field("form_token", FieldCode::TooFast).with("seconds", 9_000);
        assert_eq!(fault(&problem(vec![endless])), Some(Fault::TooNew(10)));
    }

    #[test]
    fn what_a_person_has_to_put_right_is_left_to_the_person() {
        let late = FieldError::field("form_token", FieldCode::FormExpired);
        let wrong = FieldError::field("goal", FieldCode::Required);
        assert_eq!(fault(&problem(vec![late.clone()])), Some(Fault::Over));
        assert_eq!(fault(&problem(vec![wrong, late])), None);
    }
}
