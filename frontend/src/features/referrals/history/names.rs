//! Words for plans, sources and payouts.

use guildhall_domain::referral::{Plan, ReferralState, Source};

use crate::i18n::texts;

pub(super) fn source(source: Source) -> &'static str {
    match source {
        Source::PlusLead => texts::referrals::source_plus_lead(),
        Source::PosLead => texts::referrals::source_pos_lead(),
        Source::StoreCreated => texts::referrals::source_store_created(),
        Source::Affiliate => texts::referrals::source_affiliate(),
    }
}

pub(super) fn plan(plan: Plan) -> &'static str {
    match plan {
        Plan::Basic => texts::referrals::plan_basic(),
        Plan::Standard => texts::referrals::plan_standard(),
        Plan::Advanced => texts::referrals::plan_advanced(),
        Plan::Plus => texts::referrals::plan_plus(),
        Plan::PosPro => texts::referrals::plan_pos_pro(),
    }
}

pub(super) fn state(state: ReferralState) -> &'static str {
    match state {
        ReferralState::Scheduled => texts::referrals::state_scheduled(),
        ReferralState::Paid => texts::referrals::state_paid(),
        ReferralState::Reversed => texts::referrals::state_reversed(),
    }
}
