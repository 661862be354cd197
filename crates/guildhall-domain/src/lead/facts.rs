//! The four facts that decide what may happen to a lead and what its partner is told.

use serde::{Deserialize, Serialize};

/// What is being sold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Product {
    /// The enterprise plan.
    Plus,
    /// Point of sale.
    Pos,
}

impl Product {
    /// Both products.
    pub const ALL: [Self; 2] = [Self::Plus, Self::Pos];

    /// The word on the wire and in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Plus => "plus",
            Self::Pos => "pos",
        }
    }
}

/// Whether the partner wants the sales team to sell along. It only ever goes from none to requested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Support {
    /// The partner closes the sale without the sales team.
    None,
    /// The sales team works on the lead.
    Requested,
}

impl Support {
    /// Both answers.
    pub const ALL: [Self; 2] = [Self::None, Self::Requested];

    /// The word on the wire and in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Requested => "requested",
        }
    }
}

/// Where a lead stands. *Awarded* means that the partner will earn, not that anybody was paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Status {
    /// The partner submitted it.
    Submitted,
    /// The sales team works on it.
    InProgress,
    /// The partner will earn.
    Awarded,
    /// The partner earns nothing from it.
    NotEligible,
}

impl Status {
    /// All four, in the order of a lead's life.
    pub const ALL: [Self; 4] = [Self::Submitted, Self::InProgress, Self::Awarded, Self::NotEligible];

    /// The word on the wire and in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::InProgress => "in_progress",
            Self::Awarded => "awarded",
            Self::NotEligible => "not_eligible",
        }
    }

    /// Whether the lead is still being decided.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Submitted | Self::InProgress)
    }
}

/// What came of a POS lead without sales support, whose status stays *Submitted* for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Outcome {
    /// Not decided yet.
    Pending,
    /// A payout was issued.
    Paid,
    /// It was found not eligible for a payout.
    NotEligible,
}

impl Outcome {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Pending, Self::Paid, Self::NotEligible];

    /// The word on the wire and in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Paid => "paid",
            Self::NotEligible => "not_eligible",
        }
    }
}

/// Product and support together: the four tracks that a lead can run on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Track {
    /// Plus, sold together with the sales team.
    PlusRequested,
    /// Plus, closed by the partner with the seller.
    PlusNone,
    /// POS, sold by the sales team.
    PosRequested,
    /// POS without the sales team: the status never moves, the outcome does.
    PosNone,
}

impl Track {
    /// All four.
    pub const ALL: [Self; 4] = [Self::PlusRequested, Self::PlusNone, Self::PosRequested, Self::PosNone];

    /// The track of a product and an answer about support.
    #[must_use]
    pub fn of(product: Product, support: Support) -> Self {
        match (product, support) {
            (Product::Plus, Support::Requested) => Self::PlusRequested,
            (Product::Plus, Support::None) => Self::PlusNone,
            (Product::Pos, Support::Requested) => Self::PosRequested,
            (Product::Pos, Support::None) => Self::PosNone,
        }
    }

    /// The product of this track.
    #[must_use]
    pub fn product(self) -> Product {
        match self {
            Self::PlusRequested | Self::PlusNone => Product::Plus,
            Self::PosRequested | Self::PosNone => Product::Pos,
        }
    }

    /// Whether the sales team works along.
    #[must_use]
    pub fn support(self) -> Support {
        match self {
            Self::PlusRequested | Self::PosRequested => Support::Requested,
            Self::PlusNone | Self::PosNone => Support::None,
        }
    }
}

/// Where a lead stands, with the impossible left out: only POS without support has an outcome, and
/// only the other tracks have a status that moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Plus, or POS with support.
    Moving(Status),
    /// POS without support: submitted for good.
    Still(Outcome),
}

/// What keeps a lead from moving on, beside its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Hold {
    /// The sales team asked the partner for more information.
    Information,
    /// The partner withdrew it, for good.
    Withdrawn,
}

impl Hold {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Information, Self::Withdrawn];

    /// The word on the wire and in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// The facts of one lead that the policy table is read with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Facts {
    /// Product and support.
    pub track: Track,
    /// Status.
    pub status: Status,
    /// Outcome; `None` on every track but POS without support.
    pub outcome: Option<Outcome>,
    /// What keeps it from moving on.
    pub hold: Option<Hold>,
}

impl Facts {
    /// Facts as a row of a list or an answer of the server states them.
    #[must_use]
    pub fn new(product: Product, support: Support, status: Status, outcome: Option<Outcome>) -> Self {
        Self { track: Track::of(product, support), status, outcome, hold: None }
    }

    /// The same with what keeps the lead from moving on.
    #[must_use]
    pub fn held(self, hold: Option<Hold>) -> Self {
        Self { hold, ..self }
    }

    /// Whether somebody still has to decide something.
    #[must_use]
    pub fn is_undecided(self) -> bool {
        let settled = matches!(self.outcome, Some(Outcome::Paid | Outcome::NotEligible));
        self.status.is_open() && !settled && self.hold != Some(Hold::Withdrawn)
    }

    /// Where the lead stands.
    #[must_use]
    pub fn standing(self) -> Standing {
        match self.track {
            Track::PosNone => Standing::Still(self.outcome.unwrap_or(Outcome::Pending)),
            Track::PlusRequested | Track::PlusNone | Track::PosRequested => Standing::Moving(self.status),
        }
    }
}
