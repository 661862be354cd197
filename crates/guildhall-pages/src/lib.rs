//! The public pages of the partner directory, written once and shown twice: by the application in a browser (feature
//! `csr`), and as static files that need no script (feature `ssr`).
//!
//! A page is a function of data and language. It asks nothing of a browser or a server.

#![allow(unreachable_pub, reason = "the component macro makes public props for private components")]

pub mod format;
pub mod i18n;
mod icon;

pub use icon::{Icon, Sign};
