use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A menu on `<details>`: it opens without script; Escape closes it and gives the focus back to its
/// summary, and so does a press anywhere else. Menus of one page share a name: one is open at a time.
#[component]
pub fn Menu(
    /// The class of the summary: `chip` or `button`.
    class: &'static str,
    /// Opens towards the start of the line, for menus at its end.
    #[prop(optional)]
    at_end: bool,
    /// Marks the summary as one that holds something.
    #[prop(optional, into)]
    on: Signal<bool>,
    /// Whether it is open; set to `false` to close it.
    #[prop(optional)]
    open: RwSignal<bool>,
    /// What the summary shows.
    summary: AnyView,
    /// What the menu holds.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Details>::new();
    Effect::new(move || {
        let wanted = open.get();
        if let Some(details) = node.get() {
            details.set_open(wanted);
        }
    });
    let close_and_return = move || {
        open.set(false);
        let summary =
            node.get_untracked().and_then(|details| details.query_selector("summary").ok().flatten());
        if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = summary.focus();
        }
    };
    let away = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let inside = node.get_untracked().is_some_and(|details| details.contains(target.as_ref()));
        if !inside && open.get_untracked() {
            open.set(false);
        }
    });
    on_cleanup(move || away.remove());
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            close_and_return();
        }
    };
    let on_toggle = move |_| {
        if let Some(details) = node.get_untracked() {
            open.set(details.open());
        }
    };
    view! {
        <details
            class="menu"
            name="menus"
            node_ref=node
            data-align=at_end.then_some("end")
            on:toggle=on_toggle
            on:keydown=on_key
        >
            <summary class=class data-on=move || on.get().then_some("")>
                {summary}
            </summary>
            <div class="menu__panel">{children()}</div>
        </details>
    }
}
