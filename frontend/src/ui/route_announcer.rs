use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;

/// Moves the focus to the new page's heading after a navigation, so that a screen reader reads it
/// and the keyboard starts there. Changes of the query (sort, filter, page) leave the focus alone.
#[component]
pub fn RouteAnnouncer() -> impl IntoView {
    let pathname = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let path = pathname.get();
        if before.is_some_and(|before| before != path) {
            request_animation_frame(|| request_animation_frame(focus_heading));
        }
        path
    });
}

fn focus_heading() {
    let heading = document().query_selector("main h1").ok().flatten();
    let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    heading.set_tab_index(-1);
    let _ = heading.focus();
}
