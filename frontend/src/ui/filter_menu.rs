use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Button, Icon, Kind, Menu, Sign, Size};
use crate::format;
use crate::i18n::texts;

/// One value to filter by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterOption {
    /// The value.
    pub code: String,
    /// Its words.
    pub label: String,
    /// How many rows have it, if that is known.
    pub count: Option<u64>,
}

/// A filter as a chip with a menu of ticks. Nothing changes before *Apply*; the chip then names what
/// was chosen.
#[component]
pub fn FilterMenu(
    /// Its name in the page, for ids.
    id: &'static str,
    /// What it filters by.
    #[prop(into)]
    label: TextProp,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<FilterOption>>,
    /// What is chosen, by code.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Takes the new choice.
    #[prop(into)]
    on_apply: Callback<Vec<String>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let draft = RwSignal::new(Vec::<String>::new());
    Effect::new(move || {
        open.track();
        draft.set(chosen.get());
    });
    let apply = move |codes: Vec<String>| {
        open.set(false);
        on_apply.run(codes);
    };
    let legend = label.clone();
    let tick = move |option: FilterOption| {
        let FilterOption { code, label, count } = option;
        let (own, other) = (code.clone(), code);
        view! {
            <label class="option">
                <input
                    type="checkbox"
                    name=id
                    prop:checked=move || draft.with(|codes| codes.contains(&own))
                    on:change=move |event| {
                        let wanted = event_target_checked(&event);
                        draft.update(|codes| {
                            codes.retain(|code| *code != other);
                            if wanted {
                                codes.push(other.clone());
                            }
                        });
                    }
                />
                <span>{label}</span>
                {count.map(|count| view! { <span class="option__count">{format::number(count)}</span> })}
            </label>
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        apply(draft.get_untracked());
    };
    let summary = summary(label, options, chosen);
    view! {
        <Menu class="chip" open=open on=Signal::derive(move || !chosen.with(Vec::is_empty)) summary=summary>
            <form on:submit=submit>
                <fieldset>
                    <legend class="visually-hidden">{move || legend.get()}</legend>
                    {move || options.get().into_iter().map(tick).collect_view()}
                </fieldset>
                <div class="menu__foot">
                    <Button kind=Kind::Primary size=Size::Small submit=true>
                        {texts::ui::apply}
                    </Button>
                    <Button kind=Kind::Quiet size=Size::Small on_press=Callback::new(move |()| apply(Vec::new()))>
                        {texts::ui::clear}
                    </Button>
                </div>
            </form>
        </Menu>
    }
}

/// `+ Product`, or `Product: Plus` when something is chosen.
fn summary(label: TextProp, options: Signal<Vec<FilterOption>>, chosen: Signal<Vec<String>>) -> AnyView {
    let names = move || {
        let options = options.get();
        let names: Vec<String> = chosen
            .get()
            .into_iter()
            .map(|code| {
                options.iter().find(|option| option.code == code).map_or(code, |option| option.label.clone())
            })
            .collect();
        names.join(", ")
    };
    let empty = move || chosen.with(Vec::is_empty);
    let sign = Signal::derive(move || if empty() { Sign::Plus } else { Sign::ChevronDown });
    view! {
        <Icon sign=sign small=true />
        <span>
            {move || label.get()}
            {move || (!empty()).then(|| view! { ": " <b>{names}</b> })}
        </span>
    }
    .into_any()
}
