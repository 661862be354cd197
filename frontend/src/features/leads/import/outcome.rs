//! What would happen, or did: figures, the rows that are refused, the report, and the way on.

use guildhall_contract::import::RowOutcome;
use leptos::prelude::*;

use super::report::report;
use super::run::{Judged, Phase, Run, Wish};
use super::words::{outcome_words, problems};
use crate::browser;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Kind, LinkButton, Notice, Sign, TableFrame, Tile, Tiles, Toasts, Tone};

/// How many refused rows the page shows; the report has all.
const SHOWN: usize = 50;

/// The result.
#[component]
pub(super) fn Outcome(run: Run) -> impl IntoView {
    let wish = Memo::new(move |_| match run.phase.get() {
        Phase::Over(wish) | Phase::Stopped(wish) => Some(wish),
        Phase::Choosing | Phase::Reading | Phase::Working(_) => None,
    });
    move || {
        wish.get().map(|wish| {
            let title = match wish {
                Wish::Check => texts::lead_import::result_title,
                Wish::Import => texts::lead_import::result_title_done,
            };
            view! {
                <section class="card" aria-labelledby="result-title">
                    <div class="card__head">
                        <h2 id="result-title" tabindex="-1">
                            {title}
                        </h2>
                        <Report run=run wish=wish />
                    </div>
                    <div class="card__body stack">
                        <Figures run=run wish=wish />
                        <Next run=run />
                    </div>
                </section>
                <RefusedRows run=run />
            }
        })
    }
}

#[component]
fn Figures(run: Run, wish: Wish) -> impl IntoView {
    let tile = move |outcome: RowOutcome| {
        let count = run
            .rows
            .with_untracked(|rows| rows.iter().filter(|judged| judged.outcome() == Some(outcome)).count());
        view! { <Tile label=move || outcome_words(outcome, wish)>{move || format::number(count as u64)}</Tile> }
    };
    view! { <Tiles>{RowOutcome::ALL.map(tile).collect_view()}</Tiles> }
}

/// What can be done now.
#[component]
fn Next(run: Run) -> impl IntoView {
    move || match run.phase.get() {
        Phase::Over(Wish::Check) => match run.wanted() {
            0 => view! { <p>{texts::lead_import::nothing_to_import}</p> }.into_any(),
            wanted => view! {
                <p>{texts::lead_import::no_mail}</p>
                <div class="cluster">
                    <Button kind=Kind::Primary on_press=Callback::new(move |()| run.import())>
                        {move || texts::lead_import::import(wanted as u64)}
                    </Button>
                </div>
            }
            .into_any(),
        },
        Phase::Over(Wish::Import) => view! {
            <Notice tone=Tone::Success>
                <p>{texts::lead_import::imported}</p>
            </Notice>
            <div class="cluster">
                <LinkButton href="/referrals/leads" kind=Kind::Primary>
                    {texts::lead_import::see_leads}
                </LinkButton>
            </div>
        }
        .into_any(),
        Phase::Choosing | Phase::Reading | Phase::Working(_) | Phase::Stopped(_) => ().into_any(),
    }
}

#[component]
fn Report(run: Run, wish: Wish) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let save = move |()| {
        let file = run.rows.with_untracked(|rows| untrack(|| report(rows, wish)));
        if browser::download("leads-import-report.csv", "text/csv;charset=utf-8", &file).is_err() {
            toasts.say(texts::lead_import::report_failed());
        }
    };
    view! {
        <Button on_press=Callback::new(save)>
            <Icon sign=Sign::Download />
            {texts::lead_import::report}
        </Button>
    }
}

#[component]
fn RefusedRows(run: Run) -> impl IntoView {
    let refused: Vec<Judged> = run.rows.with_untracked(|rows| {
        rows.iter().filter(|judged| judged.outcome() == Some(RowOutcome::Refused)).cloned().collect()
    });
    if refused.is_empty() {
        return None;
    }
    let more = refused.len().saturating_sub(SHOWN);
    let head = view! {
        <th scope="col" role="columnheader">{texts::lead_import::line}</th>
        <th scope="col" role="columnheader">{texts::lead_import::reference}</th>
        <th scope="col" role="columnheader">{texts::lead_import::company}</th>
        <th scope="col" role="columnheader">{texts::lead_import::problems}</th>
    };
    let foot = (more > 0)
        .then(|| view! { <span>{move || texts::lead_import::refused_more(more as u64)}</span> }.into_any());
    let rows = refused.into_iter().take(SHOWN).map(line).collect_view();
    let table = match foot {
        Some(foot) => {
            view! { <TableFrame caption=texts::lead_import::refused_title head=head.into_any() foot=foot>{rows}</TableFrame> }
                .into_any()
        }
        None => {
            view! { <TableFrame caption=texts::lead_import::refused_title head=head.into_any()>{rows}</TableFrame> }
                .into_any()
        }
    };
    Some(view! {
        <div class="stack">
            <h2>{texts::lead_import::refused_title}</h2>
            <p>{texts::lead_import::refused_text}</p>
            {table}
        </div>
    })
}

fn line(judged: Judged) -> impl IntoView {
    let number = u64::from(judged.row.line);
    let reference = judged.row.text("reference").to_owned();
    let company = judged.row.text("company").to_owned();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span>{move || format::number(number)}</span>
            </th>
            <td role="cell" data-label=texts::lead_import::reference data-first="">
                <span>{reference}</span>
            </td>
            <td role="cell" data-label=texts::lead_import::company>
                <span>{company}</span>
            </td>
            <td role="cell" data-label=texts::lead_import::problems>
                <ul class="plain">
                    {move || problems(&judged).into_iter().map(|problem| view! { <li>{problem}</li> }).collect_view()}
                </ul>
            </td>
        </tr>
    }
}
