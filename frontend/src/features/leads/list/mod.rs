//! The list of leads: one screen for partners and for the sales team.

mod address;
mod columns;
mod filters;
mod glossary;
mod nothing;
mod page;
mod quick_filters;
mod saved;
mod saved_filters;
mod tabs;
mod toolbar;
mod wording;
mod work;

pub(in crate::features) use columns::shown_website;
pub use page::LeadsPage;

use guildhall_contract::leads::LeadPage;
use guildhall_contract::query::LeadQuery;

use crate::features::address::Address;
use crate::features::list::Listing;

type LeadsAddress = Address<LeadQuery>;
/// The list of leads on its page.
pub(super) type Leads = Listing<LeadQuery, LeadPage>;
