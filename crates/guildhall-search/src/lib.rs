//! Search over the partner directory.

mod choice;
mod compounds;
mod endings;
mod facets;
mod field;
mod found;
mod index;
mod lexicon;
mod reader;
mod search;
mod sets;
mod sync;
mod typed;
mod vocabulary;
mod words;

pub use facets::Facets;
pub use found::Answering;
pub use index::Index;
pub use search::{Hit, Results};
pub use sync::Synced;
