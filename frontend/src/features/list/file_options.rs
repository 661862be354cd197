use leptos::prelude::*;

use crate::browser;
use crate::i18n::texts;
use crate::ui::{Icon, Menu, Sign};

/// Where this browser keeps the choice.
const KEPT_AS: &str = "guildhall.files.mark";
const NO: &str = "no";

/// Whether tables are handed over with a byte order mark in front, by which Excel knows UTF-8: yes, unless somebody said no
/// in this browser.
#[must_use]
pub fn marks_tables() -> bool {
    browser::kept(KEPT_AS).as_deref() != Some(NO)
}

fn choose(mark: bool) {
    if mark {
        browser::forget(KEPT_AS);
    } else {
        browser::keep(KEPT_AS, NO);
    }
}

/// How exported files are written. The choice is the browser's, and holds for every list.
#[component]
pub(super) fn FileOptions() -> impl IntoView {
    let mark = RwSignal::new(marks_tables());
    // Another list on the way may have changed it.
    let open = RwSignal::new(false);
    Effect::new(move || {
        if open.get() {
            mark.set(marks_tables());
        }
    });
    let change = move |event| {
        let wanted = event_target_checked(&event);
        mark.set(wanted);
        choose(wanted);
    };
    let summary = view! {
        <Icon sign=Sign::ChevronDown small=true />
        <span>{texts::list::file_options}</span>
    };
    view! {
        <Menu class="chip" at_end=true open=open summary=summary.into_any()>
            <label class="option">
                <input
                    type="checkbox"
                    name="mark"
                    aria-describedby="file-mark-help"
                    prop:checked=move || mark.get()
                    on:change=change
                />
                <span>{texts::list::file_mark}</span>
            </label>
            <p id="file-mark-help" class="muted menu__note">
                {texts::list::file_mark_help}
            </p>
        </Menu>
    }
}
