//! What is printed.

use crate::measure::Figures;

pub(crate) fn print(functions: &[Figures], others: &[Figures], compared: &str) {
    println!(
        "{:<22} {:>6} {:>9} {:>16} {:>13} {:>19} {:>9}",
        "", "answer", "zipped", "first poll", "first request", "warm request", "resident"
    );
    println!(
        "{:<22} {:>6} {:>9} {:>16} {:>13} {:>19} {:>9}",
        "", "", "MB", "median / p90 ms", "median ms", "median / p99 ms", "MB"
    );
    for figures in functions.iter().chain(others) {
        line(figures);
    }
    let Some(ours) = functions.iter().find(|figures| figures.name == compared) else { return };
    for other in others {
        println!(
            "\n{compared} beside {}: first poll {:.3}x, first request {:.2}x, warm request {:.2}x, resident {:.2}x{}",
            other.name,
            ours.first_poll.share(0.5) / other.first_poll.share(0.5),
            ours.first_request.share(0.5) / other.first_request.share(0.5),
            ours.warm_request.share(0.5) / other.warm_request.share(0.5),
            megabytes(ours.resident * 1024) / megabytes(other.resident * 1024),
            match (ours.package, other.package) {
                (Some(ours), Some(other)) => format!(", zipped {:.2}x", megabytes(ours) / megabytes(other)),
                _ => String::new(),
            }
        );
    }
}

fn line(figures: &Figures) {
    println!(
        "{:<22} {:>6} {:>9} {:>8.1} / {:>5.1} {:>13.2} {:>10.2} / {:>6.2} {:>9.1}",
        figures.name,
        figures.status.map_or_else(|| "-".to_owned(), |status| status.to_string()),
        figures.package.map_or_else(|| "-".to_owned(), |bytes| format!("{:.2}", megabytes(bytes))),
        figures.first_poll.share(0.5),
        figures.first_poll.share(0.9),
        figures.first_request.share(0.5),
        figures.warm_request.share(0.5),
        figures.warm_request.share(0.99),
        megabytes(figures.resident * 1024),
    );
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1_000_000.0
}
