//! The four tasks, each with its date and where it stands.

use std::sync::Arc;

use chrono::TimeDelta;
use guildhall_contract::moving::{MoveAction, Moving, TaskEntry};
use guildhall_domain::migration::{OutcomeKind, Task, TaskState};
use guildhall_pages::address::Place;
use leptos::prelude::*;

use super::MoveDesk;
use crate::format;
use crate::i18n::{language, texts, words};
use crate::ui::{Icon, LinkButton, Meter, Sign};

/// The tasks with how many are done.
pub(super) fn tasks(desk: MoveDesk, moving: &Arc<Moving>) -> AnyView {
    let needed: Vec<_> = moving.tasks.iter().filter(|entry| entry.state != TaskState::NotNeeded).collect();
    let done = needed.iter().filter(|entry| entry.state == TaskState::Done).count();
    let (done, all) = (count(done), count(needed.len()));
    let rows = moving.tasks.iter().map(|entry| row(desk, moving, *entry)).collect_view();
    view! {
        <section class="stack" aria-labelledby="tasks-title">
            <div class="move-head">
                <h2 id="tasks-title">{texts::moving::tasks}</h2>
                <p class="muted">{move || texts::moving::tasks_done(&format::number(all), &format::number(done))}</p>
                <Meter part=u32::try_from(done).unwrap_or(0) all=u32::try_from(all).unwrap_or(1) />
            </div>
            <div class="card">
                <ol class="checklist">{rows}</ol>
            </div>
        </section>
    }
    .into_any()
}

fn row(desk: MoveDesk, moving: &Arc<Moving>, entry: TaskEntry) -> AnyView {
    let TaskEntry { task, state, .. } = entry;
    let is_done = state == TaskState::Done;
    let mark = is_done.then(|| view! { <Icon sign=Sign::Check /> });
    let id = format!("task-{}", task.code());
    view! {
        <li id=id data-done=is_done.then_some("")>
            <span class="checklist__mark">{mark}</span>
            <div class="checklist__text">
                <h3>{move || words(&task.title())}</h3>
                <p class="checklist__state">
                    {move || words(&state.words())} <span class="muted">" · " {date(moving, task)}</span>
                </p>
                <p>{move || words(&task.text())}</p>
                {detail(moving, task)}
            </div>
            <div class="checklist__act">{act(desk, moving, task)}</div>
        </li>
    }
    .into_any()
}

/// When it matters.
fn date(moving: &Moving, task: Task) -> AnyView {
    let dates = moving.dates;
    let words = move || match task {
        Task::ReviewProfile | Task::FindTools => {
            texts::moving::from(&format::day(dates.review_from.date_naive()))
        }
        Task::ContactCustomers => {
            let last = dates.closed_from - TimeDelta::seconds(1);
            texts::moving::jobs_past(&format::day(last.date_naive()))
        }
        Task::DownloadRecords => texts::moving::no_date().to_owned(),
    };
    words.into_any()
}

/// How far it is, for this partner.
fn detail(moving: &Arc<Moving>, task: Task) -> Option<AnyView> {
    let moving = Arc::clone(moving);
    let line = |words: Box<dyn Fn() -> String + Send + Sync>| {
        view! { <p class="muted">{move || words()}</p> }.into_any()
    };
    Some(match task {
        Task::ReviewProfile => {
            let profile = moving.profile.clone()?;
            let of = move |kind: OutcomeKind| {
                count(profile.report.iter().filter(|row| row.outcome.kind() == kind).count())
            };
            let counts = [OutcomeKind::Added, OutcomeKind::Modified, OutcomeKind::Removed].map(of);
            let percent = count(moving.profile.as_ref().map_or(0, |profile| profile.percent));
            line(Box::new(move || {
                let [added, modified, removed] = counts.map(format::number);
                let counted = texts::moving::fields_counted(&added, &modified, &removed);
                format!("{counted} {}", texts::moving::reviewed_percent(&format::number(percent)))
            }))
        }
        Task::FindTools => {
            let named = [&moving.tools.communication, &moving.tools.invoicing];
            let named: Vec<_> = named
                .into_iter()
                .map(|tool| tool.as_str().to_owned())
                .filter(|tool| !tool.is_empty())
                .collect();
            if named.is_empty() {
                return None;
            }
            let named = named.join(", ");
            line(Box::new(move || texts::moving::chosen(&named)))
        }
        Task::ContactCustomers => {
            let counted = moving.customers;
            if counted.all == 0 {
                return None;
            }
            line(Box::new(move || {
                texts::moving::customers_done(
                    &format::number(count(counted.all)),
                    &format::number(count(counted.done)),
                )
            }))
        }
        Task::DownloadRecords => {
            let jobs = count(moving.jobs);
            let stamp = moving.downloaded.clone();
            line(Box::new(move || match &stamp {
                Some(stamp) => texts::moving::downloaded_by(&format::date(stamp.at), &stamp.by.name),
                None => texts::moving::jobs_kept(jobs),
            }))
        }
    })
}

fn act(desk: MoveDesk, moving: &Arc<Moving>, task: Task) -> AnyView {
    match task {
        Task::ReviewProfile => {
            let has_profile = moving.profile.is_some();
            let open = has_profile.then(|| {
                view! { <LinkButton href="/move/profile">{texts::moving::review_profile}</LinkButton> }
            });
            view! {
                {open}
                <a href=move || Place::AboutProfiles.path(language()) rel="external">
                    {texts::moving::about_profiles}
                </a>
            }
            .into_any()
        }
        Task::FindTools => {
            view! { <a class="button" href="#tools">{texts::moving::note_tools}</a> }.into_any()
        }
        Task::ContactCustomers => (moving.customers.all > 0)
            .then(|| view! { <a class="button" href="#customers">{texts::moving::see_customers}</a> })
            .into_any(),
        Task::DownloadRecords => (moving.jobs > 0 || moving.downloaded.is_some())
            .then(|| {
                view! {
                    <LinkButton href="/records/download">{texts::moving::see_records}</LinkButton>
                    {downloaded(desk, moving)}
                }
            })
            .into_any(),
    }
}

/// Whether the partner has what it wants to keep; only the partner knows.
fn downloaded(desk: MoveDesk, moving: &Moving) -> AnyView {
    let (is_ticked, may_note) = (RwSignal::new(moving.downloaded.is_some()), moving.may_note);
    let change = move |event: web_sys::Event| {
        let downloaded = event_target_checked(&event);
        is_ticked.set(downloaded);
        let said = if downloaded { texts::moving::downloaded_done } else { texts::moving::downloaded_undone };
        desk.act(MoveAction::MarkDownloaded { downloaded }, said, move |is_done| {
            if !is_done {
                let _ = is_ticked.try_set(!downloaded);
            }
        });
    };
    view! {
        <label class="choice" data-bare="">
            <input
                id="downloaded"
                type="checkbox"
                disabled=!may_note
                prop:checked=move || is_ticked.get()
                on:change=change
            />
            <span class="choice__label">{texts::moving::downloaded}</span>
        </label>
    }
    .into_any()
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
