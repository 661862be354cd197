//! `guildhall verify <receipt.json>`: checks a receipt without asking anybody. It ends with 0 if the receipt is good,
//! with 1 if it is not, and with 2 if it could not be checked.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use guildhall_verify::{Report, check, keys_in};
use serde_json::Value;

/// Works on what Guildhall hands out.
#[derive(Debug, Parser)]
#[command(name = "guildhall", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Checks a receipt of a decision: that none of its events was altered, and that it was signed.
    Verify {
        /// The receipt, as it was downloaded.
        receipt: PathBuf,
        /// The keys that Guildhall publishes at /api/v1/receipt-keys, saved earlier or elsewhere.
        #[arg(long)]
        keys: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    let Command::Verify { receipt, keys } = Arguments::parse().command;
    let (text, code) = match verify(&receipt, keys.as_deref()) {
        Ok(report) => {
            (report.to_string(), if report.is_good() { ExitCode::SUCCESS } else { ExitCode::from(1) })
        }
        Err(reason) => (format!("{reason}\n"), ExitCode::from(2)),
    };
    // Whoever closed the other end wants no more words, only the code.
    let _ = std::io::stdout().write_all(text.as_bytes());
    code
}

fn verify(receipt: &Path, keys: Option<&Path>) -> Result<Report, String> {
    let known = match keys {
        Some(path) => Some(keys_in(&read(path)?).map_err(|error| format!("{}: {error}", path.display()))?),
        None => None,
    };
    check(&read(receipt)?, known.as_deref()).map_err(|error| format!("{}: {error}", receipt.display()))
}

fn read(path: &Path) -> Result<Value, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}
