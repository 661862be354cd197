//! Reviews: one of each merchant about each partner, and ratings that are what was published.

use std::sync::Arc;

use chrono::TimeDelta;
use futures::future::join_all;
use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::ids::OrgId;
use guildhall_domain::profile::ProfileCommand;
use guildhall_domain::review::{
    Ratings, RatingsMove, RemovalReason, ReportReason, Review, ReviewRow, ReviewStatus,
};
use guildhall_store::bulk::Bulk;
use guildhall_store::{
    Directory, PartnerProfiles, ProfileCommit, PublicProfiles, ReviewCommit, ReviewCreated, Reviews,
    StoreError, Views,
};
use rstest::rstest;

use crate::support::leads::{admin, noon, org};
use crate::support::merchants::{held_long_enough, merchant, review};
use crate::support::profiles::{begun, owner, published};
use crate::support::{Backend, Bench};

async fn ratings(bench: &Bench, handle: &str) -> Ratings {
    let copy = PublicProfiles::new(bench.table.clone()).get(&handle.parse().unwrap()).await.unwrap();
    copy.unwrap().ratings
}

/// What the published reviews of an organisation come to.
async fn counted(bench: &Bench, org: &OrgId) -> Ratings {
    let views = Views::<ReviewRow>::new(bench.table.clone(), usize::MAX);
    let snapshot = views.read(org).await.unwrap();
    let published = snapshot.iter().map(|row| &row.0).filter(|review| review.is_published());
    published.map(|review| (review.quality, review.communication)).collect()
}

fn report(review: &mut Review) {
    let anybody = merchant("m-olle");
    review.report(ReportReason::Fake, "Never happened.".into(), &anybody, held_long_enough()).unwrap();
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_merchant_writes_one_review_of_a_partner(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (reviews, acme) = (Reviews::new(bench.table.clone()), org("acme"));
    let attempts: Vec<_> = (1..=5).map(|stars| review(&acme, "m-anna", stars, 5)).collect();
    let answers = join_all(attempts.iter().map(|review| reviews.create(review))).await;
    let answers: Vec<_> = answers.into_iter().map(Result::unwrap).collect();
    let winner = answers.iter().position(|answer| *answer == ReviewCreated::New).unwrap();
    let exists = ReviewCreated::Exists(Box::new(attempts[winner].clone()));
    assert_eq!(answers.iter().filter(|answer| **answer == exists).count(), 4);
    assert_eq!(reviews.get(&attempts[0].id).await.unwrap().as_ref(), Some(&attempts[winner]));
    assert_eq!(reviews.create(&attempts[winner]).await.unwrap(), ReviewCreated::New, "a lost answer");
    assert_eq!(reviews.create(&review(&acme, "m-olle", 3, 3)).await.unwrap(), ReviewCreated::New);
    assert_eq!(reviews.create(&review(&org("other"), "m-anna", 3, 3)).await.unwrap(), ReviewCreated::New);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_review_is_read_back_whatever_happened_to_it(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (reviews, acme) = (Reviews::new(bench.table.clone()), org("acme"));
    published(&PartnerProfiles::new(bench.table.clone()), &acme, "acme").await;
    let mut review = review(&acme, "m-anna", 4, 5);
    assert_eq!(reviews.get(&review.id).await.unwrap(), None);
    reviews.create(&review).await.unwrap();
    let count = review.publish(held_long_enough()).unwrap();
    assert_eq!(reviews.commit(&review, Some(count)).await.unwrap(), ReviewCommit::Done);
    review.reply("Thank you!".to_owned(), &owner(&acme), held_long_enough()).unwrap();
    assert_eq!(reviews.commit(&review, None).await.unwrap(), ReviewCommit::Done);
    report(&mut review);
    assert_eq!(reviews.commit(&review, None).await.unwrap(), ReviewCommit::Done);
    assert_eq!(reviews.get(&review.id).await.unwrap().as_ref(), Some(&review));
    let uncount = review.remove(RemovalReason::Fake, &admin(), held_long_enough()).unwrap();
    assert_eq!(uncount, Some(RatingsMove::Uncount));
    assert_eq!(reviews.commit(&review, uncount).await.unwrap(), ReviewCommit::Done);
    assert_eq!(reviews.get(&review.id).await.unwrap().as_ref(), Some(&review));
    let views = Views::<ReviewRow>::new(bench.table.clone(), usize::MAX);
    let snapshot = views.read(&acme).await.unwrap();
    assert_eq!(snapshot.iter().collect::<Vec<_>>(), [&ReviewRow(review)]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_review_is_published_and_counted_once_however_many_try(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (reviews, acme) = (Reviews::new(bench.table.clone()), org("acme"));
    published(&PartnerProfiles::new(bench.table.clone()), &acme, "acme").await;
    let held = review(&acme, "m-anna", 2, 5);
    reviews.create(&held).await.unwrap();
    let attempts = (0..6_i64).map(|place| {
        let (mut mine, reviews) = (held.clone(), reviews.clone());
        let count = mine.publish(held_long_enough() + TimeDelta::minutes(place)).unwrap();
        async move { reviews.commit(&mine, Some(count)).await.unwrap() }
    });
    let outcomes = join_all(attempts).await;
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == ReviewCommit::Done).count(), 1);
    let stored = reviews.get(&held.id).await.unwrap().unwrap();
    let conflict = ReviewCommit::Conflict(Some(Box::new(stored.clone())));
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == conflict).count(), 5);
    assert_eq!(ratings(&bench, "acme").await, Ratings::default().with(held.quality, held.communication));
    // The same write again, as after a lost answer, counts for nothing either.
    assert_eq!(reviews.commit(&stored, Some(RatingsMove::Count)).await.unwrap(), ReviewCommit::Done);
    assert_eq!(ratings(&bench, "acme").await.count, 1);
}

/// One of the tasks that move reviews of one partner at the same time.
async fn moderate(reviews: Reviews, org: OrgId, number: u8) {
    for turn in 0..6_u8 {
        let dice = number.wrapping_mul(31).wrapping_add(turn.wrapping_mul(17));
        let mut review = review(&org, &format!("m-{number}-{turn}"), dice % 5 + 1, dice / 5 % 5 + 1);
        reviews.create(&review).await.unwrap();
        if dice % 7 == 0 {
            let removed = review.remove(RemovalReason::Abusive, &admin(), noon()).unwrap();
            assert_eq!(reviews.commit(&review, removed).await.unwrap(), ReviewCommit::Done);
            continue;
        }
        let count = review.publish(held_long_enough()).unwrap();
        assert_eq!(reviews.commit(&review, Some(count)).await.unwrap(), ReviewCommit::Done);
        if dice % 3 == 0 {
            let mut late = review.clone();
            let removed = review.remove(RemovalReason::OffTopic, &admin(), held_long_enough()).unwrap();
            assert_eq!(reviews.commit(&review, removed).await.unwrap(), ReviewCommit::Done);
            // Somebody who saw it published removes it a second time.
            let later = held_long_enough() + TimeDelta::minutes(1);
            let again = late.remove(RemovalReason::Fake, &admin(), later).unwrap();
            let outcome = reviews.commit(&late, again).await.unwrap();
            assert_eq!(outcome, ReviewCommit::Conflict(Some(Box::new(review))));
        }
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn ratings_equal_the_published_reviews_however_they_interleave(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (reviews, acme) = (Reviews::new(bench.table.clone()), org("acme"));
    let profiles = PartnerProfiles::new(bench.table.clone());
    let mut profile = published(&profiles, &acme, "acme").await;
    let tasks = (0..5).map(|number| tokio::spawn(moderate(reviews.clone(), acme.clone(), number)));
    let tasks: Vec<_> = tasks.collect();
    // Meanwhile the partner hides and shows the profile, which moves the same item.
    for command in [ProfileCommand::Hide, ProfileCommand::Show, ProfileCommand::Hide, ProfileCommand::Show] {
        let public = profile.apply(command, &owner(&acme), noon()).unwrap();
        assert_eq!(profiles.commit(&profile, public.as_ref()).await.unwrap(), ProfileCommit::Done);
    }
    join_all(tasks).await.into_iter().for_each(Result::unwrap);
    let expected = counted(&bench, &acme).await;
    assert!(expected.count > 10, "{expected:?}");
    assert_eq!(ratings(&bench, "acme").await, expected);
    let views = Arc::new(Views::<DirectoryRow>::new(bench.table.clone(), usize::MAX));
    let snapshot = views.read(&Directory).await.unwrap();
    assert_eq!(snapshot.iter().map(|row| row.ratings).collect::<Vec<_>>(), [expected]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn ratings_of_a_profile_outlive_its_hiding(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (reviews, acme) = (Reviews::new(bench.table.clone()), org("acme"));
    let profiles = PartnerProfiles::new(bench.table.clone());
    let mut profile = published(&profiles, &acme, "acme").await;
    let hidden = profile.apply(ProfileCommand::Hide, &owner(&acme), noon()).unwrap();
    profiles.commit(&profile, hidden.as_ref()).await.unwrap();
    let mut review = review(&acme, "m-anna", 5, 4);
    reviews.create(&review).await.unwrap();
    let count = review.publish(held_long_enough()).unwrap();
    assert_eq!(reviews.commit(&review, Some(count)).await.unwrap(), ReviewCommit::Done);
    let shown = profile.apply(ProfileCommand::Show, &owner(&acme), noon()).unwrap();
    profiles.commit(&profile, shown.as_ref()).await.unwrap();
    assert_eq!(ratings(&bench, "acme").await, counted(&bench, &acme).await);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_review_is_due_when_its_time_has_come_and_not_before(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (reviews, acme) = (Reviews::new(bench.table.clone()), org("acme"));
    published(&PartnerProfiles::new(bench.table.clone()), &acme, "acme").await;
    let mut held: Vec<_> = (0..4).map(|place| review(&acme, &format!("m-{place}"), 4, 4)).collect();
    for (review, hours) in held.iter_mut().zip([3, 1, 2, 9]) {
        review.status = ReviewStatus::Held { until: noon() + TimeDelta::hours(hours) };
        reviews.create(review).await.unwrap();
    }
    assert_eq!(reviews.due(noon(), 10).await.unwrap(), []);
    let in_three_hours = noon() + TimeDelta::hours(3);
    let due = reviews.due(in_three_hours, 10).await.unwrap();
    assert_eq!(due, [&held[1], &held[2], &held[0]].map(|review| review.id.clone()));
    assert_eq!(reviews.due(in_three_hours, 2).await.unwrap(), due[..2]);
    let count = held[1].publish(in_three_hours).unwrap();
    reviews.commit(&held[1], Some(count)).await.unwrap();
    let removed = held[2].remove(RemovalReason::Fake, &admin(), in_three_hours).unwrap();
    reviews.commit(&held[2], removed).await.unwrap();
    assert_eq!(reviews.due(in_three_hours, 10).await.unwrap(), std::slice::from_ref(&held[0].id));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_reported_review_is_queued_until_somebody_decides(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (reviews, acme) = (Reviews::new(bench.table.clone()), org("acme"));
    published(&PartnerProfiles::new(bench.table.clone()), &acme, "acme").await;
    let mut all: Vec<_> = (0..3).map(|place| review(&acme, &format!("m-{place}"), 1, 2)).collect();
    for review in &mut all {
        reviews.create(review).await.unwrap();
        let count = review.publish(held_long_enough()).unwrap();
        reviews.commit(review, Some(count)).await.unwrap();
    }
    assert_eq!(reviews.reported().await.unwrap(), []);
    for review in &mut all[..2] {
        report(review);
        reviews.commit(review, None).await.unwrap();
    }
    let mut reported = reviews.reported().await.unwrap();
    reported.sort_by(|a, b| a.merchant.cmp(&b.merchant));
    assert_eq!(reported, all[..2]);
    all[0].keep(&admin(), held_long_enough()).unwrap();
    reviews.commit(&all[0], None).await.unwrap();
    assert_eq!(reviews.reported().await.unwrap(), all[1..2]);
    let removed = all[1].remove(RemovalReason::Fake, &admin(), held_long_enough()).unwrap();
    reviews.commit(&all[1], removed).await.unwrap();
    assert_eq!(reviews.reported().await.unwrap(), []);
    assert_eq!(ratings(&bench, "acme").await, counted(&bench, &acme).await);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_review_that_cannot_be_counted_is_not_published(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (reviews, acme) = (Reviews::new(bench.table.clone()), org("acme"));
    let held = review(&acme, "m-anna", 5, 5);
    reviews.create(&held).await.unwrap();
    // The handle is another organisation's, as no write of ours ever leaves it.
    PartnerProfiles::new(bench.table.clone()).create(&begun(&org("other"), "acme")).await.unwrap();
    let mut published = held.clone();
    let count = published.publish(held_long_enough()).unwrap();
    let error = reviews.commit(&published, Some(count)).await.unwrap_err();
    assert!(matches!(&error, StoreError::Corrupt { key, .. } if key == "PROFILE#acme PROFILE"), "{error}");
    assert_eq!(reviews.get(&held.id).await.unwrap(), Some(held));
    assert_eq!(ratings(&bench, "acme").await, Ratings::default());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn reviews_written_in_bulk_are_read_back(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (reviews, acme) = (Reviews::new(bench.table.clone()), org("acme"));
    let all: Vec<_> = (0..40).map(|place| review(&acme, &format!("m-{place}"), 3, 4)).collect();
    Bulk::new(bench.table.clone()).reviews(&all).await.unwrap();
    assert_eq!(reviews.get(&all[33].id).await.unwrap().as_ref(), Some(&all[33]));
    assert_eq!(reviews.due(held_long_enough(), 100).await.unwrap().len(), 40);
}
