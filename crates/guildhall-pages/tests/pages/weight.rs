//! A page, with all that it loads, weighs 30 KB at most when it travels compressed.

use std::fs;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use guildhall_domain::policy::Language;
use guildhall_domain::taxonomy::Service;
use guildhall_pages::Page;

use crate::{render, sample};

const MOST: usize = 30 * 1024;

fn frontend(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frontend").join(file)
}

/// The style sheet as it is written, which is more than what is delivered: the build takes out comments.
fn style_sheet() -> String {
    let entry = fs::read_to_string(frontend("styles/public.css")).expect("the style sheet");
    let imported = entry.lines().filter_map(|line| line.strip_prefix("@import \"")?.split('"').next());
    imported
        .map(|file| fs::read_to_string(frontend("styles").join(file)).expect("an imported file"))
        .collect()
}

fn compressed(text: &str) -> usize {
    let best = BrotliEncoderParams { quality: 11, ..BrotliEncoderParams::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut out, &best).expect("compresses");
    out.len()
}

#[test]
fn a_page_with_all_that_it_loads_weighs_30_kb_at_most() {
    let loads: usize = ["public/icons.svg", "public/mark.svg", "public/theme.js"]
        .map(|file| compressed(&fs::read_to_string(frontend(file)).expect("a file of the site")))
        .iter()
        .sum::<usize>()
        + compressed(&style_sheet());
    let rows: Vec<_> = sample::rows().into_iter().cycle().take(40).collect();
    let page = sample::page(&rows);
    let profile = sample::profile(128);
    // As many reviews as a page ever shows.
    let reviews: Vec<_> = sample::reviews().into_iter().cycle().take(10).collect();
    let pages = [
        Page::Home(&page),
        Page::Service(Service::CustomizeDesign, &page),
        Page::Profile(&profile, &reviews),
    ];
    for page in &pages {
        for language in Language::ALL {
            let own = compressed(&render(page, language));
            println!(
                "{:?} {}: {own} bytes, with all that it loads {}",
                page.place(),
                language.tag(),
                own + loads
            );
            assert!(own + loads <= MOST, "{:?} weighs {}", page.place(), own + loads);
        }
    }
}
