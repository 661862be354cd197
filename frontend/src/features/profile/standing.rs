//! Where the profile stands, how full it is, how to rise, and what happened.

use std::sync::Arc;

use guildhall_contract::own_profile::{OwnProfile, ProfileAction};
use guildhall_domain::profile::{Part, ProfileCommandKind, ReviewState};
use leptos::prelude::*;

use super::conflict::part_link;
use super::desk::{Desk, Doing};
use super::fault::control_of_part;
use super::history::History;
use super::rank::Rank;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Icon, Kind, Meter, Sign};

/// Where a profile stands, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Draft,
    Waiting,
    Changes,
    Published,
    Hidden,
    Suspended,
}

impl Word {
    /// What outweighs the rest comes first.
    fn of(own: &OwnProfile) -> Self {
        match &own.review {
            _ if own.suspension.is_some() => Self::Suspended,
            ReviewState::InReview { .. } => Self::Waiting,
            ReviewState::ChangesAsked { .. } => Self::Changes,
            _ if own.hidden => Self::Hidden,
            ReviewState::Draft => Self::Draft,
            ReviewState::Approved => Self::Published,
        }
    }

    fn look(self) -> (&'static str, Sign, fn() -> &'static str) {
        match self {
            Self::Draft => ("quiet", Sign::Submitted, texts::profile::state_draft),
            Self::Waiting => ("submitted", Sign::Clock, texts::profile::state_waiting),
            Self::Changes => ("in_progress", Sign::InProgress, texts::profile::state_changes),
            Self::Published => ("awarded", Sign::Awarded, texts::profile::state_published),
            Self::Hidden => ("quiet", Sign::NotEligible, texts::profile::state_hidden),
            Self::Suspended => ("not_eligible", Sign::NotEligible, texts::profile::state_suspended),
        }
    }
}

/// Where a profile stands: word, colour and shape.
#[component]
pub(crate) fn StateBadge(
    /// The profile.
    own: Arc<OwnProfile>,
    /// For the head of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let (code, sign, words) = Word::of(&own).look();
    view! {
        <span class="status" data-status=code data-size=large.then_some("large")>
            <Icon sign=sign />
            {words}
        </span>
    }
}

/// All of it, beside the form.
#[component]
pub(super) fn Aside(desk: Desk) -> impl IntoView {
    view! {
        <aside class="stack sticky profile-aside" aria-label=texts::profile::beside>
            {move || desk.own.get().map(|own| view! { <State own=own desk=desk /> })}
            <Full desk=desk />
            {move || desk.own.get().map(|own| view! { <Rank own=own /> })}
            {move || desk.own.get().map(|own| view! { <History own=own /> })}
        </aside>
    }
}

#[component]
fn State(own: Arc<OwnProfile>, desk: Desk) -> impl IntoView {
    let public = own.published.as_ref().map(|published| published.at).filter(|_| own.is_public);
    let still = public.filter(|_| own.review != ReviewState::Approved);
    let may = |command| own.allowed.contains(&command);
    let (hides, shows) = (may(ProfileCommandKind::Hide), may(ProfileCommandKind::Show));
    let show = Callback::new(move |()| desk.act(ProfileAction::Show, texts::profile::shown_done));
    view! {
        <section class="card" aria-labelledby="state-title">
            <div class="card__head">
                <h2 id="state-title" tabindex="-1">
                    {texts::profile::state}
                </h2>
                <StateBadge own=own.clone() />
            </div>
            <div class="card__body stack">
                {explained(&own)}
                {still.map(|at| view! { <p class="muted">{move || texts::profile::still_public(&format::date(at))}</p> })}
                {hides.then(|| view! { <Hide desk=desk /> })}
                {shows
                    .then(|| {
                        view! {
                            <p>
                                <Button busy=desk.is(Doing::Act) on_press=show>
                                    {texts::profile::show}
                                </Button>
                            </p>
                        }
                    })}
            </div>
        </section>
    }
}

/// What the state means, with the programme's own words where it wrote any.
pub(crate) fn explained(own: &OwnProfile) -> AnyView {
    let quoted = |text: fn() -> &'static str, words: &str| {
        let words = words.to_owned();
        view! {
            <p>{text}</p>
            <p class="quoted">{words}</p>
        }
        .into_any()
    };
    let plain = |text: fn() -> &'static str| view! { <p>{text}</p> }.into_any();
    if let Some(suspension) = &own.suspension {
        return quoted(texts::profile::state_suspended_text, &suspension.reason);
    }
    match &own.review {
        ReviewState::ChangesAsked { note, .. } => quoted(texts::profile::state_changes_text, note),
        ReviewState::InReview { since } => {
            let since = *since;
            view! { <p>{move || texts::profile::state_waiting_since(&format::date(since))}</p> }.into_any()
        }
        ReviewState::Draft => plain(texts::profile::state_draft_text),
        ReviewState::Approved if own.hidden => plain(texts::profile::state_hidden_text),
        ReviewState::Approved => {
            let at = own.published.as_ref().map(|published| published.at).unwrap_or_default();
            view! { <p>{move || texts::profile::state_published_since(&format::date(at))}</p> }.into_any()
        }
    }
}

/// The way out of the directory, with what it means.
#[component]
fn Hide(desk: Desk) -> impl IntoView {
    let asking = RwSignal::new(false);
    let hide = Callback::new(move |()| {
        asking.set(false);
        desk.act(ProfileAction::Hide, texts::profile::hidden_done);
    });
    view! {
        <p>
            <Button busy=desk.is(Doing::Act) on_press=Callback::new(move |()| asking.set(true))>
                {texts::profile::hide}
            </Button>
        </p>
        <Dialog open=asking id="hide" title=texts::profile::hide_title>
            <div class="dialog__body">
                <p>{texts::profile::hide_text}</p>
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| asking.set(false))>{texts::submit::cancel}</Button>
                <Button kind=Kind::Danger on_press=hide>
                    {texts::profile::hide}
                </Button>
            </div>
        </Dialog>
    }
}

/// How full the profile is as it stands in the fields, and what is missing.
#[component]
fn Full(desk: Desk) -> impl IntoView {
    let editor = desk.editor;
    let completeness = Memo::new(move |_| {
        let live = editor.completeness.get();
        live.or_else(|| desk.own.with(|own| own.as_ref().map(|own| own.completeness.clone())))
    });
    let percent = Memo::new(move |_| {
        completeness.with(|known| known.as_ref().map_or(0, |known| u32::from(known.percent)))
    });
    let missing = Memo::new(move |_| {
        completeness.with(|known| known.as_ref().map_or_else(Vec::new, |known| known.missing.clone()))
    });
    let group = move |title: fn() -> &'static str, needed: bool| {
        let parts: Vec<Part> = missing.get().into_iter().filter(|part| part.is_needed() == needed).collect();
        let line = |part: Part| {
            let control = untrack(|| editor.typed.with(|typed| control_of_part(part, typed)));
            view! { <li>{part_link(control, part)}</li> }
        };
        (!parts.is_empty()).then(|| {
            view! {
                <h3 class="small-title">{title}</h3>
                <ul class="todo">{parts.into_iter().map(line).collect_view()}</ul>
            }
        })
    };
    let complete = move || (percent.get() == 100).then(|| view! { <p>{texts::profile::complete}</p> });
    view! {
        <section class="card" aria-labelledby="full-title">
            <div class="card__head">
                <h2 id="full-title">{texts::profile::completeness}</h2>
                <span class="figure">
                    {move || texts::profile::percent(&format::number(u64::from(percent.get())))}
                </span>
            </div>
            <div class="card__body stack">
                <Meter part=percent all=100 />
                {move || group(texts::profile::missing_needed, true)}
                {move || group(texts::profile::missing_optional, false)}
                {complete}
            </div>
        </section>
    }
}
