use chrono::{DateTime, Days as Span, NaiveDate, NaiveTime, TimeDelta, Utc};
use guildhall_domain::marketplace::JobStatus;
use leptos::prelude::*;

use super::Jobs;
use super::stores::StoreFilter;
use crate::features::list::{ChoiceFilter, DayFilter, Days};
use crate::features::marketplace::status::name;
use crate::i18n::texts;

/// The filters that the marketplace's own interface had: status, store, asked for, last event.
#[component]
pub(super) fn Filters(
    /// The list.
    listing: Jobs,
) -> impl IntoView {
    let address = listing.address;
    view! {
        <ChoiceFilter
            address=address
            id="status"
            label=texts::records::status
            choices=JobStatus::ALL
            code=JobStatus::code
            name=name
            field=|query| &mut query.filter.statuses
        />
        <StoreFilter listing=listing />
        <DayFilter
            address=address
            id="created"
            label=texts::records::created
            read=|query| days(query.filter.created_from, query.filter.created_to)
            write=|query, days| (query.filter.created_from, query.filter.created_to) = moments(days)
        />
        <DayFilter
            address=address
            id="last-event"
            label=texts::records::last_event
            read=|query| days(query.filter.last_event_from, query.filter.last_event_to)
            write=|query, days| (query.filter.last_event_from, query.filter.last_event_to) = moments(days)
        />
    }
}

/// The first and the last moment of days, in UTC as the marketplace counted.
fn moments((first, last): Days) -> (Option<DateTime<Utc>>, Option<DateTime<Utc>>) {
    let end = |day: NaiveDate| Some(begin(day.checked_add_days(Span::new(1))?) - TimeDelta::milliseconds(1));
    (first.map(begin), last.and_then(end))
}

fn days(from: Option<DateTime<Utc>>, to: Option<DateTime<Utc>>) -> Days {
    (from.map(|at| at.date_naive()), to.map(|at| at.date_naive()))
}

fn begin(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_days_are_included_to_their_ends() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let chosen = (Some(day("2023-09-01")), Some(day("2023-09-30")));
        let (from, to) = moments(chosen);
        assert_eq!(from, "2023-09-01T00:00:00Z".parse().ok());
        assert_eq!(to, "2023-09-30T23:59:59.999Z".parse().ok());
        assert_eq!(days(from, to), chosen);
        assert_eq!(moments((None, None)), (None, None));
    }
}
