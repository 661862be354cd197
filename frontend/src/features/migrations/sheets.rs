//! Reports as files.

use std::sync::Arc;

use guildhall_contract::migrations::RecordAnswer;
use guildhall_contract::sheets::{Cell, Sheet};
use guildhall_domain::migration::{FieldReport, Outcome};

use super::bad::Bad;
use super::profile::name;
use super::source::Unsent;
use super::words::{field_outcome_words, one_word, outcome_words, problems, unsent_words};
use super::work::Wish;
use crate::i18n::{texts, words};

/// Every field of every profile; a profile without a report has one row.
pub(super) fn profile_sheet(profiles: &[Arc<RecordAnswer>], wish: Wish) -> String {
    use texts::migrations as t;
    let head = [
        t::organisation(),
        t::profile(),
        t::handle(),
        t::outcome(),
        t::field(),
        t::field_outcome(),
        t::field_before(),
        t::field_now(),
    ];
    let mut sheet = Sheet::begin(true, &head);
    let mut count = 0;
    for profile in profiles {
        let front = || {
            [
                profile.organisation.as_ref().map(ToString::to_string).into(),
                Cell::from(name(profile)),
                profile.handle.as_ref().map(|handle| handle.as_str().to_owned()).into(),
                outcome_words(profile.outcome, wish).into(),
            ]
        };
        let fields = profile.report.iter().flat_map(FieldReport::fields);
        for row in fields {
            let (before, now) = match &row.outcome {
                Outcome::Kept | Outcome::Added => (None, None),
                Outcome::Modified { old, new } => (Some(old.as_str()), Some(new.as_str())),
                Outcome::Removed { old } => (Some(old.as_str()), None),
            };
            let outcome = field_outcome_words(row.outcome.kind());
            let rest: [Cell; 4] =
                [words(&row.field.words()).into(), outcome.into(), before.into(), now.into()];
            sheet.row(front().into_iter().chain(rest));
            count += 1;
        }
        if profile.report.is_none() {
            let rest = [(); 4].map(|()| Cell::from(None::<String>));
            sheet.row(front().into_iter().chain(rest));
            count += 1;
        }
    }
    sheet.end(count)
}

/// The records of which nothing came.
pub(super) fn refused_sheet(refused: &[Bad], unsent: &[Unsent]) -> String {
    use texts::migrations as t;
    let head = [t::file_name(), t::kind(), t::place(), t::id(), t::organisation(), t::problems()];
    let mut sheet = Sheet::begin(true, &head);
    for Bad { file, record } in refused {
        sheet.row([
            file.clone().into(),
            one_word(record.kind).into(),
            Cell::Number(record.place.to_string()),
            record.id.as_ref().map(ToString::to_string).into(),
            record.organisation.as_ref().map(ToString::to_string).into(),
            problems(record).join("; ").into(),
        ]);
    }
    for one in unsent {
        sheet.row([
            one.file.clone().into(),
            one_word(one.kind).into(),
            Cell::Number(one.place.to_string()),
            None::<String>.into(),
            None::<String>.into(),
            unsent_words(one).into(),
        ]);
    }
    sheet.end(refused.len() + unsent.len())
}
