//! Leads: partners export their organisation's, representatives those they work on, managers and administrators all.

use std::sync::Arc;

use guildhall_contract::query::read_lead_query;
use guildhall_contract::sheets::{Cell, LEAD_COLUMNS, lead_cells};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::lead::listing::{LeadRow, Reader};
use guildhall_http::{Caller, OrFail, Problem, ProblemCode};
use guildhall_store::{LeadList, Snapshot, Views};

use super::picked;

/// The leads that somebody may see.
pub(crate) struct Leads {
    snapshot: Arc<Snapshot<LeadRow>>,
    actor: Actor,
}

pub(super) async fn open(views: &Views<LeadRow>, caller: &Caller) -> Result<Leads, Problem> {
    let forbidden = || Problem::new(ProblemCode::Forbidden);
    let actor = caller.actor.clone();
    let list = match actor.role {
        Role::Merchant | Role::System => return Err(forbidden()),
        Role::PartnerViewer | Role::PartnerMember | Role::PartnerOwner => {
            LeadList::Of(actor.org.clone().ok_or_else(forbidden)?)
        }
        Role::Rep | Role::SalesManager | Role::ProgramAdmin => LeadList::Sales,
    };
    Ok(Leads { snapshot: views.read(&list).await.or_fail()?, actor })
}

impl Leads {
    pub(super) fn header(&self) -> &'static [&'static str] {
        &LEAD_COLUMNS
    }

    pub(super) fn order(&self, pairs: &[(String, String)], reader: &Reader) -> Result<Vec<String>, Problem> {
        let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let query = read_lead_query(pairs).map_err(Problem::query)?;
        let (mut rows, _) = query.filter.narrow(self.visible(), reader);
        rows.sort_unstable_by(|left, right| query.order.compare(*left, *right));
        Ok(rows.iter().map(|row| row.lead.id.to_string()).collect())
    }

    pub(super) fn rows(&self, ids: &[&str]) -> Vec<Vec<Cell>> {
        let side = self.actor.role.side();
        picked(self.visible(), |row| &row.lead.id, ids, |row| vec![lead_cells(row, side).into()])
    }

    fn visible(&self) -> impl Iterator<Item = &LeadRow> {
        let only_own = self.actor.role == Role::Rep;
        self.snapshot.iter().filter(move |row| {
            !only_own || row.lead.representative.as_ref().is_some_and(|rep| rep.id == self.actor.id)
        })
    }
}
