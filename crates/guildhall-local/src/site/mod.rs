//! The built frontend, read once at start: what is served is one whole build, and no request can
//! reach any other file.

mod files;
mod serve;

pub(crate) use files::Site;
pub(crate) use serve::{not_found, protect};
