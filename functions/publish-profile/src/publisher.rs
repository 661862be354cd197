use std::collections::BTreeSet;
use std::sync::Arc;

use guildhall_contract::profile::PublicProfile;
use guildhall_contract::reviews::PublicReview;
use guildhall_domain::clock::Clock;
use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{Handle, PublicCopy};
use guildhall_domain::taxonomy::Service;
use guildhall_pages::address::Place;
use guildhall_pages::{Page, Site, server};
use guildhall_store::{CutoverCache, Table};
use object_store::ObjectStore;
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;

use crate::PublishError;
use crate::files::{File, Files};
use crate::listings::Ranked;
use crate::profiles::{Shown, profile};
use crate::sitemap;
use crate::touched::Lists;

/// Publishes pages. Whatever it does may be done again, and it does one thing at a time.
pub struct Publisher {
    pub(crate) cutover: CutoverCache,
    pub(crate) clock: Arc<dyn Clock>,
    /// Held while files are written. Two writers at once could leave the older one's.
    pub(crate) turn: Mutex<()>,
    pub(crate) shown: Shown,
    pub(crate) files: Files,
    pub(crate) site: Site,
}

impl Publisher {
    /// Publishes what a table shows, as files in a store, for a site, while the directory is open by this clock.
    #[must_use]
    pub fn new(table: &Table, store: Arc<dyn ObjectStore>, site: Site, clock: Arc<dyn Clock>) -> Self {
        Self {
            cutover: CutoverCache::new(table.clone()),
            clock,
            turn: Mutex::new(()),
            shown: Shown::new(table),
            files: Files::new(store),
            site,
        }
    }

    /// Brings the page of a handle up to date: publishes it as the table shows it now, or removes it if nothing is
    /// shown. Returns what was read.
    ///
    /// # Errors
    /// When table or files do not answer.
    pub async fn publish(&self, handle: &Handle) -> Result<Option<PublicCopy>, PublishError> {
        let copy = self.shown.copy(handle).await?;
        match copy.as_ref().and_then(profile).zip(copy.as_ref()) {
            Some((profile, copy)) => {
                let reviews = self.shown.reviews(&copy.org).await?;
                self.publish_profile(profile, reviews).await?;
            }
            None => self.unpublish(handle).await?,
        }
        Ok(copy)
    }

    /// Publishes a profile with its newest reviews in every language.
    ///
    /// # Errors
    /// When the files cannot be written.
    pub async fn publish_profile(
        &self,
        profile: PublicProfile,
        reviews: Vec<PublicReview>,
    ) -> Result<(), PublishError> {
        let site = self.site.clone();
        let files =
            spawn_blocking(move || in_every_language(&Page::Profile(&profile, &reviews), &site)).await?;
        self.files.write(files).await?;
        Ok(())
    }

    /// Removes the page of a handle, in every language.
    ///
    /// # Errors
    /// When the files cannot be removed.
    pub async fn unpublish(&self, handle: &Handle) -> Result<(), PublishError> {
        for language in Language::ALL {
            self.files.remove(&name(&Place::Profile(handle.clone()), language)).await?;
        }
        Ok(())
    }

    /// Publishes every page of several partners, the map of the site, and what explains the directory. Returns how
    /// many files said something new.
    ///
    /// # Errors
    /// When the files cannot be written.
    pub async fn publish_listings(&self, rows: Vec<Arc<DirectoryRow>>) -> Result<usize, PublishError> {
        let (site, ranked) = (self.site.clone(), Ranked::new(rows));
        let explained = spawn_blocking(move || {
            let mut files = in_every_language(&Page::HowRankingWorks, &site);
            files.extend(in_every_language(&Page::ReviewPolicy, &site));
            files
        });
        let explained = self.files.write(explained.await?).await? + self.publish_guides().await?;
        Ok(explained + self.write_listings(ranked, Lists::all()).await?)
    }

    /// Publishes what partners read before the directory opens. Returns how many files said something new.
    ///
    /// # Errors
    /// When table or files do not answer.
    pub(crate) async fn publish_guides(&self) -> Result<usize, PublishError> {
        let (site, dates) = (self.site.clone(), self.cutover.get().await?.dates());
        let guides = spawn_blocking(move || {
            let mut files = in_every_language(&Page::Moving(dates), &site);
            files.extend(in_every_language(&Page::AboutProfiles, &site));
            files
        });
        self.files.write(guides.await?).await
    }

    /// Publishes the opening page, the lists in which partners with these services stand, and the map of the site.
    ///
    /// # Errors
    /// When the files cannot be written.
    pub async fn publish_listings_of(
        &self,
        services: &BTreeSet<Service>,
        rows: Vec<Arc<DirectoryRow>>,
    ) -> Result<usize, PublishError> {
        self.write_listings(Ranked::new(rows), Lists::with(services)).await
    }

    async fn write_listings(&self, ranked: Ranked, lists: Lists) -> Result<usize, PublishError> {
        let site = self.site.clone();
        let files = spawn_blocking(move || listings(&ranked, &lists, &site)).await?;
        let parts = files.iter().filter(|file| file.name.starts_with("sitemap-")).count();
        let written = self.files.write(files).await?;
        self.remove_parts_after(parts).await?;
        Ok(written)
    }

    /// A site that shrank has parts of its map left over.
    pub(crate) async fn remove_parts_after(&self, parts: usize) -> Result<(), PublishError> {
        for number in parts + 1.. {
            let name = sitemap::part_name(number);
            if !self.files.has(&name).await? {
                break;
            }
            self.files.remove(&name).await?;
        }
        Ok(())
    }
}

fn listings(ranked: &Ranked, lists: &Lists, site: &Site) -> Vec<File> {
    let mut files = in_every_language(&Page::Home(&ranked.everybody()), site);
    for category in &lists.categories {
        let page = ranked.in_category(*category);
        files.extend(in_every_language(&Page::Category(*category, &page), site));
    }
    for service in &lists.services {
        let page = ranked.offering(*service);
        files.extend(in_every_language(&Page::Service(*service, &page), site));
    }
    // By handle: the map must not change whenever somebody rises.
    let mut handles: Vec<&Handle> = ranked.rows().map(|row| &row.handle).collect();
    handles.sort_by_key(|handle| handle.as_str());
    files.extend(sitemap::files(site, handles.into_iter()));
    files
}

/// A page as files. A profile whose handle is none has no address, and so no file.
pub(crate) fn in_every_language(page: &Page<'_>, site: &Site) -> Vec<File> {
    let Some(place) = page.place() else { return Vec::new() };
    let file =
        |language| Some(File { name: name(&place, language), text: server::render(page, language, site)? });
    Language::ALL.into_iter().filter_map(file).collect()
}

/// The file of a page: its path, and the name by which a folder is opened.
pub(crate) fn name(place: &Place, language: Language) -> String {
    format!("{}/index.html", place.path(language).trim_start_matches('/'))
}
