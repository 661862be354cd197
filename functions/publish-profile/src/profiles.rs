//! What a partner's page shows, read from the table as it stands now.

use std::cmp::Reverse;
use std::sync::Arc;

use guildhall_contract::profile::PublicProfile;
use guildhall_contract::reviews::{PublicReview, REVIEWS_ON_A_PAGE};
use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::ids::OrgId;
use guildhall_domain::profile::{Handle, PublicCopy};
use guildhall_domain::review::ReviewRow;
use guildhall_store::{Directory, PublicProfiles, StoreError, Table, Views};

/// How much memory lists may take: every partner once, and the reviews of a few of them.
const DIRECTORY_BYTES: usize = 192 << 20;
const REVIEWS_BYTES: usize = 16 << 20;

/// The table, as far as pages show it.
pub(crate) struct Shown {
    profiles: PublicProfiles,
    reviews: Views<ReviewRow>,
    directory: Views<DirectoryRow>,
}

impl Shown {
    pub(crate) fn new(table: &Table) -> Self {
        Self {
            profiles: PublicProfiles::new(table.clone()),
            reviews: Views::new(table.clone(), REVIEWS_BYTES),
            directory: Views::new(table.clone(), DIRECTORY_BYTES),
        }
    }

    /// What the world may see under a handle now.
    pub(crate) async fn copy(&self, handle: &Handle) -> Result<Option<PublicCopy>, StoreError> {
        self.profiles.current(handle).await
    }

    /// The newest of a partner's published reviews: as many as a page shows.
    pub(crate) async fn reviews(&self, org: &OrgId) -> Result<Vec<PublicReview>, StoreError> {
        let all = self.reviews.read(org).await?;
        let mut published: Vec<_> = all.iter().filter_map(|row| PublicReview::of(&row.0)).collect();
        published.sort_by_cached_key(|review| (Reverse(review.published_at), review.id.to_string()));
        published.truncate(REVIEWS_ON_A_PAGE);
        Ok(published)
    }

    /// Every partner that is listed. An index tells, which may lag behind by a moment, so what was just read in
    /// its place counts where it is newer.
    pub(crate) async fn rows(&self, read: &[PublicCopy]) -> Result<Vec<Arc<DirectoryRow>>, StoreError> {
        let listed = self.directory.read(&Directory).await?;
        let newer = |row: &DirectoryRow| {
            !read.iter().any(|copy| copy.handle == row.handle && copy.version >= row.version)
        };
        let mut rows: Vec<_> = listed.shared().filter(|row| newer(row)).cloned().collect();
        for copy in read {
            let is_there = rows.iter().any(|row| row.handle == copy.handle);
            rows.extend(row(copy).filter(|_| !is_there).map(Arc::new));
        }
        Ok(rows)
    }
}

fn row(copy: &PublicCopy) -> Option<DirectoryRow> {
    let content = copy.content.as_ref()?;
    let (handle, org) = (copy.handle.clone(), copy.org.clone());
    Some(DirectoryRow::new(handle, org, content, copy.standing, copy.ratings, copy.version))
}

/// What the page of a partner shows, if anything is shown.
pub(crate) fn profile(copy: &PublicCopy) -> Option<PublicProfile> {
    let content = copy.content.as_ref()?;
    Some(PublicProfile::new(&copy.handle, content, copy.standing, copy.ratings))
}
