//! What an organisation's referrals come to: how many, what they earned by month, and how long they keep it active.

use chrono::{DateTime, Datelike, Utc};
use guildhall_contract::referrals::{
    Activity, MonthRevenue, Qualifying, ReferralsSummary, Revenue, read_summary_query,
};
use guildhall_domain::audit::Month;
use guildhall_domain::money::MoneyError;
use guildhall_domain::policy::active_until;
use guildhall_domain::referral::Sums;
use guildhall_domain::referral::history::{last_qualifying, live};
use guildhall_domain::referral::ledger::by_month;
use guildhall_domain::referral::listing::{ReferralRow, ReferralSummary};
use guildhall_http::{Body, OrFail, Problem, Request, Response, json, query_pairs};
use guildhall_store::Snapshot;

use crate::reading::{Books, out_of_range};
use crate::{Reader, ReferralHistory};

impl ReferralHistory {
    pub(crate) async fn summary(
        &self,
        request: &Request,
        reader: &Reader<'_>,
    ) -> Result<Response<Body>, Problem> {
        let pairs = query_pairs(request);
        let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let now = self.clock.now();
        let query = read_summary_query(pairs).map_err(Problem::query)?;
        let months = query.months(now).map_err(Problem::query)?;
        let org = &reader.organisation.id;
        if !reader.sees_money {
            let rows = self.records.read(org).await.or_fail()?;
            return json(&summed(&rows, None, now));
        }
        let books = self.books(org).await?;
        let revenue = revenue(&books, months, now).map_err(out_of_range)?;
        json(&summed(&books.records.rows, Some(revenue), now))
    }
}

fn summed(rows: &Snapshot<ReferralRow>, revenue: Option<Revenue>, now: DateTime<Utc>) -> ReferralsSummary {
    let year = now.year();
    ReferralsSummary {
        total: live(rows.iter()).count(),
        this_year: live(rows.iter()).filter(|referral| referral.referred_at.year() == year).count(),
        activity: activity(last_qualifying(rows.iter()), now),
        revenue,
    }
}

fn activity(last: Option<&ReferralSummary>, now: DateTime<Utc>) -> Activity {
    let until = last.map(|referral| active_until(referral.referred_at));
    let days_left = until.and_then(|until| u32::try_from((until - now.date_naive()).num_days()).ok());
    Activity {
        last: last.map(|referral| Qualifying {
            id: referral.id.clone(),
            merchant: referral.merchant.clone(),
            referred_at: referral.referred_at,
        }),
        active_until: until,
        is_active: days_left.is_some(),
        days_left,
    }
}

fn revenue(books: &Books, (from, to): (Month, Month), now: DateTime<Utc>) -> Result<Revenue, MoneyError> {
    let entries = || books.entries.iter().map(|row| &row.entry);
    let months = by_month(entries(), from, to)?;
    let year = now.year();
    let this_year = entries().filter(|entry| entry.period.start().year() == year);
    let listed = |sums: &Sums| sums.iter().collect::<Vec<_>>();
    Ok(Revenue {
        totals: listed(&Sums::of(months.iter().flat_map(|(_, sums)| sums.iter()))?),
        this_year: listed(&Sums::of(this_year.map(|entry| entry.amount))?),
        all: listed(&Sums::of(entries().map(|entry| entry.amount))?),
        months: months
            .iter()
            .map(|(month, sums)| MonthRevenue { month: *month, revenue: listed(sums) })
            .collect(),
    })
}
