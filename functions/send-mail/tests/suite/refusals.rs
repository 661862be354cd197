//! What the answers of SES mean: whether the mail certainly did not leave decides whether it may be sent
//! again.

use rstest::rstest;
use send_mail::{Mailer, SendError, Ses};

use crate::support::canned::{Answer, Canned};
use crate::support::mails::mail;

const SENDER: &str = "no-reply@guildhall.example";

async fn refusal(endpoint: &str) -> SendError {
    Ses::connect(endpoint, SENDER).send(&mail(1)).await.unwrap_err()
}

#[rstest]
#[case(429, "TooManyRequestsException")]
#[case(400, "Throttling")]
#[case(400, "ThrottlingException")]
#[case(400, "LimitExceededException")]
#[case(400, "SendingPausedException")]
#[case(429, "SomethingNew")]
#[tokio::test]
async fn a_busy_or_paused_carrier_may_be_asked_again(#[case] status: u16, #[case] code: &'static str) {
    let canned = Canned::answering(Answer::Error(status, code)).await;
    assert_eq!(refusal(&canned.endpoint).await, SendError::Busy(code.to_owned()));
}

#[rstest]
#[case(400, "AccountSuspendedException")]
#[case(400, "MailFromDomainNotVerifiedException")]
#[case(404, "NotFoundException")]
#[case(403, "AccessDeniedException")]
#[case(403, "SignatureDoesNotMatch")]
#[case(418, "SomethingNew")]
#[tokio::test]
async fn what_is_wrong_with_the_account_is_no_fault_of_the_mail(
    #[case] status: u16,
    #[case] code: &'static str,
) {
    let canned = Canned::answering(Answer::Error(status, code)).await;
    assert_eq!(refusal(&canned.endpoint).await, SendError::NotAllowed(code.to_owned()));
}

#[rstest]
#[case("MessageRejected")]
#[case("BadRequestException")]
#[tokio::test]
async fn a_mail_that_ses_rejects_is_refused_for_good(#[case] code: &'static str) {
    let canned = Canned::answering(Answer::Error(400, code)).await;
    assert_eq!(refusal(&canned.endpoint).await, SendError::Refused(code.to_owned()));
}

#[rstest]
#[case::broken(Answer::Error(500, "InternalServiceErrorException"))]
#[case::unavailable(Answer::Error(503, "ServiceUnavailable"))]
#[case::hung_up(Answer::HangUp)]
#[case::nonsense(Answer::Nonsense)]
#[tokio::test]
async fn after_a_lost_or_senseless_answer_the_client_does_not_try_again(#[case] answer: Answer) {
    let canned = Canned::answering(answer).await;
    let refusal = refusal(&canned.endpoint).await;
    assert!(matches!(refusal, SendError::Unclear(_)), "{refusal:?}");
    assert_eq!(canned.asked(), 1, "the mail may have left, and would leave twice");
}

#[tokio::test]
async fn nobody_at_the_other_end_cannot_have_taken_the_mail() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", nobody.local_addr().unwrap());
    drop(nobody);
    assert_eq!(refusal(&endpoint).await, SendError::Busy("Unreachable".to_owned()));
}

#[tokio::test]
async fn what_ses_says_of_an_address_is_not_repeated() {
    let canned = Canned::answering(Answer::Error(400, "MessageRejected")).await;
    let refusal = refusal(&canned.endpoint).await;
    assert!(!format!("{refusal} {refusal:?}").contains("almgren"));
}
