//! The month that is shown.

use guildhall_domain::audit::Month;
use leptos::prelude::*;

use super::Log;
use crate::format;
use crate::i18n::texts;

/// How many months back can be chosen; the address takes any.
const OFFERED: usize = 36;

/// A choice of the month. Another one is shown whole: days of this one would leave nothing of it.
#[component]
pub(super) fn MonthSelect(listing: Log) -> impl IntoView {
    let address = listing.address;
    let present = Memo::new(move |_| listing.page.with(|page| page.as_ref().map(|page| page.present)));
    let chosen = Memo::new(move |_| address.query.with(|query| query.month).or(present.get()));
    let choose = move |text: String| {
        let month: Option<Month> = text.parse().ok();
        let is_present = month == present.get_untracked();
        address.change(|query| {
            query.month = month.filter(|_| !is_present);
            query.filter.from = None;
            query.filter.to = None;
        });
    };
    let rows = move || {
        let rows = offered(present.get(), chosen.get()).into_iter().map(|month| {
            let selected = Some(month) == chosen.get();
            view! {
                <option value=month.to_string() selected=selected>
                    {format::month(month)}
                </option>
            }
        });
        rows.collect_view()
    };
    view! {
        <p class="toolbar">
            <label for="month">{texts::audit::month}</label>
            <span class="select">
                <select
                    class="input"
                    id="month"
                    name="month"
                    prop:value=move || chosen.get().map(|month| month.to_string()).unwrap_or_default()
                    on:change=move |event| choose(event_target_value(&event))
                >
                    {rows}
                </select>
            </span>
        </p>
    }
}

/// The present month and those before it, newest first, with the chosen one among them.
fn offered(present: Option<Month>, chosen: Option<Month>) -> Vec<Month> {
    let mut months: Vec<Month> =
        std::iter::successors(present, |month| Some(month.previous())).take(OFFERED).collect();
    months.extend(chosen);
    months.sort_unstable_by(|left, right| right.cmp(left));
    months.dedup();
    months
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_month_is_offered_wherever_it_lies() {
        let month = |text: &str| text.parse::<Month>().unwrap();
        let months = offered(Some(month("2026-07")), Some(month("2026-07")));
        assert_eq!((months.len(), months[0], months[35]), (36, month("2026-07"), month("2023-08")));
        let months = offered(Some(month("2026-07")), Some(month("2027-01")));
        assert_eq!((months.len(), months[0]), (37, month("2027-01")));
        assert_eq!(offered(None, None), []);
    }
}
