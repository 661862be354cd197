//! Keeping machines and floods out of the form, without a third party.

pub use crate::limit::Limit;

/// How long a person needs at least to fill in the form, in seconds.
pub const FASTEST_SECONDS: i64 = 3;

/// For how long a form may stay open, in seconds.
pub const SLOWEST_SECONDS: i64 = 24 * 60 * 60;

/// Per signed-in sender.
pub const PER_SENDER: Limit = Limit { scope: "sender", burst: 5, interval: 10 * 60 };
/// Per network address.
pub const PER_ADDRESS: Limit = Limit { scope: "address", burst: 20, interval: 3 * 60 };
/// Per partner.
pub const PER_PARTNER: Limit = Limit { scope: "partner", burst: 60, interval: 60 };
