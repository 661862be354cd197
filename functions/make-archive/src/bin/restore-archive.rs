//! Restores an archive into an installation that has nothing of its organisation, or only checks it.
//!
//! The table is the one that `TABLE_NAME` names, in AWS unless `DYNAMODB_ENDPOINT` says where an emulator listens.
//! `CUSTOMER_SECRET` is the secret that stands for merchants, the same as of the functions.

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use guildhall_store::{MerchantKey, Table};
use make_archive::restore::{Opened, Summary, check, restore};

/// Restores the archive of an organisation.
#[derive(Debug, Parser)]
struct Arguments {
    /// The archive.
    file: PathBuf,
    /// Only check that it is whole and unaltered.
    #[arg(long)]
    check: bool,
}

type Failure = Box<dyn std::error::Error>;

async fn run(arguments: Arguments) -> Result<Summary, Failure> {
    let mut archive = Opened::open(BufReader::new(File::open(&arguments.file)?))?;
    if arguments.check {
        return Ok(check(&mut archive)?);
    }
    let secret = std::env::var("CUSTOMER_SECRET").map_err(|_| "CUSTOMER_SECRET is not set")?;
    let merchants = MerchantKey::from_secret(secret.as_bytes());
    Ok(restore(Table::from_env().await?, &merchants, &mut archive).await?)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = if arguments.check { "whole and unaltered" } else { "restored" };
    let (text, code) = match run(arguments).await {
        Ok(summary) => (report(&summary, done), ExitCode::SUCCESS),
        Err(error) => (format!("{error}\n"), ExitCode::FAILURE),
    };
    // Whoever closed the other end does not want to read it.
    let _ = match code == ExitCode::SUCCESS {
        true => std::io::stdout().write_all(text.as_bytes()),
        false => std::io::stderr().write_all(text.as_bytes()),
    };
    code
}

fn report(summary: &Summary, done: &str) -> String {
    let lists = summary.counts.iter().map(|(list, count)| format!("{:>8} {}\n", count, list.code()));
    format!(
        "{} ({}): {done}\n{}",
        summary.organisation.name,
        summary.organisation.id,
        lists.collect::<String>()
    )
}
