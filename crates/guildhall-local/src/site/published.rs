//! The pages that workers publish, and what stands beside them.

use std::collections::HashMap;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};

use super::files::{Asset, Kept};
use super::places::is_safe;

/// How many compressed forms are remembered. A page is looked at again soon or not at all.
const REMEMBERED: usize = 256;
/// What is smaller is not worth compressing.
const WORTH_COMPRESSING: usize = 1024;

/// The store of published files, and the compressed forms of those read last.
pub(crate) struct Published {
    store: Arc<dyn ObjectStore>,
    remembered: Mutex<HashMap<String, Arc<Asset>>>,
}

impl Published {
    pub(crate) fn new(store: Arc<dyn ObjectStore>) -> Self {
        Self { store, remembered: Mutex::default() }
    }

    /// The file with a name, if it is published.
    pub(super) async fn file(&self, name: &str) -> Option<Arc<Asset>> {
        if !is_safe(name) {
            return None;
        }
        let found = match self.store.get(&Path::from(name)).await {
            Ok(found) => found.bytes().await,
            Err(object_store::Error::NotFound { .. }) => return None,
            Err(error) => Err(error),
        };
        match found {
            Ok(bytes) => Some(self.compressed(name, bytes)),
            Err(error) => {
                tracing::error!(name, %error, "a published file cannot be read");
                None
            }
        }
    }

    fn compressed(&self, name: &str, bytes: Bytes) -> Arc<Asset> {
        let mut remembered = self.remembered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(asset) = remembered.get(name).filter(|asset| asset.plain == bytes) {
            return Arc::clone(asset);
        }
        let mut asset = Asset::new(name, bytes);
        if asset.kept != Kept::ForGood {
            asset.kept = Kept::Briefly;
        }
        if asset.plain.len() >= WORTH_COMPRESSING && asset.is_text() {
            (asset.brotli, asset.gzip) = (brotli(&asset.plain), gzip(&asset.plain));
        }
        let asset = Arc::new(asset);
        if remembered.len() >= REMEMBERED {
            remembered.clear();
        }
        remembered.insert(name.to_owned(), Arc::clone(&asset));
        asset
    }
}

/// At a level that takes a millisecond, as the content delivery network's does.
fn brotli(plain: &[u8]) -> Option<Bytes> {
    let mut written = Vec::new();
    brotli::CompressorWriter::new(&mut written, 4096, 5, 20).write_all(plain).ok()?;
    Some(written.into())
}

fn gzip(plain: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(plain).ok()?;
    encoder.finish().ok().map(Bytes::from)
}
