//! Rules for single fields, and the reader that checks a whole body by them.
//!
//! A rule is data: a form can show its limit and mark it optional, and both ends refuse the same
//! things with the same code. Errors carry codes and parameters, never words; the reader's language
//! words them.

mod email;
mod reader;
mod rule;
mod web;

pub use reader::Reader;
pub use rule::{FieldKind, FieldRule, FieldValue, Need};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum FieldCode {
    /// Missing or empty.
    Required,
    /// Longer than `max` characters.
    TooLong,
    /// Not of the kind `expected`.
    WrongKind,
    /// A field that is not known here.
    Unknown,
    /// A field of the other product.
    OtherProduct,
    /// A control character or one that turns the writing direction.
    ControlCharacter,
    /// Not an e-mail address.
    EmailInvalid,
    /// A web address without `https://`; `suggestion` has it.
    SchemeMissing,
    /// Not a web address.
    WebsiteInvalid,
    /// Not a phone number.
    PhoneInvalid,
    /// Not a store's `*.myshopify.com` address.
    StoreInvalid,
    /// Not a country code.
    CountryUnknown,
    /// None of the choices in `allowed`.
    ChoiceUnknown,
    /// Not between `min` and `max`.
    OutOfRange,
    /// The merchant's consent is needed.
    ConsentNeeded,
    /// This reason needs a note.
    NoteNeeded,
    /// Not a currency of the programme; `allowed` has them.
    CurrencyUnknown,
    /// Not a day as `YYYY-MM-DD`.
    DateInvalid,
    /// Not a month as `YYYY-MM`.
    MonthInvalid,
    /// Not an id.
    IdInvalid,
    /// Not a moment as `2026-11-22T12:00:00Z`.
    MomentInvalid,
    /// Not after the moment in the field `earlier`.
    NotAfter,
    /// In the future, by more than clocks differ; it is `now`.
    FromTheFuture,
    /// There is an e-mail address in it, and nobody could take it out again.
    AddressInside,
    /// Another lead of the organisation has this reference; `lead_id` names it.
    ReferenceTaken,
    /// Nobody with this id is on the roster.
    RepresentativeUnknown,
    /// More than `max` things in a list.
    TooMany,
    /// Not 2 to 40 of `a-z`, `0-9` and `-`, starting with a letter, or a word of the directory's own.
    HandleInvalid,
    /// Another partner has this handle.
    HandleTaken,
    /// The profile was published under another handle and keeps it.
    HandleFixed,
    /// The same thing a second time.
    Repeated,
    /// The most is not more than the least, or in another currency.
    RangeInvalid,
    /// Not a page of that network.
    NetworkMismatch,
    /// A field that people leave empty was filled in.
    LeaveEmpty,
    /// The form's token is missing, damaged, or for another form: ask for a new one.
    FormTokenInvalid,
    /// The form was filled in faster than a person can; wait `seconds` and send it again.
    TooFast,
    /// No inquiry of the organisation has this id.
    InquiryUnknown,
    /// The inquiry was turned into a lead already; `lead_id` names it.
    InquiryUsed,
    /// A topic that cannot be switched off.
    TopicMandatory,
    /// Not a time zone of the IANA database.
    TimeZoneUnknown,
    /// The form was open too long: ask for a new token and send it again.
    FormExpired,
    /// A row of a file has `found` cells where `expected` belong.
    CellCount,
    /// It stays as it was submitted.
    Fixed,
    /// The lead is decided or withdrawn, or its story is full: nothing of it can be corrected any more.
    LeadClosed,
    /// The lead with this reference was erased and does not come back.
    ReferenceErased,
    /// Nowhere that we would send to; `fault` says why: `scheme`, `user_info`, `host`, `port`, `private`, `fragment`,
    /// `characters` or `long`.
    EndpointInvalid,
    /// Nobody asked for this field; only what was asked for may be changed.
    NotAsked,
    /// Not the number of an account: 4 to 34 letters and digits.
    AccountInvalid,
    /// It looks like an IBAN, and its check digits do not fit.
    AccountMistyped,
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// JSON pointer into the body: `/contact_email`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// Name of the query parameter, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// What is wrong.
    pub code: FieldCode,
    /// What the words need: `max`, `allowed`, `suggestion`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, String>,
}

impl FieldError {
    /// An error in a field of the body.
    #[must_use]
    pub fn field(name: &str, code: FieldCode) -> Self {
        Self::at(pointer(name), code)
    }

    /// An error at a JSON pointer into the body, for fields inside lists: `/services/3/price`.
    #[must_use]
    pub fn at(pointer: String, code: FieldCode) -> Self {
        Self { pointer: Some(pointer), parameter: None, code, params: BTreeMap::new() }
    }

    /// An error in a query parameter.
    #[must_use]
    pub fn parameter(name: &str, code: FieldCode) -> Self {
        Self { pointer: None, parameter: Some(name.to_owned()), code, params: BTreeMap::new() }
    }

    /// The same error with one more parameter for its words.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// Whether the error is about the value at a pointer, or about something inside it.
    #[must_use]
    pub fn is_within(&self, place: &str) -> bool {
        let rest = self.pointer.as_deref().and_then(|pointer| pointer.strip_prefix(place));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The field's name, if it is one of the body's own.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.pointer.as_deref().and_then(|pointer| pointer.strip_prefix('/'))
    }
}

/// The JSON pointer of a top-level field (RFC 6901).
fn pointer(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}
