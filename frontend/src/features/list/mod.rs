//! Lists: a query that lives in the address, a table that turns to cards on a phone, pages.
//!
//! A list of anything is made of
//! - its types: the query implements [`ListQuery`], the page [`ListPage`];
//! - its [`Wording`]: the [`Orders`] it can be sorted by, and what it says;
//! - its [`Column`]s, each of which draws a cell;
//! - a [`Listing`], which follows the address and loads what it asks for;
//! - [`ListToolbar`] with the filters ([`ChoiceFilter`], [`OpenFilter`], [`DayFilter`]) and perhaps an [`Export`], and [`ListContent`] below it.
//!
//! Rows can be ticked: give [`ListContent`] a [`Selection`].

mod choice_filter;
mod column;
mod content;
mod day_filter;
mod export;
mod file_options;
mod listing;
mod long_export;
mod open_filter;
mod orders;
mod query;
mod selection;
mod table;
mod toolbar;
mod wording;

pub use choice_filter::ChoiceFilter;
pub use column::Column;
pub use content::ListContent;
pub use day_filter::{DayFilter, Days};
pub use export::Export;
pub use file_options::marks_tables;
pub use listing::Listing;
pub use long_export::LongList;
pub use open_filter::OpenFilter;
pub use orders::{Orders, Scale};
pub use query::{ListPage, ListQuery};
pub use selection::Selection;
pub use table::ListTable;
pub use toolbar::ListToolbar;
pub use wording::Wording;
