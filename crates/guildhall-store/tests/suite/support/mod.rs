//! What every test needs: a fresh table on an emulator, and leads to put into it.

mod backend;
mod books;
pub(crate) mod canned;
mod dynamodb_local;
pub(crate) mod leads;
pub(crate) mod merchants;
pub(crate) mod privacy;
pub(crate) mod profiles;
pub(crate) mod raw;

pub(crate) use backend::{Backend, Bench};
