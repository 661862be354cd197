//! Who acts: the roles, and what side of the table they sit on.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{OrgId, UserId};

/// A person's role, as the token states it. Source: the programme's table of actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Role {
    /// Owns a store; sends inquiries and writes reviews.
    Merchant,
    /// Reads the organisation's leads and referral history.
    PartnerViewer,
    /// Also submits leads, asks for sales support, contacts the representative.
    PartnerMember,
    /// Also manages the organisation.
    PartnerOwner,
    /// Reads and moves the leads that are assigned to them.
    Rep,
    /// Does so on every lead, assigns and reopens.
    SalesManager,
    /// Runs terms, payouts and moderation.
    ProgramAdmin,
    /// Guildhall itself: routing and payout runs.
    System,
}

/// The side of the table a role sits on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// A merchant.
    Merchant,
    /// A partner organisation.
    Partner,
    /// The platform's own people, and Guildhall itself.
    Platform,
}

impl Role {
    /// Every role, for matrix tests and tables.
    pub const ALL: [Self; 8] = [
        Self::Merchant,
        Self::PartnerViewer,
        Self::PartnerMember,
        Self::PartnerOwner,
        Self::Rep,
        Self::SalesManager,
        Self::ProgramAdmin,
        Self::System,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Merchant => "merchant",
            Self::PartnerViewer => "partner_viewer",
            Self::PartnerMember => "partner_member",
            Self::PartnerOwner => "partner_owner",
            Self::Rep => "rep",
            Self::SalesManager => "sales_manager",
            Self::ProgramAdmin => "program_admin",
            Self::System => "system",
        }
    }

    /// The side that this role sits on.
    #[must_use]
    pub fn side(self) -> Side {
        match self {
            Self::Merchant => Side::Merchant,
            Self::PartnerViewer | Self::PartnerMember | Self::PartnerOwner => Side::Partner,
            Self::Rep | Self::SalesManager | Self::ProgramAdmin | Self::System => Side::Platform,
        }
    }

    /// May submit leads for the organisation.
    #[must_use]
    pub fn submits_leads(self) -> bool {
        matches!(self, Self::PartnerMember | Self::PartnerOwner)
    }

    /// May edit the organisation's profile, members and exports.
    #[must_use]
    pub fn manages_organisation(self) -> bool {
        self == Self::PartnerOwner
    }

    /// May read every lead of every organisation.
    #[must_use]
    pub fn reads_all_leads(self) -> bool {
        matches!(self, Self::SalesManager | Self::ProgramAdmin | Self::System)
    }

    /// Knows the roster of representatives.
    #[must_use]
    pub fn reads_roster(self) -> bool {
        self.side() == Side::Platform
    }

    /// Reads the referral history of the own organisation.
    #[must_use]
    pub fn reads_referrals(self) -> bool {
        self.side() == Side::Partner
    }

    /// Sees what partners earn and are paid: owners and whoever runs the programme always, other members of an
    /// organisation if its owners have granted it.
    #[must_use]
    pub fn sees_money(self, is_granted: bool) -> bool {
        match self {
            Self::PartnerOwner | Self::SalesManager | Self::ProgramAdmin | Self::System => true,
            Self::PartnerViewer | Self::PartnerMember => is_granted,
            Self::Merchant | Self::Rep => false,
        }
    }
}

/// Somebody who is signed in, as the verified token says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The token's `sub`.
    pub id: UserId,
    /// The name to show beside what they did.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Their partner organisation; `None` on the platform's and the merchants' side.
    pub org: Option<OrgId>,
}

impl Actor {
    /// Guildhall itself.
    #[must_use]
    pub fn system() -> Self {
        Self { id: UserId::system(), name: "Guildhall".to_owned(), role: Role::System, org: None }
    }

    /// What the timeline keeps of this actor.
    #[must_use]
    pub fn signature(&self) -> Signature {
        Signature { id: self.id.clone(), name: self.name.clone(), role: self.role }
    }
}

/// Who did something, as the timeline keeps it: the name and role of that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Signature {
    /// The person's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: UserId,
    /// The name they had.
    pub name: String,
    /// The role they acted in.
    pub role: Role,
}

/// Who wrote a thing last, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stamp {
    /// Who.
    pub by: Signature,
    /// When, by the business clock.
    pub at: DateTime<Utc>,
}
