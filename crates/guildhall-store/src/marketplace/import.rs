//! Bringing records in. What is there already is not written again, so the same twice changes nothing. One run at a time
//! brings records in, which whoever runs it sees to.

use std::collections::HashMap;

use guildhall_domain::marketplace::{Conversation, Job, Message};
use guildhall_domain::migration::RunId;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::layer::{Layer, Standing, put_on_top, standing};
use super::{Marketplace, MerchantKey};
use crate::item::{Attributes, conversation_content, job_content, kind, part_item};
use crate::keys::Key;
use crate::{Micros, StoreError};

/// The most bytes of a job as JSON, and of a message: an item has room for 400 KB.
pub const RECORD_BYTES_MAX: usize = 100_000;
/// The most bytes of a conversation as JSON.
const CONVERSATION_BYTES_MAX: usize = 1_500_000;
/// How many bytes of messages stand in one part.
const PART_BYTES: usize = 200_000;
/// How many items are asked for in one call; DynamoDB's own limit.
const BATCH: usize = 100;

/// What became of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    /// It was not there.
    Added,
    /// It was there and said something else.
    Changed,
    /// It was there; nothing was written.
    Same,
    /// Its customer was erased. It is not brought back.
    Erased,
    /// It has no room in the table.
    TooLarge,
}

/// Something to import: what stands at its key, and what stands beside it.
struct Record {
    key: Key,
    layer: Layer,
    beside: Vec<Attributes>,
}

/// Records beside what is there: what becomes of each, and what is to be written.
struct Judged {
    outcomes: Vec<Imported>,
    heads: HashMap<Key, Attributes>,
    beside: Vec<Attributes>,
}

impl Marketplace {
    /// Brings jobs in; what became of each, in their order.
    ///
    /// # Errors
    /// When the table does not answer. Some may be written then; the same call again completes them.
    pub async fn import_jobs(
        &self,
        merchants: &MerchantKey,
        run: RunId,
        jobs: &[Job],
    ) -> Result<Vec<Imported>, StoreError> {
        let records = jobs.iter().map(|job| record_of_job(merchants, run, job));
        self.import(records.collect::<Result<_, _>>()?).await
    }

    /// Brings conversations in; what became of each, in their order.
    ///
    /// # Errors
    /// As [`Self::import_jobs`].
    pub async fn import_conversations(
        &self,
        run: RunId,
        conversations: &[Conversation],
    ) -> Result<Vec<Imported>, StoreError> {
        let records = conversations.iter().map(|conversation| record_of_conversation(run, conversation));
        self.import(records.collect::<Result<_, _>>()?).await
    }

    /// What would become of jobs if they were brought in; nothing is written.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn compare_jobs(
        &self,
        merchants: &MerchantKey,
        jobs: &[Job],
    ) -> Result<Vec<Imported>, StoreError> {
        let records = jobs.iter().map(|job| record_of_job(merchants, RunId::from_chance(0), job));
        Ok(self.judge(records.collect::<Result<_, _>>()?).await?.outcomes)
    }

    /// What would become of conversations if they were brought in; nothing is written.
    ///
    /// # Errors
    /// As [`Self::compare_jobs`].
    pub async fn compare_conversations(
        &self,
        conversations: &[Conversation],
    ) -> Result<Vec<Imported>, StoreError> {
        let records = conversations
            .iter()
            .map(|conversation| record_of_conversation(RunId::from_chance(0), conversation));
        Ok(self.judge(records.collect::<Result<_, _>>()?).await?.outcomes)
    }

    async fn import(&self, records: Vec<Option<Record>>) -> Result<Vec<Imported>, StoreError> {
        let Judged { outcomes, heads, beside } = self.judge(records).await?;
        // Whoever finds a head finds all that it names.
        self.table.put_many(beside).await?;
        self.table.put_many(heads.into_values().collect()).await?;
        Ok(outcomes)
    }

    async fn judge(&self, records: Vec<Option<Record>>) -> Result<Judged, StoreError> {
        let mut there = HashMap::new();
        let keys: Vec<_> = records.iter().flatten().map(|record| &record.key).collect();
        let mut distinct = keys.clone();
        distinct.sort_by(|one, other| (&one.pk, &one.sk).cmp(&(&other.pk, &other.sk)));
        distinct.dedup();
        for keys in distinct.chunks(BATCH) {
            there.extend(self.table.get_many(keys).await?);
        }
        let now = Micros::now();
        let (mut outcomes, mut heads, mut beside) = (Vec::new(), HashMap::new(), Vec::new());
        for record in records {
            let Some(record) = record else {
                outcomes.push(Imported::TooLarge);
                continue;
            };
            let outcome = match standing(there.get(&record.key), &record.layer.source) {
                Standing::Same => Imported::Same,
                Standing::Erased => Imported::Erased,
                Standing::Missing => Imported::Added,
                Standing::Other => Imported::Changed,
            };
            if matches!(outcome, Imported::Added | Imported::Changed) {
                let item = put_on_top(&record.key, record.layer, there.get(&record.key), now)?;
                // The same key may come once more: it then lies on top of this one.
                there.insert(record.key.clone(), item.clone());
                heads.insert(record.key, item);
                beside.extend(record.beside);
            }
            outcomes.push(outcome);
        }
        Ok(Judged { outcomes, heads, beside })
    }
}

fn record_of_job(merchants: &MerchantKey, run: RunId, job: &Job) -> Result<Option<Record>, StoreError> {
    let (source, bytes) = digest(job)?;
    if bytes > RECORD_BYTES_MAX {
        return Ok(None);
    }
    let email = job.customer.as_ref().and_then(|customer| customer.email.as_ref());
    let owner = email.map(|email| merchants.jobs_by(email.as_str()));
    let layer = Layer { kind: kind::JOB, content: job_content(job)?, owner, run, source };
    Ok(Some(Record { key: Key::job(&job.org, &job.id), layer, beside: Vec::new() }))
}

fn record_of_conversation(run: RunId, conversation: &Conversation) -> Result<Option<Record>, StoreError> {
    let (source, bytes) = digest(conversation)?;
    let Some(parts) = parts_of(&conversation.messages)?.filter(|_| bytes <= CONVERSATION_BYTES_MAX) else {
        return Ok(None);
    };
    let (org, id) = (&conversation.org, &conversation.id);
    let items = parts
        .iter()
        .zip(0..)
        .map(|(part, number)| part_item(&Key::conversation_part(org, id, run, number), part));
    let beside: Vec<_> = items.collect::<Result<_, _>>()?;
    let content = conversation_content(conversation, run, u32::try_from(beside.len()).unwrap_or(u32::MAX))?;
    let layer = Layer { kind: kind::CONVERSATION, content, owner: None, run, source };
    Ok(Some(Record { key: Key::conversation(org, id), layer, beside }))
}

/// Messages in parts that have room in an item; `None` if one alone has not.
fn parts_of(messages: &[Message]) -> Result<Option<Vec<Vec<&Message>>>, StoreError> {
    let (mut parts, mut room) = (Vec::<Vec<&Message>>::new(), 0);
    for message in messages {
        let bytes = json_of(message)?.len();
        if bytes > RECORD_BYTES_MAX {
            return Ok(None);
        }
        match parts.last_mut().filter(|_| bytes <= room) {
            Some(part) => {
                part.push(message);
                room -= bytes;
            }
            None => {
                parts.push(vec![message]);
                room = PART_BYTES.saturating_sub(bytes);
            }
        }
    }
    Ok(Some(parts))
}

/// The SHA-256 of a record as JSON, and how long that is.
fn digest(record: &impl Serialize) -> Result<(String, usize), StoreError> {
    let json = json_of(record)?;
    let digits = Sha256::digest(&json).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok((digits, json.len()))
}

fn json_of(record: &impl Serialize) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(record).map_err(|error| StoreError::Unwritable(error.to_string()))
}
