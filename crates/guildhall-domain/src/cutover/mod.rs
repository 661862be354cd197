//! The move from the Experts Marketplace to the Partner Directory: what is switched, and when.
//!
//! Everything that depends on it is a pure function of a moment and of three dates. The dates are the
//! programme's to set; unless it does, they are those of the announcement.

mod behaviour;
mod old_address;
mod phase;
mod settings;
mod switch;
mod words;

pub use behaviour::{Behaviour, ExistingJobs, MarketplaceAddress, ProfileEditing, Visibility};
pub use old_address::{OldAddress, in_marketplace};
pub use phase::Phase;
pub use settings::{Cutover, CutoverDate, CutoverRefusal, Dates};
pub use switch::{Switch, Switched};
