//! The way to the table, and what is in it at first.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use guildhall_domain::migration::RunId;
use guildhall_domain::profile::Handle;
use guildhall_store::bulk::Bulk;
use guildhall_store::{
    CustomerKey, Customers, Marketplace, Members, MerchantKey, Micros, Moves, PublicProfiles, StoreError,
    Table,
};
use object_store::ObjectStore;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;

use crate::data_dir::DataDir;
use crate::demo::{self, DemoData};
use crate::{StartError, TABLE_NAME, people};

/// How long an endpoint may take to answer and to make the table.
const DEADLINE: Duration = Duration::from_secs(8);
/// The run that brought the demo data's records of the marketplace.
const DEMO_RUN: u128 = 0x6465_6d6f;

/// The table at an endpoint, made if it is missing.
pub(crate) async fn connect(endpoint: &str) -> Result<Table, StartError> {
    let table = Table::connect(endpoint, TABLE_NAME);
    let silent = |reason| StartError::DatabaseSilent { endpoint: endpoint.to_owned(), reason };
    match tokio::time::timeout(DEADLINE, table.ensure_created()).await {
        Ok(Ok(())) => Ok(table),
        Ok(Err(error)) => Err(silent(in_short(&error))),
        Err(_) => Err(silent(format!("nothing came within {} seconds", DEADLINE.as_secs()))),
    }
}

/// What to tell a person; the connection's own story is for the log.
fn in_short(error: &StoreError) -> String {
    tracing::debug!(%error, "the endpoint did not make the table");
    match error {
        StoreError::Unavailable { .. } => "nothing can be reached there".to_owned(),
        StoreError::Throttled { .. }
        | StoreError::Refused { .. }
        | StoreError::Corrupt { .. }
        | StoreError::Unwritable(_) => error.to_string(),
    }
}

/// Whether the demo data is there, all of it.
///
/// The profiles of the two organisations that people can sign in to are written last and stand for the whole: a load that was interrupted is done again,
/// and writes the same items to the same keys. Nobody can have changed any of them in between, since
/// no request is answered before the load is complete.
pub(crate) async fn has_demo(table: &Table) -> Result<bool, StartError> {
    all_there(table).await.map_err(|error| StartError::Demo { reason: error.to_string() })
}

/// Loads the demo data as of the moment that the clock was set to, if it was, with so many partners in the directory.
pub(crate) async fn load_demo(
    table: &Table,
    set_to: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
    partners: usize,
) -> Result<(), StartError> {
    load(table, set_to, now, partners).await.map_err(|error| StartError::Demo { reason: error.to_string() })
}

/// Loads the merchants of the demo data who are customers already. They are hidden by a secret of this machine, so
/// they come after the rest; each start says the same again.
pub(crate) async fn load_customers(table: &Table, secret: &[u8]) -> Result<(), StartError> {
    let customers = Customers::new(table.clone(), CustomerKey::from_secret(secret));
    let loaded = customers.put_many(&demo::CUSTOMERS.map(str::to_owned)).await;
    loaded.map_err(|error| StartError::Demo { reason: error.to_string() })
}

/// Loads what is left of the marketplace. Merchants are hidden by a secret of this machine.
pub(crate) async fn load_marketplace(table: &Table, secret: &[u8]) -> Result<(), StartError> {
    import_records(table, secret).await.map_err(|error| StartError::Demo { reason: error.to_string() })
}

async fn import_records(table: &Table, secret: &[u8]) -> Result<(), StoreError> {
    let marketplace = Marketplace::new(table.clone());
    let records = demo::marketplace_records();
    let run = RunId::from_chance(DEMO_RUN);
    marketplace.import_jobs(&MerchantKey::from_secret(secret), run, &records.jobs).await?;
    marketplace.import_conversations(run, &records.conversations).await?;
    // Whoever finds it there already has loaded it before.
    Moves::new(table.clone()).put_migrated(&demo::moved_profile(run)).await.map(drop)
}

/// Puts the made-up people there with their organisations, each house as a whole and once: whoever left or was given
/// another role since stays as they are.
pub(crate) async fn establish_people(table: &Table) -> Result<(), StartError> {
    let members = Members::new(table.clone());
    for (house, organisation, people) in people::houses() {
        let established = members.establish(&house, organisation.as_ref(), &people).await;
        established.map_err(|error| StartError::Demo { reason: error.to_string() })?;
    }
    Ok(())
}

async fn load(
    table: &Table,
    set_to: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
    partners: usize,
) -> Result<(), StoreError> {
    // On a slow machine this takes a while, and nothing answers meanwhile.
    tracing::info!(partners, "loading the demo data");
    let started = Instant::now();
    let mut data = DemoData::tell(demo::anchor(set_to), partners);
    data.catch_up(now);
    let (own, others) = data.directory.partners.split_at(demo::HANDLES.len());
    // Lists read again what was written within the last half minute; this was not.
    let bulk = Bulk::new(table.clone()).backdated(Micros::now().less_seconds(3600));
    bulk.representatives(&data.representatives).await?;
    bulk.leads(&data.leads).await?;
    bulk.referrals(&data.books.records).await?;
    bulk.ledger(&data.books.entries).await?;
    bulk.accounts(&data.books.accounts).await?;
    bulk.payouts(&data.paid_out.details, &data.paid_out.runs, &data.paid_out.payouts).await?;
    bulk.inquiries(&data.directory.inquiries).await?;
    bulk.reviews(&data.directory.reviews).await?;
    bulk.audit(&data.audit()).await?;
    bulk.partner_profiles(others).await?;
    bulk.partner_profiles(own).await?;
    let (leads, referrals) = (data.leads.len(), data.books.records.len());
    let (partners, reviews) = (data.directory.partners.len(), data.directory.reviews.len());
    tracing::info!(leads, referrals, partners, reviews, elapsed = ?started.elapsed(), "loaded the demo data");
    Ok(())
}

async fn all_there(table: &Table) -> Result<bool, StoreError> {
    let stored = PublicProfiles::new(table.clone());
    for handle in demo::HANDLES {
        let handle: Handle = handle.parse().expect("the handles hold");
        if stored.get(&handle).await?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A folder that takes the place of a bucket; without a folder for data, it is in memory.
pub(crate) fn open_folder(data: &DataDir, name: &str) -> Result<Arc<dyn ObjectStore>, StartError> {
    let Some(folder) = data.file(name) else { return Ok(Arc::new(InMemory::new())) };
    std::fs::create_dir_all(&folder)
        .map_err(|source| StartError::DataDir { path: folder.clone(), source })?;
    let store = LocalFileSystem::new_with_prefix(&folder);
    Ok(Arc::new(store.map_err(|error| StartError::Machine { reason: error.to_string() })?))
}
