//! Correcting what was entered, unasked: the form of all that may be corrected.

use leptos::prelude::*;

use super::SharedLead;
use super::provide::Provide;
use super::purpose::{Purpose, may_correct};
use crate::browser;
use crate::features::leads::actions::{Conflict, Difference};
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::{Button, Kind, Notice, Tone};

const TITLE: &str = "correct-title";

/// Opens the form.
#[component]
pub(super) fn CorrectButton(
    /// The lead.
    lead: SharedLead,
    /// Whether the form is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let start = Callback::new(move |()| {
        open.set(true);
        browser::focus_id_soon(TITLE);
    });
    may_correct(&lead).then(|| view! { <Button on_press=start>{texts::lead_work::correct}</Button> })
}

/// The form, while it is open.
#[component]
pub(super) fn Correct(
    /// The lead.
    lead: Memo<Option<SharedLead>>,
    /// Takes what a correction is answered with.
    remote: Remote<SharedLead>,
    /// Whose drafts are kept.
    user_id: String,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let conflict = RwSignal::new(None::<Difference>);
    let is_possible =
        Memo::new(move |_| lead.with(|lead| lead.as_ref().is_some_and(|lead| may_correct(lead))));
    let is_shown = Memo::new(move |_| open.get() && is_possible.get());
    let user_id = StoredValue::new(user_id);
    // Whoever was too late is told what happened, also when nothing can be corrected any more.
    let late = move || {
        let difference = conflict.get().filter(|_| !is_shown.get())?;
        Some(view! {
            <div id="too-late" tabindex="-1">
                <Notice tone=Tone::Warning>
                    <Conflict difference=difference />
                </Notice>
            </div>
        })
    };
    let close = Callback::new(move |()| {
        open.set(false);
        conflict.set(None);
    });
    let card = move || {
        let seen = is_shown.get().then(|| lead.get_untracked()).flatten()?;
        Some(view! {
            <section class="card ask" aria-labelledby=TITLE>
                <div class="card__head">
                    <h2 id=TITLE tabindex="-1">
                        {texts::lead_work::correct}
                    </h2>
                    <Button kind=Kind::Quiet on_press=close>
                        {texts::submit::cancel}
                    </Button>
                </div>
                <div class="card__body stack">
                    <p>{texts::lead_work::correct_effect}</p>
                    <Provide
                        seen=seen
                        purpose=Purpose::Correction
                        remote=remote
                        user_id=user_id.get_value()
                        conflict=conflict
                        on_done=close
                    />
                </div>
            </section>
        })
    };
    view! {
        {late}
        {card}
    }
}
