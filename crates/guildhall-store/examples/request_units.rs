//! Prints what each operation costs, as the table itself counts it: calls, and read or write units.
//!
//! `cargo run -p guildhall-store --example request_units`. The tests of the store assert the same figures.

mod shared;

use std::io::Write;
use std::sync::Arc;

use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::clock::{Clock, SystemClock};
use guildhall_domain::ids::OrgId;
use guildhall_domain::lead::listing::LeadRow;
use guildhall_domain::lead::{AwardCheck, Command, Lead};
use guildhall_store::bulk::Bulk;
use guildhall_store::{LeadList, Leads, Meter, Micros, Table, Views};

use shared::{Failure, emulator, lead};

/// How many leads the cold list holds.
const MANY: usize = 1_000;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let endpoint = emulator()?;
    let meter = Arc::new(Meter::default());
    let table = Table::connect(&endpoint, "units").with_meter(Arc::clone(&meter));
    table.ensure_created().await?;
    meter.take();
    let leads = Leads::new(table.clone());
    let org: OrgId = "small".parse()?;
    let mut one = lead(&org, 0)?;

    leads.create(&one, "hash").await?;
    report("submit a lead", &meter);
    leads.create(&one, "hash").await?;
    report("submit it again (no figure is told)", &meter);
    leads.get(&one.id).await?;
    report("lead details", &meter);
    act(&leads, &mut one, &Command::StartWork { note: None }).await?;
    report("change of status, the write", &meter);
    let check = AwardCheck { terms_checked: true, deal_closed: true };
    act(&leads, &mut one, &Command::Award { check, note: None }).await?;
    report("award with its referral record", &meter);

    let many: OrgId = "many".parse()?;
    let bulk = (0..MANY).map(|place| lead(&many, place)).collect::<Result<Vec<_>, _>>()?;
    Bulk::new(table.clone()).backdated(Micros::now().less_seconds(3_600)).leads(&bulk).await?;
    meter.take();
    let views = Views::<LeadRow>::new(table, usize::MAX);
    views.read(&LeadList::Of(many.clone())).await?;
    report("list of 1,000, cold", &meter);
    views.read(&LeadList::Of(many)).await?;
    report("list of 1,000, warm", &meter);
    Ok(())
}

/// Applies and commits a command as a manager, who needs no representative of the lead's.
async fn act(leads: &Leads, lead: &mut Lead, command: &Command) -> Result<(), Failure> {
    let manager =
        Actor { id: "u-manager".parse()?, name: "Helena".to_owned(), role: Role::SalesManager, org: None };
    if lead.representative.is_none() && matches!(command, Command::StartWork { .. }) {
        lead.representative =
            Some(guildhall_domain::representative::RepRef { id: "u-rep".parse()?, name: "Bo".to_owned() });
    }
    lead.apply(command, &manager, SystemClock.now()).map_err(|refusal| refusal.to_string())?;
    leads.commit(lead).await?;
    Ok(())
}

fn report(operation: &str, meter: &Meter) {
    let calls = meter.take();
    let units: f64 = calls.iter().map(|call| call.units).sum();
    let names: Vec<_> = calls.iter().map(|call| call.operation).collect();
    let _ = writeln!(std::io::stdout(), "{operation:<40} {units:>6} units   {}", names.join(", "));
}
