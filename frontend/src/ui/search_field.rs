use std::time::Duration;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, Sign, Typed};

const PAUSE: Duration = Duration::from_millis(300);

/// A search box. It searches when the typing pauses, and at once on Enter.
#[component]
pub fn SearchField(
    /// Its name for assistive technology.
    #[prop(into)]
    label: TextProp,
    /// What can be searched for.
    #[prop(into)]
    placeholder: TextProp,
    /// What the address says is searched for.
    #[prop(into)]
    query: Signal<String>,
    /// Takes what was typed.
    #[prop(into)]
    on_search: Callback<String>,
) -> impl IntoView {
    let typed = Typed::follow(move || query.get());
    let send = move || {
        if let Some(text) = typed.news() {
            on_search.run(text);
        }
    };
    // What stands in the box by then counts: a step back may have emptied it meanwhile.
    let mut later = debounce(PAUSE, move |()| send());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        send();
    };
    let name = label.clone();
    view! {
        <form class="toolbar__search" role="search" aria-label=label on:submit=submit>
            <span class="input-group">
                <Icon sign=Sign::Search />
                <input
                    class="input"
                    type="search"
                    name="q"
                    autocomplete="off"
                    aria-label=name
                    placeholder=placeholder
                    prop:value=move || typed.text.get()
                    on:input=move |event| {
                        typed.text.set(event_target_value(&event));
                        later(());
                    }
                />
            </span>
        </form>
    }
}
