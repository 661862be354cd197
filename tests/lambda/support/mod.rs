//! The whole system with the functions' own binaries in it, and single functions without a gateway.

mod backend;
mod binaries;
mod case;
mod dynamodb_local;
mod event;
mod s3;
mod ses;
mod stream;

pub(crate) use backend::{Backend, Database};
pub(crate) use binaries::{binary, definition, definitions, panicking, start, start_with};
pub(crate) use case::{Cases, check, check_with};
pub(crate) use event::{ADMIN, MANAGER, MEMBER, OWNER, REP, ask, event, tell, with_header};
pub(crate) use s3::S3;
pub(crate) use ses::SesLocal;
pub(crate) use stream::{batch, changes};
