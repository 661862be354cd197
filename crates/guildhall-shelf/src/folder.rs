//! In a folder of one machine, or in its memory, behind links that the machine itself signs.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use futures::TryStreamExt;
use hmac::{Hmac, KeyInit, Mac};
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256, Sha512};

use super::{LINK_LIVES, ShelfError};

/// Short, so that progress can be seen to come on.
pub(super) const PIECE_BYTES: usize = 512 << 10;
/// What is older than this is removed when the next export begins.
const KEPT: TimeDelta = TimeDelta::days(1);

/// A folder with links below an address.
#[derive(Clone)]
pub struct FolderShelf {
    files: Arc<dyn ObjectStore>,
    /// What stands before a path in a link: `http://127.0.0.1:8080/exports`.
    address: String,
    links: Hmac<Sha256>,
}

impl std::fmt::Debug for FolderShelf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FolderShelf").field("address", &self.address).finish_non_exhaustive()
    }
}

impl FolderShelf {
    /// A folder, the address below which its files are fetched, and a secret that signs the links.
    #[must_use]
    pub fn new(files: Arc<dyn ObjectStore>, address: &str, secret: &[u8]) -> Self {
        // As long as a block of the hash, which is what a key is stretched or cut to.
        let links = <Hmac<Sha256> as KeyInit>::new(&Sha512::digest(secret));
        Self { files, address: address.to_owned(), links }
    }

    pub(super) async fn begin(&self) -> Result<String, ShelfError> {
        let oldest = Utc::now() - KEPT;
        let all: Vec<_> = self.files.list(None).try_collect().await?;
        for old in all.into_iter().filter(|file| file.last_modified < oldest) {
            self.files.delete(&old.location).await?;
        }
        Ok(String::new())
    }

    pub(super) async fn add(&self, path: &Path, place: usize, piece: Vec<u8>) -> Result<String, ShelfError> {
        self.files.put(&piece_of(path, place), PutPayload::from(piece)).await?;
        Ok(String::new())
    }

    pub(super) async fn finish(&self, path: &Path, pieces: &[String]) -> Result<(), ShelfError> {
        let mut whole = Vec::new();
        for place in 0..pieces.len() {
            whole.extend(self.read(&piece_of(path, place)).await?);
        }
        self.files.put(path, PutPayload::from(whole)).await?;
        for place in 0..pieces.len() {
            self.files.delete(&piece_of(path, place)).await?;
        }
        Ok(())
    }

    pub(super) async fn write(&self, path: &Path, bytes: Vec<u8>) -> Result<(), ShelfError> {
        self.files.put(path, PutPayload::from(bytes)).await?;
        Ok(())
    }

    pub(super) async fn read(&self, path: &Path) -> Result<Vec<u8>, ShelfError> {
        Ok(self.files.get(path).await?.bytes().await?.to_vec())
    }

    pub(super) async fn size(&self, path: &Path) -> Result<u64, ShelfError> {
        Ok(self.files.head(path).await?.size)
    }

    pub(super) fn link(&self, path: &Path, now: DateTime<Utc>) -> String {
        let expires = (now + LINK_LIVES).timestamp();
        let signature = URL_SAFE_NO_PAD.encode(self.signed(path.as_ref(), expires).finalize().into_bytes());
        format!("{}/{path}?expires={expires}&signature={signature}", self.address)
    }

    /// The file of a link, if it is one of ours and still leads somewhere.
    ///
    /// # Errors
    /// When the folder does not answer.
    pub async fn open(
        &self,
        path: &str,
        expires: i64,
        signature: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<Vec<u8>>, ShelfError> {
        let Ok(signature) = URL_SAFE_NO_PAD.decode(signature) else { return Ok(None) };
        if expires <= now.timestamp() || self.signed(path, expires).verify_slice(&signature).is_err() {
            return Ok(None);
        }
        match self.read(&Path::from(path)).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.is_gone() => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn signed(&self, path: &str, expires: i64) -> Hmac<Sha256> {
        let mut mac = self.links.clone();
        mac.update(format!("{expires}\n{path}").as_bytes());
        mac
    }
}

fn piece_of(path: &Path, place: usize) -> Path {
    Path::from(format!("{path}.{place}"))
}

#[cfg(test)]
mod tests {
    use object_store::memory::InMemory;

    use super::*;

    #[tokio::test]
    async fn a_link_leads_to_its_own_file_until_it_expires() {
        let shelf = FolderShelf::new(Arc::new(InMemory::new()), "http://here/exports", b"secret");
        let path = Path::from("a/leads.csv");
        shelf.begin().await.unwrap();
        for (place, piece) in ["one,", "two"].iter().enumerate() {
            shelf.add(&path, place, (*piece).into()).await.unwrap();
        }
        shelf.finish(&path, &[String::new(), String::new()]).await.unwrap();
        let now = Utc::now();
        let link = shelf.link(&path, now);
        let rest = link.strip_prefix("http://here/exports/a/leads.csv?expires=").unwrap();
        let (expires, signature) = rest.split_once("&signature=").unwrap();
        let expires: i64 = expires.parse().unwrap();
        let open = async |path: &str, expires, at| shelf.open(path, expires, signature, at).await.unwrap();
        assert_eq!(open("a/leads.csv", expires, now).await.as_deref(), Some(&b"one,two"[..]));
        assert_eq!(open("a/leads.csv", expires, now + LINK_LIVES).await, None, "it has expired");
        assert_eq!(open("a/leads.csv", expires + 600, now).await, None, "nobody makes it live longer");
        assert_eq!(open("b/leads.csv", expires, now).await, None, "nor lead elsewhere");
        assert_eq!(shelf.open("a/leads.csv", expires, "", now).await.unwrap(), None);
    }
}
