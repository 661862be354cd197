//! What the stream hands over reads as what was written.

use guildhall_domain::inquiry::Delivery;
use guildhall_domain::profile::ProfileCommand;
use guildhall_store::keys::Key;
use guildhall_store::stream::{self, Change};
use guildhall_store::{Inquiries, PartnerProfiles, PublicProfiles, Reviews, kind};
use rstest::rstest;
use serde_json::json;

use crate::support::leads::{noon, org};
use crate::support::merchants::{held_long_enough, review, sent};
use crate::support::profiles::{owner, published};
use crate::support::{Backend, Bench};

/// The change that Lambda would be told of, from one look at an item to the next.
async fn change(bench: &Bench, key: &Key, before: Option<&serde_dynamo::Item>) -> Change {
    let record = json!({
        "dynamodb": {
            "Keys": { "PK": { "S": key.pk }, "SK": { "S": key.sk } },
            "OldImage": before,
            "NewImage": item(bench, key).await,
            "SequenceNumber": "1",
        },
    });
    serde_json::from_value(record).unwrap()
}

async fn item(bench: &Bench, key: &Key) -> serde_dynamo::Item {
    bench.raw(key).await.unwrap().into()
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_public_copy_is_read_from_both_images(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (profiles, acme) = (PartnerProfiles::new(bench.table.clone()), org("acme"));
    let mut profile = published(&profiles, &acme, "acme").await;
    let public = PublicProfiles::new(bench.table.clone());
    let shown = public.get(&profile.handle).await.unwrap().unwrap();
    let key = Key::profile(&profile.handle);
    let before = item(&bench, &key).await;
    let hidden = profile.apply(ProfileCommand::Hide, &owner(&acme), noon()).unwrap();
    profiles.commit(&profile, hidden.as_ref()).await.unwrap();
    let change = change(&bench, &key, Some(&before)).await;
    assert_eq!(change.kind(), kind::PROFILE);
    assert_eq!(stream::public_copy(change.old_image().unwrap()).unwrap(), shown);
    let after = stream::public_copy(change.new_image().unwrap()).unwrap();
    assert_eq!((after.content, after.version), (None, shown.version + 1));
    assert!(stream::review(change.new_image().unwrap()).is_err());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_inquiry_and_a_review_are_read_from_their_images(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (inquiries, reviews) = (Inquiries::new(bench.table.clone()), Reviews::new(bench.table.clone()));
    let acme = org("acme");
    let inquiry = sent(&inquiries, &acme, "key").await;
    let key = Key::inquiry(&inquiry.id);
    let sent = change(&bench, &key, None).await;
    assert_eq!((sent.kind(), sent.old_image().is_none()), (kind::INQUIRY, true));
    assert_eq!(stream::inquiry(sent.new_image().unwrap()).unwrap(), inquiry);
    inquiries.record_delivery(&inquiry.id, Delivery::Sent).await.unwrap();
    let delivered = change(&bench, &key, None).await;
    let read = stream::inquiry(delivered.new_image().unwrap()).unwrap();
    assert_eq!(Some(read), inquiries.get(&inquiry.id).await.unwrap());

    let mut review = review(&acme, "m-anna", 4, 5);
    published(&PartnerProfiles::new(bench.table.clone()), &acme, "acme").await;
    reviews.create(&review).await.unwrap();
    let count = review.publish(held_long_enough()).unwrap();
    reviews.commit(&review, Some(count)).await.unwrap();
    let published = change(&bench, &Key::review(&review.id), None).await;
    assert_eq!(published.kind(), kind::REVIEW);
    assert_eq!(stream::review(published.new_image().unwrap()).unwrap(), review);
}
