//! Whom a mail tells: a part that somebody plays, never an address.

use crate::actor::Side;

/// A part that somebody plays in what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    /// The partner organisation: its address for leads, or whoever submitted the lead.
    Partner,
    /// Whoever wrote, for their copy.
    Sender,
    /// The representative who has the lead.
    Representative,
    /// The representative who had it.
    FormerRepresentative,
    /// The managers, at the desk's address.
    Managers,
    /// The merchant who sent an inquiry.
    Merchant,
    /// Somebody who asked for a weekly summary.
    Reader,
    /// Somebody who is asked to become a member.
    Invited,
    /// An owner of the organisation.
    Owner,
}

impl Audience {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Partner,
        Self::Sender,
        Self::Representative,
        Self::FormerRepresentative,
        Self::Managers,
        Self::Merchant,
        Self::Reader,
        Self::Invited,
        Self::Owner,
    ];

    /// The word in the table and on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::Sender => "sender",
            Self::Representative => "representative",
            Self::FormerRepresentative => "former_representative",
            Self::Managers => "managers",
            Self::Merchant => "merchant",
            Self::Reader => "reader",
            Self::Invited => "invited",
            Self::Owner => "owner",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.code() == code)
    }

    /// The side that sees what became of the mail.
    #[must_use]
    pub fn side(self) -> Side {
        match self {
            Self::Partner | Self::Sender | Self::Reader | Self::Owner => Side::Partner,
            Self::Representative | Self::FormerRepresentative | Self::Managers | Self::Invited => {
                Side::Platform
            }
            Self::Merchant => Side::Merchant,
        }
    }
}
