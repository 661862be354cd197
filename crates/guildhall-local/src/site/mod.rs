//! The site: the built frontend, read once at start, and the pages that workers publish, read when they
//! are asked for. No request can reach any other file.

mod files;
mod places;
mod published;
mod serve;

pub(crate) use files::Build;
pub(crate) use published::Published;
pub(crate) use serve::{Site, not_found, protect, refuse};
