//! The tokens of organisations: made, revoked, recognised and counted.
//!
//! All tokens of an organisation are one small item that is written on the condition that it stands as it was read. So
//! there are never more than there may be, one that was revoked is gone with the answer, and each change says who made it.
//! The use of a token is an item of its own, which is written with every call.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use guildhall_domain::actor::Stamp;
use guildhall_domain::api_token::{
    ApiToken, ApiTokens, CALLS, Presented, Scope, Secret, SecretDigest, TokensFull,
};
use guildhall_domain::ids::{ApiTokenId, OrgId};
use guildhall_domain::organisation::Organisation;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::changes::Changes;
use crate::item::{
    FULL_AT, Reader, TokenUse, USED_AT, api_tokens_item, kind, number, read_api_tokens, read_organisation,
    read_token_use, text,
};
use crate::kept::{Kept, KeptPut, living};
use crate::keys::Key;
use crate::table::{EXPIRES_AT, PK, TYPE, Written};
use crate::{Micros, StoreError, Table};

/// How often a change that met another one starts over.
const TRIES: usize = 8;
/// How long it is known when a token was used, in seconds.
const REMEMBERED: i64 = 400 * 24 * 60 * 60;
const SECOND: i64 = 1_000_000;

/// The tokens of the table.
#[derive(Debug, Clone)]
pub struct ApiTokenStore {
    table: Table,
}

/// A token to make.
#[derive(Debug, Clone)]
pub struct NewApiToken {
    /// Whose.
    pub org: OrgId,
    /// What its owners call it.
    pub name: String,
    /// What it may be used for.
    pub scopes: BTreeSet<Scope>,
    /// From when on it is good for nothing.
    pub expires_at: Option<DateTime<Utc>>,
}

/// A token that somebody presented and that is what it claims to be. It may have expired.
#[derive(Debug, Clone)]
pub struct KnownToken {
    /// The token.
    pub token: ApiToken,
    /// Whose it is, as the table says now.
    pub organisation: Organisation,
    /// When its bucket will be full again, as it was read.
    full_at: Option<i64>,
}

/// What became of counting a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// It is counted.
    Counted,
    /// There were too many; in so many seconds there may be another one.
    Wait(u32),
}

impl ApiTokenStore {
    /// The tokens of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// An organisation's tokens, and when each was used last if that is known: two calls.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn list(
        &self,
        org: &OrgId,
    ) -> Result<(ApiTokens, HashMap<ApiTokenId, DateTime<Utc>>), StoreError> {
        let tokens = self.kept(org).await?.value;
        let keys: HashMap<_, _> =
            tokens.all().iter().map(|token| (Key::api_token_use(&token.id), &token.id)).collect();
        if keys.is_empty() {
            return Ok((tokens, HashMap::new()));
        }
        let found = self.table.get_many(&keys.keys().collect::<Vec<_>>()).await?;
        let used = found.into_iter().filter_map(|(key, item)| Some((*keys.get(&key)?, item)));
        let used = used.map(|(id, item)| Ok((id.clone(), read_token_use(Reader::new(item))?.used_at)));
        let used = used.collect::<Result<_, StoreError>>()?;
        Ok((tokens, used))
    }

    /// Makes a token. What is presented with it is known from this answer and from nowhere else.
    ///
    /// # Errors
    /// When the table does not answer, what it holds is damaged, or others are faster all the while.
    pub async fn create(
        &self,
        new: &NewApiToken,
        by: &Stamp,
    ) -> Result<Result<(ApiToken, Presented), TokensFull>, StoreError> {
        let presented = drawn(&new.org)?;
        for _ in 0..TRIES {
            let there = self.kept(&new.org).await?;
            let after = Kept::after(there.revision, (), by.clone());
            let token = ApiToken {
                id: presented.id.clone(),
                name: new.name.clone(),
                scopes: new.scopes.clone(),
                digest: digest_of(&presented.secret),
                created_by: by.by.clone(),
                // As it is kept, so that what was written equals what is read.
                created_at: after.changed.map_or(by.at, |stamp| stamp.at),
                expires_at: new.expires_at,
            };
            let Ok(tokens) = there.value.with(token.clone()) else { return Ok(Err(TokensFull)) };
            if self.write(&new.org, there.revision, tokens, by).await? {
                return Ok(Ok((token, presented)));
            }
        }
        Err(busy())
    }

    /// Revokes a token; `false` if there is none with this id. Whatever is asked with it after this answer is refused.
    ///
    /// # Errors
    /// As [`Self::create`].
    pub async fn revoke(&self, org: &OrgId, id: &ApiTokenId, by: &Stamp) -> Result<bool, StoreError> {
        for _ in 0..TRIES {
            let there = self.kept(org).await?;
            let Some(tokens) = there.value.without(id) else { return Ok(false) };
            if self.write(org, there.revision, tokens, by).await? {
                return Ok(true);
            }
        }
        Err(busy())
    }

    /// The token that is presented; `None` if there is none with this id, or its secret is another one. Both take the
    /// same: one call, and one comparison of digests.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn recognise(&self, presented: &Presented) -> Result<Option<KnownToken>, StoreError> {
        let org = presented.id.org();
        let (tokens, house, used) =
            (Key::api_tokens(org), Key::organisation(org), Key::api_token_use(&presented.id));
        let mut found = self.table.get_many(&[&tokens, &house, &used]).await?;
        let tokens = found.remove(&tokens).map(|item| read_api_tokens(Reader::new(item))).transpose()?;
        let token = tokens.as_ref().and_then(|tokens| tokens.value.find(&presented.id));
        // Nothing has this digest: it is there to be compared with.
        let nothing = SecretDigest::new([0; 32]);
        let is_its_secret = *token.map_or(&nothing, |token| &token.digest) == digest_of(&presented.secret);
        let Some(token) = token.filter(|_| is_its_secret).cloned() else { return Ok(None) };
        let organisation = found.remove(&house).and_then(living).map(read_organisation).transpose()?;
        // Whoever wrote the token wrote it for an organisation that there was.
        let Some(organisation) = organisation else { return Ok(None) };
        let used = found.remove(&used).map(|item| read_token_use(Reader::new(item))).transpose()?;
        let full_at = used.map(|TokenUse { full_at, .. }| full_at);
        Ok(Some(KnownToken { token, organisation: organisation.value, full_at }))
    }

    /// Counts a call with a token that was recognised, and notes when it was: one write, however many come at once.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn count(&self, known: &KnownToken, now: DateTime<Utc>) -> Result<Use, StoreError> {
        let (key, mut full_at) = (Key::api_token_use(&known.token.id), known.full_at);
        for _ in 0..TRIES {
            let moment = Micros::now();
            if let Err(seconds) = CALLS.take(full_at.unwrap_or(0), moment.0) {
                return Ok(Use::Wait(u32::try_from(seconds).unwrap_or(u32::MAX)));
            }
            let update = match full_at.filter(|full_at| *full_at >= moment.0) {
                Some(_) => self.used_again(&key, moment, now)?,
                None => self.used_anew(&key, moment, now)?,
            };
            full_at = match self.table.update_alone(update).await? {
                Written::Done => return Ok(Use::Counted),
                Written::Refused(None) => None,
                Written::Refused(Some(item)) => Some(read_token_use(Reader::new(item))?.full_at),
            };
        }
        // So many at once are too many.
        Ok(Use::Wait(1))
    }

    /// Takes one out of a bucket that is not full. It is added to what stands there, so whoever else does so at the
    /// same moment is counted too.
    fn used_again(
        &self,
        key: &Key,
        moment: Micros,
        now: DateTime<Utc>,
    ) -> Result<aws_sdk_dynamodb::types::Update, StoreError> {
        let mut changes = noted(moment, now).add(FULL_AT, CALLS.interval * SECOND);
        let full_at = changes.name(FULL_AT);
        let from = changes.value("from", number(moment.0));
        let to = changes.value("to", number(moment.0 + (CALLS.burst - 1) * CALLS.interval * SECOND));
        self.table.update(key, changes, format!("{full_at} BETWEEN {from} AND {to}"))
    }

    /// Takes the first one out of a full bucket.
    fn used_anew(
        &self,
        key: &Key,
        moment: Micros,
        now: DateTime<Utc>,
    ) -> Result<aws_sdk_dynamodb::types::Update, StoreError> {
        let next = number(moment.0 + CALLS.interval * SECOND);
        let mut changes = noted(moment, now).put(FULL_AT, Some(next));
        let full_at = changes.name(FULL_AT);
        let from = changes.value("from", number(moment.0));
        self.table.update(key, changes, format!("attribute_not_exists({PK}) OR {full_at} < {from}"))
    }

    async fn kept(&self, org: &OrgId) -> Result<Kept<ApiTokens>, StoreError> {
        let item = self.table.get(&Key::api_tokens(org), true).await?;
        let kept = item.map(|item| read_api_tokens(Reader::new(item))).transpose()?;
        Ok(kept.unwrap_or_else(|| Kept { value: ApiTokens::default(), revision: 0, changed: None }))
    }

    async fn write(
        &self,
        org: &OrgId,
        revision: u64,
        tokens: ApiTokens,
        by: &Stamp,
    ) -> Result<bool, StoreError> {
        let kept = Kept::after(revision, tokens, by.clone());
        let item = api_tokens_item(org, &kept)?;
        Ok(matches!(self.table.keep(kept, item, read_api_tokens).await?, KeptPut::Done(_)))
    }
}

fn noted(moment: Micros, now: DateTime<Utc>) -> Changes {
    Changes::default()
        .put(TYPE, Some(text(kind::API_TOKEN_USE)))
        .put(USED_AT, Some(number(now.timestamp_micros())))
        .put(EXPIRES_AT, Some(number(moment.seconds() + REMEMBERED)))
}

fn digest_of(secret: &Secret) -> SecretDigest {
    SecretDigest::new(Sha256::digest(secret.as_str().as_bytes()).into())
}

/// A token by chance, from the operating system's generator.
fn drawn(org: &OrgId) -> Result<Presented, StoreError> {
    let (mut key, mut secret) = ([0; 16], [0; 32]);
    for bytes in [&mut key[..], &mut secret[..]] {
        let filled = aws_lc_rs::rand::fill(bytes);
        filled.map_err(|_| StoreError::Unwritable("the machine gives no random numbers".to_owned()))?;
    }
    let id = ApiTokenId::from_parts(org.clone(), Uuid::from_bytes(key));
    Ok(Presented { id, secret: Secret::from_chance(secret) })
}

fn busy() -> StoreError {
    StoreError::of_code("PutItem", Some("TransactionConflict"))
}
