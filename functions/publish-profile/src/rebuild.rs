//! Everything anew: for the first start, after a change of the pages themselves, and when in doubt.

use std::collections::HashSet;

use futures::{StreamExt, TryStreamExt, stream};
use guildhall_domain::policy::Language;
use guildhall_domain::profile::Handle;
use guildhall_pages::address::{Place, root};

use crate::{PublishError, Publisher};

/// How many profiles are made at a time.
const AT_A_TIME: usize = 8;

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
    /// meanwhile.
    ///
    /// # Errors
    /// When table or files do not answer. What was done until then stays.
    pub async fn rebuild(&self) -> Result<Rebuilt, PublishError> {
        let rows = self.shown.rows(&[]).await?;
        let handles: Vec<Handle> = rows.iter().map(|row| row.handle.clone()).collect();
        let partners = handles.len();
        self.publish_listings(rows).await?;
        let kept: HashSet<String> = handles.iter().map(|handle| handle.as_str().to_owned()).collect();
        stream::iter(handles)
            .map(|handle| async move { self.publish(&handle).await.map(|_| ()) })
            .buffer_unordered(AT_A_TIME)
            .try_collect::<()>()
            .await?;
        Ok(Rebuilt { partners, removed: self.remove_all_but(&kept).await? })
    }

    async fn remove_all_but(&self, kept: &HashSet<String>) -> Result<usize, PublishError> {
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
        | Place::ReviewPolicy => None,
    }
}
