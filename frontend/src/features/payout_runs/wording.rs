//! What the lists say, and the orders that they can be sorted by.

use guildhall_domain::payout::listing::{PeriodColumn, RunColumn};

use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) const PERIODS: Wording<PeriodColumn> = Wording {
    orders: Orders {
        columns: &PeriodColumn::ALL,
        code: PeriodColumn::code,
        name: |column| match column {
            PeriodColumn::Period => texts::earnings::period(),
        },
        scale: |column| match column {
            PeriodColumn::Period => Scale::Time,
        },
    },
    caption: texts::payout_runs::caption,
    loading: texts::payout_runs::loading,
    failed: texts::payout_runs::failed,
    // Periods are few, and neither searched nor filtered.
    search: texts::payout_runs::runs,
    search_in: texts::payout_runs::runs,
    no_match: texts::payout_runs::none_title,
    no_match_for: |_| texts::payout_runs::none_title().to_owned(),
    no_match_text: texts::payout_runs::none_text,
    pages: texts::payout_runs::pages,
};

pub(super) const RUN: Wording<RunColumn> = Wording {
    orders: Orders { columns: &RunColumn::ALL, code: RunColumn::code, name, scale },
    caption: texts::payout_runs::accounts_caption,
    loading: texts::payout_runs::loading,
    failed: texts::payout_runs::failed,
    search: texts::payout_runs::search,
    search_in: texts::payout_runs::search_in,
    no_match: texts::payout_runs::no_match,
    no_match_for: texts::payout_runs::no_match_for,
    no_match_text: texts::payout_runs::no_match_text,
    pages: texts::payout_runs::accounts_pages,
};

fn name(column: RunColumn) -> &'static str {
    match column {
        RunColumn::Organisation => texts::payout_runs::organisation(),
        RunColumn::Amount => texts::earnings::amount(),
        RunColumn::State => texts::payout_runs::state(),
    }
}

fn scale(column: RunColumn) -> Scale {
    match column {
        RunColumn::Organisation => Scale::Name,
        RunColumn::Amount => Scale::Amount,
        RunColumn::State => Scale::Rank,
    }
}
