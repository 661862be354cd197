use chrono::NaiveDate;
use leptos::prelude::*;

use super::LeadsAddress;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Kind, Menu, Sign, Size, TextField};

/// Submitted from and to, both days included.
#[component]
pub(super) fn DateFilter(address: LeadsAddress) -> impl IntoView {
    let days = move || address.query.with(|query| (query.filter.submitted_from, query.filter.submitted_to));
    let open = RwSignal::new(false);
    let from = RwSignal::new(String::new());
    let to = RwSignal::new(String::new());
    Effect::new(move || {
        open.track();
        let (first, last) = days();
        from.set(first.map(|day| day.to_string()).unwrap_or_default());
        to.set(last.map(|day| day.to_string()).unwrap_or_default());
    });
    let put = move |first: Option<NaiveDate>, last: Option<NaiveDate>| {
        open.set(false);
        address.change(|query| {
            query.filter.submitted_from = first;
            query.filter.submitted_to = last;
        });
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        put(from.get_untracked().parse().ok(), to.get_untracked().parse().ok());
    };
    let on = Signal::derive(move || days() != (None, None));
    let sign = Signal::derive(move || if on.get() { Sign::ChevronDown } else { Sign::Plus });
    let summary = view! {
        <Icon sign=sign small=true />
        <span>
            {texts::leads::submitted} {move || on.get().then(|| view! { ": " <b>{move || span(days())}</b> })}
        </span>
    };
    view! {
        <Menu class="chip" open=open on=on summary=summary.into_any()>
            <form class="stack" on:submit=submit>
                <TextField id="submitted-from" label=texts::leads::from value=from kind="date" optional=true />
                <TextField id="submitted-to" label=texts::leads::to value=to kind="date" optional=true />
                <div class="menu__foot">
                    <Button kind=Kind::Primary size=Size::Small submit=true>
                        {texts::ui::apply}
                    </Button>
                    <Button kind=Kind::Quiet size=Size::Small on_press=Callback::new(move |()| put(None, None))>
                        {texts::ui::clear}
                    </Button>
                </div>
            </form>
        </Menu>
    }
}

fn span(days: (Option<NaiveDate>, Option<NaiveDate>)) -> String {
    match days {
        (Some(from), Some(to)) => texts::leads::from_to(&format::day(from), &format::day(to)),
        (Some(from), None) => texts::leads::since(&format::day(from)),
        (None, Some(to)) => texts::leads::until(&format::day(to)),
        (None, None) => String::new(),
    }
}
