//! Events of Amazon SES, as a configuration set publishes them to EventBridge: the mail with its tags, and
//! beside it what happened. Only what is needed is read; addresses and the words of mail servers are not.

use std::collections::HashMap;

use guildhall_domain::delivery::Delivery;
use guildhall_store::{CarrierCode, MailId, Report};
use guildhall_worker::{Event, WorkError};
use serde::Deserialize;

/// The tag under which each mail carries its id.
const MAIL_TAG: &str = "mail";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Detail {
    event_type: String,
    mail: Mail,
    bounce: Option<Bounce>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Mail {
    message_id: String,
    #[serde(default)]
    tags: HashMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bounce {
    bounce_type: String,
}

/// Which mail an event is about, and what it says of it; `None` if it is about none of ours, or says nothing
/// about its way.
///
/// # Errors
/// When it is not an event as SES describes them. Trying again does not help.
pub(crate) fn read(event: &Event) -> Result<Option<(MailId, Report)>, WorkError> {
    // What serde says quotes the value that it did not like.
    let unreadable = |_| WorkError::Lasting("not an event of SES as it describes them".to_owned());
    let detail = Detail::deserialize(&event.detail).map_err(unreadable)?;
    let Some(mail) = detail.mail.tags.get(MAIL_TAG).and_then(|values| values.first()?.parse().ok()) else {
        return Ok(None);
    };
    let Some((delivery, code)) = told(&detail)? else { return Ok(None) };
    Ok(Some((mail, Report { message: detail.mail.message_id, delivery, code })))
}

fn told(detail: &Detail) -> Result<Option<(Delivery, Option<CarrierCode>)>, WorkError> {
    let told = match detail.event_type.as_str() {
        "Send" => (Delivery::Sent, None),
        "Delivery" => (Delivery::Delivered, None),
        "DeliveryDelay" => (Delivery::Sent, Some(CarrierCode::Delayed)),
        "Bounce" => {
            let Some(bounce) = &detail.bounce else {
                return Err(WorkError::Lasting("a bounce that does not say of which type".to_owned()));
            };
            bounced(bounce)
        }
        "Complaint" => (Delivery::Complained, Some(CarrierCode::Complaint)),
        "Reject" => (Delivery::Failed, Some(CarrierCode::Rejected)),
        "Rendering Failure" => (Delivery::Failed, Some(CarrierCode::Unwritable)),
        // Opened, clicked, subscribed: nothing about its way.
        _ => return Ok(None),
    };
    Ok(Some(told))
}

/// A full mailbox or a server that is down says nothing against the address. Whatever else comes back does:
/// a type that is not known yet is read as the carrier's not knowing.
fn bounced(bounce: &Bounce) -> (Delivery, Option<CarrierCode>) {
    match bounce.bounce_type.as_str() {
        "Transient" => (Delivery::Sent, Some(CarrierCode::Transient)),
        "Permanent" => (Delivery::Bounced, Some(CarrierCode::Permanent)),
        _ => (Delivery::Bounced, Some(CarrierCode::Undetermined)),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::{Value, json};

    use super::*;

    const MAIL: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    fn event(kind: &str, tags: &Value, beside: (&str, Value)) -> Event {
        let mut detail = json!({
            "eventType": kind,
            "mail": {
                "timestamp": "2026-11-21T09:00:00.012Z",
                "source": "Guildhall <no-reply@guildhall.example>",
                "sendingAccountId": "123456789012",
                "messageId": "0100018f-m1",
                "destination": ["ida@norrsken.example"],
                "headersTruncated": false,
                "headers": [{ "name": "To", "value": "ida@norrsken.example" }],
                "commonHeaders": { "to": ["ida@norrsken.example"] },
                "tags": tags,
            },
        });
        detail[beside.0] = beside.1;
        let event = json!({
            "version": "0", "id": "e-1", "detail-type": "Email", "source": "aws.ses",
            "account": "123456789012", "time": "2026-11-21T09:00:01Z", "region": "eu-north-1",
            "resources": ["arn:aws:ses:eu-north-1:123456789012:configuration-set/mail-events"],
            "detail": detail,
        });
        serde_json::from_value(event).unwrap()
    }

    fn ours() -> Value {
        json!({ "mail": [MAIL], "topic": ["inquiry"], "ses:configuration-set": ["mail-events"] })
    }

    fn bounce(of: &str) -> (&'static str, Value) {
        let words = "smtp; 550 5.1.1 <ida@norrsken.example> user unknown";
        let recipient = json!({ "emailAddress": "ida@norrsken.example", "diagnosticCode": words });
        ("bounce", json!({ "bounceType": of, "bounceSubType": "General", "bouncedRecipients": [recipient] }))
    }

    fn nothing(name: &'static str) -> (&'static str, Value) {
        (name, json!({}))
    }

    #[rstest]
    #[case("Send", nothing("send"), Delivery::Sent, None)]
    #[case("Delivery", nothing("delivery"), Delivery::Delivered, None)]
    #[case("DeliveryDelay", nothing("deliveryDelay"), Delivery::Sent, Some(CarrierCode::Delayed))]
    #[case("Bounce", bounce("Permanent"), Delivery::Bounced, Some(CarrierCode::Permanent))]
    #[case("Bounce", bounce("Undetermined"), Delivery::Bounced, Some(CarrierCode::Undetermined))]
    #[case("Bounce", bounce("Transient"), Delivery::Sent, Some(CarrierCode::Transient))]
    #[case("Complaint", nothing("complaint"), Delivery::Complained, Some(CarrierCode::Complaint))]
    #[case("Reject", nothing("reject"), Delivery::Failed, Some(CarrierCode::Rejected))]
    #[case("Rendering Failure", nothing("failure"), Delivery::Failed, Some(CarrierCode::Unwritable))]
    fn what_ses_tells_is_read(
        #[case] kind: &str,
        #[case] beside: (&'static str, Value),
        #[case] delivery: Delivery,
        #[case] code: Option<CarrierCode>,
    ) {
        let (mail, report) = read(&event(kind, &ours(), beside)).unwrap().unwrap();
        assert_eq!(mail.to_string(), MAIL);
        assert_eq!(report, Report { message: "0100018f-m1".to_owned(), delivery, code });
    }

    #[test]
    fn what_is_not_about_the_way_of_one_of_our_mails_is_left() {
        for other in [json!({}), json!({ "mail": [] }), json!({ "mail": ["somebody else's"] })] {
            assert_eq!(read(&event("Bounce", &other, bounce("Permanent"))).unwrap(), None);
        }
        assert_eq!(read(&event("Open", &ours(), nothing("open"))).unwrap(), None);
    }

    #[test]
    fn what_is_no_such_event_is_refused_without_a_word_of_it() {
        let mut broken = event("Bounce", &ours(), nothing("send"));
        let untyped = read(&broken).unwrap_err();
        broken.detail = json!("ida@norrsken.example");
        for error in [untyped, read(&broken).unwrap_err()] {
            assert!(!error.is_passing());
            assert!(!error.to_string().contains("ida@"), "{error}");
        }
    }
}
