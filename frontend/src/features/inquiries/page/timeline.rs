use guildhall_contract::inquiries::InquiryStep;
use guildhall_domain::inquiry::InquiryEventKind;
use leptos::prelude::*;

use super::SharedInquiry;
use crate::features::inquiries::badge::look;
use crate::i18n::{texts, words};
use crate::ui::{Sign, Timeline, TimelineItem};

/// Everything that happened, newest first.
pub(super) fn timeline(inquiry: &SharedInquiry) -> AnyView {
    let count = inquiry.events.len() as u64;
    let items = inquiry.events.iter().rev().cloned().map(item).collect_view();
    view! {
        <section class="card" data-area="time" aria-labelledby="timeline-title">
            <div class="card__head">
                <h2 id="timeline-title">{texts::lead::timeline}</h2>
                <span class="move">{move || texts::lead::events(count)}</span>
            </div>
            <div class="card__body">
                <Timeline>{items}</Timeline>
            </div>
        </section>
    }
    .into_any()
}

fn item(step: InquiryStep) -> impl IntoView {
    let name = step.by.name;
    let (sign, status) = match &step.kind {
        InquiryEventKind::Sent => (Sign::Mail, None),
        InquiryEventKind::Marked { to, .. } => {
            let (code, sign) = look(*to);
            (sign, Some(code))
        }
        InquiryEventKind::TurnedIntoLead { .. } => (Sign::Lead, None),
    };
    let lead = match &step.kind {
        InquiryEventKind::TurnedIntoLead { lead } => Some(format!("/referrals/leads/{lead}")),
        InquiryEventKind::Sent | InquiryEventKind::Marked { .. } => None,
    };
    let kind = step.kind;
    let title = move || match &kind {
        InquiryEventKind::Sent => texts::inquiries::event_sent().to_owned(),
        InquiryEventKind::Marked { to, .. } => texts::inquiries::event_marked(words(&to.words())),
        InquiryEventKind::TurnedIntoLead { .. } => texts::inquiries::event_lead().to_owned(),
    };
    let title = view! { {title} }.into_any();
    view! {
        <TimelineItem sign=sign status=status title=title at=step.at>
            <p class="timeline__note">{move || texts::profile::by(&name)}</p>
            {lead.map(|href| view! { <p class="timeline__note"><a href=href>{texts::inquiries::open_lead}</a></p> })}
        </TimelineItem>
    }
}
