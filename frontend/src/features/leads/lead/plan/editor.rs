use chrono::{Datelike, Days, NaiveDate};
use guildhall_contract::lead_work::{PLAN_DATE, PLAN_NOTE, PLAN_NOTE_MAX};
use leptos::prelude::*;

use super::saving::Saving;
use crate::browser;
use crate::features::form::Form;
use crate::i18n::texts;
use crate::ui::{Button, Kind, Size, TextField};

/// A day and a few words; the usual days are one press away.
#[component]
pub(super) fn Editor(
    /// What is typed.
    form: Form,
    /// Keeps it.
    saving: Saving,
) -> impl IntoView {
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match form.submit() {
            Some(body) => saving.save(body),
            None => {
                if let Some(field) = form.first_refused() {
                    browser::focus_id_soon(&field);
                }
            }
        }
    };
    let cancel = move |()| {
        form.start_over();
        saving.done();
    };
    let quick = move |word: fn() -> &'static str, day: fn(NaiveDate) -> NaiveDate| {
        let choose = move |()| form.text(PLAN_DATE).set(day(browser::today()).to_string());
        view! { <Button size=Size::Small on_press=Callback::new(choose)>{word}</Button> }
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <TextField
                id=PLAN_DATE
                label=texts::lead_work::plan_date
                value=form.text(PLAN_DATE)
                kind="date"
                error=form.error(PLAN_DATE)
            />
            <div class="cluster">
                {quick(texts::lead_work::plan_tomorrow, tomorrow)}
                {quick(texts::lead_work::plan_next_week, next_week)}
            </div>
            <TextField
                id=PLAN_NOTE.name
                label=texts::lead_work::plan_note
                value=form.text(PLAN_NOTE.name)
                limit=Some(PLAN_NOTE_MAX)
                error=form.error(PLAN_NOTE.name)
                optional=true
            />
            {move || saving.failure()}
            <div class="cluster">
                <Button
                    kind=Kind::Primary
                    size=Size::Small
                    submit=true
                    busy=saving.is_busy()
                    busy_label=texts::sales::saving
                >
                    {texts::lead_work::plan_save}
                </Button>
                <Button kind=Kind::Quiet size=Size::Small on_press=Callback::new(cancel)>
                    {texts::submit::cancel}
                </Button>
            </div>
        </form>
    }
}

fn tomorrow(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(1)).unwrap_or(today)
}

/// The Monday after this week.
fn next_week(today: NaiveDate) -> NaiveDate {
    let days = 7 - u64::from(today.weekday().num_days_from_monday());
    today.checked_add_days(Days::new(days)).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn next_week_begins_on_its_monday() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 5, day).unwrap();
        assert_eq!(next_week(day(11)), day(18));
        assert_eq!(next_week(day(17)), day(18));
        assert_eq!(tomorrow(day(17)), day(18));
    }
}
