//! Mails that did not arrive, for managers and administrators.

mod columns;
mod decide;
mod page;
mod query;
mod words;

pub use page::OpenMailsPage;

pub(super) use words::{look as delivery_look, state as delivery_word};

use guildhall_contract::mails::{MailQuery, OpenMailPage};

use crate::features::list::Listing;

type OpenMails = Listing<MailQuery, OpenMailPage>;
