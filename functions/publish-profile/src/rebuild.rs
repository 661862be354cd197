//! Everything anew: for the first start, after a change of the pages themselves, and when in doubt.

use std::collections::HashSet;

use guildhall_domain::policy::Language;
use guildhall_domain::profile::Handle;
use guildhall_pages::address::{Place, root};

use crate::progress::Progress;
use crate::{PublishError, Publisher};

/// What came of making everything anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rebuilt {
    /// How many partners are published.
    pub partners: usize,
    /// How many pages of partners that are not were removed.
    pub removed: usize,
}

impl Publisher {
    /// Makes every page anew, and removes the pages of whoever is no longer shown. Pages stay where they are
    /// meanwhile. While the directory is not open, it removes them all.
    ///
    /// # Errors
    /// When table or files do not answer. What was done until then stays.
    pub async fn rebuild(&self) -> Result<Rebuilt, PublishError> {
        let _turn = self.turn.lock().await;
        if !self.is_open().await? {
            self.withdraw_all().await?;
            return Ok(Rebuilt { partners: 0, removed: 0 });
        }
        let rows = self.shown.rows(&[]).await?;
        let handles: Vec<Handle> = rows.iter().map(|row| row.handle.clone()).collect();
        self.publish_listings(rows).await?;
        self.publish_many(&handles).await?;
        let removed = self.remove_all_but(&handles).await?;
        self.files.note(&Progress::Done).await?;
        Ok(Rebuilt { partners: handles.len(), removed })
    }

    /// Removes the pages of whoever is none of these.
    pub(crate) async fn remove_all_but(&self, kept: &[Handle]) -> Result<usize, PublishError> {
        let kept: HashSet<&str> = kept.iter().map(Handle::as_str).collect();
        let mut removed = 0;
        for language in Language::ALL {
            for name in self.files.below(root(language).trim_start_matches('/')).await? {
                if profile_at(&name).is_some_and(|handle| !kept.contains(handle.as_str())) {
                    self.files.remove(&name).await?;
                    removed += 1;
                }
            }
        }
        Ok(removed)
    }
}

/// Whose page a file is.
fn profile_at(name: &str) -> Option<Handle> {
    let path = format!("/{}", name.strip_suffix("/index.html")?);
    match Place::at(&path)?.1 {
        Place::Profile(handle) => Some(handle),
        Place::Home
        | Place::Category(_)
        | Place::Service(_)
        | Place::HowRankingWorks
        | Place::ReviewPolicy
        | Place::Moving
        | Place::AboutProfiles => None,
    }
}
