use guildhall_domain::profile::{ProfileCommandKind, ReviewState};
use leptos::prelude::*;

use super::desk::{Desk, Doing};
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Kind, Size};

/// Whether there is something to save, and the ways to save it. It stays in sight while the form is scrolled.
#[component]
pub(super) fn SaveBar(desk: Desk) -> impl IntoView {
    let editor = desk.editor;
    let state = move || match (editor.is_dirty.get(), editor.kept_at.get()) {
        (true, Some(at)) => texts::profile::draft_kept(&format::time_of_day(at)),
        (true, None) => String::new(),
        (false, _) if desk.own.with(Option::is_none) => String::new(),
        (false, _) => texts::profile::saved().to_owned(),
    };
    // A profile that was never begun is saved and sent in one go as well.
    let may_send = Memo::new(move |_| {
        desk.own.with(|own| own.as_ref().is_none_or(|own| own.allowed.contains(&ProfileCommandKind::Submit)))
    });
    let is_waiting = Memo::new(move |_| {
        desk.own
            .with(|own| own.as_ref().is_some_and(|own| matches!(own.review, ReviewState::InReview { .. })))
    });
    let save_words = move || match (desk.saving_sends(), is_waiting.get()) {
        (true, _) => texts::profile::save_and_send(),
        (false, true) => texts::profile::save(),
        (false, false) => texts::profile::save_draft(),
    };
    let buttons = move || {
        let sends = may_send.get();
        let save_kind = if sends { Kind::Plain } else { Kind::Primary };
        view! {
            <Button
                kind=save_kind
                size=Size::Large
                submit=true
                busy=desk.is(Doing::Save)
                busy_label=texts::profile::saving
            >
                {save_words}
            </Button>
            {sends
                .then(|| {
                    view! {
                        <Button
                            kind=Kind::Primary
                            size=Size::Large
                            busy=desk.is(Doing::Send)
                            busy_label=texts::profile::sending
                            on_press=Callback::new(move |()| desk.send())
                        >
                            {texts::profile::send}
                        </Button>
                    }
                })}
        }
    };
    view! {
        <div class="save-bar" id="save-bar" tabindex="-1" role="group" aria-label=texts::profile::save>
            <p class="save-bar__state" role="status" data-dirty=move || editor.is_dirty.get().then_some("")>
                {state}
            </p>
            <div class="cluster">{buttons}</div>
        </div>
    }
}
