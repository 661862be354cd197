//! What stands in a mail's table: what was entered, what was said, and which lead it is about.

use guildhall_domain::country;
use guildhall_domain::lead::{
    AnnualRevenue, Event, EventKind, ExpectedTiming, Hold, Lead, LeadField, Outcome, PaymentsInterest,
};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::{self, Language, Words};

use super::moment::Moment;
use super::words::{self, entered};
use crate::letter::Fact;

/// Rows in the reader's language.
pub(super) struct Rows {
    language: Language,
    rows: Vec<Fact>,
}

impl Rows {
    pub(super) fn new(language: Language) -> Self {
        Self { language, rows: Vec::new() }
    }

    pub(super) fn done(self) -> Vec<Fact> {
        self.rows
    }

    fn put(&mut self, label: Words, value: impl Into<String>) {
        self.rows.push(Fact::new(label.text(self.language), value));
    }

    fn put_words(&mut self, label: Words, value: Words) {
        self.put(label, value.text(self.language));
    }

    fn put_said(&mut self, label: Words, said: Option<&Personal>) {
        if let Some(said) = said {
            self.put(label, said.as_str());
        }
    }

    fn put_field(&mut self, lead: &Lead, field: LeadField) {
        if let Some(value) = field.value(&lead.form) {
            self.put(field.words(), field_value(field, &value, self.language));
        }
    }

    /// Every field that was filled in, in the order of the form.
    pub(super) fn entered(&mut self, lead: &Lead) {
        let form = &lead.form;
        self.put_words(entered::PRODUCT, policy::product_name(lead.product()));
        for field in BEFORE_SUPPORT {
            self.put_field(lead, field);
        }
        self.put_words(entered::SUPPORT, entered::support(form.sales_support));
        self.put_field(lead, LeadField::Description);
        if let Some(reference) = &form.reference {
            self.put(entered::REFERENCE, reference);
        }
        if form.inquiry.is_some() {
            self.put_words(entered::ORIGIN, entered::FROM_INQUIRY);
        }
        if form.consent {
            self.put_words(entered::CONSENT, entered::CONSENTED);
        }
    }

    /// What somebody said with the event.
    pub(super) fn said(&mut self, event: &Event) {
        let reason = |reason: &policy::ReasonCode| reason.reason().words;
        match &event.kind {
            EventKind::Assigned { note, .. }
            | EventKind::WorkStarted { note }
            | EventKind::Awarded { note } => self.put_said(words::NOTE, note.as_ref()),
            EventKind::SupportRequested { message } => self.put_said(words::MESSAGE, message.as_ref()),
            EventKind::MarkedNotEligible { reason: code, note }
            | EventKind::FoundIneligible { reason: code, note } => {
                self.put_words(words::REASON, reason(code));
                self.put_said(words::NOTE, note.as_ref());
            }
            EventKind::ReopenProposed { reason }
            | EventKind::Reopened { reason }
            | EventKind::Withdrawn { reason } => self.put_said(words::REASON, Some(reason)),
            EventKind::QuestionAsked { message } => self.put_said(words::QUESTION, Some(message)),
            EventKind::InformationRequested { fields, message } => {
                self.put_said(words::MESSAGE, Some(message));
                let names: Vec<_> = fields.iter().map(|field| field.words().text(self.language)).collect();
                self.put(words::ASKED_FOR, names.join("\n"));
            }
            EventKind::InformationProvided { changes, note }
            | EventKind::DetailsCorrected { changes, note, .. } => {
                for change in changes {
                    let value = |side: &Option<Personal>| match side {
                        Some(value) => field_value(change.field, value, self.language),
                        None => words::NOTHING.text(self.language).to_owned(),
                    };
                    let moved = format!("{} → {}", value(&change.before), value(&change.after));
                    self.put(change.field.words(), moved);
                }
                self.put_said(words::MESSAGE, note.as_ref());
            }
            EventKind::Submitted { .. } | EventKind::PayoutIssued { .. } | EventKind::Escalated { .. } => {}
        }
    }

    /// Which lead it is, for its partner.
    pub(super) fn about_for_partner(&mut self, lead: &Lead, moment: &Moment) {
        self.put(words::MERCHANT, lead.form.company.as_str());
        self.put_words(entered::PRODUCT, policy::product_name(lead.product()));
        self.put(words::STATUS, standing(moment, self.language));
        if let Some(representative) = &lead.representative {
            self.put(words::REPRESENTATIVE, representative.name.as_str());
        }
    }

    /// Which lead it is, for whoever works on it.
    pub(super) fn about_for_sales(&mut self, lead: &Lead, moment: &Moment) {
        self.put(words::MERCHANT, lead.form.company.as_str());
        for field in [LeadField::ContactName, LeadField::ContactEmail, LeadField::Phone] {
            self.put_field(lead, field);
        }
        for field in [LeadField::Website, LeadField::Country] {
            self.put_field(lead, field);
        }
        let product = policy::product_name(lead.product()).text(self.language);
        let support = policy::support_name(moment.facts.track.support()).text(self.language);
        self.put(entered::PRODUCT, format!("{product}, {}", lowered(support)));
        self.put(words::PARTNER, lead.org_name.as_str());
        self.put(words::STATUS, standing(moment, self.language));
        self.put_field(lead, LeadField::Description);
        self.put(words::LEAD, lead.id.to_string());
    }

    /// Who has the lead, for the managers.
    pub(super) fn holder(&mut self, lead: &Lead) {
        match &lead.representative {
            Some(representative) => self.put(words::REPRESENTATIVE, representative.name.as_str()),
            None => self.put_words(words::REPRESENTATIVE, words::NOBODY),
        }
    }

    /// Which lead it was, for whoever may no longer read it.
    pub(super) fn about_for_former(&mut self, lead: &Lead) {
        self.put(words::MERCHANT, lead.form.company.as_str());
        self.put_words(entered::PRODUCT, policy::product_name(lead.product()));
        self.put(words::PARTNER, lead.org_name.as_str());
    }
}

/// The form's fields that stand before the question about support.
const BEFORE_SUPPORT: [LeadField; 13] = [
    LeadField::ContactName,
    LeadField::ContactEmail,
    LeadField::Phone,
    LeadField::Company,
    LeadField::Website,
    LeadField::Country,
    LeadField::ExistingStore,
    LeadField::ExpectedTiming,
    LeadField::CurrentPlatform,
    LeadField::AnnualRevenue,
    LeadField::LocationCount,
    LeadField::CurrentPos,
    LeadField::PaymentsInterest,
];

/// What a field holds, in words. Choices and countries are kept as codes.
fn field_value(field: LeadField, value: &Personal, language: Language) -> String {
    let code = value.as_str();
    let words = match field {
        LeadField::Country => {
            return code
                .parse()
                .map_or_else(|_| code.to_owned(), |country| country::name(country, language).to_owned());
        }
        LeadField::ExpectedTiming => ExpectedTiming::from_code(code).map(entered::timing),
        LeadField::AnnualRevenue => AnnualRevenue::from_code(code).map(entered::revenue),
        LeadField::PaymentsInterest => PaymentsInterest::from_code(code).map(entered::payments),
        LeadField::ContactName
        | LeadField::ContactEmail
        | LeadField::Phone
        | LeadField::Company
        | LeadField::Website
        | LeadField::ExistingStore
        | LeadField::Description
        | LeadField::CurrentPlatform
        | LeadField::LocationCount
        | LeadField::CurrentPos => None,
    };
    words.map_or_else(|| code.to_owned(), |words| words.text(language).to_owned())
}

/// The status, and beside it what came of a lead whose status never moves, or what keeps it.
pub(super) fn standing(moment: &Moment, language: Language) -> String {
    let status = policy::status_name(moment.facts.status).text(language);
    let beside = match (moment.facts.hold, moment.facts.outcome) {
        (Some(Hold::Information), _) => words::WAITING,
        (Some(Hold::Withdrawn), _) => words::WITHDRAWN,
        (None, Some(outcome @ (Outcome::Paid | Outcome::NotEligible))) => policy::outcome_name(outcome),
        (None, Some(Outcome::Pending) | None) => return status.to_owned(),
    };
    format!("{status} · {}", beside.text(language))
}

/// The same with a small letter in front, for the middle of a line.
fn lowered(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_lowercase().chain(characters).collect(),
        None => String::new(),
    }
}
