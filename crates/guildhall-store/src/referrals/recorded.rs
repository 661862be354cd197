//! What becomes of an event of the platform.

use guildhall_domain::money::MoneyError;
use guildhall_domain::referral::{EntryId, NotBooked, PlatformEvent};

/// What an event waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitReason {
    /// The referral that it is about: a lead that is not awarded yet, or a store that nobody has told of.
    Referral,
    /// The award, which was taken back, to be made again.
    Award,
}

impl WaitReason {
    /// Every reason.
    pub const ALL: [Self; 2] = [Self::Referral, Self::Award];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Referral => "referral",
            Self::Award => "award",
        }
    }
}

/// An event that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingEvent {
    /// The event.
    pub event: PlatformEvent,
    /// What it waits for.
    pub reason: WaitReason,
}

/// What became of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recorded {
    /// It was applied, and this was added to the ledger.
    Applied(Vec<EntryId>),
    /// It had been applied before.
    Known,
    /// It waits.
    Waiting(WaitReason),
    /// Another event has its id.
    Differs,
    /// It makes a referral that is there already.
    Exists,
    /// A sum would be out of range.
    Money(MoneyError),
}

impl Recorded {
    /// Whether the event is settled: applied now or before.
    #[must_use]
    pub fn is_applied(&self) -> bool {
        matches!(self, Self::Applied(_) | Self::Known)
    }
}

/// What it means for an event that it cannot be booked.
pub(super) fn refusal(refused: NotBooked) -> Result<WaitReason, Recorded> {
    match refused {
        NotBooked::NoReferral => Ok(WaitReason::Referral),
        NotBooked::Reversed => Ok(WaitReason::Award),
        NotBooked::Exists => Err(Recorded::Exists),
        NotBooked::Money(error) => Err(Recorded::Money(error)),
    }
}
