use std::time::Duration;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, Sign};

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
    let typed = RwSignal::new(query.get_untracked());
    let last_sent = StoredValue::new(query.get_untracked());
    // The address changes for other reasons too (back button, *Clear*); what is being typed stays.
    Effect::new(move || {
        let query = query.get();
        if last_sent.get_value() != query {
            last_sent.set_value(query.clone());
            typed.set(query);
        }
    });
    let send = move |text: String| {
        let text = text.trim().to_owned();
        if last_sent.get_value() != text {
            last_sent.set_value(text.clone());
            on_search.run(text);
        }
    };
    // What stands in the box by then counts: a step back may have emptied it meanwhile.
    let mut later = debounce(PAUSE, move |()| send(typed.get_untracked()));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        send(typed.get_untracked());
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
                    prop:value=move || typed.get()
                    on:input=move |event| {
                        typed.set(event_target_value(&event));
                        later(());
                    }
                />
            </span>
        </form>
    }
}
