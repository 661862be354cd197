//! Changes may come twice, late, and in any order between partners: what is published at the end is the same.

use guildhall_domain::profile::ProfileCommand;
use guildhall_domain::taxonomy::Service;
use guildhall_worker::BatchWorker;

use crate::bench::{Bench, everything};
use crate::partners::content;

async fn eventful() -> Bench {
    let bench = Bench::new().await;
    bench.join("almgren", content("Ateljé Almgren", &[Service::TaxSetup])).await;
    bench.join("bong-lua", content("Bông Lúa", &[Service::ProductPhotos])).await;
    bench.by_owner("almgren", ProfileCommand::Hide).await;
    bench.join("fjord", content("Fjord & Field", &[Service::TaxSetup, Service::EmailMarketing])).await;
    bench.edit("bong-lua", content("Bông Lúa Studio", &[Service::VideoAndIllustrations])).await;
    bench.approve("bong-lua").await;
    bench.by_owner("almgren", ProfileCommand::Show).await;
    bench.by_admin("fjord", ProfileCommand::Suspend { reason: "Complaints".to_owned() }).await;
    bench
}

#[tokio::test]
async fn whatever_the_order_the_pages_end_up_the_same() {
    let bench = eventful().await;
    let changes = bench.changes().await;
    let (orderly, expected) = bench.another();
    assert!(orderly.handle(&changes).await.is_empty());
    let expected = everything(&expected).await;
    assert!(expected.contains_key("directory/almgren-studio/index.html"));
    assert!(!expected.contains_key("directory/fjord-studio/index.html"));

    let (one_by_one, files) = bench.another();
    for change in &changes {
        assert!(one_by_one.handle(std::slice::from_ref(change)).await.is_empty());
    }
    assert_eq!(everything(&files).await, expected, "one by one");

    let (backwards, files) = bench.another();
    for change in changes.iter().rev().chain(&changes).chain(changes.iter().step_by(3)) {
        assert!(backwards.handle(std::slice::from_ref(change)).await.is_empty());
    }
    assert_eq!(everything(&files).await, expected, "backwards, again, and in part");

    let (anew, files) = bench.another();
    let rebuilt = anew.rebuild().await.unwrap();
    assert_eq!((rebuilt.partners, rebuilt.removed), (2, 0));
    assert_eq!(everything(&files).await, expected, "all anew");
}

#[tokio::test]
async fn making_everything_anew_removes_who_is_gone_and_writes_nothing_that_is_there() {
    let mut bench = eventful().await;
    bench.settle().await;
    let before = everything(&bench.files).await;
    for name in ["directory/ghost-studio/index.html", "vi/directory/ghost-studio/index.html"] {
        object_store::ObjectStoreExt::put(&bench.files, &name.into(), "left over".into()).await.unwrap();
    }
    let rebuilt = bench.publisher.rebuild().await.unwrap();
    assert_eq!((rebuilt.partners, rebuilt.removed), (2, 2));
    assert_eq!(everything(&bench.files).await, before);
}

#[tokio::test]
async fn a_batch_about_something_else_touches_nothing() {
    let bench = Bench::new().await;
    bench.begin("almgren", content("Ateljé Almgren", &[Service::TaxSetup])).await;
    let own_only: Vec<_> = bench
        .changes()
        .await
        .into_iter()
        .filter(|change| change.kind() == guildhall_store::kind::PARTNER_PROFILE)
        .collect();
    assert_eq!(own_only.len(), 1);
    assert!(bench.publisher.handle(&own_only).await.is_empty());
    assert!(everything(&bench.files).await.is_empty());
}
