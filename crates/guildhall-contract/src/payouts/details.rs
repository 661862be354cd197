//! Where an organisation is paid: who owns it says so, and the number of the account is never answered whole.

use guildhall_domain::actor::Stamp;
use guildhall_domain::country::Country;
use guildhall_domain::payout::{ACCOUNT_MAX, AccountNumber, AccountNumberError, PayoutDetails};
use guildhall_domain::personal::Personal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};

/// In whose name the account is.
pub const PAYEE: FieldRule =
    FieldRule { name: "payee", kind: FieldKind::Line { max: 120 }, need: Need::Required };
/// The country of the bank.
pub const PAYOUT_COUNTRY_FIELD: FieldRule =
    FieldRule { name: "country", kind: FieldKind::Country, need: Need::Required };
/// The number of the account. Its groups may be as people write them, so it may be longer than its characters.
pub const PAYOUT_ACCOUNT: FieldRule =
    FieldRule { name: "account", kind: FieldKind::Line { max: ACCOUNT_MAX * 2 }, need: Need::Optional };

/// Where the organisation is paid. The revision is the `ETag`, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PayoutDetailsEntry {
    /// In whose name the account is; `null` if nobody has said where to pay.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub payee: Option<Personal>,
    /// The country of the bank.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "SE"))]
    pub country: Option<Country>,
    /// The last four characters of the account's number.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub account_ending: Option<Personal>,
    /// Whether the caller may change it.
    pub may_change: bool,
    /// Who changed it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Stamp>,
    /// The revision, for `If-Match`; 0 if there never was one.
    pub version: u64,
}

impl PayoutDetailsEntry {
    /// Details as they are answered.
    #[must_use]
    pub fn new(
        details: Option<&PayoutDetails>,
        may_change: bool,
        changed: Option<Stamp>,
        version: u64,
    ) -> Self {
        Self {
            payee: details.map(|details| details.payee.clone()),
            country: details.map(|details| details.country),
            account_ending: details.map(|details| details.account.ending()),
            may_change,
            changed,
            version,
        }
    }
}

/// Where the organisation wants to be paid, whole but for an account that stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PayoutDetailsBody {
    /// In whose name the account is; 120 characters.
    #[cfg_attr(feature = "openapi", schema(value_type = String, min_length = 1, max_length = 120))]
    pub payee: Personal,
    /// The country of the bank.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "SE"))]
    pub country: Country,
    /// The number of the account, 4 to 34 letters and digits, in groups or not; an IBAN is checked by its check
    /// digits. Left out, the account stays what it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, max_length = 68))]
    pub account: Option<AccountNumber>,
}

/// Reads where an organisation wants to be paid.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_payout_details(body: &Map<String, Value>) -> Result<PayoutDetailsBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let payee = reader.text(&PAYEE).map(Personal::new);
    let country = reader.text(&PAYOUT_COUNTRY_FIELD).and_then(|code| code.parse().ok());
    let account = reader.text(&PAYOUT_ACCOUNT).map(|text| AccountNumber::read(&text)).transpose();
    let account = account.unwrap_or_else(|error| {
        let code = match error {
            AccountNumberError::Form => FieldCode::AccountInvalid,
            AccountNumberError::CheckDigits => FieldCode::AccountMistyped,
        };
        reader.refuse(FieldError::field(PAYOUT_ACCOUNT.name, code));
        None
    });
    let errors = reader.finish();
    match (payee, country) {
        (Some(payee), Some(country)) if errors.is_empty() => {
            Ok(PayoutDetailsBody { payee, country, account })
        }
        _ => Err(errors),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    #[test]
    fn an_account_may_stay_what_it_is() {
        let body = json!({ "payee": " Acme AB ", "country": "SE", "account": " " });
        let read = read_payout_details(body.as_object().unwrap()).unwrap();
        assert_eq!((read.payee.as_str(), read.account), ("Acme AB", None));
    }

    #[rstest]
    #[case(json!({ "payee": "", "country": "SE" }), "/payee", FieldCode::Required)]
    #[case(json!({ "payee": "Acme", "country": "Sweden" }), "/country", FieldCode::CountryUnknown)]
    #[case(json!({ "payee": "Acme", "country": "SE", "account": "12_34" }), "/account", FieldCode::AccountInvalid)]
    #[case(json!({ "payee": "Acme", "country": "SE", "account": "SE45 5000 0000 0583 9825 7467" }), "/account", FieldCode::AccountMistyped)]
    #[case(json!({ "payee": "Acme", "country": "SE", "bank": "x" }), "/bank", FieldCode::Unknown)]
    fn what_is_wrong_is_named(#[case] body: Value, #[case] pointer: &str, #[case] code: FieldCode) {
        let errors = read_payout_details(body.as_object().unwrap()).unwrap_err();
        assert_eq!((errors[0].pointer.as_deref(), errors[0].code), (Some(pointer), code));
    }
}
