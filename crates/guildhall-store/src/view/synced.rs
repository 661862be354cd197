//! One view: a partition's rows and when they were last in step.

use std::sync::Arc;
use std::time::Instant;

use tokio::sync::Mutex;

use super::cold;
use super::rows::{Rows, Snapshot};
use super::source::{Listed, Seen, Source};
use crate::item::{Attributes, Item};
use crate::{Micros, StoreError, Table};

/// How far back a sync reads before the last one began. See the module's own words for why.
pub const OVERLAP_SECONDS: i64 = 30;

/// The most rows that one answer may bring. DynamoDB ends an answer at 1 MB anyway, which is fewer of
/// any list's rows; the embedded one fetches all that a query could ever bring before it looks, so
/// without a limit a long list would cost it the square of its length.
const ROWS_AT_ONCE: i32 = 5_000;

/// The rows of one list, kept in step.
pub(super) struct SyncedView<R: Listed> {
    reader: PartitionReader,
    /// Held while a sync runs, so that there is one at a time. Readers never hold it afterwards: they
    /// leave with a snapshot.
    state: Mutex<State<R>>,
}

struct State<R: Listed> {
    rows: Rows<R>,
    synced: Option<Sync>,
}

/// The last sync that came to its end.
struct Sync {
    /// When it began, by a clock that never jumps: for whoever waited.
    began: Instant,
    /// When it began, by the clock that stamps writes: for the next one.
    began_at: Micros,
}

impl<R: Listed> SyncedView<R> {
    pub(super) fn new(table: Table, source: Source) -> Self {
        let reader = PartitionReader { table, source: Arc::new(source) };
        Self { reader, state: Mutex::new(State { rows: Rows::new(), synced: None }) }
    }

    /// The rows with everything that was written before this call, and their weight in bytes.
    pub(super) async fn read(&self) -> Result<(Arc<Snapshot<R>>, usize), StoreError> {
        let asked = Instant::now();
        let mut state = self.state.lock().await;
        let is_fresh = state.synced.as_ref().is_some_and(|sync| sync.began >= asked);
        if !is_fresh {
            self.sync(&mut state).await?;
        }
        Ok((state.rows.snapshot(), state.rows.bytes()))
    }

    /// Everything is fetched before anything is merged, so a sync that fails or is abandoned half-way
    /// leaves the view as it was.
    async fn sync(&self, state: &mut State<R>) -> Result<(), StoreError> {
        let (began, began_at) = (Instant::now(), Micros::now());
        let whole = match state.synced {
            Some(_) => Vec::new(),
            None => cold::read_whole(&self.reader).await?,
        };
        let since = state.synced.as_ref().map_or(began_at, |sync| sync.began_at);
        let changes = self.reader.changes::<R>(since.less_seconds(OVERLAP_SECONDS)).await?;
        for seen in whole.into_iter().chain(changes) {
            state.rows.merge(seen);
        }
        state.rows.expire(Micros::now());
        state.synced = Some(Sync { began, began_at });
        Ok(())
    }
}

/// Reads one partition of an index by change.
#[derive(Debug, Clone)]
pub(super) struct PartitionReader {
    table: Table,
    source: Arc<Source>,
}

/// One answer to a query.
pub(super) struct PageRead<R: Listed> {
    pub(super) seen: Vec<Seen<R>>,
    /// When the last item of the page was changed.
    pub(super) last: Option<Micros>,
    /// Where to go on; `None` at the end of the partition.
    pub(super) next: Option<Attributes>,
}

/// Which way a partition is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Oldest change first.
    Forward,
    /// Newest change first.
    Backward,
}

impl PartitionReader {
    /// Everything that was changed since a moment, as strongly as the index can be read.
    async fn changes<R: Listed>(&self, since: Micros) -> Result<Vec<Seen<R>>, StoreError> {
        let strong = self.source.is_strong();
        let mut changes = Vec::new();
        let mut from = None;
        loop {
            let page = self.page(Way::Forward, strong, Some(since), from).await?;
            changes.extend(page.seen);
            from = page.next;
            if from.is_none() {
                return Ok(changes);
            }
        }
    }

    /// One page of the partition.
    pub(super) async fn page<R: Listed>(
        &self,
        way: Way,
        strong: bool,
        since: Option<Micros>,
        from: Option<Attributes>,
    ) -> Result<PageRead<R>, StoreError> {
        let (partition_key, partition) = self.source.partition();
        let mut request = self
            .table
            .client()
            .query()
            .table_name(self.table.name())
            .index_name(self.source.index())
            .expression_attribute_names("#partition", partition_key)
            .expression_attribute_values(":partition", crate::item::text(partition))
            .scan_index_forward(way == Way::Forward)
            .consistent_read(strong)
            .limit(ROWS_AT_ONCE)
            .set_exclusive_start_key(from)
            .set_return_consumed_capacity(self.table.metering());
        request = match since {
            None => request.key_condition_expression("#partition = :partition"),
            Some(since) => request
                .key_condition_expression("#partition = :partition AND #changed >= :since")
                .expression_attribute_names("#changed", self.source.sort_key())
                .expression_attribute_values(":since", self.source.sort_value(since)),
        };
        let answer = request.send().await.map_err(|error| StoreError::of("Query", &error))?;
        self.table.note("Query", answer.consumed_capacity.as_slice());
        let items: Vec<_> = answer.items.unwrap_or_default().into_iter().map(Item).collect();
        let last = items.last().and_then(|item| self.source.changed_at(item));
        let seen = items.into_iter().map(R::read).collect::<Result<_, _>>()?;
        Ok(PageRead { seen, last, next: answer.last_evaluated_key })
    }
}
