//! What the home page says to partners whose profile was brought over and is not reviewed.

use leptos::prelude::*;

use super::MoveDesk;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Notice, Tone};

/// Nothing, unless there is something to review. It says nothing while it loads, nor if it cannot be loaded: the page
/// is about something else.
#[component]
pub fn MoveNotice() -> impl IntoView {
    let desk = MoveDesk::load();
    move || {
        let moving = desk.remote.ready()?;
        let profile = moving.profile.as_ref().filter(|profile| profile.percent < 100)?;
        let left = profile.review.iter().filter(|field| field.reviewed.is_none()).count();
        let left = u64::try_from(left).unwrap_or(u64::MAX);
        let day = format::day(profile.at.date_naive());
        let act = view! { <a class="button" href="/move">{texts::moving::notice_act}</a> };
        Some(view! {
            <Notice tone=Tone::Info action=act.into_any()>
                <p>{texts::moving::notice(left, &day)}</p>
            </Notice>
        })
    }
}
