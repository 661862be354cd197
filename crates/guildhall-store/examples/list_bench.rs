//! Measures a list of leads at 1,000, 10,000 and 100,000: cold (nothing held yet) and warm (any sort,
//! any filter, a search, a page of 50), against the embedded DynamoDB over HTTP.
//!
//! `cargo run --profile local -p guildhall-store --example list_bench [-- SIZE ...]`

mod shared;

use std::time::{Duration, Instant};

use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_dynamodb::types::StreamSpecification;
use guildhall_domain::actor::Side;
use guildhall_domain::ids::OrgId;
use guildhall_domain::lead::Product;
use guildhall_domain::lead::listing::{LeadColumn, LeadFilter, LeadRow, Reader};
use guildhall_domain::listing::{Direction, Order, Start, page};
use guildhall_store::bulk::Bulk;
use guildhall_store::{LeadList, Leads, Micros, Table, Views};

use shared::{Failure, emulator, lead};

/// How often a cold list is read.
const COLD_RUNS: usize = 5;
/// How often a warm list is read.
const WARM_RUNS: usize = 400;
const PAGE: usize = 50;

/// Whoever reads the list.
fn reader() -> Reader {
    let id = "reader".parse().expect("the id holds");
    Reader { id, side: Side::Partner, now: std::time::SystemTime::now().into() }
}

fn main() -> Result<(), Failure> {
    let asked: Vec<usize> = std::env::args().skip(1).map(|size| size.parse()).collect::<Result<_, _>>()?;
    let sizes = if asked.is_empty() { vec![1_000, 10_000, 100_000] } else { asked };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let endpoint = emulator()?;
        line("leads     list                         p50        p99        calls");
        for size in sizes {
            measure(&endpoint, size).await?;
        }
        Ok(())
    })
}

async fn measure(endpoint: &str, size: usize) -> Result<(), Failure> {
    let table = Table::connect(endpoint, &format!("bench-{size}"));
    table.ensure_created().await?;
    switch_off_stream(endpoint, table.name()).await?;
    let org: OrgId = "bench".parse()?;
    let long_ago = Micros::now().less_seconds(86_400);
    for (part, first) in (0..size).collect::<Vec<_>>().chunks(10_000).zip(0..) {
        let leads = part.iter().map(|place| lead(&org, *place)).collect::<Result<Vec<_>, _>>()?;
        Bulk::new(table.clone()).backdated(Micros(long_ago.0 + first * 10_000)).leads(&leads).await?;
    }
    let list = LeadList::Of(org.clone());
    let mut cold = Vec::new();
    for _ in 0..COLD_RUNS {
        let views = Views::<LeadRow>::new(table.clone(), usize::MAX);
        let began = Instant::now();
        let snapshot = views.read(&list).await?;
        cold.push(began.elapsed());
        assert_eq!(snapshot.len(), size);
    }
    report(size, "cold", cold);

    let views = Views::<LeadRow>::new(table.clone(), usize::MAX);
    views.read(&list).await?;
    line(&format!("{size:>7}   a view holds {:.1} MB", views.bytes() as f64 / 1e6));
    let leads = Leads::new(table.clone());
    for (name, search, writes) in
        [("warm", false, false), ("warm + search", true, false), ("warm + write", true, true)]
    {
        let (mut whole, mut memory) = (Vec::new(), Vec::new());
        for run in 0..WARM_RUNS {
            if writes && run % 10 == 0 {
                leads.create(&lead(&org, 1_000_000 + run)?, "bench").await?;
            }
            let began = Instant::now();
            let snapshot = views.read(&list).await?;
            let read = Instant::now();
            let rows = one_page(run, search, snapshot.iter());
            memory.push(read.elapsed());
            whole.push(began.elapsed());
            assert!(rows <= PAGE);
        }
        report(size, name, whole);
        report(size, &format!("{name}, in memory"), memory);
    }
    Ok(())
}

/// The emulator looks through the whole stream at each write, so filling a large table would take the
/// square of its size. No list reads the stream.
async fn switch_off_stream(endpoint: &str, table: &str) -> Result<(), Failure> {
    let config = aws_sdk_dynamodb::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("eu-north-1"))
        .credentials_provider(Credentials::new("guildhall", "guildhall", None, None, "bench"))
        .endpoint_url(endpoint)
        .build();
    let off = StreamSpecification::builder().stream_enabled(false).build()?;
    let client = aws_sdk_dynamodb::Client::from_conf(config);
    client.update_table().table_name(table).stream_specification(off).send().await?;
    Ok(())
}

/// Narrows, sorts and pages as a request would, by another column each time.
fn one_page<'a>(run: usize, search: bool, rows: impl Iterator<Item = &'a LeadRow>) -> usize {
    let search = if search { ["shop1", "anna ekl", "nord 7"][run % 3] } else { "" };
    let filter = LeadFilter {
        products: if run.is_multiple_of(2) { vec![Product::Plus] } else { Vec::new() },
        search: search.to_owned(),
        ..LeadFilter::default()
    };
    let direction = [Direction::Asc, Direction::Desc][run / 12 % 2];
    let order = Order { column: LeadColumn::ALL[run % LeadColumn::ALL.len()], direction };
    let (rows, _) = filter.narrow(rows, &reader());
    page(rows, &order, &Start::First, PAGE).rows.len()
}

fn report(size: usize, name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1e3;
    line(&format!("{size:>7}   {name:<24} {:>7.2} ms {:>7.2} ms {:>9}", at(50), at(99), times.len()));
}

#[allow(clippy::print_stdout, reason = "the figures are what this program is for")]
fn line(text: &str) {
    println!("{text}");
}
