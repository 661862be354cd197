//! Words for events and for what they wait for.

use guildhall_contract::platform_events::EventWaitsFor;
use guildhall_domain::referral::EventType;

use crate::i18n::texts;

pub(super) fn kind(kind: EventType) -> &'static str {
    match kind {
        EventType::StoreCreated => texts::platform_events::store_created(),
        EventType::AffiliateJoined => texts::platform_events::affiliate_joined(),
        EventType::Referred => texts::platform_events::referred(),
        EventType::PlanChanged => texts::platform_events::plan_changed(),
        EventType::MerchantPaid => texts::platform_events::merchant_paid(),
        EventType::Refunded => texts::platform_events::refunded(),
        EventType::Adjusted => texts::platform_events::adjusted(),
    }
}

pub(super) fn waits_for(waits_for: EventWaitsFor, is_lead: bool) -> &'static str {
    match (waits_for, is_lead) {
        (EventWaitsFor::Referral, true) => texts::platform_events::waits_for_lead(),
        (EventWaitsFor::Referral, false) => texts::platform_events::waits_for_referral(),
        (EventWaitsFor::Award, _) => texts::platform_events::waits_for_award(),
    }
}
