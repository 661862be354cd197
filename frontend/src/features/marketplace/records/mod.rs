//! What the partner keeps of the marketplace: jobs, conversations, customers, and the ways to take all of it along.

mod conversations;
mod customers;
mod download;
mod head;
mod job;
mod jobs;
mod phase;
mod written;

pub use conversations::{ConversationPage, ConversationsPage};
pub use customers::CustomersPage;
pub use download::DownloadPage;
use guildhall_domain::actor::Side;
pub use job::JobPage;
pub use jobs::JobsPage;
pub(super) use jobs::name_of_order;

use crate::auth::Session;

/// Whether somebody reads their organisation's records: everybody of a partner does.
fn reads_records(session: &Session) -> bool {
    session.role.side() == Side::Partner
}
