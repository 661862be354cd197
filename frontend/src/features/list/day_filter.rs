use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::features::address::Address;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Id, Kind, Menu, Sign, Size, TextField};

/// The first and the last day, both included; `None` is an open end.
pub type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// A filter by day, as a chip with a menu of two dates.
#[component]
pub fn DayFilter<Q>(
    /// Where the days are kept.
    address: Address<Q>,
    /// Its name in the page, for ids.
    id: &'static str,
    /// What it filters by.
    #[prop(into)]
    label: TextProp,
    /// The days of a query.
    read: fn(&Q) -> Days,
    /// Gives a query other days.
    write: fn(&mut Q, Days),
) -> impl IntoView
where
    Q: Clone + PartialEq + Send + Sync + 'static,
{
    let days = move || address.query.with(read);
    let open = RwSignal::new(false);
    let from = RwSignal::new(String::new());
    let to = RwSignal::new(String::new());
    Effect::new(move || {
        open.track();
        let (first, last) = days();
        from.set(first.map(|day| day.to_string()).unwrap_or_default());
        to.set(last.map(|day| day.to_string()).unwrap_or_default());
    });
    let put = move |days: Days| {
        open.set(false);
        address.change(|query| write(query, days));
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        put((from.get_untracked().parse().ok(), to.get_untracked().parse().ok()));
    };
    let on = Signal::derive(move || days() != (None, None));
    let sign = Signal::derive(move || if on.get() { Sign::ChevronDown } else { Sign::Plus });
    let summary = view! {
        <Icon sign=sign small=true />
        <span>
            {move || label.get()}
            {move || on.get().then(|| view! { ": " <b>{move || span(days())}</b> })}
        </span>
    };
    let [first_id, last_id] = ["from", "to"].map(|end| Id::from(format!("{id}-{end}")));
    view! {
        <Menu class="chip" open=open on=on summary=summary.into_any()>
            <form class="stack" on:submit=submit>
                <TextField id=first_id label=texts::list::from value=from kind="date" optional=true />
                <TextField id=last_id label=texts::list::to value=to kind="date" optional=true />
                <div class="menu__foot">
                    <Button kind=Kind::Primary size=Size::Small submit=true>
                        {texts::ui::apply}
                    </Button>
                    <Button
                        kind=Kind::Quiet
                        size=Size::Small
                        on_press=Callback::new(move |()| put((None, None)))
                    >
                        {texts::ui::clear}
                    </Button>
                </div>
            </form>
        </Menu>
    }
}

fn span(days: Days) -> String {
    match days {
        (Some(from), Some(to)) => texts::list::from_to(&format::day(from), &format::day(to)),
        (Some(from), None) => texts::list::since(&format::day(from)),
        (None, Some(to)) => texts::list::until(&format::day(to)),
        (None, None) => String::new(),
    }
}
