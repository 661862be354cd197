//! Measures the directory's search at 5,000 and 100,000 made-up partners: building the index, searching
//! with and without a text (facets always included), one partner's change, and memory.
//!
//! `cargo run --profile local -p guildhall-search --example search_bench [-- SIZE ...]`

mod shared;

use std::sync::Arc;
use std::time::{Duration, Instant};

use guildhall_domain::directory::{DirectoryFilter, DirectoryOrder, DirectoryQuery, PAGE_SIZE, PriceBand};
use guildhall_domain::taxonomy::{Category, Service, SpokenLanguage, Tier};
use guildhall_search::Index;

use shared::{Failure, partner, queries, resident_mb};

const SEARCHES: usize = 1_000;
const BUILDS: usize = 5;
const PER_TEXT: usize = 50;
const CHANGES: usize = 200;

fn main() -> Result<(), Failure> {
    let asked: Vec<usize> = std::env::args().skip(1).map(|size| size.parse()).collect::<Result<_, _>>()?;
    let sizes = if asked.is_empty() { vec![5_000, 100_000] } else { asked };
    // The lexicon and the automata are read once in a process.
    let began = Instant::now();
    let empty = Index::default();
    assert!(empty.search(&query(0, "photograhy")?, PAGE_SIZE).hits.is_empty());
    line(&format!("lexicon, first search: {:.1} ms", began.elapsed().as_secs_f64() * 1e3));
    line("partners  search                       p50        p99        calls");
    sizes.into_iter().try_for_each(measure)
}

fn measure(size: usize) -> Result<(), Failure> {
    let rows = (0..size).map(|place| partner(place).map(Arc::new)).collect::<Result<Vec<_>, _>>()?;
    let before = resident_mb();
    let mut times = Vec::new();
    let mut index = Index::default();
    for _ in 0..BUILDS {
        drop(std::mem::take(&mut index));
        let began = Instant::now();
        index = Index::build(rows.iter().cloned());
        times.push(began.elapsed());
    }
    let held = resident_mb() - before;
    let texts: usize = rows.iter().map(|row| row.weight()).sum();
    line(&format!("{size:>8}  the process grew by {held:.0} MB beside rows of {:.0} MB", texts as f64 / 1e6));
    report(size, "index built", times);

    let mut all = Vec::new();
    for typed in queries() {
        let mut times = Vec::new();
        for run in 0..PER_TEXT {
            let query = query(run, typed)?;
            let began = Instant::now();
            let results = index.search(&query, PAGE_SIZE);
            times.push(began.elapsed());
            assert!(results.hits.len() <= PAGE_SIZE);
        }
        all.extend(times);
    }
    report(size, "with text", all);
    let mut times = Vec::new();
    for run in 0..SEARCHES {
        let query = query(run, "")?;
        let began = Instant::now();
        let results = index.search(&query, PAGE_SIZE);
        times.push(began.elapsed());
        assert!(results.total <= size);
    }
    report(size, "without text", times);

    let mut times = Vec::new();
    for change in 0..CHANGES {
        let mut row = (*rows[change * 7_919 % size]).clone();
        row.bio.push_str(" Now also subscriptions.");
        row.version += 1;
        let began = Instant::now();
        index.upsert(Arc::new(row));
        times.push(began.elapsed());
    }
    report(size, "one partner changed", times);
    let mut times = Vec::new();
    for change in 0..CHANGES {
        let row = Arc::new(partner(size + change)?);
        let began = Instant::now();
        index.upsert(Arc::clone(&row));
        index.remove(&row.handle);
        times.push(began.elapsed());
    }
    report(size, "one came and went", times);
    let mut rows = rows;
    index.sync(&rows);
    let mut times = Vec::new();
    for change in 0..CHANGES {
        let place = change * 7_919 % size;
        let mut row = (*rows[place]).clone();
        row.version += 1;
        rows[place] = Arc::new(row);
        let began = Instant::now();
        let synced = index.sync(&rows);
        times.push(began.elapsed());
        assert_eq!((synced.changed, synced.removed), (1, 0));
    }
    report(size, "in step with the list", times);
    Ok(())
}

/// Another filter, order, visitor and page each time.
fn query(run: usize, typed: &str) -> Result<DirectoryQuery, Failure> {
    let filter = match run % 5 {
        0 => DirectoryFilter::default(),
        1 => DirectoryFilter { categories: vec![Category::MarketingAndSales], ..DirectoryFilter::default() },
        2 => DirectoryFilter {
            services: vec![Service::ALL[run % 36], Service::ALL[run % 17]],
            languages: vec![SpokenLanguage::English, SpokenLanguage::Swedish],
            ..DirectoryFilter::default()
        },
        3 => DirectoryFilter {
            countries: vec!["SE".parse()?, "US".parse()?],
            tiers: vec![Tier::Registered, Tier::Plus],
            prices: vec![PriceBand::Below1000, PriceBand::Contact],
            ..DirectoryFilter::default()
        },
        _ => DirectoryFilter { countries: vec!["VN".parse()?], ..DirectoryFilter::default() },
    };
    Ok(DirectoryQuery {
        text: typed.to_owned(),
        filter,
        order: DirectoryOrder::ALL[run % 2],
        visitor: if run.is_multiple_of(3) { None } else { Some("SE".parse()?) },
        page: 1 + run % 4,
    })
}

fn report(size: usize, name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1e3;
    line(&format!("{size:>8}  {name:<24} {:>7.3} ms {:>7.3} ms {:>9}", at(50), at(99), times.len()));
}

#[allow(clippy::print_stdout, reason = "the figures are what this program is for")]
fn line(text: &str) {
    println!("{text}");
}
