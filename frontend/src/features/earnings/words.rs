//! Words for what is booked.

use guildhall_domain::referral::{CauseKind, LedgerKind};

use crate::i18n::texts;

/// A kind of entry.
pub fn kind(kind: LedgerKind) -> &'static str {
    match kind {
        LedgerKind::Commission => texts::ledger::kind_commission(),
        LedgerKind::Bonus => texts::ledger::kind_bonus(),
        LedgerKind::Adjustment => texts::ledger::kind_adjustment(),
        LedgerKind::Tax => texts::ledger::kind_tax(),
    }
}

/// What happened that an entry came of.
pub fn cause(cause: CauseKind) -> &'static str {
    match cause {
        CauseKind::MerchantPaid => texts::ledger::what_merchant_paid(),
        CauseKind::Refunded => texts::ledger::what_refunded(),
        CauseKind::Adjusted => texts::ledger::what_adjusted(),
        CauseKind::Awarded => texts::ledger::what_awarded(),
        CauseKind::PayoutIssued => texts::ledger::what_payout_issued(),
        CauseKind::AwardReversed => texts::ledger::what_award_reversed(),
        CauseKind::AwardRestored => texts::ledger::what_award_restored(),
    }
}
