//! The public pages of the partner directory, written once and shown twice: by the application in a browser (feature
//! `csr`), and as static files that need no script (feature `ssr`).
//!
//! A page is a function of what it shows and of the language that is spoken ([`i18n::language`]); it asks nothing of a
//! browser or a server, and follows the language when that changes.
//!
//! | component | shows |
//! |---|---|
//! | [`PublicFrame`] | what stands around every public page |
//! | [`DirectoryHome`], [`CategoryPage`], [`ServicePage`] | a [`DirectoryPage`](guildhall_contract::directory::DirectoryPage): the first page of everything, of a category, of a service |
//! | [`ProfilePage`] | a [`PublicProfile`](guildhall_contract::profile::PublicProfile) with its reviews |
//! | [`HowRankingWorks`], [`ReviewPolicy`], [`MovingPage`], [`AboutProfiles`] | what they explain, read off the policy |
//! | [`MissingPage`] | that there is no such page |
//! | [`PartnerCards`], [`PartnerCard`] | partners among others |
//! | [`Crest`], [`Stars`], [`Rating`], [`TierBadge`], [`AvailabilityMark`], [`PriceTag`] | what is told about a partner in a word or two |
//! | [`Brand`], [`Icon`] | the brand, a picture beside a word |
//!
//! Where a page is, [`address`] says; what stands in its head, [`Page`].

#![allow(unreachable_pub, reason = "the component macro makes public props for private components")]

pub mod address;
mod brand;
mod components;
pub mod format;
mod frame;
pub mod i18n;
mod icon;
mod page;
mod pages;
mod parts;
#[cfg(feature = "ssr")]
pub mod server;
mod site;
mod town;

pub use brand::Brand;
pub use components::{
    AvailabilityMark, Crest, PartnerCard, PartnerCards, PriceTag, Rating, Stars, TierBadge,
};
pub use frame::PublicFrame;
pub use icon::{Icon, Sign};
pub use page::Page;
pub use pages::{
    AboutProfiles, CategoryPage, DirectoryHome, HowRankingWorks, MissingPage, MovingPage, ProfilePage,
    ReviewPolicy, ServicePage, WithReview,
};
pub use site::Site;
