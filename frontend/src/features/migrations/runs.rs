//! The runs that there are, newest first, and what can be done with each.

use guildhall_contract::migrations::{MigrationItem, MigrationPage, RecordAnswer};
use guildhall_domain::migration::{RecordKind, RunId, RunState};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::bad::Bad;
use super::roll_back::RollBack;
use super::sheets::refused_sheet;
use super::words::{file_words, kind_words, state_words};
use super::work::Work;
use crate::api::{Api, ApiError, migrations};
use crate::auth::Session;
use crate::browser;
use crate::features::not_done::not_done;
use crate::format;
use crate::i18n::texts;
use crate::remote::{Remote, Stage};
use crate::ui::{Button, EmptyState, ExactTime, Failure, Sign, TableFrame, TableSkeleton, Toasts};

/// The runs, as far as they are loaded.
#[derive(Clone, Copy)]
pub(super) struct Runs {
    first: Remote<MigrationPage>,
    /// The pages behind the first, and where the next begins, once there are any.
    more: RwSignal<Option<(Vec<MigrationItem>, Option<RunId>)>>,
    api: Api,
}

impl Runs {
    pub(super) fn new() -> Self {
        let api = expect_context::<Api>();
        Self { first: Remote::new(move || migrations::list(api, None)), more: RwSignal::new(None), api }
    }

    /// Loads them anew.
    pub(super) fn reload(self) {
        if self.more.try_set(None).is_none() {
            self.first.reload();
        }
    }

    async fn load_more(self, before: RunId) -> Result<(), ApiError> {
        let page = migrations::list(self.api, Some(before)).await?;
        self.more.try_update(|more| {
            let mut items = more.take().map(|(items, _)| items).unwrap_or_default();
            items.extend(page.items);
            *more = Some((items, page.next));
        });
        Ok(())
    }
}

/// The table of runs.
#[component]
pub(super) fn FormerRuns(work: Work) -> impl IntoView {
    let runs = work.runs;
    let content = move || match runs.first.stage() {
        Stage::Loading => {
            let columns = vec![
                texts::migrations::begun.into(),
                texts::migrations::state.into(),
                texts::migrations::result.into(),
            ];
            view! { <TableSkeleton columns=columns label=texts::migrations::runs_loading rows=2 /> }
                .into_any()
        }
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| runs.reload());
            view! {
                <div class="card">
                    <Failure title=texts::migrations::runs_failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(page) => listed(work, page),
    };
    view! {
        <div class="stack">
            <h2>{texts::migrations::runs}</h2>
            {content}
        </div>
    }
}

fn listed(work: Work, first: MigrationPage) -> AnyView {
    if first.items.is_empty() {
        return view! {
            <div class="card">
                <EmptyState
                    sign=Sign::History
                    title=texts::migrations::runs_none_title
                    text=texts::migrations::runs_none_text
                />
            </div>
        }
        .into_any();
    }
    let (mut items, mut next) = (first.items, first.next);
    if let Some((more, behind)) = work.runs.more.get() {
        items.extend(more);
        next = behind;
    }
    let head = view! {
        <th scope="col" role="columnheader">{texts::migrations::begun}</th>
        <th scope="col" role="columnheader" data-width="m">{texts::migrations::state}</th>
        <th scope="col" role="columnheader">{texts::migrations::result}</th>
        <th scope="col" role="columnheader">
            <span class="visually-hidden">{texts::migrations::actions}</span>
        </th>
    };
    view! {
        <TableFrame caption=texts::migrations::runs head=head.into_any()>
            {items.into_iter().map(|run| row(work, run)).collect_view()}
        </TableFrame>
        {next.map(|next| view! { <More runs=work.runs next=next /> })}
    }
    .into_any()
}

#[component]
fn More(runs: Runs, next: RunId) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let busy = RwSignal::new(false);
    let load = move |()| {
        busy.set(true);
        spawn_local(async move {
            if let Err(error) = runs.load_more(next).await {
                toasts.say(not_done(&error));
            }
            busy.try_set(false);
        });
    };
    view! {
        <div class="cluster">
            <Button busy=busy on_press=Callback::new(load)>
                {texts::migrations::runs_more}
            </Button>
        </div>
    }
}

fn row(work: Work, run: MigrationItem) -> impl IntoView {
    let (state, is_held, at) = (run.state, run.is_held, run.started.at);
    let by = run.started.by.name.clone();
    let files = run.files.clone();
    let files = move || files.iter().map(file_words).collect::<Vec<_>>().join(", ");
    let result = {
        let run = run.clone();
        move || result_words(&run).into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span>
                    <ExactTime at=at />
                    <span class="second">{by}</span>
                    <span class="second">{files}</span>
                </span>
            </th>
            <td role="cell" data-label=texts::migrations::state data-first="">
                <span>{move || state_words(state, is_held)}</span>
            </td>
            <td role="cell" data-label=texts::migrations::result>
                <ul class="plain">{result}</ul>
            </td>
            <td role="cell" data-label=texts::migrations::actions>
                <Actions work=work run=run />
            </td>
        </tr>
    }
}

/// What came of the records of a run, a line for each sort.
fn result_words(run: &MigrationItem) -> Vec<String> {
    use texts::migrations as t;
    let number = |count: u32| format::number(u64::from(count));
    let kinds = RecordKind::ALL.into_iter().filter(|kind| run.counts.of(*kind).total() > 0);
    let mut lines: Vec<_> = kinds
        .map(|kind| {
            let counts = run.counts.of(kind);
            let same = counts.unchanged.saturating_add(counts.kept_by_partner);
            let text = t::run_counts(
                &number(counts.created),
                &number(counts.refused),
                &number(same),
                &number(counts.updated),
            );
            format!("{}: {text}", kind_words(kind))
        })
        .collect();
    let back = run.taken_back;
    if matches!(run.state, RunState::RollingBack | RunState::RolledBack) {
        lines.push(t::taken_back(&number(back.left), &number(back.removed), &number(back.restored)));
    }
    lines
}

/// What can be done with a run, while nothing is under way here.
#[component]
fn Actions(work: Work, run: MigrationItem) -> impl IntoView {
    let refused = RecordKind::ALL.into_iter().any(|kind| run.counts.of(kind).refused > 0);
    // Whoever holds it need not wait until the hold is over.
    let is_own = run.touched.by.id.as_str() == expect_context::<Session>().user_id;
    let may_go_on = run.may_go_on && (is_own || !run.is_held);
    move || {
        let (id, resumed, taken_back) = (run.id, run.clone(), run.clone());
        let go_on = move || {
            let resumed = resumed.clone();
            let go = move |()| work.resume(resumed.clone());
            view! { <Button on_press=Callback::new(go)>{texts::migrations::go_on}</Button> }
        };
        (!work.is_busy()).then(|| {
            view! {
                <div class="cluster">
                    {may_go_on.then(go_on)}
                    {refused.then(|| view! { <SaveRefused api=work.api run=id /> })}
                    {run.may_roll_back.then(|| view! { <RollBack work=work run=taken_back /> })}
                </div>
            }
        })
    }
}

/// The records that a run refused, as a file.
#[component]
fn SaveRefused(api: Api, run: RunId) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let busy = RwSignal::new(false);
    let save = move |()| {
        busy.set(true);
        spawn_local(async move {
            let records = bad_records(api, run).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match records {
                Ok(records) => {
                    let bad: Vec<_> = records.into_iter().map(|record| Bad { file: None, record }).collect();
                    let file = untrack(|| refused_sheet(&bad, &[]));
                    if browser::download("refused-records.csv", "text/csv;charset=utf-8", &file).is_err() {
                        toasts.say(texts::migrations::save_failed());
                    }
                }
                Err(error) => toasts.say(not_done(&error)),
            }
        });
    };
    view! {
        <Button busy=busy on_press=Callback::new(save)>
            {texts::migrations::refused_report}
        </Button>
    }
}

/// All of them, page by page.
async fn bad_records(api: Api, run: RunId) -> Result<Vec<RecordAnswer>, ApiError> {
    let (mut records, mut after) = (Vec::new(), None);
    loop {
        let page = migrations::bad_records(api, run, after).await?;
        records.extend(page.items);
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(records),
        }
    }
}
