//! Runs of the migration: one at a time, and profiles that come and go with all that belongs to them.

use std::time::Duration;

use guildhall_domain::actor::{Actor, Role, Stamp};
use guildhall_domain::migration::{FieldReport, MigratedProfile, MigrationRun, Outcome, RunId, RunState};
use guildhall_domain::organisation::{House, OrgStanding, Organisation};
use guildhall_domain::profile::{PartnerProfile, ProfileCommand, Standing};
use guildhall_domain::taxonomy::Tier;
use guildhall_store::{
    Holding, Kept, Members, Migrations, Moves, PartnerProfiles, ProfileUndone, ProfileWrite, PublicProfiles,
};
use rstest::rstest;

use crate::support::leads::{noon, org};
use crate::support::profiles::owner;
use crate::support::{Backend, Bench};

const LONG: Duration = Duration::from_secs(60);

fn admin() -> Actor {
    Actor { id: "admin".parse().unwrap(), name: "Ruth".to_owned(), role: Role::ProgramAdmin, org: None }
}

fn id(at: u64) -> RunId {
    MigrationRun::id_at(at, 7)
}

fn run(at: u64) -> Kept<MigrationRun> {
    let stamp = Stamp { by: admin().signature(), at: noon() };
    Kept::after(0, MigrationRun::begin(id(at), stamp.clone(), Vec::new()), stamp)
}

fn profile(handle: &str, name: &str) -> PartnerProfile {
    let standing = Standing { tier: Tier::Registered, partner_since: noon().date_naive(), referrals_year: 0 };
    let content = serde_json::json!({ "name": name, "contact_email": "", "country": "SE" });
    let content = serde_json::from_value(content).unwrap();
    PartnerProfile::moved_over(org("acme"), handle.parse().unwrap(), content, standing, &admin(), noon())
        .unwrap()
}

fn migrated(run: RunId, source: &str, version: u64) -> MigratedProfile {
    MigratedProfile {
        org: org("acme"),
        run: run.to_string(),
        at: noon(),
        source: source.to_owned(),
        report: FieldReport::of(|_| Outcome::Kept),
        reviewed: std::collections::BTreeMap::new(),
        version,
    }
}

async fn acme(bench: &Bench) {
    let organisation = Organisation {
        id: org("acme"),
        name: "Acme".to_owned(),
        since: noon().date_naive(),
        standing: OrgStanding::Good,
        reason: None,
    };
    let house = House::Organisation(org("acme"));
    assert!(Members::new(bench.table.clone()).establish(&house, Some(&organisation), &[]).await.unwrap());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn one_run_is_held_at_a_time_until_it_is_let_go_or_nothing_is_heard_of_it(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let migrations = Migrations::new(bench.table.clone());
    assert_eq!(migrations.held().await.unwrap(), None);
    assert_eq!(migrations.begin(run(1), LONG).await.unwrap(), Holding::Done);
    assert_eq!(migrations.held().await.unwrap(), Some(id(1)));
    assert_eq!(migrations.begin(run(2), LONG).await.unwrap(), Holding::Other(id(1)));
    assert_eq!(migrations.run(id(2)).await.unwrap(), None, "nothing of it is written");
    assert_eq!(migrations.hold(id(1), LONG).await.unwrap(), Holding::Done, "whoever holds it goes on");
    migrations.release(id(1)).await.unwrap();
    assert_eq!(migrations.held().await.unwrap(), None);
    // Somebody goes away without a word.
    assert_eq!(migrations.begin(run(2), Duration::from_millis(50)).await.unwrap(), Holding::Done);
    tokio::time::sleep(Duration::from_millis(80)).await;
    assert_eq!(migrations.begin(run(3), LONG).await.unwrap(), Holding::Done);
    assert_eq!(migrations.hold(id(2), LONG).await.unwrap(), Holding::Other(id(3)));
    migrations.release(id(2)).await.unwrap();
    assert_eq!(migrations.held().await.unwrap(), Some(id(3)), "what is another's stays held");

    let all = migrations.runs(None, 2).await.unwrap();
    let ids: Vec<_> = all.runs.iter().map(|run| run.value.id).collect();
    assert_eq!((ids, all.has_more), (vec![id(3), id(2)], true));
    let rest = migrations.runs(Some(id(2)), 2).await.unwrap();
    assert_eq!(rest.runs.iter().map(|run| run.value.id).collect::<Vec<_>>(), [id(1)]);
    let newest = migrations.newest().await.unwrap().unwrap();
    assert_eq!(newest.value.id, id(3));
    let gone = MigrationRun { state: RunState::RolledBack, ..newest.value };
    migrations.put_run(Kept::after(1, gone, newest.changed.unwrap())).await.unwrap();
    assert_eq!(migrations.newest().await.unwrap().map(|run| run.value.id), Some(id(2)));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_profile_comes_with_its_handle_and_report_and_goes_with_them(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    acme(&bench).await;
    let migrations = Migrations::new(bench.table.clone());
    let (profiles, moves) = (PartnerProfiles::new(bench.table.clone()), Moves::new(bench.table.clone()));
    let (first, report) = (profile("acme", "Acme"), migrated(id(1), "1:a", 1));
    assert_eq!(migrations.create_profile(&first, &report).await.unwrap(), ProfileWrite::Done);
    assert_eq!(migrations.create_profile(&first, &report).await.unwrap(), ProfileWrite::Overtaken);
    let handle = first.handle.clone();
    assert!(migrations.taken(std::slice::from_ref(&handle)).await.unwrap().contains(&handle));

    let mut second = first.clone();
    second.move_again(profile("acme", "Acme AB").content, &admin(), noon()).unwrap();
    let later = migrated(id(2), "1:b", 2);
    let write = migrations.replace_profile(id(2), (&first, &report), (&second, &later));
    assert_eq!(write.await.unwrap(), ProfileWrite::Done);
    assert_eq!(migrations.undo_profile(id(1), &org("acme")).await.unwrap(), ProfileUndone::Nothing);
    assert_eq!(migrations.undo_profile(id(2), &org("acme")).await.unwrap(), ProfileUndone::Restored);
    assert_eq!(profiles.get(&org("acme")).await.unwrap().as_ref(), Some(&first));
    assert_eq!(moves.migrated(&org("acme")).await.unwrap().as_ref(), Some(&report));
    assert_eq!(migrations.undo_profile(id(2), &org("acme")).await.unwrap(), ProfileUndone::Nothing);

    assert_eq!(migrations.undo_profile(id(1), &org("acme")).await.unwrap(), ProfileUndone::Removed);
    assert_eq!(profiles.get(&org("acme")).await.unwrap(), None);
    assert_eq!(moves.migrated(&org("acme")).await.unwrap(), None);
    assert_eq!(PublicProfiles::new(bench.table.clone()).current(&handle).await.unwrap(), None);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_a_partner_works_on_stays_whenever_it_does(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    acme(&bench).await;
    let migrations = Migrations::new(bench.table.clone());
    let (first, report) = (profile("acme", "Acme"), migrated(id(1), "1:a", 1));
    migrations.create_profile(&first, &report).await.unwrap();
    let mut edited = first.clone();
    let edit = ProfileCommand::Edit {
        handle: first.handle.clone(),
        content: Box::new(profile("acme", "Mine").content),
    };
    edited.apply(edit, &owner(&org("acme")), noon()).unwrap();
    PartnerProfiles::new(bench.table.clone()).commit(&edited, None).await.unwrap();
    // A run that read it before that comes too late.
    let mut second = first.clone();
    second.move_again(profile("acme", "Acme AB").content, &admin(), noon()).unwrap();
    let later = migrated(id(2), "1:b", 2);
    let write = migrations.replace_profile(id(2), (&first, &report), (&second, &later));
    assert_eq!(write.await.unwrap(), ProfileWrite::Overtaken);
    assert_eq!(migrations.undo_profile(id(1), &org("acme")).await.unwrap(), ProfileUndone::Left);
    let there = PartnerProfiles::new(bench.table.clone()).get(&org("acme")).await.unwrap();
    assert_eq!(there, Some(edited));
}
