//! By when something is promised to the partner, and whether it is late.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use guildhall_domain::policy::{Due, Promise};
use leptos::prelude::*;

use crate::browser;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Icon, Sign};

/// The last day of a deadline, which is the midnight that ends it.
pub(super) fn last_day(deadline: DateTime<Utc>) -> NaiveDate {
    (deadline - TimeDelta::seconds(1)).date_naive()
}

/// Whether a promise is broken: by the service's own word, or by the reader's clock.
pub(super) fn is_late(due: Due, escalated: bool) -> bool {
    escalated || due.is_over(browser::moment(browser::now_ms()))
}

/// A promise with its day, as a line: by when, or how late, and who was told of it.
#[component]
pub(super) fn DueLine(
    /// What is promised.
    due: Due,
    /// The managers were told that it is late.
    escalated: bool,
    /// Names who promised it: where no box of the sales team's says it.
    #[prop(optional)]
    named: bool,
) -> impl IntoView {
    let late = is_late(due, escalated);
    let day = last_day(due.at);
    let text = move || {
        let date = format::weekday(day);
        match (late, due.promise, named) {
            (true, Promise::FirstAnswer, _) => texts::lead_work::late_first_answer(&date),
            (true, Promise::Decision, _) => texts::lead_work::late_decision(&date),
            (false, Promise::FirstAnswer, true) => texts::lead_work::due_first_answer_ours(&date),
            (false, Promise::Decision, true) => texts::lead_work::due_decision_ours(&date),
            (false, Promise::FirstAnswer, false) => texts::lead_work::due_first_answer(&date),
            (false, Promise::Decision, false) => texts::lead_work::due_decision(&date),
        }
    };
    view! {
        <p class="by" data-late=late.then_some("")>
            <Icon sign=if late { Sign::Alert } else { Sign::Clock } />
            <span>
                <time datetime=day.to_string()>{text}</time>
                ", "
                {move || format::relative_day(day)}
                {(late && escalated).then(|| view! { ". " {texts::lead_work::late_told} })}
            </span>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_at_midnight_is_of_the_day_that_it_ends() {
        let midnight: DateTime<Utc> = "2026-05-16T00:00:00Z".parse().unwrap();
        assert_eq!(last_day(midnight), NaiveDate::from_ymd_opt(2026, 5, 15).unwrap());
    }
}
