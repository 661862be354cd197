use std::sync::Arc;

use chrono::{DateTime, Utc};
use guildhall_domain::actor::Role;
use guildhall_verify::{EventReport, Report, Verdict};
use leptos::prelude::*;

use super::verdict::Judgement;
use crate::format;
use crate::i18n::texts;
use crate::layout::role_name;
use crate::ui::{Icon, Notice, Sign, TableFrame, Tone};

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome {
    /// Nothing that can be read as a receipt.
    Unreadable,
    /// A receipt.
    Checked(Arc<Report>),
}

/// The heading that takes the focus once there is an outcome.
pub(super) const TITLE: &str = "receipt-outcome";

/// The verdict, with what it is about.
pub(super) fn outcome(file: String, outcome: Outcome) -> AnyView {
    let (tone, words): (_, Box<dyn Fn() -> (&'static str, &'static str) + Send>) = match &outcome {
        Outcome::Unreadable => {
            (Tone::Danger, Box::new(|| (texts::receipts::unreadable(), texts::receipts::unreadable_text())))
        }
        Outcome::Checked(report) => {
            let judgement = Judgement::of(report);
            (judgement.tone(), Box::new(move || judgement.words()))
        }
    };
    let said = move || {
        let (title, text) = words();
        view! {
            <h2 id=TITLE tabindex="-1">
                {title}
            </h2>
            <p>{text}</p>
            <p class="muted">{file.clone()}</p>
        }
    };
    let report = match outcome {
        Outcome::Unreadable => None,
        Outcome::Checked(report) => Some(details(&report)),
    };
    view! {
        <Notice tone=tone>{said}</Notice>
        {report}
    }
    .into_any()
}

/// Words of the page, in the language that is read.
type Text = fn() -> &'static str;

/// What the receipt says, and of each event whether that can be believed.
fn details(report: &Report) -> AnyView {
    let facts: [(Text, &String); 4] = [
        (texts::receipts::number, &report.number),
        (texts::receipts::merchant, &report.company),
        (texts::receipts::partner, &report.organisation),
        (texts::receipts::terms, &report.terms),
    ];
    let fact = |(name, value): (Text, &String)| {
        let value = value.clone();
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    let wrong = [
        (!report.is_numbered_rightly).then_some(texts::receipts::number_wrong as Text),
        (!report.is_whole).then_some(texts::receipts::not_whole),
    ];
    let wrong = wrong.into_iter().flatten().map(|text| view! { <p class="field__error">{text}</p> });
    let head = |name: Text| {
        view! {
            <th scope="col" role="columnheader">
                {name}
            </th>
        }
    };
    let rows = report.events.iter().map(row).collect_view();
    let heads = [texts::receipts::event, texts::receipts::at, texts::receipts::by, texts::receipts::verdict];
    view! {
        <section class="card" aria-labelledby="receipt-says">
            <div class="card__head">
                <h2 id="receipt-says">{texts::receipts::says}</h2>
            </div>
            <div class="card__body stack">
                <dl class="facts">{facts.map(fact).collect_view()}</dl>
                {wrong.collect_view()}
            </div>
        </section>
        <TableFrame caption=texts::receipts::events head=heads.map(head).collect_view().into_any()>
            {rows}
        </TableFrame>
    }
    .into_any()
}

fn row(event: &EventReport) -> impl IntoView + use<> {
    let EventReport { seq, at, role, by, verdict, .. } = event.clone();
    // What cannot be read as a time or a role is shown as the file has it.
    let moment: Option<DateTime<Utc>> = at.parse().ok();
    let at = move || moment.map_or_else(|| at.clone(), format::date_and_time);
    let known = Role::ALL.into_iter().find(|known| known.code() == role);
    let role = move || known.map_or_else(|| role.clone(), |known| role_name(known).to_owned());
    let (sign, tone) = match verdict {
        Verdict::AsRecorded => (Sign::Check, None),
        Verdict::PartlyErased => (Sign::Info, None),
        Verdict::Altered => (Sign::Alert, Some("danger")),
    };
    let said = move || match verdict {
        Verdict::AsRecorded => texts::receipts::as_recorded(),
        Verdict::PartlyErased => texts::receipts::partly_erased(),
        Verdict::Altered => texts::receipts::was_altered(),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {seq.to_string()}
            </th>
            <td role="cell" data-label=texts::receipts::at>
                <span>{at}</span>
            </td>
            <td role="cell" data-label=texts::receipts::by>
                <span>{by} <span class="second">{role}</span></span>
            </td>
            <td role="cell" data-label=texts::receipts::verdict>
                <span class="flag" data-tone=tone>
                    <Icon sign=sign small=true />
                    <span>{said}</span>
                </span>
            </td>
        </tr>
    }
}
