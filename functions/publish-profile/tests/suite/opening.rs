//! The directory opens at a date, to the second, and its opening may be put off.

use std::collections::BTreeMap;

use guildhall_domain::actor::Stamp;
use guildhall_domain::cutover::{Cutover, Dates};
use guildhall_domain::taxonomy::Service;
use guildhall_store::{CutoverSettings, Kept, KeptPut};
use guildhall_worker::ScheduledWorker;

use crate::bench::{Bench, everything};
use crate::partners::{admin, content};

const BEFORE: &str = "2023-09-30T23:59:59Z";
const OPEN: &str = "2023-10-01T00:00:00Z";

/// Every file of the directory that somebody could be led to.
async fn published(bench: &Bench) -> BTreeMap<String, String> {
    let mut files = everything(&bench.files).await;
    files.retain(|name, _| !is_guide(name));
    files
}

/// What partners read before the directory opens.
fn is_guide(name: &str) -> bool {
    name.ends_with("/moving/index.html") || name.ends_with("/about-profiles/index.html")
}

/// The pages about the move, by what they say.
async fn guides(bench: &Bench) -> Vec<String> {
    let files = everything(&bench.files).await.into_iter();
    files.filter(|(name, _)| name.ends_with("/moving/index.html")).map(|(_, text)| text).collect()
}

async fn put_off(bench: &Bench, revision: u64, opening: &str) {
    let dates = Dates { directory_from: opening.parse().unwrap(), ..Cutover::default().dates() };
    let closed_from = "2030-01-01T00:00:00Z".parse().unwrap();
    let cutover = Cutover::try_from(Dates { closed_from, ..dates }).unwrap();
    let stamp = Stamp { by: admin().signature(), at: opening.parse().unwrap() };
    let written = CutoverSettings::new(bench.table.clone()).keep(Kept::after(revision, cutover, stamp)).await;
    assert!(matches!(written.unwrap(), KeptPut::Done(_)));
}

#[tokio::test]
async fn nothing_is_published_until_the_second_at_which_the_directory_opens() {
    let mut bench = Bench::new().await;
    bench.clock.put(BEFORE);
    bench.join("almgren", content("Ateljé Almgren", &[Service::TaxSetup])).await;
    bench.join("other", content("Another", &[Service::EmailMarketing])).await;
    bench.settle().await;
    bench.publisher.tick().await.unwrap();
    assert_eq!(published(&bench).await, BTreeMap::new(), "a second too early");
    assert_eq!(guides(&bench).await.len(), 3, "partners read how they move, in every language");

    bench.clock.put(OPEN);
    bench.publisher.tick().await.unwrap();
    let open = published(&bench).await;
    let (anew, files) = bench.another();
    anew.rebuild().await.unwrap();
    let mut rebuilt = everything(&files).await;
    rebuilt.retain(|name, _| !is_guide(name));
    assert_eq!(open, rebuilt, "everything, as if it had been made at once");
    assert!(open["directory/almgren-studio/index.html"].contains("Ateljé Almgren"));

    bench.edit("almgren", content("Almgren & Co", &[Service::TaxSetup])).await;
    bench.approve("almgren").await;
    bench.settle().await;
    assert!(published(&bench).await["directory/almgren-studio/index.html"].contains("Almgren &amp; Co"));
}

#[tokio::test]
async fn putting_the_opening_off_takes_everything_back_and_changes_meanwhile_are_not_lost() {
    let mut bench = Bench::new().await;
    bench.clock.put("2023-10-05T12:00:00Z");
    bench.join("almgren", content("Ateljé Almgren", &[Service::TaxSetup])).await;
    bench.settle().await;
    assert!(published(&bench).await.contains_key("directory/almgren-studio/index.html"));

    put_off(&bench, 0, "2023-10-20T00:00:00Z").await;
    bench.settle().await;
    assert_eq!(published(&bench).await, BTreeMap::new(), "at once, and not with the next tick");
    assert!(guides(&bench).await[0].contains("20 October 2023"), "the new date is announced");
    bench.join("other", content("Another", &[Service::TaxSetup])).await;
    bench.settle().await;
    bench.publisher.tick().await.unwrap();
    assert_eq!(published(&bench).await, BTreeMap::new());

    bench.clock.put("2023-10-20T00:00:00Z");
    bench.publisher.tick().await.unwrap();
    let open = published(&bench).await;
    assert!(open.contains_key("directory/other-studio/index.html"));
    assert!(open["sitemap.xml"].contains("/directory/almgren-studio"));
    bench.publisher.tick().await.unwrap();
    assert_eq!(published(&bench).await, open, "nothing is left to do");
}
