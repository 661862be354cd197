//! The web application: Leptos, rendered in the browser.
//!
//! `start` loads the configuration and mounts [`app::App`]. Screens live in [`features`], one folder
//! each; they are made of [`ui`] and stand in the frame of [`layout`]. [`api`] talks to the server,
//! [`auth`] signs people in, [`i18n`] and [`mod@format`] word everything in the reader's language.

#![allow(unreachable_pub, reason = "the component macro makes public props for private components")]

pub mod api;
pub mod app;
pub mod auth;
pub mod browser;
pub mod config;
pub mod features;
pub mod format;
pub mod i18n;
pub mod layout;
pub mod mail_language;
pub mod online;
pub mod remote;
pub mod theme;
pub mod ui;

pub use app::start;
