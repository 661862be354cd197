//! What a batch of changes may have changed about the pages of several partners.

use std::collections::{BTreeMap, BTreeSet};

use guildhall_domain::ids::OrgId;
use guildhall_domain::profile::{Handle, ProfileContent, PublicCopy};
use guildhall_domain::taxonomy::{Category, Service};
use guildhall_store::{StoreError, kind, stream};
use guildhall_worker::Change;

/// Whose pages a batch is about.
#[derive(Debug, Default)]
pub(crate) struct Touched<'a> {
    /// What the world sees of partners, by handle.
    pub(crate) copies: BTreeMap<String, Partner<'a>>,
    /// Whose reviews changed. What a review says of the partner's handle may be older than the handle.
    pub(crate) reviewed: BTreeMap<OrgId, Vec<&'a Change>>,
    /// What was said about when the directory opens.
    pub(crate) dates: Vec<&'a Change>,
}

/// What a batch says about one partner.
#[derive(Debug)]
pub(crate) struct Partner<'a> {
    pub(crate) handle: Handle,
    pub(crate) changes: Vec<&'a Change>,
    /// What it offered before or offers after any of the changes.
    pub(crate) services: BTreeSet<Service>,
}

impl<'a> Touched<'a> {
    /// Takes a change in; most are about something else.
    pub(crate) fn add(&mut self, change: &'a Change) -> Result<(), StoreError> {
        let images = || [change.old_image(), change.new_image()].into_iter().flatten();
        match change.kind() {
            kind::PROFILE => {
                let copies = images().map(stream::public_copy).collect::<Result<Vec<_>, _>>()?;
                let Some(handle) = copies.first().map(|copy| copy.handle.clone()) else { return Ok(()) };
                let partner = self.copies.entry(handle.as_str().to_owned()).or_insert_with(|| Partner {
                    handle,
                    changes: Vec::new(),
                    services: BTreeSet::new(),
                });
                partner.changes.push(change);
                partner.services.extend(copies.iter().flat_map(services_of));
            }
            kind::REVIEW => {
                let reviews = images().map(stream::review).collect::<Result<Vec<_>, _>>()?;
                let Some(review) = reviews.first() else { return Ok(()) };
                self.reviewed.entry(review.id.org().clone()).or_default().push(change);
            }
            kind::CUTOVER => self.dates.push(change),
            _ => {}
        }
        Ok(())
    }

    /// Every change that is about somebody's pages.
    pub(crate) fn about_pages(&self) -> Vec<&'a Change> {
        let copies = self.copies.values().flat_map(|partner| &partner.changes).copied();
        copies.chain(self.reviewed.values().flatten().copied()).collect()
    }

    /// Whether it is about nobody's pages.
    pub(crate) fn is_nobodys(&self) -> bool {
        self.copies.is_empty() && self.reviewed.is_empty()
    }
}

/// What a partner offers, while anything is shown.
pub(crate) fn services_of(copy: &PublicCopy) -> impl Iterator<Item = Service> {
    copy.content.iter().flat_map(ProfileContent::services)
}

/// Which lists to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lists {
    pub(crate) categories: Vec<Category>,
    pub(crate) services: Vec<Service>,
}

impl Lists {
    pub(crate) fn all() -> Self {
        Self { categories: Category::ALL.to_vec(), services: Service::ALL.to_vec() }
    }

    /// The lists in which partners with these services stand or are counted.
    pub(crate) fn with(services: &BTreeSet<Service>) -> Self {
        let categories: BTreeSet<Category> = services.iter().map(|service| service.category()).collect();
        Self { categories: categories.into_iter().collect(), services: services.iter().copied().collect() }
    }
}
