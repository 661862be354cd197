//! The closed list of reasons for *Not eligible*, in the words that the partner reads.

use serde::{Deserialize, Serialize};

use super::words::{Words, words};

/// Why a lead is not eligible. A free note may go with any of them; `Other` needs one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ReasonCode {
    /// Somebody submitted the same merchant before.
    Duplicate,
    /// The merchant has the product already.
    ExistingCustomer,
    /// The merchant is not new to the platform.
    NotNetNew,
    /// The merchant decided against it.
    MerchantDeclined,
    /// Nobody answers.
    Unreachable,
    /// The merchant does not meet the product's conditions.
    TermsNotMet,
    /// The product is not sold there.
    OutsideTerritory,
    /// The merchant did not agree to be contacted.
    NoConsent,
    /// Something else, said in the note.
    Other,
}

/// A reason with its words.
#[derive(Debug)]
pub struct Reason {
    /// The code on the wire.
    pub code: ReasonCode,
    /// The same as text.
    pub id: &'static str,
    /// What the partner reads.
    pub words: Words,
    /// Whether it means nothing without a note.
    pub needs_note: bool,
}

impl ReasonCode {
    /// The reason's row.
    #[must_use]
    pub fn reason(self) -> &'static Reason {
        let place = match self {
            Self::Duplicate => 0,
            Self::ExistingCustomer => 1,
            Self::NotNetNew => 2,
            Self::MerchantDeclined => 3,
            Self::Unreachable => 4,
            Self::TermsNotMet => 5,
            Self::OutsideTerritory => 6,
            Self::NoConsent => 7,
            Self::Other => 8,
        };
        &REASONS[place]
    }
}

const fn reason(code: ReasonCode, id: &'static str, words: Words) -> Reason {
    Reason { code, id, words, needs_note: matches!(code, ReasonCode::Other) }
}

/// Every reason, in the order to offer them.
pub static REASONS: [Reason; 9] = [
    reason(
        ReasonCode::Duplicate,
        "duplicate",
        words(
            "Another partner submitted this merchant before",
            "En annan partner har redan skickat in den här handlaren",
            "Một đối tác khác đã gửi thương nhân này trước đó",
        ),
    ),
    reason(
        ReasonCode::ExistingCustomer,
        "existing_customer",
        words(
            "The merchant already has this product",
            "Handlaren har redan den här produkten",
            "Thương nhân đã có sản phẩm này",
        ),
    ),
    reason(
        ReasonCode::NotNetNew,
        "not_net_new",
        words(
            "The merchant is not new to the platform",
            "Handlaren är inte ny på plattformen",
            "Thương nhân không phải là khách hàng mới của nền tảng",
        ),
    ),
    reason(
        ReasonCode::MerchantDeclined,
        "merchant_declined",
        words("The merchant decided against it", "Handlaren tackade nej", "Thương nhân đã từ chối"),
    ),
    reason(
        ReasonCode::Unreachable,
        "unreachable",
        words(
            "The contact could not be reached",
            "Kontakten gick inte att nå",
            "Không liên hệ được với người liên hệ",
        ),
    ),
    reason(
        ReasonCode::TermsNotMet,
        "terms_not_met",
        words(
            "The referral terms are not met",
            "Hänvisningsvillkoren är inte uppfyllda",
            "Chưa đáp ứng điều khoản giới thiệu",
        ),
    ),
    reason(
        ReasonCode::OutsideTerritory,
        "outside_territory",
        words(
            "The product is not sold in the merchant’s country",
            "Produkten säljs inte i handlarens land",
            "Sản phẩm chưa được bán tại quốc gia của thương nhân",
        ),
    ),
    reason(
        ReasonCode::NoConsent,
        "no_consent",
        words(
            "The merchant did not agree to be contacted",
            "Handlaren hade inte godkänt att bli kontaktad",
            "Thương nhân không đồng ý được liên hệ",
        ),
    ),
    reason(
        ReasonCode::Other,
        "other",
        words("Another reason, see the note", "Annat skäl, se anteckningen", "Lý do khác, xem ghi chú"),
    ),
];
