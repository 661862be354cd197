//! Prepares exports that are longer than one answer can carry. Each request writes a piece and says where to go on;
//! whoever breaks off goes on or lets it be. Where an export stands is sealed into what the caller goes on with, so
//! nothing is kept of it but the files, which go after a day.
//!
//! Which rows are exported, and in which order, is settled when the export is begun. So none is lost and none comes
//! twice, however the list changes meanwhile; what the rows say is what they say when they are written.

mod lists;

use std::sync::Arc;

use guildhall_contract::exports::{Export, ExportList, read_continue_export, read_export};
use guildhall_contract::sheets::Sheet;
use guildhall_domain::audit::{ExportedList, of_export};
use guildhall_domain::clock::Clock;
use guildhall_domain::lead::listing::Reader;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, json, json_object,
    not_found, route_key,
};
use guildhall_shelf::{Path, Shelf, ShelfError};
use guildhall_store::{Audit, CursorKey, Micros, Scope, Table};
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

use crate::lists::{Lists, Open};

/// So many rows are looked up at a time.
const ROWS_AT_A_TIME: usize = 2_000;
/// What an export is known by holds a mark for each of its pieces, and must fit a request.
const PIECES_MAX: usize = 100;

/// Where an export stands.
#[derive(Debug, Serialize, Deserialize)]
struct State {
    list: ExportList,
    mark: bool,
    /// The folder of its files; chance, so that nobody guesses it.
    folder: String,
    upload: String,
    pieces: Vec<String>,
    rows: usize,
    done: usize,
    /// Rows in the file. Fewer than were done if some were erased, or given to others, meanwhile.
    written: usize,
    bytes: u64,
    is_whole: bool,
}

impl State {
    fn file(&self) -> Path {
        Path::from(format!("{}/{}.csv", self.folder, self.list.code()))
    }

    /// The ids of the rows, a line for each.
    fn order(&self) -> Path {
        Path::from(format!("{}/order", self.folder))
    }
}

/// Prepares exports.
pub struct ExportData {
    lists: Lists,
    exports: CursorKey,
    shelf: Shelf,
    audit: Audit,
    clock: Arc<dyn Clock>,
}

impl ExportData {
    /// Reads from this table, in this clock's time, and writes to this shelf; what an export is known by is sealed
    /// with this key.
    #[must_use]
    pub fn new(table: Table, exports: CursorKey, shelf: Shelf, clock: Arc<dyn Clock>) -> Self {
        Self { lists: Lists::new(&table), audit: Audit::new(table), exports, shelf, clock }
    }

    async fn begin(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let wanted = read_export(&json_object(request)?).map_err(Problem::fields)?;
        let open = self.lists.open(wanted.list, caller).await?;
        let (id, side) = (caller.actor.id.clone(), caller.actor.role.side());
        let reader = Reader { id, side, now: self.clock.now() };
        let order = open.order(&pairs(&wanted.query), &reader)?;
        self.note(caller, wanted.list, order.len()).await?;
        let folder = chance()?;
        let mut state = State {
            list: wanted.list,
            mark: wanted.mark,
            folder,
            upload: String::new(),
            pieces: Vec::new(),
            rows: order.len(),
            done: 0,
            written: 0,
            bytes: 0,
            is_whole: false,
        };
        state.upload = self.shelf.begin(&state.file()).await.or_fail()?;
        self.shelf.write(&state.order(), order.join("\n").into()).await.or_fail()?;
        self.answer(caller, &state).await
    }

    /// The log comes first: better an entry about something that then failed than none about what was done. Of these lists the
    /// platform's people read leads alone.
    async fn note(&self, caller: &Caller, list: ExportList, rows: usize) -> Result<(), Problem> {
        let list = match list {
            ExportList::Leads => ExportedList::Leads,
            ExportList::Inquiries | ExportList::Referrals | ExportList::Ledger => return Ok(()),
        };
        let number = Micros::now().0.unsigned_abs();
        if let Some(entry) = of_export(&caller.actor, list, rows, number, self.clock.now()) {
            self.audit.keep(&entry).await.or_fail()?;
        }
        Ok(())
    }

    async fn go_on(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let export = read_continue_export(&json_object(request)?).map_err(Problem::fields)?;
        // What is somebody else's does not exist.
        let mut state: State = self.exports.open_state(&scope(caller), &export).map_err(|_| not_found())?;
        let open = self.lists.open(state.list, caller).await?;
        if !state.is_whole {
            match self.write_piece(&mut state, &open).await {
                Err(problem) if problem.code == ProblemCode::NotFound => self.find_whole(&mut state).await?,
                written => written?,
            }
        }
        self.answer(caller, &state).await
    }

    async fn write_piece(&self, state: &mut State, open: &Open) -> Result<(), Problem> {
        if state.pieces.len() >= PIECES_MAX {
            return Err(Problem::new(ProblemCode::ExportTooLarge));
        }
        let order = self.kept(self.shelf.read_text(&state.order()).await)?;
        let ids: Vec<&str> = order.lines().collect();
        let mut sheet = match state.pieces.is_empty() {
            true => Sheet::begin(state.mark, open.header()),
            false => Sheet::go_on(),
        };
        while state.done < ids.len() && sheet.bytes() < self.shelf.piece_bytes() {
            // Rows are some hundreds of bytes, so one look-up more is never much too long a piece.
            let next = &ids[state.done..ids.len().min(state.done + ROWS_AT_A_TIME)];
            let rows = open.rows(next);
            state.written += rows.len();
            state.done += next.len();
            rows.into_iter().for_each(|row| sheet.row(row));
        }
        let is_last = state.done >= ids.len();
        let piece = if is_last { sheet.end(state.written) } else { sheet.piece() };
        state.bytes += piece.len() as u64;
        let (file, place) = (state.file(), state.pieces.len());
        state.pieces.push(self.kept(self.shelf.add(&file, &state.upload, place, piece.into()).await)?);
        if is_last {
            self.kept(self.shelf.finish(&file, &state.upload, &state.pieces).await)?;
            state.is_whole = true;
        }
        Ok(())
    }

    /// Whoever asks for the last piece again, since its answer was lost, finds no pieces any more, but the file.
    async fn find_whole(&self, state: &mut State) -> Result<(), Problem> {
        state.bytes = self.shelf.size(&state.file()).await.or_fail()?.ok_or_else(not_found)?;
        state.done = state.rows;
        state.is_whole = true;
        Ok(())
    }

    /// What was begun and is there no more, was removed with its day.
    fn kept<T>(&self, result: Result<T, ShelfError>) -> Result<T, Problem> {
        match result {
            Err(error) if error.is_gone() => Err(not_found()),
            other => other.or_fail(),
        }
    }

    async fn answer(&self, caller: &Caller, state: &State) -> Result<Response<Body>, Problem> {
        let link = match state.is_whole {
            true => Some(self.shelf.link(&state.file(), self.clock.now()).await.or_fail()?),
            false => None,
        };
        json(&Export {
            export: self.exports.seal_state(&scope(caller), state),
            rows: state.rows,
            done: state.done,
            bytes: state.bytes,
            link,
        })
    }
}

impl Handler for ExportData {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        match route_key(&request) {
            "POST /api/v1/exports" => self.begin(&request, &caller).await,
            "POST /api/v1/exports/continue" => self.go_on(&request, &caller).await,
            _ => Err(not_found()),
        }
    }
}

/// An export is its caller's, in the organisation and role that they have, and with what they may see.
fn scope(caller: &Caller) -> Scope {
    let org = caller.actor.org.as_ref().map(ToString::to_string).unwrap_or_default();
    Scope::new(&format!("export:{}", caller.actor.id), &caller.actor.role, &(org, caller.sees_money))
}

/// 128 random bits in hexadecimal digits.
fn chance() -> Result<String, Problem> {
    let mut bytes = [0; 16];
    let drawn = aws_lc_rs::rand::fill(&mut bytes);
    drawn.map_err(|_| Problem::new(ProblemCode::Internal))?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

/// The pairs of a query, decoded; what says where a page starts means nothing here.
fn pairs(query: &str) -> Vec<(String, String)> {
    let decode = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    });
    pairs.filter(|(name, _)| !["cursor", "limit"].contains(&name.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_as_browsers_write_it() {
        let pairs = pairs("q=a%26b+c&status=awarded&cursor=abc&limit=25&&sort");
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(pairs, [("q", "a&b c"), ("status", "awarded"), ("sort", "")]);
    }
}
