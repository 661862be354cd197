//! Mails that say little.

use guildhall_domain::policy::Language;
use guildhall_store::MailRecord;
use guildhall_store::keys::Key;
use send_mail::{Audience, Mail, Topic};

/// A mail about the sending of an inquiry with this number.
pub(crate) fn mail(number: usize) -> Mail {
    let source = Key { pk: "ORG#almgren#INQUIRIES".to_owned(), sk: format!("INQUIRY#{number}") };
    Mail {
        record: MailRecord::new(&source, 1, Audience::Partner.code(), Topic::Inquiry.code()),
        to: "hej@almgren.example".into(),
        reply_to: Some("ingrid@lampverket.example".into()),
        subject: "Ny förfrågan från Lampverket & Söner: Đèn".into(),
        text: "Hej!\n\nVi säljer 2 100 lampor. Tiếng Việt cũng được.\n".into(),
        html: "<!doctype html><p>Vi säljer <b>2 100</b> lampor. Tiếng Việt cũng được.</p>".into(),
        language: Language::Sv,
        topic: Topic::Inquiry,
    }
}
