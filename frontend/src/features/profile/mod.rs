//! The partner's own profile: the editor with its drafts, where the profile stands, and a preview.

mod aspect;
mod choices;
mod conflict;
mod desk;
mod draft;
mod editor;
mod fault;
mod form;
mod history;
mod migrated;
mod page;
mod preview;
mod rank;
mod restored;
mod row_buttons;
mod rows;
mod save_bar;
mod service_row;
mod services;
mod standing;
mod typed;
mod undo;
mod works;

pub(super) use aspect::{Aspect, aspects};
pub(super) use history::History;
pub use migrated::MigratedProfilePage;
pub use page::ProfilePage;
pub(super) use preview::Preview;
pub use preview::ProfilePreview;
pub(super) use standing::{StateBadge, explained};
pub(super) use typed::Typed;
