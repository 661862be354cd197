//! What somebody else changed while a dialog was open.

use guildhall_contract::leads::{LeadDetails, TimelineEntry};
use guildhall_domain::lead::{Outcome, Status, Support};

/// A fact as it was seen, and as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::features::leads) struct Change<T> {
    pub(in crate::features::leads) before: T,
    pub(in crate::features::leads) now: T,
}

impl<T: PartialEq> Change<T> {
    /// Whether it is another.
    pub(in crate::features::leads) fn is_one(&self) -> bool {
        self.before != self.now
    }
}

/// Everything that may have changed, and what happened in between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::features::leads) struct Difference {
    pub(in crate::features::leads) status: Change<Status>,
    pub(in crate::features::leads) outcome: Change<Option<Outcome>>,
    pub(in crate::features::leads) representative: Change<Option<String>>,
    pub(in crate::features::leads) support: Change<Support>,
    pub(in crate::features::leads) news: Vec<TimelineEntry>,
}

/// Compares a lead as it was seen with the lead as it is.
pub(in crate::features::leads) fn difference(before: &LeadDetails, now: &LeadDetails) -> Difference {
    let name = |lead: &LeadDetails| lead.representative.as_ref().map(|person| person.name.clone());
    Difference {
        status: Change { before: before.status, now: now.status },
        outcome: Change { before: before.outcome, now: now.outcome },
        representative: Change { before: name(before), now: name(now) },
        support: Change { before: before.support, now: now.support },
        news: now.timeline.iter().filter(|entry| entry.seq > before.version).cloned().collect(),
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use guildhall_contract::lead_form::read_lead_form;
    use guildhall_domain::actor::{Actor, Role};
    use guildhall_domain::ids::{LeadId, OrgId};
    use guildhall_domain::lead::{Command, Lead, NewLead};
    use serde_json::json;

    use super::*;

    fn lead() -> Lead {
        let org: OrgId = "kvarnby".parse().unwrap();
        let form = json!({
            "product": "plus", "contact_name": "Anna", "contact_email": "anna@acme.example", "company": "Acme",
            "website": "https://acme.example", "country": "SE", "sales_support": "none",
            "description": "Ready", "consent": true,
        });
        let partner = Actor {
            id: "linh".parse().unwrap(),
            name: "Linh".to_owned(),
            role: Role::PartnerMember,
            org: Some(org.clone()),
        };
        let new = NewLead {
            id: LeadId::derive(&org, "key"),
            org_name: "Kvarnby".to_owned(),
            form: read_lead_form(form.as_object().unwrap()).unwrap(),
            representative: None,
            contact: None,
        };
        Lead::submit(new, &partner, DateTime::UNIX_EPOCH).unwrap()
    }

    fn seen(lead: &Lead) -> LeadDetails {
        let rep =
            Actor { id: "r".parse().unwrap(), name: "Rut".to_owned(), role: Role::SalesManager, org: None };
        LeadDetails::new(lead, None, &rep, false)
    }

    #[test]
    fn only_what_somebody_changed_is_told_as_changed() {
        let mut lead = lead();
        let before = seen(&lead);
        let manager =
            Actor { id: "m".parse().unwrap(), name: "Mia".to_owned(), role: Role::SalesManager, org: None };
        lead.apply(&Command::RequestSupport { message: None }, &manager, DateTime::UNIX_EPOCH).unwrap();
        let difference = difference(&before, &seen(&lead));
        assert!(difference.support.is_one());
        assert!(
            !difference.status.is_one()
                && !difference.representative.is_one()
                && !difference.outcome.is_one()
        );
        assert_eq!(difference.news.len(), 1);
        assert_eq!(difference.news[0].by.name, "Mia");
    }

    #[test]
    fn nothing_differs_from_itself() {
        let before = seen(&lead());
        let difference = difference(&before, &before);
        assert!(difference.news.is_empty() && !difference.status.is_one());
    }
}
