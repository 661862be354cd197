//! Reviews on a partner's page.

use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::ReviewId;
use guildhall_domain::review::{HOLD, Review, ReviewStatus, Stars};
use guildhall_domain::taxonomy::Service;
use guildhall_store::{ReviewCommit, ReviewCreated};

use crate::bench::Bench;
use crate::partners::{content, noon};

const PAGE: &str = "directory/almgren-studio/index.html";

fn review() -> Review {
    let merchant = "m-anna".parse().unwrap();
    Review {
        id: ReviewId::derive(&"almgren".parse().unwrap(), &merchant),
        handle: "almgren-studio".parse().unwrap(),
        merchant,
        company: "Nordljus".to_owned(),
        service: Service::TaxSetup,
        quality: Stars::try_from(5).unwrap(),
        communication: Stars::try_from(4).unwrap(),
        text: "Careful and quick.".to_owned(),
        written_at: noon(),
        status: ReviewStatus::Held { until: noon() + HOLD },
        reply: None,
        report: None,
        decisions: Vec::new(),
        version: 1,
    }
}

#[tokio::test]
async fn a_review_shows_once_it_is_published_and_so_does_the_reply() {
    let mut bench = Bench::new().await;
    bench.join("almgren", content("Ateljé Almgren", &[Service::TaxSetup])).await;
    let mut review = review();
    assert_eq!(bench.reviews.create(&review).await.unwrap(), ReviewCreated::New);
    bench.settle().await;
    let held = bench.text(PAGE).await.unwrap();
    assert!(
        !held.contains("Nordljus") && !held.contains("AggregateRating") && held.contains("No reviews yet")
    );

    let moved = review.publish(noon() + HOLD).unwrap();
    assert_eq!(bench.reviews.commit(&review, Some(moved)).await.unwrap(), ReviewCommit::Done);
    bench.settle().await;
    let published = bench.text(PAGE).await.unwrap();
    assert!(published.contains("Careful and quick.") && published.contains("\"ratingValue\":\"4.50\""));
    assert!(bench.text("directory/index.html").await.unwrap().contains("1 review"), "cards count it as well");

    let owner = Actor {
        id: "u-almgren".parse().unwrap(),
        name: "Owner".to_owned(),
        role: Role::PartnerOwner,
        org: Some("almgren".parse().unwrap()),
    };
    review.reply("Thank you.".to_owned(), &owner, noon() + HOLD).unwrap();
    assert_eq!(bench.reviews.commit(&review, None).await.unwrap(), ReviewCommit::Done);
    bench.settle().await;
    assert!(bench.text(PAGE).await.unwrap().contains("Thank you."));
}
