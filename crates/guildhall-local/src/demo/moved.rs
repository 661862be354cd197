//! The profile that came over from the marketplace: what became of its fields, and what its owner has reviewed.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeZone, Utc};
use guildhall_domain::migration::{FieldReport, MigratedField, MigratedProfile, Outcome, Reviewed, RunId};

use super::teller::named;
use crate::people::NORRSKEN;

/// Who looks after it.
const OWNER: &str = "norrsken-owner";

/// What became of the profile of the first organisation. Phone and address are reviewed, the rest waits.
pub(super) fn profile(run: RunId) -> MigratedProfile {
    let at = |day, hour| Utc.with_ymd_and_hms(2023, 9, day, hour, 0, 0).earliest().unwrap_or_default();
    let reviewed = |at: DateTime<Utc>| Reviewed { by: named(OWNER).signature(), at };
    MigratedProfile {
        org: NORRSKEN.id.parse().expect("the ids of organisations hold"),
        run: run.to_string(),
        at: at(1, 6),
        source: "demo".to_owned(),
        report: FieldReport::of(outcome),
        reviewed: BTreeMap::from([
            (MigratedField::ContactPhone, reviewed(at(12, 8))),
            (MigratedField::ContactEmail, reviewed(at(12, 9))),
        ]),
        version: 1,
    }
}

fn outcome(field: MigratedField) -> Outcome {
    let modified = |old: &str, new: &str| Outcome::Modified { old: old.into(), new: new.into() };
    let removed = |old: &str| Outcome::Removed { old: old.into() };
    match field {
        MigratedField::ContactPhone => modified("090-555 01 40", "+46 90 555 01 40"),
        MigratedField::Services => modified(
            "Store design; Theme changes; Newsletter set-up",
            "Customize design, Customize theme, Email marketing",
        ),
        MigratedField::Prices => modified("From 1 500 USD", "From $1,500 for each service"),
        MigratedField::AdditionalLocations | MigratedField::Social | MigratedField::Tagline => Outcome::Added,
        MigratedField::ResponseTime => removed("Within 6 hours"),
        MigratedField::CompletedJobs => removed("64"),
        MigratedField::Level => removed("Expert, gold"),
        _ => Outcome::Kept,
    }
}
