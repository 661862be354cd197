//! Publishes everything when the directory opens, and takes everything back when its opening is put off.

use std::sync::Arc;
use std::time::{Duration, Instant};

use futures::{StreamExt, TryStreamExt, stream};
use guildhall_domain::cutover::Visibility;
use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::Handle;
use guildhall_pages::address::{Place, root};
use guildhall_store::StoreError;
use guildhall_worker::{ScheduledWorker, WorkError};

use crate::progress::Progress;
use crate::{PublishError, Publisher};

/// How many profiles are made at a time.
const AT_A_TIME: usize = 8;
/// After how many of them it is looked how late it is.
const BETWEEN_LOOKS: usize = 64;
/// How long one piece of the work may take, well under what the function is given. The next tick goes on.
const PATIENCE: Duration = Duration::from_secs(60);

impl ScheduledWorker for Publisher {
    async fn tick(&self) -> Result<(), WorkError> {
        Ok(self.keep_in_step().await?)
    }
}

impl Publisher {
    /// Brings what is published in step with whether the directory is open.
    ///
    /// # Errors
    /// When table or files do not answer. What was done until then stays, and is gone on with.
    pub async fn keep_in_step(&self) -> Result<(), PublishError> {
        let _turn = self.turn.lock().await;
        let progress = self.files.progress().await?;
        match (self.is_open().await?, &progress) {
            (true, Progress::Done) | (false, Progress::Withdrawn) => Ok(()),
            (true, Progress::Unknown | Progress::Guides) => self.begin(&progress).await,
            (true, Progress::After(_) | Progress::Withdrawn) => {
                self.publish_all(self.shown.rows(&[]).await?, &progress).await.map(drop)
            }
            (false, Progress::Unknown | Progress::Guides | Progress::After(_) | Progress::Done) => {
                self.withdraw_all().await
            }
        }
    }

    /// As long as nobody is listed, the directory's first page is a place in the application.
    async fn begin(&self, progress: &Progress) -> Result<(), PublishError> {
        let rows = self.shown.rows(&[]).await?;
        if !rows.is_empty() {
            return self.publish_all(rows, progress).await.map(drop);
        }
        if *progress == Progress::Unknown {
            self.publish_guides().await?;
            self.files.note(&Progress::Guides).await?;
        }
        Ok(())
    }

    /// Whether the world may see the directory now.
    pub(crate) async fn is_open(&self) -> Result<bool, StoreError> {
        Ok(match self.cutover.behaviour(self.clock.now()).await?.directory {
            Visibility::Public => true,
            Visibility::Nobody | Visibility::Preview => false,
        })
    }

    /// Publishes every page, beginning where it stopped; whether that is all. The lists come last, so that none leads
    /// to a page that is still to be made. Pages of whoever is no longer shown go then.
    pub(crate) async fn publish_all(
        &self,
        rows: Vec<Arc<DirectoryRow>>,
        progress: &Progress,
    ) -> Result<bool, PublishError> {
        let began = Instant::now();
        let mut handles: Vec<Handle> = rows.iter().map(|row| row.handle.clone()).collect();
        handles.sort_by(|one, other| one.as_str().cmp(other.as_str()));
        let last = progress.last().map(Handle::as_str).unwrap_or_default();
        let begin = handles.partition_point(|handle| handle.as_str() <= last);
        for piece in handles[begin..].chunks(BETWEEN_LOOKS) {
            self.publish_many(piece).await?;
            if let Some(last) = piece.last().filter(|_| began.elapsed() >= PATIENCE) {
                self.files.note(&Progress::After(last.clone())).await?;
                return Ok(false);
            }
        }
        self.publish_listings(rows).await?;
        let removed = self.remove_all_but(&handles).await?;
        self.files.note(&Progress::Done).await?;
        tracing::info!(partners = handles.len(), removed, "published the directory");
        Ok(true)
    }

    /// Publishes the pages of several partners.
    pub(crate) async fn publish_many(&self, handles: &[Handle]) -> Result<(), PublishError> {
        stream::iter(handles.to_vec())
            .map(|handle| async move { self.publish(&handle).await.map(|_| ()) })
            .buffer_unordered(AT_A_TIME)
            .try_collect()
            .await
    }

    /// Takes back everything that is published of the directory but what partners read before it opens.
    pub(crate) async fn withdraw_all(&self) -> Result<(), PublishError> {
        let mut names = vec!["robots.txt".to_owned(), "sitemap.xml".to_owned()];
        for language in Language::ALL {
            let below = self.files.below(root(language).trim_start_matches('/')).await?;
            names.extend(below.into_iter().filter(|name| !is_guide(name)));
        }
        let removed = self.files.remove_all(names).await?;
        self.remove_parts_after(0).await?;
        self.publish_guides().await?;
        self.files.note(&Progress::Withdrawn).await?;
        tracing::info!(removed, "took the directory back");
        Ok(())
    }
}

/// Whether a file is a page that partners read before the directory opens.
fn is_guide(name: &str) -> bool {
    let path = format!("/{}", name.strip_suffix("/index.html").unwrap_or_default());
    Place::at(&path).is_some_and(|(_, place)| matches!(place, Place::Moving | Place::AboutProfiles))
}
