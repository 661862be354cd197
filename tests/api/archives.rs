//! Archives: all that is kept for an organisation as one file, and the way into an empty installation and out again.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use guildhall_local::Options;
use guildhall_store::MerchantKey;
use make_archive::restore::{Opened, RestoreError, check, restore};
use reqwest::Method;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::{App, LeadKind, NORRSKEN, Reply, SAIGONWEB, User};

async fn begin(user: &User<'_>) -> Reply {
    user.send(user.request(Method::POST, "/archives")).await
}

async fn go_on(user: &User<'_>, archive: &Value) -> Reply {
    user.send(user.request(Method::POST, "/archives/continue").json(&json!({ "archive": archive }))).await
}

/// The last answer about an archive, and in how many pieces it was made.
async fn whole(user: &User<'_>) -> (Value, usize) {
    let (mut progress, mut pieces) = (begin(user).await.expect(200), 0);
    while progress["link"].is_null() {
        let done = progress["lists_done"].as_u64();
        progress = go_on(user, &progress["archive"]).await.expect(200);
        assert!(progress["lists_done"].as_u64() >= done, "{progress}");
        pieces += 1;
        assert!(pieces < 1_000);
    }
    (progress, pieces)
}

async fn fetch(app: &App, progress: &Value) -> Vec<u8> {
    let answer = app.client.get(progress["link"]["url"].as_str().unwrap()).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "application/zip");
    assert_eq!(answer.headers()["content-disposition"], "attachment; filename=\"guildhall-archive.zip\"");
    answer.bytes().await.unwrap().to_vec()
}

/// The files of an archive, read by a library that has nothing to do with it.
fn files(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut files = BTreeMap::new();
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        files.insert(file.name().unwrap().into_owned(), content);
    }
    files
}

fn manifest(files: &BTreeMap<String, Vec<u8>>) -> Value {
    serde_json::from_slice(&files["manifest.json"]).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_comes_back_out_of_an_empty_installation_as_it_went_in() {
    let demo = App::start_with(Options { empty: false, profiles: 60, ..Options::in_memory() }).await;
    let owner = demo.partner(NORRSKEN, "partner_owner");
    let (progress, pieces) = whole(&owner).await;
    let archive = fetch(&demo, &progress).await;
    println!("{} records, {} bytes, {pieces} pieces", progress["records"], archive.len());
    assert_eq!(archive.len() as u64, progress["bytes"].as_u64().unwrap());
    let made = files(&archive);
    let named = manifest(&made);
    for list in ["profile", "jobs", "conversations", "customers", "inquiries", "leads", "referrals", "ledger"]
    {
        assert!(named["counts"][list].as_u64().unwrap() > 0, "there are {list}: {}", named["counts"]);
    }
    let sum: u64 = named["counts"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(progress["records"], sum);
    assert_eq!(named["files"].as_array().unwrap().len() + 1, made.len());
    for file in named["files"].as_array().unwrap() {
        let content = &made[file["name"].as_str().unwrap()];
        let digits: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((&file["sha256"], &file["bytes"]), (&json!(digits), &json!(content.len())), "{file}");
        // The tables are read by whatever reads CSV, and no cell is a formula.
        if file["format"] == "csv" {
            let mut table = csv::ReaderBuilder::new().flexible(true).from_reader(content.as_slice());
            let rows: Vec<_> = table.records().map(Result::unwrap).collect();
            assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '@'])), "{file}");
        }
    }
    // What the sales team means to do next is not in it.
    let text = String::from_utf8_lossy(&made["leads-1.json"]);
    assert!(text.contains("\"timeline\"") && !text.contains("sales_plan"));

    let empty = App::start().await;
    let merchants = MerchantKey::from_secret(b"another secret");
    let restored = restore(empty.table(), &merchants, &mut opened(&archive)).await.unwrap();
    assert_eq!(serde_json::to_value(&restored.counts).unwrap(), named["counts"]);
    let (again, _) = whole(&empty.partner(NORRSKEN, "partner_owner")).await;
    let again = files(&fetch(&empty, &again).await);
    for (name, content) in &made {
        if name != "manifest.json" {
            assert!(again[name] == *content, "{name} is another one");
        }
    }
    assert_eq!(manifest(&again)["files"], named["files"]);

    // The screens show the same, too.
    let newcomer = empty.partner(NORRSKEN, "partner_owner");
    for path in ["/leads?limit=100", "/inquiries?limit=100", "/referrals?limit=100", "/ledger?limit=100"] {
        let (there, here) = (owner.get(path).await.expect(200), newcomer.get(path).await.expect(200));
        assert_eq!(there["items"], here["items"], "{path}");
        assert_eq!(there["total"], here["total"], "{path}");
    }

    let twice = restore(empty.table(), &merchants, &mut opened(&archive)).await.unwrap_err();
    assert!(matches!(twice, RestoreError::Refused(_)), "{twice}");
    assert!(twice.to_string().contains("norrsken has records of profile already"), "{twice}");
}

fn opened(archive: &[u8]) -> Opened<Cursor<&[u8]>> {
    Opened::open(Cursor::new(archive)).unwrap()
}

#[tokio::test]
async fn an_archive_is_for_the_owners_of_its_organisation_and_stands_in_the_log() {
    let app = App::start().await;
    app.lead(LeadKind::PlusAlone).await;
    let owner = app.partner(NORRSKEN, "partner_owner");
    for role in ["merchant", "partner_viewer", "partner_member", "rep", "sales_manager", "program_admin"] {
        begin(&app.user(role)).await.problem(403, "forbidden");
    }
    begin(&app.anonymous()).await.expect(401);

    let begun = begin(&owner).await.expect(200);
    assert_eq!((&begun["lists"], &begun["lists_done"], &begun["records"]), (&json!(9), &json!(0), &json!(0)));
    go_on(&app.partner(SAIGONWEB, "partner_owner"), &begun["archive"]).await.problem(404, "not_found");
    go_on(&app.member(), &begun["archive"]).await.problem(403, "forbidden");
    go_on(&owner, &json!("made up")).await.problem(404, "not_found");
    let done = go_on(&owner, &begun["archive"]).await.expect(200);
    assert_eq!((&done["lists_done"], &done["records"]), (&json!(9), &json!(1)));
    // Asked again, as after an answer that was lost, it comes to the same file.
    let again = go_on(&owner, &begun["archive"]).await.expect(200);
    assert_eq!(again["bytes"], done["bytes"]);
    assert_eq!(fetch(&app, &again).await, fetch(&app, &done).await);
    let later = go_on(&owner, &done["archive"]).await.expect(200);
    assert_eq!(check(&mut opened(&fetch(&app, &later).await)).unwrap().organisation.id.as_str(), NORRSKEN);

    app.running.settle().await;
    let log = app.admin().get("/audit").await.expect(200);
    let made: Vec<_> =
        log["items"].as_array().unwrap().iter().filter(|entry| entry["act"] == "archive_made").collect();
    assert_eq!(made.len(), 1, "{log}");
    assert_eq!(made[0]["organisation"]["id"], NORRSKEN);
    assert_eq!(made[0]["by"]["role"], "partner_owner");
}

#[tokio::test]
async fn whoever_has_nothing_gets_an_archive_of_nothing() {
    let app = App::start().await;
    let (done, _) = whole(&app.partner(SAIGONWEB, "partner_owner")).await;
    let made = files(&fetch(&app, &done).await);
    assert_eq!(made["leads-1.json"], b"[\n]\n");
    assert!(manifest(&made)["counts"].as_object().unwrap().values().all(|count| *count == 0));
}
