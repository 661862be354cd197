//! What merchants wrote about the organisation: read, answer once, report.

mod address;
mod card;
mod reply;
mod screen;
mod summary;
mod toolbar;

pub(super) use card::Axes;
pub use screen::ReviewsPage;

use guildhall_contract::reviews::ReviewQuery;

use super::address::Address;

type ReviewsAddress = Address<ReviewQuery>;
