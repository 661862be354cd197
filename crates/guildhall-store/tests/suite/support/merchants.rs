//! Merchants, what they write to partners and what they say about them.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::{InquiryId, OrgId};
use guildhall_domain::inquiry::{Budget, Inquiry, InquiryCommand, InquiryForm, InquiryStatus, Recipient};
use guildhall_domain::policy::Language;
use guildhall_domain::review::{Review, Stars, Written};
use guildhall_domain::taxonomy::Service;
use guildhall_store::{Arrival, Inquiries, InquiryCreated, Sender};

use super::leads::{member, noon};

pub(crate) const EMAIL: &str = "anna@shop.example";
pub(crate) const ADDRESS: &str = "192.0.2.17";

pub(crate) fn merchant(id: &str) -> Actor {
    Actor { id: id.parse().unwrap(), name: "Anna Sjöström".to_owned(), role: Role::Merchant, org: None }
}

pub(crate) fn inquiry_form(email: &str) -> InquiryForm {
    InquiryForm {
        contact_name: "Anna Sjöström".into(),
        contact_email: email.into(),
        contact_phone: Some("+46 70 123 45 67".into()),
        company: "Sjöströms Garn".to_owned(),
        store: Some("sjostroms-garn.myshopify.com".to_owned()),
        website: None,
        country: "SE".parse().unwrap(),
        service: Service::ALL[4],
        budget: Budget::To5000,
        goal: "We sell yarn from two shops and want to sell it online as well.".into(),
        consent: true,
    }
}

/// An inquiry as it is sent now, knowing of an earlier one.
pub(crate) fn inquiry(
    org: &OrgId,
    merchant: &Actor,
    key: &str,
    before: Option<(InquiryId, DateTime<Utc>)>,
    now: DateTime<Utc>,
) -> Inquiry {
    let recipient = Recipient {
        handle: org.as_str().parse().unwrap(),
        name: "Acme Studio".to_owned(),
        email: "hello@acme.example".into(),
        language: Language::Sv,
    };
    let id = InquiryId::derive(org, &merchant.id, key);
    Inquiry::send(id, recipient, inquiry_form(EMAIL), merchant, Language::Vi, before, now)
}

/// What the function does before it takes an inquiry.
pub(crate) async fn arrive(inquiries: &Inquiries, id: &InquiryId, merchant: &Actor) -> Arrival {
    let sender = Sender { merchant: &merchant.id, email: EMAIL, address: ADDRESS };
    inquiries.arrive(id, &sender).await.unwrap()
}

/// An inquiry that somebody just sent; nobody is in the way.
pub(crate) async fn sent(inquiries: &Inquiries, org: &OrgId, key: &str) -> Inquiry {
    let anna = merchant("m-anna");
    let arrival = arrive(inquiries, &InquiryId::derive(org, &anna.id, key), &anna).await;
    let inquiry = inquiry(org, &anna, key, arrival.last.clone(), noon());
    assert_eq!(inquiries.create(&inquiry, "hash", arrival).await.unwrap(), InquiryCreated::New);
    inquiry
}

/// A review of a partner by somebody whom it worked for.
pub(crate) fn review(org: &OrgId, writer: &str, quality: u8, communication: u8) -> Review {
    let writer = merchant(writer);
    let mut worked = inquiry(org, &writer, "worked", None, noon());
    worked.apply(InquiryCommand::Mark(InquiryStatus::WorkedOn), &member(org), noon()).unwrap();
    let written = Written {
        service: Service::ALL[4],
        quality: Stars::try_from(quality).unwrap(),
        communication: Stars::try_from(communication).unwrap(),
        text: "They answered every question and the shop sells.".to_owned(),
    };
    Review::write(&worked, written, &writer, noon()).unwrap()
}

/// When a review that was written at noon may be published.
pub(crate) fn held_long_enough() -> DateTime<Utc> {
    noon() + TimeDelta::hours(48)
}
