use guildhall_contract::leads::TimelineEntry;
use leptos::prelude::*;

use super::SharedLead;
use super::changes::changes;
use super::events::{author, fact, quote, sign, title};
use super::mails::mails;
use super::receipt::receipt;
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::{Timeline, TimelineItem};

/// Everything that happened, newest first.
pub(super) fn timeline(lead: &SharedLead, remote: Remote<SharedLead>, sales: bool) -> AnyView {
    let count = lead.timeline.len() as u64;
    let items = lead.timeline.iter().rev().map(|entry| {
        let mails = mails(lead, entry.seq, remote, sales);
        item(entry.clone(), lead.clone(), mails)
    });
    let items = items.collect_view();
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

fn item(entry: TimelineEntry, lead: SharedLead, mails: Option<AnyView>) -> impl IntoView {
    let (sign, status) = sign(&entry);
    let (at, product) = (entry.at, lead.product);
    let changes = entry.event.told().and_then(|event| changes(event, product));
    let receipt = receipt(&lead, &entry);
    let quote = quote(&entry).map(str::to_owned);
    let entry = StoredValue::new(entry);
    let title = view! { {move || entry.with_value(title)} }.into_any();
    let by = move || entry.with_value(|entry| author(entry, &lead));
    let fact = move || {
        let fact = entry.with_value(|entry| fact(entry, product))?;
        Some(view! { <p class="timeline__note">{fact}</p> })
    };
    view! {
        <TimelineItem sign=sign status=status title=title at=at>
            <p class="timeline__note">{by}</p>
            {fact}
            {changes}
            {quote.map(|quote| view! { <p class="quoted">{quote}</p> })}
            {receipt}
            {mails}
        </TimelineItem>
    }
}
