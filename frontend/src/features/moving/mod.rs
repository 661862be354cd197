//! A partner's move from the marketplace: what changes, what there is to do, and how far it is.

mod columns;
mod dates;
mod desk;
mod notice;
mod page;
mod query;
mod tasks;
mod tick;
mod tools;
mod worth;

pub(super) use desk::MoveDesk;
pub use notice::MoveNotice;
pub use page::MovePage;

use guildhall_contract::moving::{GoingOnPage, GoingOnQuery};

use crate::features::list::Listing;

type GoingOnList = Listing<GoingOnQuery, GoingOnPage>;
