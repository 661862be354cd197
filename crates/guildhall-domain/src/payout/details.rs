//! Where an organisation is paid.

use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::personal::Personal;

/// The longest number of an account; the longest IBAN has so many characters.
pub const ACCOUNT_MAX: usize = 34;
const ACCOUNT_MIN: usize = 4;
/// How many of its last characters are shown.
const SHOWN: usize = 4;
/// An IBAN says its country in two letters and then has two check digits.
const IBAN_HEAD: usize = 4;

/// The number of an account, without spaces, in capitals. `Debug` hides it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AccountNumber(Personal);

/// Why a text is no number of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AccountNumberError {
    /// It has other characters than letters, digits, spaces and hyphens, or too few or too many of them.
    #[error("an account has a number of 4 to 34 letters and digits")]
    Form,
    /// It looks like an IBAN, and its check digits say that it was mistyped.
    #[error("the check digits of the IBAN do not fit")]
    CheckDigits,
}

impl AccountNumber {
    /// Reads a number as people write it: in groups, with spaces or hyphens.
    ///
    /// # Errors
    /// When it cannot be the number of an account.
    pub fn read(text: &str) -> Result<Self, AccountNumberError> {
        let number: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let fits = (ACCOUNT_MIN..=ACCOUNT_MAX).contains(&number.len());
        if !fits || !number.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(AccountNumberError::Form);
        }
        if looks_like_iban(&number) && iban_rest(&number) != 1 {
            return Err(AccountNumberError::CheckDigits);
        }
        Ok(Self(Personal::new(number)))
    }

    /// The whole number, for whoever pays.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Its last four characters, by which its owner knows it.
    #[must_use]
    pub fn ending(&self) -> Personal {
        let number = self.as_str();
        Personal::new(number.get(number.len().saturating_sub(SHOWN)..).unwrap_or_default())
    }
}

impl TryFrom<String> for AccountNumber {
    type Error = AccountNumberError;

    fn try_from(text: String) -> Result<Self, AccountNumberError> {
        Self::read(&text)
    }
}

impl From<AccountNumber> for String {
    fn from(number: AccountNumber) -> Self {
        number.0.as_str().to_owned()
    }
}

/// Where and to whom an organisation is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayoutDetails {
    /// In whose name the account is.
    pub payee: Personal,
    /// The country of the bank.
    pub country: Country,
    /// The account.
    pub account: AccountNumber,
}

/// Two letters and two digits: numbers of accounts that are no IBANs begin otherwise.
fn looks_like_iban(number: &str) -> bool {
    let head = number.as_bytes().get(..IBAN_HEAD).unwrap_or_default();
    match head {
        [a, b, c, d] => {
            a.is_ascii_alphabetic() && b.is_ascii_alphabetic() && c.is_ascii_digit() && d.is_ascii_digit()
        }
        _ => false,
    }
}

/// ISO 7064: the number with its head put last, letters as 10 to 35, modulo 97. It is 1 for a valid IBAN.
fn iban_rest(number: &str) -> u32 {
    let (head, tail) = number.split_at(IBAN_HEAD.min(number.len()));
    let values = tail.chars().chain(head.chars()).filter_map(|c| c.to_digit(36));
    values.fold(0, |rest, value| if value < 10 { rest * 10 + value } else { rest * 100 + value } % 97)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("SE45 5000 0000 0583 9825 7466", "SE4550000000058398257466", "7466")]
    #[case("gb29 nwbk 6016 1331 9268 19", "GB29NWBK60161331926819", "6819")]
    #[case("0071 0012-34567", "0071001234567", "4567")]
    #[case("1234", "1234", "1234")]
    fn a_number_is_read_however_it_is_grouped(
        #[case] typed: &str,
        #[case] number: &str,
        #[case] ending: &str,
    ) {
        let read = AccountNumber::read(typed).unwrap();
        assert_eq!((read.as_str(), read.ending().as_str()), (number, ending));
        assert_eq!(AccountNumber::read(read.as_str()), Ok(read));
    }

    #[rstest]
    #[case("", AccountNumberError::Form)]
    #[case("123", AccountNumberError::Form)]
    #[case("12345678901234567890123456789012345", AccountNumberError::Form)]
    #[case("1234_5678", AccountNumberError::Form)]
    #[case("１２３４５６", AccountNumberError::Form)]
    #[case("SE45 5000 0000 0583 9825 7467", AccountNumberError::CheckDigits)]
    fn what_is_no_number_is_refused(#[case] typed: &str, #[case] error: AccountNumberError) {
        assert_eq!(AccountNumber::read(typed), Err(error));
    }

    #[test]
    fn a_number_reaches_no_log() {
        let number = AccountNumber::read("0071001234567").unwrap();
        assert!(!format!("{number:?}").contains("4567"));
    }
}
