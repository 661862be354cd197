//! What a form of a submitted lead's fields is for: answering a question, or correcting unasked.

use guildhall_contract::fields::FieldRule;
use guildhall_contract::lead_form::lead_fields;
use guildhall_contract::lead_work::ANSWER_NOTE;
use guildhall_contract::leads::LeadDetails;
use guildhall_domain::lead::{CommandKind, LeadField};
use serde_json::{Map, Value};

use crate::api::{Api, ApiError, leads};
use crate::features::leads::submit::required_words;
use crate::i18n::texts;

/// What the form is for.
#[derive(Clone, PartialEq)]
pub(super) enum Purpose {
    /// To answer what was asked: these fields.
    Answer(Vec<LeadField>),
    /// To correct any field that may be corrected.
    Correction,
}

impl Purpose {
    /// The fields, in the form's order.
    pub(super) fn rules(&self, lead: &LeadDetails) -> Vec<FieldRule> {
        let fields = match self {
            Self::Answer(asked) => asked.as_slice(),
            Self::Correction => LeadField::ALL,
        };
        let is_offered = |rule: &&FieldRule| fields.iter().any(|field| field.slug() == rule.name);
        lead_fields(lead.product).iter().filter(is_offered).copied().collect()
    }

    /// Whose draft it is.
    pub(super) fn draft(&self, lead: &LeadDetails, user_id: &str) -> String {
        let what = match self {
            Self::Answer(_) => "information",
            Self::Correction => "correction",
        };
        format!("guildhall.draft.{what}.{}.{user_id}", lead.id)
    }

    /// What stands at a field that is needed and empty.
    pub(super) fn required(&self) -> fn(&str) -> &'static str {
        match self {
            Self::Answer(_) => required_of_an_answer,
            Self::Correction => required_of_a_correction,
        }
    }

    /// Whether words alone say something.
    pub(super) fn takes_words_alone(&self) -> bool {
        matches!(self, Self::Answer(_))
    }

    /// Whether it can still be sent for a lead as it is now.
    pub(super) fn is_open(&self, lead: &LeadDetails) -> bool {
        match self {
            Self::Answer(_) => lead.question.is_some(),
            Self::Correction => may_correct(lead),
        }
    }

    /// Sends it.
    pub(super) async fn send(
        &self,
        api: Api,
        seen: &LeadDetails,
        body: &Map<String, Value>,
    ) -> Result<LeadDetails, ApiError> {
        match self {
            Self::Answer(_) => leads::provide(api, seen, body).await,
            Self::Correction => leads::correct(api, seen, body).await,
        }
    }

    /// What its button says.
    pub(super) fn button(&self) -> &'static str {
        match self {
            Self::Answer(_) => texts::lead_work::answer_send(),
            Self::Correction => texts::lead_work::correct_send(),
        }
    }

    /// What is said when it is done.
    pub(super) fn done(&self) -> &'static str {
        match self {
            Self::Answer(_) => texts::lead_work::answer_sent(),
            Self::Correction => texts::lead_work::correct_done(),
        }
    }
}

/// Whether the reader may correct it now. While something is asked, the answer comes first: both forms have the same
/// fields.
pub(super) fn may_correct(lead: &LeadDetails) -> bool {
    lead.allowed.contains(&CommandKind::CorrectDetails)
        && !lead.allowed.contains(&CommandKind::ProvideInformation)
}

fn required_of_an_answer(name: &str) -> &'static str {
    if name == ANSWER_NOTE.name { texts::lead_work::answer_note_needed() } else { required_words(name) }
}

fn required_of_a_correction(name: &str) -> &'static str {
    if name == ANSWER_NOTE.name { texts::lead_work::correct_nothing() } else { required_words(name) }
}
