use leptos::prelude::*;

use super::desk::{Desk, Trouble};
use super::draft::Draft;
use super::typed::Typed;
use crate::browser;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Notice, Size, Tone};

/// Brings unsaved changes back, says so, and lets the reader put them aside and take them up again. Changes of a
/// version that somebody replaced meanwhile are put beside the newer one.
#[component]
pub(super) fn Restored(desk: Desk, draft: Option<Draft>) -> impl IntoView {
    let editor = desk.editor;
    let saved = editor.saved();
    let draft = draft.filter(|draft| draft.typed.body() != saved.body());
    let (kept_at, mine) = match draft {
        Some(draft) => {
            let is_stale = draft.version != editor.version();
            editor.fill(&draft.typed);
            editor.kept_at.set(Some(draft.kept_at));
            if let (true, Some(own)) = (is_stale, desk.own.get_untracked()) {
                desk.trouble.set(Some(Trouble::Conflict(own)));
            }
            (draft.kept_at, draft.typed)
        }
        None => return ().into_any(),
    };
    let is_back = RwSignal::new(true);
    let gone = RwSignal::new(false);
    let mine = StoredValue::new(mine);
    // Once saved, there is nothing to put aside.
    Effect::new(move |before: Option<u64>| {
        desk.own.track();
        let version = editor.version();
        if before.is_some_and(|before| before != version) {
            gone.set(true);
        }
        version
    });
    let put_aside = move |()| {
        mine.set_value(editor.typed.get_untracked());
        editor.fill(&editor.saved());
        editor.forgive();
        is_back.set(false);
        browser::focus_id_soon("restored");
    };
    let take_up = move |()| {
        mine.with_value(|typed: &Typed| editor.fill(typed));
        is_back.set(true);
        browser::focus_id_soon("restored");
    };
    let notice = move || {
        let conflict = desk.trouble.with(|trouble| matches!(trouble, Some(Trouble::Conflict(_))));
        if gone.get() || conflict {
            return None;
        }
        let back = is_back.get();
        let action = match back {
            true => view! {
                <Button size=Size::Small on_press=Callback::new(put_aside)>
                    {texts::profile::discard}
                </Button>
            }
            .into_any(),
            false => view! {
                <Button size=Size::Small on_press=Callback::new(take_up)>
                    {texts::profile::restore}
                </Button>
            }
            .into_any(),
        };
        let text = move || match back {
            true => texts::profile::restored(&format::date_and_time(browser::moment(kept_at))),
            false => texts::profile::discarded().to_owned(),
        };
        Some(view! {
            <Notice tone=Tone::Info action=action>
                <p id="restored" tabindex="-1">
                    {text}
                </p>
            </Notice>
        })
    };
    notice.into_any()
}
