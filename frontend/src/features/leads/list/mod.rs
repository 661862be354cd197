//! The list of leads: one screen for partners and for the sales team.

mod address;
mod columns;
mod date_filter;
mod export;
mod filters;
mod glossary;
mod nothing;
mod page;
mod quick_filters;
mod row;
mod saved;
mod saved_filters;
mod table;
mod toolbar;

pub use page::LeadsPage;
pub(in crate::features) use row::shown_website;

use std::sync::Arc;

use guildhall_contract::leads::LeadPage;
use guildhall_contract::query::LeadQuery;

use crate::features::address::Address;

type LeadsAddress = Address<LeadQuery>;
type SharedPage = Arc<LeadPage>;
