//! Words for plans, sources and states.

use guildhall_domain::referral::{Plan, ReferralState, Source};

use crate::i18n::texts;
use crate::ui::Sign;

/// Where a referral came from. What came later than these words is shown by its code.
pub(in crate::features) fn source(source: &Source) -> String {
    match source {
        Source::PlusLead => texts::referrals::source_plus_lead().to_owned(),
        Source::PosLead => texts::referrals::source_pos_lead().to_owned(),
        Source::StoreCreated => texts::referrals::source_store_created().to_owned(),
        Source::Affiliate => texts::referrals::source_affiliate().to_owned(),
        Source::Other(code) => code.humanised(),
    }
}

/// The plan that the merchant chose.
pub(in crate::features) fn plan(plan: Plan) -> &'static str {
    match plan {
        Plan::Starter => texts::referrals::plan_starter(),
        Plan::Basic => texts::referrals::plan_basic(),
        Plan::Standard => texts::referrals::plan_standard(),
        Plan::Advanced => texts::referrals::plan_advanced(),
        Plan::Plus => texts::referrals::plan_plus(),
        Plan::PosPro => texts::referrals::plan_pos_pro(),
    }
}

/// Where the payout stands.
pub(in crate::features) fn state(state: ReferralState) -> &'static str {
    match state {
        ReferralState::Awaiting => texts::referrals::state_awaiting(),
        ReferralState::Scheduled => texts::referrals::state_scheduled(),
        ReferralState::Paid => texts::referrals::state_paid(),
        ReferralState::Reversed => texts::referrals::state_reversed(),
    }
}

/// The picture of a state, and the code that colours it.
pub(in crate::features) fn sign(state: ReferralState) -> (Sign, Option<&'static str>) {
    match state {
        ReferralState::Awaiting => (Sign::InProgress, None),
        ReferralState::Scheduled => (Sign::Clock, None),
        ReferralState::Paid => (Sign::Paid, Some("paid")),
        ReferralState::Reversed => (Sign::NotEligible, Some("not_eligible")),
    }
}
