//! Partner organisations, for the programme's administrators.

mod add;
mod address;
mod change;
mod list;
mod page;
mod standing;
mod table;

pub use add::NewOrganisationPage;
pub use list::OrganisationsPage;
pub use page::OrganisationPage;
