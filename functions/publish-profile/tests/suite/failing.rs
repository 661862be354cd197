//! What cannot be written now is handed over again, and holds up nobody else.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use guildhall_domain::taxonomy::Service;
use object_store::local::LocalFileSystem;

use crate::bench::Bench;
use crate::partners::content;

/// A folder of files, as on one machine.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[tokio::test]
async fn a_page_that_cannot_be_written_fails_alone_and_is_written_later() {
    let folder = folder("in-the-way");
    let mut bench = Bench::on(Arc::new(LocalFileSystem::new_with_prefix(&folder).unwrap())).await;
    bench.join("almgren", content("Ateljé Almgren", &[Service::TaxSetup])).await;
    bench.join("fjord", content("Fjord & Field", &[Service::TaxSetup])).await;
    // A file where the folder of the page should be.
    let in_the_way = folder.join("sv/directory/almgren-studio");
    fs::create_dir_all(in_the_way.parent().unwrap()).unwrap();
    fs::write(&in_the_way, "in the way").unwrap();

    let failed = bench.hand_over().await;
    let about_it = |change: &&guildhall_worker::Change| change.key.pk == "PROFILE#almgren-studio";
    let changes = bench.changes().await;
    let expected: Vec<_> = changes.iter().filter(about_it).map(|one| one.sequence_number.clone()).collect();
    assert_eq!(failed, expected);
    assert!(bench.text("sv/directory/fjord-studio/index.html").await.is_some());

    fs::remove_file(&in_the_way).unwrap();
    let again: Vec<_> = changes.iter().filter(about_it).cloned().collect();
    assert!(guildhall_worker::BatchWorker::handle(&bench.publisher, &again).await.is_empty());
    assert!(bench.text("sv/directory/almgren-studio/index.html").await.is_some());
    fs::remove_dir_all(folder).unwrap();
}
