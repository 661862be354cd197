//! What the platform's people did in the stories, as the audit log keeps it. Nobody tells a worker of the demo
//! data, so it is derived here, by the very functions that the worker derives it with.

use guildhall_domain::audit::{AuditEntry, of_lead, of_profile, of_review};

use super::DemoData;

impl DemoData {
    /// Every entry, in no order.
    pub(crate) fn audit(&self) -> Vec<AuditEntry> {
        let leads = self
            .leads
            .iter()
            .flat_map(|lead| lead.timeline.iter().filter_map(move |event| of_lead(lead, event)));
        let profiles = self.directory.partners.iter().flat_map(|(profile, _)| {
            profile.events.iter().filter_map(move |event| of_profile(profile, event))
        });
        let reviews = self
            .directory
            .reviews
            .iter()
            .flat_map(|review| review.decisions.iter().map(move |decision| of_review(review, decision)));
        leads.chain(profiles).chain(reviews).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use guildhall_domain::audit::AuditAct;

    use crate::demo::{DemoData, anchor};

    #[test]
    fn every_entry_is_there_once_and_leads_profiles_and_reviews_are_among_them() {
        let data = DemoData::tell(anchor(None), 20);
        let entries = data.audit();
        let ids: BTreeSet<_> = entries.iter().map(|entry| entry.id).collect();
        assert_eq!(ids.len(), entries.len());
        let acts: BTreeSet<_> = entries.iter().map(|entry| entry.act).collect();
        for act in
            [AuditAct::LeadAssigned, AuditAct::Awarded, AuditAct::ProfileApproved, AuditAct::ReviewRemoved]
        {
            assert!(acts.contains(&act), "nobody did {}", act.slug());
        }
        assert!(entries.iter().all(|entry| entry.at <= anchor(None)));
    }
}
