//! Payouts, their runs, and where they are paid.

use chrono::{DateTime, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::money::Money;
use guildhall_domain::payout::{Payout, PayoutDetails, PayoutRun, Settlement};
use serde::{Deserialize, Serialize};

use super::kept::{kept_draft, read_kept};
use super::referral::RECORD;
use super::writing::{Draft, number, text};
use super::{Attributes, Reader, kind};
use crate::StoreError;
use crate::kept::Kept;
use crate::keys::{self, Key};
use crate::table::{GSI1PK, GSI1SK, SK, TYPE, VERSION};

#[derive(Debug, Serialize, Deserialize)]
struct StoredPayout {
    name: String,
    minor: i64,
    at: i64,
    #[serde(flatten)]
    settlement: Settlement,
}

/// A payout's item, which never changes.
pub(crate) fn payout_item(payout: &Payout) -> Result<Attributes, StoreError> {
    let Money { minor, currency } = payout.amount;
    let stored = StoredPayout {
        name: payout.name.clone(),
        minor,
        at: payout.at.timestamp_micros(),
        settlement: payout.settlement.clone(),
    };
    Ok(Draft::new(&Key::payout(&payout.org, payout.period, currency), kind::PAYOUT)
        .put(VERSION, number(1))
        .put_nested(RECORD, &stored)?
        .put(GSI1PK, text(keys::payouts_in(payout.period)))
        .put(GSI1SK, text(format!("{}#{currency}", payout.org)))
        .finish())
}

/// The payout of an item, or of an index of it.
pub(crate) fn read_payout(mut reader: Reader) -> Result<Payout, StoreError> {
    if !reader.is(kind::PAYOUT) {
        return Err(reader.damage(TYPE));
    }
    let (org, period, currency) = reader.key(keys::payout_at)?;
    let StoredPayout { name, minor, at, settlement } = reader.nested(RECORD)?;
    let at = DateTime::<Utc>::from_timestamp_micros(at).ok_or_else(|| reader.damage(RECORD))?;
    Ok(Payout { org, name, period, amount: Money { minor, currency }, settlement, at })
}

/// The item of where an organisation is paid. Its place among all of them never moves.
pub(crate) fn payout_details_item(
    org: &OrgId,
    details: &Kept<PayoutDetails>,
) -> Result<Attributes, StoreError> {
    Ok(kept_draft(&Key::payout_details(org), kind::PAYOUT_DETAILS, details)?
        .put(GSI1PK, text(keys::PAYOUT_DETAILS))
        .put(GSI1SK, text(org.as_str()))
        .finish())
}

/// Where an organisation is paid, of its item or of an index of it.
pub(crate) fn read_payout_details(reader: Reader) -> Result<(OrgId, Kept<PayoutDetails>), StoreError> {
    let org = reader.key(keys::payout_details_at)?;
    Ok((org, read_kept(reader, kind::PAYOUT_DETAILS)?))
}

/// A run's item.
pub(crate) fn payout_run_item(run: &Kept<PayoutRun>) -> Result<Attributes, StoreError> {
    Ok(kept_draft(&Key::payout_run(run.value.period), kind::PAYOUT_RUN, run)?.finish())
}

/// The run of an item.
pub(crate) fn read_payout_run(reader: Reader) -> Result<Kept<PayoutRun>, StoreError> {
    let period = reader.key(keys::payout_run_at)?;
    let damage = reader.damage(SK);
    let run: Kept<PayoutRun> = read_kept(reader, kind::PAYOUT_RUN)?;
    if run.value.period == period { Ok(run) } else { Err(damage) }
}
