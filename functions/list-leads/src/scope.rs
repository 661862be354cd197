//! Which leads a caller may see in a list.

use chrono::NaiveDate;
use guildhall_domain::actor::{Role, Side};
use guildhall_domain::ids::UserId;
use guildhall_domain::lead::listing::{LeadRow, LeadSummary};
use guildhall_domain::policy::LEADS_TABLE_SINCE;
use guildhall_domain::representative::RepRef;
use guildhall_http::{Caller, Organisation, Problem, ProblemCode};
use guildhall_store::LeadList;

/// What a caller sees.
pub(crate) enum Sight {
    /// The organisation's own leads.
    Organisation(Organisation),
    /// The leads that the representative works on.
    Representative(UserId),
    /// Every lead.
    All,
}

impl Sight {
    pub(crate) fn of(caller: &Caller) -> Result<Self, Problem> {
        let forbidden = || Problem::new(ProblemCode::Forbidden);
        match caller.actor.role {
            Role::Merchant | Role::System => Err(forbidden()),
            Role::PartnerViewer | Role::PartnerMember | Role::PartnerOwner => {
                caller.organisation.clone().map(Self::Organisation).ok_or_else(forbidden)
            }
            Role::Rep => Ok(Self::Representative(caller.actor.id.clone())),
            Role::SalesManager | Role::ProgramAdmin => Ok(Self::All),
        }
    }

    /// Whom a cursor is given to; nobody else can use it.
    pub(crate) fn owner(&self) -> String {
        match self {
            Self::Organisation(organisation) => format!("org:{}", organisation.id),
            Self::Representative(id) => format!("rep:{id}"),
            Self::All => "sales".to_owned(),
        }
    }

    pub(crate) fn list(&self) -> LeadList {
        match self {
            Self::Organisation(organisation) => LeadList::Of(organisation.id.clone()),
            Self::Representative(_) | Self::All => LeadList::Sales,
        }
    }

    pub(crate) fn side(&self) -> Side {
        match self {
            Self::Organisation(_) => Side::Partner,
            Self::Representative(_) | Self::All => Side::Platform,
        }
    }

    pub(crate) fn covers(&self, lead: &LeadSummary) -> bool {
        match self {
            Self::Organisation(_) | Self::All => true,
            Self::Representative(id) => lead.representative.as_ref().is_some_and(|rep| rep.id == *id),
        }
    }

    /// Leads from before the table may be missing for organisations that are older than it.
    pub(crate) fn complete_since(&self) -> Option<NaiveDate> {
        match self {
            Self::Organisation(organisation) => {
                organisation.since.filter(|since| *since < LEADS_TABLE_SINCE).map(|_| LEADS_TABLE_SINCE)
            }
            Self::Representative(_) | Self::All => None,
        }
    }
}

/// Everybody who works on one of these leads, by name.
pub(crate) fn representatives<'a>(rows: impl Iterator<Item = &'a LeadRow>) -> Vec<RepRef> {
    // Few people, many leads: a scan of the few is quicker than hashing each of the many.
    let mut found: Vec<&RepRef> = Vec::new();
    for rep in rows.filter_map(|row| row.lead.representative.as_ref()) {
        if !found.iter().any(|known| known.id == rep.id) {
            found.push(rep);
        }
    }
    found.sort_by(|left, right| left.name.cmp(&right.name));
    found.into_iter().cloned().collect()
}
