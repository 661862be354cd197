//! Where an organisation is paid: owners say so, and whoever sees its money sees it.

mod form;
mod page;

pub use page::PayoutDetailsPage;
