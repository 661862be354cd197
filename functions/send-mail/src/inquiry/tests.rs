//! Every mail about an inquiry, as its reader gets it.

use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::InquiryId;
use guildhall_domain::inquiry::{Budget, InquiryForm, Recipient};
use guildhall_domain::taxonomy::Service;
use rstest::rstest;

use super::*;
use crate::snapshot::written;

fn merchant() -> Actor {
    Actor {
        id: "u-ingrid".parse().unwrap(),
        name: "Ingrid Hallström".to_owned(),
        role: Role::Merchant,
        org: None,
    }
}

fn full_form() -> InquiryForm {
    InquiryForm {
        contact_name: "Ingrid Hallström".into(),
        contact_email: "ingrid@lampverket.example".into(),
        contact_phone: Some("+46 70 123 45 67".into()),
        company: "Lampverket & Söner AB".to_owned(),
        store: Some("lampverket.myshopify.com".to_owned()),
        website: Some("https://lampverket.example".to_owned()),
        country: "SE".parse().unwrap(),
        service: Service::CustomizeDesign,
        budget: Budget::To20000,
        goal: "Our product pages were made for 300 lamps and we now sell 2,100.\nCustomers call to ask which bulb fits.\n\nWe would like to open the new pages before the <autumn>.".into(),
        consent: true,
    }
}

/// Only what must be there.
fn bare_form() -> InquiryForm {
    InquiryForm {
        contact_phone: None,
        store: None,
        website: None,
        goal: "A new theme.".into(),
        ..full_form()
    }
}

fn inquiry(form: InquiryForm, language: Language, is_repeat: bool) -> Inquiry {
    let now = "2026-03-02T12:00:00Z".parse().unwrap();
    let org = "almgren".parse().unwrap();
    let id = |key| InquiryId::derive(&org, &merchant().id, key);
    let recipient = Recipient {
        handle: "atelje-almgren".parse().unwrap(),
        name: "Ateljé Almgren".to_owned(),
        email: "hej@almgren.example".into(),
        language,
    };
    let before = is_repeat.then(|| (id("first"), now));
    Inquiry::send(id("second"), recipient, form, &merchant(), language, before, now)
}

fn source() -> Key {
    Key { pk: "ORG#almgren#INQUIRIES".to_owned(), sk: "INQUIRY#2".to_owned() }
}

fn site() -> Site {
    Site::new("https://guildhall.example")
}

#[rstest]
fn each_audience_reads_the_inquiry_in_its_language(
    #[values(Language::En, Language::Sv, Language::Vi)] language: Language,
) {
    for is_repeat in [false, true] {
        let inquiry = inquiry(full_form(), language, is_repeat);
        let name = if is_repeat { "repeat" } else { "first" };
        let to_partner = to_partner(&inquiry, &source(), &site()).unwrap();
        insta::assert_snapshot!(format!("partner-{name}-{}", language.tag()), written(&to_partner));
        let to_merchant = to_merchant(&inquiry, &source(), &site()).unwrap();
        insta::assert_snapshot!(format!("merchant-{name}-{}", language.tag()), written(&to_merchant));
    }
}

#[test]
fn the_partner_answers_the_merchant_and_the_merchant_the_partner() {
    let inquiry = inquiry(full_form(), Language::En, false);
    let (there, back) = (inquiry.recipient.email.clone(), inquiry.form.contact_email.clone());
    let mail = to_partner(&inquiry, &source(), &site()).unwrap();
    assert_eq!((&mail.to, mail.reply_to.as_ref()), (&there, Some(&back)));
    let copy = to_merchant(&inquiry, &source(), &site()).unwrap();
    assert_eq!((&copy.to, copy.reply_to.as_ref()), (&back, Some(&there)));
    assert_ne!(mail.id(), copy.id());
}

#[test]
fn every_field_that_was_entered_is_in_both_mails() {
    let inquiry = inquiry(full_form(), Language::En, false);
    let entered = [
        "Ingrid Hallström",
        "ingrid@lampverket.example",
        "+46 70 123 45 67",
        "Lampverket & Söner AB",
        "lampverket.myshopify.com",
        "https://lampverket.example",
        "Sweden",
        "$5,000 – $20,000",
        "which bulb fits",
        "before the <autumn>",
        "agreed that these details",
    ];
    for mail in [to_partner(&inquiry, &source(), &site()), to_merchant(&inquiry, &source(), &site())] {
        let mail = mail.unwrap();
        let service = inquiry.form.service.words().en;
        for field in entered.into_iter().chain([service]) {
            assert!(mail.text.as_str().contains(field), "{field} is not in {}", mail.text.as_str());
            let escaped = field.replace('&', "&#38;").replace('<', "&#60;").replace('>', "&#62;");
            assert!(mail.html.as_str().contains(&escaped), "{escaped} is not in the HTML");
        }
    }
}

#[test]
fn what_was_not_entered_takes_no_line() {
    let inquiry = inquiry(bare_form(), Language::En, false);
    let mail = to_partner(&inquiry, &source(), &site()).unwrap();
    for label in ["Phone", "Store", "Website"] {
        assert!(!mail.text.as_str().contains(label), "{label}");
    }
}

#[rstest]
fn no_sentence_lacks_a_language_or_leaves_a_name_unfilled(
    #[values(Language::En, Language::Sv, Language::Vi)] language: Language,
) {
    let inquiry = inquiry(full_form(), language, true);
    for mail in [to_partner(&inquiry, &source(), &site()), to_merchant(&inquiry, &source(), &site())] {
        let mail = mail.unwrap();
        for part in [&mail.subject, &mail.text] {
            assert!(!part.as_str().contains(['{', '}']), "{}", part.as_str());
            assert!(!part.as_str().contains("**"), "{}", part.as_str());
        }
    }
}
