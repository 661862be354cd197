//! Writes every kind of page, in every language, into a folder to look at:
//! `cargo run -p guildhall-pages --features ssr --example preview -- <folder>`.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a tool for whoever works on the pages")]

#[path = "../tests/pages/sample.rs"]
#[allow(dead_code, unreachable_pub)]
mod sample;

use std::path::PathBuf;
use std::{env, fs};

use guildhall_domain::policy::Language;
use guildhall_domain::taxonomy::{Category, Service};
use guildhall_pages::{Page, Site, server};

fn main() {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or_else(|| "preview".to_owned()));
    let site = Site::new("https://guildhall.example");
    let rows = sample::rows();
    let (everything, nothing) = (sample::page(&rows), sample::page(&[]));
    let (profile, unrated) = (sample::profile(128), sample::profile(0));
    let unrated = guildhall_contract::profile::PublicProfile { handle: "unrated".to_owned(), ..unrated };
    let reviews = sample::reviews();
    let pages = [
        Page::Home(&everything),
        Page::Category(Category::StoreSetup, &everything),
        Page::Service(Service::CustomizeDesign, &everything),
        Page::Service(Service::TaxSetup, &nothing),
        Page::Profile(&profile, &reviews),
        Page::Profile(&unrated, &[]),
        Page::HowRankingWorks,
        Page::ReviewPolicy,
        Page::Moving(guildhall_domain::cutover::Cutover::default().dates()),
        Page::AboutProfiles,
    ];
    for page in &pages {
        for language in Language::ALL {
            let path = page.place().unwrap().path(language);
            let file = folder.join(&path[1..]).join("index.html");
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, server::render(page, language, &site).unwrap()).unwrap();
            println!("{}", file.display());
        }
    }
}
