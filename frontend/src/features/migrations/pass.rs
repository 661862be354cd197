//! One way through the files: batch by batch, past those that are through already, until the end or until somebody stops
//! it.

use std::sync::Arc;

use guildhall_contract::migrations::{
    BatchAnswer, BatchBody, BeginBody, MigrationItem, PROMISED_MAX, RecordAnswer, RehearsalBody,
};
use guildhall_domain::migration::{RecordKind, RecordOutcome, RunId, RunState};
use leptos::prelude::*;

use super::bad::Bad;
use super::source::{Batch, Source};
use super::work::{Fault, Phase, Wish, Work};
use crate::api::{ApiError, migrations};
use crate::browser;

/// Goes through the files.
pub(super) async fn pass(work: Work, wish: Wish, turn: u32) {
    let ended = match wish {
        Wish::Rehearse => batches(work, wish, turn, None).await,
        Wish::Apply => apply(work, turn).await,
    };
    if !work.is_turn(turn) {
        return;
    }
    match ended {
        Ok(()) => {
            work.phase.set(Phase::Over(wish));
            browser::focus_id_soon("migration-result");
        }
        Err(Halt::Fault(fault)) => {
            work.fault.set(Some(fault));
            work.phase.set(if wish == Wish::Apply { Phase::Stopped(wish) } else { Phase::Choosing });
        }
        Err(Halt::Failure(error)) => {
            work.failure.set(Some(error));
            work.phase.set(Phase::Stopped(wish));
        }
        Err(Halt::Left) => {}
    }
}

/// Why a way through the files ends before their end.
enum Halt {
    /// A file cannot be read on.
    Fault(Fault),
    /// The server does not go on.
    Failure(ApiError),
    /// Somebody stopped it, or left the page.
    Left,
}

async fn apply(work: Work, turn: u32) -> Result<(), Halt> {
    let run = match work.run.try_get_untracked().ok_or(Halt::Left)? {
        Some(run) => run,
        None => begin(work, turn).await?,
    };
    let ended = batches(work, Wish::Apply, turn, Some(run.id)).await;
    let state = match &ended {
        Ok(()) => RunState::Done,
        // Nobody holds what nobody works on.
        Err(Halt::Left | Halt::Fault(_)) => RunState::Stopped,
        Err(Halt::Failure(_)) => return ended,
    };
    let is_stopped_here = work.phase.try_get_untracked() == Some(Phase::Stopped(Wish::Apply));
    if matches!(ended, Err(Halt::Left)) && !is_stopped_here {
        return ended;
    }
    let left = migrations::finish(work.api, run.id, state).await;
    match left {
        Ok(run) => keep(work, run),
        Err(error) if ended.is_ok() => return Err(Halt::Failure(error)),
        // Whoever goes on finds it held for a while.
        Err(_) => {}
    }
    work.runs.reload();
    ended
}

async fn begin(work: Work, turn: u32) -> Result<MigrationItem, Halt> {
    let files = work.files.try_get_untracked().ok_or(Halt::Left)?;
    let run = migrations::begin(work.api, &BeginBody { files }).await;
    work.runs.reload();
    let run = run.map_err(Halt::Failure)?;
    if work.is_turn(turn) {
        keep(work, run.clone());
    }
    Ok(run)
}

async fn batches(work: Work, wish: Wish, turn: u32, run: Option<RunId>) -> Result<(), Halt> {
    let files = work.chosen.try_get_value().ok_or(Halt::Left)?;
    let choice = work.choice.try_get_value();
    work.unsent.set(Vec::new());
    let mut source = Source::new(files);
    let mut number = 0_u32;
    loop {
        let batch = source.next().await;
        if !work.is_turn(turn) {
            return Err(Halt::Left);
        }
        follow(work, &mut source);
        let batch = batch.map_err(|(file, unread)| Halt::Fault(Fault::Unread(file, unread)))?;
        let Some(batch) = batch else { return Ok(()) };
        if number < work.next.get_value() {
            number += 1;
            continue;
        }
        let file = batch.file.clone();
        let answer = send(work, wish, run, number, batch).await;
        // What was done is done, also when somebody has pressed Stop meanwhile.
        let is_awaited = work.choice.try_get_value() == choice && work.next.try_get_value() == Some(number);
        match answer {
            Ok(answer) if is_awaited => take(work, &file, answer, number),
            Ok(_) => {}
            Err(error) => return Err(if work.is_turn(turn) { Halt::Failure(error) } else { Halt::Left }),
        }
        if !work.is_turn(turn) {
            return Err(Halt::Left);
        }
        number += 1;
    }
}

/// What the server said of a batch.
struct Answer {
    records: Vec<RecordAnswer>,
    run: Option<MigrationItem>,
}

async fn send(
    work: Work,
    wish: Wish,
    run: Option<RunId>,
    number: u32,
    batch: Batch,
) -> Result<Answer, ApiError> {
    let records = batch.records;
    match (wish, run) {
        (Wish::Apply, Some(run)) => {
            let body = BatchBody { batch: number, records };
            let BatchAnswer { records, run } = migrations::send(work.api, run, &body).await?;
            Ok(Answer { records, run: Some(run) })
        }
        (Wish::Rehearse | Wish::Apply, _) => {
            // Only profiles have handles to promise, and a long list is not sent along in vain.
            let has_profile = records.iter().any(|record| record.kind == RecordKind::Profile);
            let promised = work.promised.try_get_value().filter(|_| has_profile).unwrap_or_default();
            let body = RehearsalBody { records, promised };
            let answer = migrations::rehearse(work.api, &body).await?;
            Ok(Answer { records: answer.records, run: None })
        }
    }
}

/// Shows how far the reading has come, and what it found that cannot be sent.
fn follow(work: Work, source: &mut Source) {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "kilobytes of files are not negative and few enough"
    )]
    work.done.set((source.bytes() / 1024.0) as u32);
    if !source.unsent.is_empty() {
        let more = std::mem::take(&mut source.unsent);
        work.unsent.update(|unsent| unsent.extend(more));
    }
    if work.unknown.with_untracked(|unknown| *unknown != source.unknown) {
        work.unknown.set(source.unknown.clone());
    }
}

fn take(work: Work, file: &str, answer: Answer, number: u32) {
    let promised = answer.records.iter().filter_map(RecordAnswer::promised);
    work.promised.update_value(|all| {
        all.extend(promised);
        all.truncate(PROMISED_MAX);
    });
    match answer.run {
        Some(run) => keep(work, run),
        None => work.counts.update(|counts| {
            answer.records.iter().for_each(|record| counts.add(record.kind, record.outcome));
        }),
    }
    let (mut profiles, mut refused) = (Vec::new(), Vec::new());
    for record in answer.records {
        if record.outcome == RecordOutcome::Refused {
            refused.push(Bad { file: Some(file.to_owned()), record });
        } else if record.kind == RecordKind::Profile {
            profiles.push(Arc::new(record));
        }
    }
    if !profiles.is_empty() {
        work.profiles.update(|all| all.extend(profiles));
    }
    if !refused.is_empty() {
        work.refused.update(|all| all.extend(refused));
    }
    work.next.set_value(number + 1);
}

fn keep(work: Work, run: MigrationItem) {
    work.counts.set(run.counts);
    work.run.set(Some(run));
}
