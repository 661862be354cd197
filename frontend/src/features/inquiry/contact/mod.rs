//! `/directory/<handle>/contact`: a merchant writes to a partner. Anybody may fill it in; who sends it is signed in.

mod aside;
mod closed;
mod fields;
mod form;
mod outcome;
mod screen;
mod sender;
mod sending;
mod service;
mod ticket;
mod words;

pub(in crate::features) use screen::ContactScreen;
