//! An invitation, for whoever was invited: `/invitations/<id>`, where the mail leads.

mod accept;
mod page;
mod states;

pub use page::InvitationPage;
