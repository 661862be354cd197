//! Profiles: one handle, one owner; and the world sees what was approved and nothing else.

use futures::future::join_all;
use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::ids::OrgId;
use guildhall_domain::profile::{Handle, PartnerProfile, ProfileCommand, PublicCopy};
use guildhall_domain::review::Ratings;
use guildhall_domain::taxonomy::Tier;
use guildhall_store::bulk::Bulk;
use guildhall_store::keys::Key;
use guildhall_store::{Directory, PartnerProfiles, ProfileCommit, PublicProfiles, StoreError, Views};
use rstest::rstest;

use crate::support::leads::{admin, noon, org};
use crate::support::profiles::{begun, change, content, owner, published};
use crate::support::{Backend, Bench};

fn edit(handle: &str, name: &str) -> ProfileCommand {
    ProfileCommand::Edit { handle: handle.parse().unwrap(), content: Box::new(content(name)) }
}

fn suspend() -> ProfileCommand {
    ProfileCommand::Suspend { reason: "Terms were broken.".to_owned() }
}

async fn public(bench: &Bench, handle: &str) -> Option<PublicCopy> {
    PublicProfiles::new(bench.table.clone()).get(&handle.parse().unwrap()).await.unwrap()
}

async fn shown(bench: &Bench, handle: &str) -> Option<String> {
    public(bench, handle).await.unwrap().content.map(|content| content.name)
}

async fn listed(views: &Views<DirectoryRow>) -> Vec<String> {
    let snapshot = views.read(&Directory).await.unwrap();
    let mut names: Vec<_> = snapshot.iter().map(|row| row.name.clone()).collect();
    names.sort();
    names
}

/// Reads the directory until the index has caught up, which DynamoDB does within a moment.
async fn listed_in_the_end(views: &Views<DirectoryRow>, expected: &[&str]) {
    for _ in 0..50 {
        if listed(views).await == expected {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(listed(views).await, expected);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_profile_is_read_back_as_it_was_written(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (profiles, acme) = (PartnerProfiles::new(bench.table.clone()), org("acme"));
    assert_eq!(profiles.get(&acme).await.unwrap(), None);
    let mut profile = published(&profiles, &acme, "acme").await;
    assert_eq!(profiles.get(&acme).await.unwrap().as_ref(), Some(&profile));
    change(&profiles, &mut profile, edit("acme", "Acme & Co"), &owner(&acme)).await;
    let note = ProfileCommand::AskChanges { note: "Which trade?".to_owned() };
    change(&profiles, &mut profile, note, &admin()).await;
    change(&profiles, &mut profile, suspend(), &admin()).await;
    assert_eq!(profiles.get(&acme).await.unwrap(), Some(profile));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn two_organisations_cannot_take_one_handle(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let profiles = PartnerProfiles::new(bench.table.clone());
    let orgs: Vec<_> = (0..12).map(|place| org(&format!("org-{place}"))).collect();
    let begun: Vec<_> = orgs.iter().map(|org| begun(org, "wanted")).collect();
    let answers = join_all(begun.iter().map(|profile| profiles.create(profile))).await;
    let answers: Vec<_> = answers.into_iter().map(Result::unwrap).collect();
    let winner = answers.iter().position(|answer| *answer == ProfileCommit::Done).unwrap();
    assert_eq!(answers.iter().filter(|answer| **answer == ProfileCommit::HandleTaken).count(), 11);
    assert_eq!(public(&bench, "wanted").await.unwrap().org, orgs[winner]);
    assert_eq!(bench.everything().await.len(), 2, "one profile and its handle");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_organisation_has_one_profile(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (profiles, acme) = (PartnerProfiles::new(bench.table.clone()), org("acme"));
    let first = begun(&acme, "acme");
    assert_eq!(profiles.create(&first).await.unwrap(), ProfileCommit::Done);
    assert_eq!(
        profiles.create(&first).await.unwrap(),
        ProfileCommit::Done,
        "the same again is no second one"
    );
    let second = profiles.create(&begun(&acme, "other")).await.unwrap();
    assert_eq!(second, ProfileCommit::Conflict(Some(Box::new(first))));
    assert_eq!(public(&bench, "other").await, None, "nothing is reserved for it");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_moved_handle_is_free_again(#[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend) {
    let bench = backend.bench().await;
    let profiles = PartnerProfiles::new(bench.table.clone());
    let (acme, other) = (org("acme"), org("other"));
    let mut profile = begun(&acme, "old-name");
    profiles.create(&profile).await.unwrap();
    change(&profiles, &mut profile, edit("new-name", "Acme"), &owner(&acme)).await;
    assert_eq!(public(&bench, "old-name").await, None);
    assert_eq!(public(&bench, "new-name").await.unwrap().org, acme);
    assert_eq!(profiles.create(&begun(&other, "old-name")).await.unwrap(), ProfileCommit::Done);
    assert_eq!(public(&bench, "old-name").await.unwrap().org, other);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_move_to_a_handle_that_is_taken_changes_nothing(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let profiles = PartnerProfiles::new(bench.table.clone());
    let (acme, other) = (org("acme"), org("other"));
    let before = begun(&acme, "acme");
    profiles.create(&before).await.unwrap();
    profiles.create(&begun(&other, "other")).await.unwrap();
    let mut profile = before.clone();
    let moved = profile.apply(edit("other", "Acme"), &owner(&acme), noon()).unwrap();
    assert_eq!(profiles.commit(&profile, moved.as_ref()).await.unwrap(), ProfileCommit::HandleTaken);
    assert_eq!(profiles.get(&acme).await.unwrap(), Some(before));
    assert_eq!(public(&bench, "acme").await.unwrap().org, acme);
    assert_eq!(public(&bench, "other").await.unwrap().org, other);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_change_decided_on_an_older_version_gets_the_profile_as_it_stands(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (profiles, acme) = (PartnerProfiles::new(bench.table.clone()), org("acme"));
    let mut profile = begun(&acme, "acme");
    let mut unwritten = profile.clone();
    unwritten.apply(ProfileCommand::Submit, &owner(&acme), noon()).unwrap();
    assert_eq!(profiles.commit(&unwritten, None).await.unwrap(), ProfileCommit::Conflict(None));
    profiles.create(&profile).await.unwrap();
    let (mut late, mut moving) = (profile.clone(), profile.clone());
    change(&profiles, &mut profile, edit("acme", "First"), &owner(&acme)).await;
    let conflict = ProfileCommit::Conflict(Some(Box::new(profile.clone())));
    late.apply(edit("acme", "Second"), &owner(&acme), noon()).unwrap();
    assert_eq!(profiles.commit(&late, None).await.unwrap(), conflict);
    let moved = moving.apply(edit("elsewhere", "Third"), &owner(&acme), noon()).unwrap();
    assert_eq!(profiles.commit(&moving, moved.as_ref()).await.unwrap(), conflict);
    assert_eq!(public(&bench, "elsewhere").await, None);
    assert_eq!(profiles.commit(&profile, None).await.unwrap(), ProfileCommit::Done, "a lost answer");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn of_many_edits_at_once_one_is_kept_and_the_others_are_told(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (profiles, acme) = (PartnerProfiles::new(bench.table.clone()), org("acme"));
    let profile = published(&profiles, &acme, "acme").await;
    let attempts = (0..8).map(|place| {
        let (mut mine, profiles) = (profile.clone(), profiles.clone());
        // Half of them move the public copy too.
        let command = match place % 2 {
            0 => edit("acme", &format!("Acme {place}")),
            _ => ProfileCommand::Hide,
        };
        let public = mine.apply(command, &owner(&org("acme")), noon()).unwrap();
        async move { (profiles.commit(&mine, public.as_ref()).await.unwrap(), mine) }
    });
    let outcomes = join_all(attempts).await;
    let winners: Vec<_> = outcomes
        .iter()
        .filter(|(outcome, _)| *outcome == ProfileCommit::Done)
        .map(|(_, mine)| mine)
        .collect();
    let stored = profiles.get(&acme).await.unwrap().unwrap();
    assert!(winners.iter().all(|winner| **winner == stored), "whoever was told so is what is stored");
    assert!(!winners.is_empty());
    assert_eq!(stored.version, profile.version + 1);
    assert_eq!(public(&bench, "acme").await.unwrap().content.as_ref(), stored.public_content());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_world_sees_what_was_approved_while_it_is_shown(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (profiles, acme) = (PartnerProfiles::new(bench.table.clone()), org("acme"));
    let mut profile = begun(&acme, "acme");
    profiles.create(&profile).await.unwrap();
    assert_eq!(shown(&bench, "acme").await, None);
    change(&profiles, &mut profile, ProfileCommand::Submit, &owner(&acme)).await;
    assert_eq!(shown(&bench, "acme").await, None);
    change(&profiles, &mut profile, ProfileCommand::Approve, &admin()).await;
    let copy = public(&bench, "acme").await.unwrap();
    assert_eq!(copy.content.as_ref(), profile.public_content());
    assert_eq!((copy.org, copy.standing, copy.ratings), (acme.clone(), profile.standing, Ratings::default()));
    change(&profiles, &mut profile, edit("acme", "Acme Anew"), &owner(&acme)).await;
    assert_eq!(shown(&bench, "acme").await.as_deref(), Some("acme studio"));
    change(&profiles, &mut profile, ProfileCommand::Hide, &owner(&acme)).await;
    assert_eq!(shown(&bench, "acme").await, None);
    change(&profiles, &mut profile, ProfileCommand::Approve, &admin()).await;
    assert_eq!(shown(&bench, "acme").await, None, "hidden all the same");
    change(&profiles, &mut profile, ProfileCommand::Show, &owner(&acme)).await;
    assert_eq!(shown(&bench, "acme").await.as_deref(), Some("Acme Anew"));
    change(&profiles, &mut profile, suspend(), &admin()).await;
    assert_eq!(shown(&bench, "acme").await, None);
    change(&profiles, &mut profile, ProfileCommand::Reinstate { note: "Mended.".to_owned() }, &admin()).await;
    assert_eq!(shown(&bench, "acme").await.as_deref(), Some("Acme Anew"));
    change(&profiles, &mut profile, ProfileCommand::SetTier { tier: Tier::Premier }, &admin()).await;
    let copy = public(&bench, "acme").await.unwrap();
    assert_eq!((copy.standing.tier, copy.version), (Tier::Premier, 7));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn hiding_removes_from_the_directory_and_showing_brings_back(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let profiles = PartnerProfiles::new(bench.table.clone());
    let (acme, other) = (org("acme"), org("other"));
    profiles.create(&begun(&org("third"), "third")).await.unwrap();
    let mut profile = published(&profiles, &acme, "acme").await;
    published(&profiles, &other, "other").await;
    let views = Views::<DirectoryRow>::new(bench.table.clone(), usize::MAX);
    listed_in_the_end(&views, &["acme studio", "other studio"]).await;
    change(&profiles, &mut profile, ProfileCommand::Hide, &owner(&acme)).await;
    listed_in_the_end(&views, &["other studio"]).await;
    let cold = Views::<DirectoryRow>::new(bench.table.clone(), usize::MAX);
    assert_eq!(listed(&cold).await, ["other studio"]);
    change(&profiles, &mut profile, ProfileCommand::Show, &owner(&acme)).await;
    listed_in_the_end(&views, &["acme studio", "other studio"]).await;
    listed_in_the_end(&cold, &["acme studio", "other studio"]).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_directory_lists_what_the_public_copy_says(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let profiles = PartnerProfiles::new(bench.table.clone());
    let profile = published(&profiles, &org("acme"), "acme").await;
    let copy = public(&bench, "acme").await.unwrap();
    let views = Views::<DirectoryRow>::new(bench.table.clone(), usize::MAX);
    let snapshot = views.read(&Directory).await.unwrap();
    let content = profile.public_content().unwrap();
    let expected =
        DirectoryRow::new(copy.handle, copy.org, content, profile.standing, Ratings::default(), copy.version);
    assert_eq!(snapshot.iter().collect::<Vec<_>>(), [&expected]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_approval_is_queued_longest_first(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let profiles = PartnerProfiles::new(bench.table.clone());
    let mut waiting: Vec<PartnerProfile> = Vec::new();
    // Later ones were sent earlier, by business time.
    for (place, name) in ["one", "two", "three"].into_iter().enumerate() {
        let org: OrgId = org(name);
        let mut profile = begun(&org, name);
        profiles.create(&profile).await.unwrap();
        let at = noon() - chrono::TimeDelta::days(i64::try_from(place).unwrap());
        profile.apply(ProfileCommand::Submit, &owner(&org), at).unwrap();
        profiles.commit(&profile, None).await.unwrap();
        waiting.push(profile);
    }
    let queue = || async {
        let queue = profiles.waiting().await.unwrap();
        queue.into_iter().map(|one| (one.handle, one.since, one.version)).collect::<Vec<_>>()
    };
    let handles = |queue: Vec<(Handle, _, _)>| -> Vec<String> {
        queue.into_iter().map(|(handle, ..)| handle.as_str().to_owned()).collect()
    };
    let first = profiles.waiting().await.unwrap().remove(0);
    assert_eq!((first.org, first.name.as_str(), first.version), (org("three"), "three studio", 2));
    assert_eq!(first.since, noon() - chrono::TimeDelta::days(2));
    assert_eq!(handles(queue().await), ["three", "two", "one"]);
    change(&profiles, &mut waiting[1], ProfileCommand::Approve, &admin()).await;
    assert_eq!(handles(queue().await), ["three", "one"]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn profiles_written_in_bulk_are_what_one_by_one_makes_of_them(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let (one, bulk) = (backend.bench().await, backend.bench().await);
    let profiles = PartnerProfiles::new(one.table.clone());
    let profile = published(&profiles, &org("acme"), "acme").await;
    let draft = begun(&org("other"), "other");
    profiles.create(&draft).await.unwrap();
    let all = [(profile, Ratings::default()), (draft, Ratings::default())];
    Bulk::new(bulk.table.clone()).partner_profiles(&all).await.unwrap();
    for (profile, _) in all {
        let (own, handle) = (Key::partner_profile(&profile.org), Key::profile(&profile.handle));
        assert_eq!(bulk.raw(&own).await, one.raw(&own).await);
        let (mut written, mut made) = (bulk.raw(&handle).await.unwrap(), one.raw(&handle).await.unwrap());
        for counted in ["version", "GSI1SK"] {
            assert_eq!(written.remove(counted).is_some(), made.remove(counted).is_some());
        }
        assert_eq!(written, made);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_profile_whose_public_copy_is_missing_is_damaged(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (profiles, acme) = (PartnerProfiles::new(bench.table.clone()), org("acme"));
    let mut profile = begun(&acme, "acme");
    profile.apply(ProfileCommand::Submit, &owner(&acme), noon()).unwrap();
    // The handle is another organisation's, as no write of ours ever leaves it.
    profiles.create(&begun(&org("other"), "acme")).await.unwrap();
    let mut other = begun(&acme, "spare");
    profiles.create(&other).await.unwrap();
    other.handle = "acme".parse().unwrap();
    other.apply(ProfileCommand::Submit, &owner(&acme), noon()).unwrap();
    profiles.commit(&other, None).await.unwrap();
    let shown = other.apply(ProfileCommand::Approve, &admin(), noon()).unwrap();
    let error = profiles.commit(&other, shown.as_ref()).await.unwrap_err();
    assert!(matches!(&error, StoreError::Corrupt { key, .. } if key == "PROFILE#acme PROFILE"), "{error}");
    assert_eq!(public(&bench, "acme").await.unwrap().content, None);
}
