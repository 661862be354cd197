//! A record of which nothing came, and why.

use guildhall_contract::migrations::RecordAnswer;

/// A record that the server refused.
#[derive(Debug, Clone)]
pub(super) struct Bad {
    /// The file that it stands in, as far as that is known.
    pub(super) file: Option<String>,
    pub(super) record: RecordAnswer,
}
