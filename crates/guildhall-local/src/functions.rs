//! The functions, by the name of their binary: the same that run in AWS, with what the one-machine
//! system gives them to work with.

use std::sync::Arc;

use contact_rep::ContactRep;
use describe_api::DescribeApi;
use get_profile::GetProfile;
use guildhall_domain::clock::Clock;
use guildhall_http::entry;
use guildhall_store::{CursorKey, Table};
use list_leads::ListLeads;
use referral_history::ReferralHistory;
use submit_lead::SubmitLead;
use update_status::UpdateStatus;

use crate::StartError;
use crate::clock::MovableClock;
use crate::gateway::Functions;

/// Every function. `cursor_secret` seals the cursors of lists.
pub(crate) fn all(
    table: &Table,
    clock: &Arc<MovableClock>,
    cursor_secret: &[u8],
) -> Result<Functions, StartError> {
    let (table, cursors) = (|| table.clone(), || CursorKey::from_secret(cursor_secret));
    let clock = || -> Arc<dyn Clock> { Arc::<MovableClock>::clone(clock) };
    let describe_api =
        DescribeApi::new().map_err(|error| StartError::Machine { reason: error.to_string() })?;
    Ok(Functions::from([
        ("submit-lead", entry(SubmitLead::new(table(), clock()))),
        ("list-leads", entry(ListLeads::new(table(), cursors()))),
        ("update-status", entry(UpdateStatus::new(table(), clock()))),
        ("contact-rep", entry(ContactRep::new(table(), clock()))),
        ("get-profile", entry(GetProfile::new(table()))),
        ("referral-history", entry(ReferralHistory::new(table(), cursors()))),
        ("describe-api", entry(describe_api)),
    ]))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::data_dir::DataDir;
    use crate::gateway::ApiDescription;
    use crate::template::TEMPLATE;

    #[tokio::test]
    async fn the_template_routes_to_every_function_here_and_to_no_other() {
        let clock = Arc::new(MovableClock::open(&DataDir::Memory, None).unwrap());
        // Nothing is called, so the table need not answer.
        let functions = all(&Table::connect("http://127.0.0.1:9", "none"), &clock, b"secret").unwrap();
        let api = ApiDescription::read(TEMPLATE, &BTreeMap::new()).unwrap();
        let routed: BTreeSet<_> = api.routes.iter().map(|route| route.function.as_str()).collect();
        assert_eq!(routed, functions.keys().copied().collect());
    }
}
