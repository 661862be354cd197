//! One field: what was, what is, the way to change it, and that it is right.

use guildhall_contract::moving::{MigratedEntry, MoveAction};
use guildhall_domain::migration::{MigratedField, Outcome, OutcomeKind};
use leptos::prelude::*;

use crate::browser;
use crate::features::moving::MoveDesk;
use crate::features::profile::choices::{COUNTRIES, Chips};
use crate::features::profile::desk::Desk;
use crate::features::profile::form::{line, social};
use crate::features::profile::services::Services;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::{Button, Notice, Tone};

#[component]
pub(super) fn Step(
    /// Marks it as reviewed.
    moves: MoveDesk,
    /// Changes it.
    desk: Desk,
    /// The migrated profile.
    entry: Memo<Option<MigratedEntry>>,
    /// The field on show.
    here: RwSignal<MigratedField>,
) -> impl IntoView {
    let field = here.get_untracked();
    let place = MigratedField::TO_REVIEW.iter().position(|one| *one == field).unwrap_or(0);
    let reviewed = Memo::new(move |_| {
        entry.with(|entry| {
            let fields = entry.as_ref().map(|entry| entry.review.as_slice()).unwrap_or_default();
            fields.iter().find(|one| one.field == field).and_then(|one| one.reviewed.clone())
        })
    });
    let number = move || {
        let (here, all) = (place as u64 + 1, MigratedField::TO_REVIEW.len() as u64);
        texts::moving::step(&format::number(all), &format::number(here))
    };
    let go = move |to: MigratedField| {
        here.set(to);
        browser::focus_id_soon("step-title");
    };
    let is_right = move |()| {
        let next = entry.with_untracked(|entry| next_to_review(entry.as_ref(), field));
        moves.act(MoveAction::ReviewField { field }, texts::moving::reviewed_done, move |is_done| {
            if is_done {
                here.set(next);
                browser::focus_id_soon("step-title");
            }
        });
    };
    let state = move || match reviewed.get() {
        Some(reviewed) => {
            let line = texts::moving::reviewed_by(&format::date_and_time(reviewed.at), &reviewed.by.name);
            view! { <p class="muted">{line}</p> }.into_any()
        }
        None => view! {
            <Button busy=moves.is_busy busy_label=texts::moving::marking on_press=Callback::new(is_right)>
                {texts::moving::is_right}
            </Button>
        }
        .into_any(),
    };
    let link = move |to: Option<&MigratedField>, text: fn() -> &'static str| {
        let to = *to?;
        Some(view! { <Button on_press=Callback::new(move |()| go(to))>{text}</Button> })
    };
    view! {
        <fieldset class="form__section">
            <legend>
                <span id="step-title" tabindex="-1">
                    {move || words(&field.words())}
                </span>
            </legend>
            <p class="muted">{number}</p>
            {move || entry.with(|entry| before(entry.as_ref(), field))}
            {fields(desk, field)}
            <div class="cluster">
                {state}
                {place.checked_sub(1).and_then(|before| link(MigratedField::TO_REVIEW.get(before), texts::moving::back))}
                {link(MigratedField::TO_REVIEW.get(place + 1), texts::moving::next)}
            </div>
        </fieldset>
    }
}

/// What it was in the old profile.
fn before(entry: Option<&MigratedEntry>, field: MigratedField) -> Option<AnyView> {
    let outcome = entry?.report.iter().find(|row| row.field == field)?.outcome.clone();
    let kind = outcome.kind();
    let old = match &outcome {
        Outcome::Kept | Outcome::Added => None,
        Outcome::Modified { old, .. } | Outcome::Removed { old } => Some(old.as_str().to_owned()),
    };
    let explained = match kind {
        OutcomeKind::Kept => texts::moving::was_kept,
        OutcomeKind::Modified => texts::moving::was_modified,
        OutcomeKind::Added => texts::moving::was_added,
        OutcomeKind::Removed => texts::moving::was_removed,
    };
    let old = old.map(|old| {
        view! { <p class="as-written"><strong>{texts::moving::was}</strong> " " {old}</p> }
    });
    Some(
        view! {
            <Notice tone=Tone::Plain>
                <p>{explained}</p>
                {old}
            </Notice>
        }
        .into_any(),
    )
}

/// The fields of the editor that say it now.
fn fields(desk: Desk, field: MigratedField) -> AnyView {
    let editor = desk.editor;
    match field {
        MigratedField::ContactPhone => line(editor, "contact_phone", Some(texts::submit::phone_hint)),
        MigratedField::ContactEmail => {
            line(editor, "contact_email", Some(texts::profile::contact_email_hint))
        }
        MigratedField::AdditionalLocations => view! { <Chips editor=editor of=&COUNTRIES /> }.into_any(),
        MigratedField::Services => view! { <Services editor=editor /> }.into_any(),
        MigratedField::Social => social(editor),
        // Nobody is asked to review the others.
        _ => ().into_any(),
    }
}

/// The next field that nobody has reviewed, beginning behind this one; else the next one of all.
fn next_to_review(entry: Option<&MigratedEntry>, field: MigratedField) -> MigratedField {
    let all = MigratedField::TO_REVIEW;
    let place = all.iter().position(|one| *one == field).unwrap_or(0);
    let open = |one: &MigratedField| {
        *one != field
            && entry.is_some_and(|entry| {
                entry.review.iter().any(|row| row.field == *one && row.reviewed.is_none())
            })
    };
    let around = all.iter().cycle().skip(place + 1).take(all.len() - 1);
    around.copied().find(open).unwrap_or(field)
}
