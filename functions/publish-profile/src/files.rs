//! Published files: written when they say something new, and gone when they are gone.

use std::sync::Arc;

use futures::{StreamExt, TryStreamExt, stream};
use object_store::path::Path;
use object_store::{Attribute, Attributes, ObjectStore, ObjectStoreExt, PutOptions};

use crate::PublishError;

/// How many files are written at a time.
const AT_A_TIME: usize = 16;
/// A copy may be a minute old.
const KEPT: &str = "public, max-age=60";

/// A file on its way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct File {
    /// Its name, which is its path.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) text: String,
}

impl File {
    fn content_type(&self) -> &'static str {
        match self.name.rsplit_once('.').map_or("", |(_, extension)| extension) {
            "xml" => "application/xml; charset=utf-8",
            "txt" => "text/plain; charset=utf-8",
            _ => "text/html; charset=utf-8",
        }
    }
}

/// Where published files are.
#[derive(Clone)]
pub(crate) struct Files(Arc<dyn ObjectStore>);

impl Files {
    pub(crate) fn new(store: Arc<dyn ObjectStore>) -> Self {
        Self(store)
    }

    /// Writes what is not there yet, word for word, and returns how many files that were. Reading is cheaper than
    /// writing, and a file that stays the same stays in everybody's cache.
    pub(crate) async fn write(&self, files: Vec<File>) -> Result<usize, PublishError> {
        let writes = stream::iter(files).map(|file| self.write_one(file));
        let written: Vec<bool> = writes.buffer_unordered(AT_A_TIME).try_collect().await?;
        Ok(written.into_iter().filter(|written| *written).count())
    }

    async fn write_one(&self, file: File) -> Result<bool, PublishError> {
        let path = Path::from(file.name.as_str());
        if self.read(&path).await?.as_deref() == Some(file.text.as_bytes()) {
            return Ok(false);
        }
        let attributes = Attributes::from_iter([
            (Attribute::ContentType, file.content_type()),
            (Attribute::CacheControl, KEPT),
        ]);
        let options = PutOptions { attributes, ..PutOptions::default() };
        match self.0.put_opts(&path, file.text.clone().into(), options).await {
            // A folder keeps no attributes; whoever serves it knows files by their names.
            Err(object_store::Error::NotImplemented { .. } | object_store::Error::NotSupported { .. }) => {
                self.0.put(&path, file.text.into()).await?
            }
            written => written?,
        };
        Ok(true)
    }

    async fn read(&self, path: &Path) -> Result<Option<Vec<u8>>, PublishError> {
        match self.0.get(path).await {
            Ok(found) => Ok(Some(found.bytes().await?.to_vec())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// What a file says, if it is there and is text.
    pub(crate) async fn text(&self, name: &str) -> Result<Option<String>, PublishError> {
        let found = self.read(&Path::from(name)).await?;
        Ok(found.and_then(|bytes| String::from_utf8(bytes).ok()))
    }

    /// Whether a file is there.
    pub(crate) async fn has(&self, name: &str) -> Result<bool, PublishError> {
        match self.0.head(&Path::from(name)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Removes a file, if it is there.
    pub(crate) async fn remove(&self, name: &str) -> Result<(), PublishError> {
        match self.0.delete(&Path::from(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Removes files that may or may not be there, and returns how many these were.
    pub(crate) async fn remove_all(&self, names: Vec<String>) -> Result<usize, PublishError> {
        let removed = names.len();
        let each = stream::iter(names).map(|name| async move { self.remove(&name).await });
        each.buffer_unordered(AT_A_TIME).try_collect::<()>().await?;
        Ok(removed)
    }

    /// The names of all files below a folder.
    pub(crate) async fn below(&self, folder: &str) -> Result<Vec<String>, PublishError> {
        let found = self.0.list(Some(&Path::from(folder)));
        Ok(found.map_ok(|file| file.location.to_string()).try_collect().await?)
    }
}
