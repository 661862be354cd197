//! The routes that programs of a partner reach with a token: which there are, and what a token must be for.
//!
//! Each is a route of the application under another address, answered by the same handler by the same rules:
//! `GET /api/v1/partner/leads` is `GET /api/v1/leads`. A route that does not stand here is nobody's to reach with a
//! token. What asks about other partners' merchants while somebody types is not among them: a program could ask all day.

use guildhall_domain::api_token::Scope;

/// What every address for tokens begins with.
pub const PREFIX: &str = "/api/v1/partner/";

/// What every address for people begins with.
const ROOT: &str = "/api/v1/";

/// A route for tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartnerRoute {
    /// The route of the application that it stands for, as `GET /api/v1/leads`.
    pub base: &'static str,
    /// What a token must be for.
    pub scope: Scope,
}

/// Every route for tokens. The only place where it is said which scope one takes.
pub const ROUTES: &[PartnerRoute] = &[
    route("GET /api/v1/leads", Scope::LeadsRead),
    route("GET /api/v1/leads.csv", Scope::LeadsRead),
    route("GET /api/v1/leads/{lead_id}", Scope::LeadsRead),
    route("POST /api/v1/leads", Scope::LeadsWrite),
    route("POST /api/v1/leads/import", Scope::LeadsWrite),
    route("POST /api/v1/leads/{lead_id}/contact", Scope::LeadsWrite),
    route("POST /api/v1/leads/{lead_id}/information", Scope::LeadsWrite),
    route("POST /api/v1/leads/{lead_id}/correction", Scope::LeadsWrite),
    route("POST /api/v1/leads/{lead_id}/withdrawal", Scope::LeadsWrite),
    route("GET /api/v1/referrals", Scope::ReferralsRead),
    route("GET /api/v1/referrals.csv", Scope::ReferralsRead),
    route("GET /api/v1/referrals/summary", Scope::ReferralsRead),
    route("GET /api/v1/referrals/{referral_id}", Scope::ReferralsRead),
    route("GET /api/v1/ledger", Scope::FinancialsRead),
    route("GET /api/v1/ledger.csv", Scope::FinancialsRead),
    route("GET /api/v1/payouts", Scope::FinancialsRead),
    route("GET /api/v1/inquiries", Scope::InquiriesRead),
    route("GET /api/v1/inquiries.csv", Scope::InquiriesRead),
    route("GET /api/v1/inquiries/{inquiry_id}", Scope::InquiriesRead),
    route("GET /api/v1/marketplace/jobs", Scope::RecordsRead),
    route("GET /api/v1/marketplace/jobs/{job_id}", Scope::RecordsRead),
    route("GET /api/v1/marketplace/conversations", Scope::RecordsRead),
    route("GET /api/v1/marketplace/conversations/{conversation_id}", Scope::RecordsRead),
    route("GET /api/v1/marketplace/customers", Scope::RecordsRead),
];

const fn route(base: &'static str, scope: Scope) -> PartnerRoute {
    PartnerRoute { base, scope }
}

impl PartnerRoute {
    /// The route as the gateway names it, as `GET /api/v1/partner/leads`.
    #[must_use]
    pub fn key(&self) -> String {
        self.base.replacen(ROOT, PREFIX, 1)
    }

    /// The route that the gateway names so, if it is one for tokens.
    #[must_use]
    pub fn find(key: &str) -> Option<&'static Self> {
        let (method, path) = key.split_once(' ')?;
        let rest = path.strip_prefix(PREFIX)?;
        ROUTES.iter().find(|route| {
            let own =
                route.base.split_once(' ').and_then(|(own, path)| Some((own, path.strip_prefix(ROOT)?)));
            own == Some((method, rest))
        })
    }
}

/// The address under which a program reaches what the application has at this one.
#[must_use]
pub fn address_of(path: &str) -> String {
    path.strip_prefix(ROOT).map_or_else(|| path.to_owned(), |rest| format!("{PREFIX}{rest}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_route_is_found_by_its_own_name_and_by_no_other() {
        for route in ROUTES {
            assert_eq!(PartnerRoute::find(&route.key()), Some(route));
            assert_eq!(
                PartnerRoute::find(route.base),
                None,
                "the application's own address is not for tokens"
            );
        }
        for other in [
            "",
            "GET /api/v1/partner/members",
            "PUT /api/v1/partner/leads",
            "GET /api/v1/partner//api/v1/partner/leads",
            "GET /api/v1/partner/partner/leads",
            "GET /API/v1/partner/leads",
        ] {
            assert_eq!(PartnerRoute::find(other), None, "{other}");
        }
        let keys: BTreeSet<_> = ROUTES.iter().map(PartnerRoute::key).collect();
        assert_eq!(keys.len(), ROUTES.len());
    }

    #[test]
    fn whatever_only_reads_is_asked_with_get_and_needs_no_right_to_write() {
        for route in ROUTES {
            assert_eq!(route.base.starts_with("GET "), route.scope != Scope::LeadsWrite, "{}", route.base);
        }
    }

    #[test]
    fn an_address_leads_to_the_same_thing() {
        assert_eq!(address_of("/api/v1/leads/acme.1"), "/api/v1/partner/leads/acme.1");
        assert_eq!(address_of("https://elsewhere.example"), "https://elsewhere.example");
    }
}
