use std::sync::Arc;

use guildhall_contract::own_profile::{OwnProfile, ProfileStep};
use guildhall_domain::actor::Side;
use guildhall_domain::profile::ProfileEventKind;
use leptos::prelude::*;

use crate::i18n::{texts, words};
use crate::ui::{Sign, Timeline, TimelineItem};

/// What happened to a profile, newest first.
#[component]
pub(crate) fn History(
    /// The profile.
    own: Arc<OwnProfile>,
) -> impl IntoView {
    let count = own.events.len() as u64;
    let items = own.events.iter().rev().cloned().map(item).collect_view();
    view! {
        <section class="card" aria-labelledby="history-title">
            <details class="fold">
                <summary>
                    <h2 id="history-title">{texts::profile::history}</h2>
                    <span class="move">{move || texts::profile::events(count)}</span>
                </summary>
                <div class="card__body">
                    <Timeline>{items}</Timeline>
                </div>
            </details>
        </section>
    }
}

fn item(step: ProfileStep) -> impl IntoView {
    let (sign, status) = look(&step.kind);
    let note = note(&step.kind).map(str::to_owned);
    let (kind, by) = (step.kind, step.by);
    let author = move || match by.role.side() {
        Side::Platform => texts::profile::by_programme().to_owned(),
        Side::Partner | Side::Merchant => texts::profile::by(&by.name),
    };
    let title = view! { {move || title(&kind)} }.into_any();
    view! {
        <TimelineItem sign=sign status=status title=title at=step.at>
            <p class="timeline__note">{author}</p>
            {note.map(|note| view! { <p class="quoted">{note}</p> })}
        </TimelineItem>
    }
}

fn title(kind: &ProfileEventKind) -> String {
    let text = match kind {
        ProfileEventKind::Created => texts::profile::event_created(),
        ProfileEventKind::MovedOver => texts::profile::event_moved_over(),
        ProfileEventKind::Edited => texts::profile::event_edited(),
        ProfileEventKind::Submitted => texts::profile::event_submitted(),
        ProfileEventKind::Approved => texts::profile::event_approved(),
        ProfileEventKind::ChangesAsked { .. } => texts::profile::event_changes_asked(),
        ProfileEventKind::Hidden => texts::profile::event_hidden(),
        ProfileEventKind::Shown => texts::profile::event_shown(),
        ProfileEventKind::Suspended { .. } => texts::profile::event_suspended(),
        ProfileEventKind::Reinstated { .. } => texts::profile::event_reinstated(),
        ProfileEventKind::TierChanged { from, to } => {
            return texts::profile::event_tier(words(&from.words()), words(&to.words()));
        }
    };
    text.to_owned()
}

fn note(kind: &ProfileEventKind) -> Option<&str> {
    match kind {
        ProfileEventKind::ChangesAsked { note } | ProfileEventKind::Reinstated { note } => Some(note),
        ProfileEventKind::Suspended { reason } => Some(reason),
        ProfileEventKind::Created
        | ProfileEventKind::MovedOver
        | ProfileEventKind::Edited
        | ProfileEventKind::Submitted
        | ProfileEventKind::Approved
        | ProfileEventKind::Hidden
        | ProfileEventKind::Shown
        | ProfileEventKind::TierChanged { .. } => None,
    }
}

/// Its picture, and the code of the status that colours it.
fn look(kind: &ProfileEventKind) -> (Sign, Option<&'static str>) {
    match kind {
        ProfileEventKind::Created | ProfileEventKind::MovedOver => (Sign::Plus, None),
        ProfileEventKind::Edited => (Sign::History, None),
        ProfileEventKind::Submitted => (Sign::Submitted, Some("submitted")),
        ProfileEventKind::Approved => (Sign::Awarded, Some("awarded")),
        ProfileEventKind::ChangesAsked { .. } => (Sign::InProgress, Some("in_progress")),
        ProfileEventKind::Hidden => (Sign::Close, None),
        ProfileEventKind::Shown | ProfileEventKind::Reinstated { .. } => (Sign::Check, None),
        ProfileEventKind::Suspended { .. } => (Sign::NotEligible, Some("not_eligible")),
        ProfileEventKind::TierChanged { .. } => (Sign::Tier, None),
    }
}
