//! What the reader's own side means to do next. The other side never sees it.

mod card;
mod editor;
mod saving;

pub(super) use card::PlanCard;
