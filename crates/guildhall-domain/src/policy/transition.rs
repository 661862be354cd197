//! The transitions T0 to T9: from where, by whom, under which conditions, with what effects.
//!
//! Five decisions go further than the programme's own words; each is one cell below.
//! - D1: the note that leads without support stay in *Submitted* is read as meant for POS only.
//! - D2: Plus without support may go straight from *Submitted* to *Awarded* (T5).
//! - D3: with support, *Awarded* is reached only through *In progress* (T4).
//! - D4: a POS lead without support that is settled cannot ask for support (T2).
//! - D5: *Awarded* and *Not eligible* are final unless a manager reopens, visibly (T9).

use crate::actor::Role;
use crate::lead::{CommandKind, Facts, Hold, Status, Track};

/// Where a transition leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The status stays.
    Same,
    /// The status becomes this.
    Status(Status),
}

/// A condition beside role, track and status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Guard {
    /// Nothing was decided yet about a POS lead without support.
    OutcomePending,
    /// A representative has the lead.
    RepresentativeAssigned,
    /// The new representative is active and covers product and country.
    RepresentativeCovers,
    /// The new representative is another one.
    RepresentativeIsNew,
    /// The referral terms were checked.
    TermsChecked,
    /// Plus: agreement executed. POS: sales cycle complete.
    DealClosed,
    /// The amount is more than nothing.
    AmountPositive,
    /// Something was asked for.
    SomethingAsked,
    /// Something was answered, and nothing that was not asked for is changed.
    OnlyWhatWasAsked,
    /// Something is corrected, and neither product, sales support, reference, consent nor origin is changed.
    OnlyDetails,
    /// The deadline has passed, and nobody was told of this one yet.
    PromiseBroken,
    /// The partner was told before an award is taken back.
    PartnerTold,
}

/// What else happens when the event is committed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// The partner is told.
    TellPartner,
    /// The representative is told.
    TellRepresentative,
    /// The managers are told.
    TellManagers,
    /// A referral record comes to be, in the same transaction.
    CreateReferral,
    /// The referral record is reversed, in the same transaction; nothing is deleted.
    ReverseReferral,
}

/// What a row asks of what keeps a lead from moving on. A withdrawn lead does not move at all, except by rows that do
/// not care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// It was not withdrawn.
    NotWithdrawn,
    /// It waits for information.
    Information,
    /// Whatever keeps it.
    Nothing,
}

/// One row of the table.
#[derive(Debug)]
pub struct Transition {
    /// The programme's name for it.
    pub code: &'static str,
    /// What is asked.
    pub command: CommandKind,
    /// On which tracks.
    pub tracks: &'static [Track],
    /// From which statuses.
    pub from: &'static [Status],
    /// What else must or must not hold it.
    pub needs: Needs,
    /// To where.
    pub to: Target,
    /// By whom.
    pub who: &'static [Role],
    /// Under which further conditions.
    pub guards: &'static [Guard],
    /// With which effects.
    pub effects: &'static [Effect],
}

impl Transition {
    /// Whether a lead with these facts can take this row.
    #[must_use]
    pub fn starts_from(&self, facts: Facts) -> bool {
        let is_held_right = match self.needs {
            Needs::NotWithdrawn => facts.hold != Some(Hold::Withdrawn),
            Needs::Information => facts.hold == Some(Hold::Information),
            Needs::Nothing => true,
        };
        is_held_right && self.tracks.contains(&facts.track) && self.from.contains(&facts.status)
    }
}

/// Whether the role may do this at all, wherever the lead stands.
#[must_use]
pub fn may_ever(command: CommandKind, role: Role) -> bool {
    TRANSITIONS.iter().any(|row| row.command == command && row.who.contains(&role))
}

const EVERY_TRACK: &[Track] = &Track::ALL;
const NO_SUPPORT: &[Track] = &[Track::PlusNone, Track::PosNone];
const MOVING: &[Track] = &[Track::PlusRequested, Track::PlusNone, Track::PosRequested];
const STILL: &[Track] = &[Track::PosNone];
const OPEN: &[Status] = &[Status::Submitted, Status::InProgress];
const DECIDED: &[Status] = &[Status::Awarded, Status::NotEligible];
const SALES: &[Role] = &[Role::Rep, Role::SalesManager];

/// The table. T0, the submission, makes the lead and so has no row: see [`crate::lead::Lead::submit`].
pub static TRANSITIONS: &[Transition] = &[
    Transition {
        code: "T1",
        command: CommandKind::Assign,
        tracks: EVERY_TRACK,
        from: OPEN,
        needs: Needs::NotWithdrawn,
        to: Target::Same,
        who: &[Role::SalesManager, Role::System],
        guards: &[Guard::RepresentativeIsNew, Guard::RepresentativeCovers],
        effects: &[Effect::TellRepresentative, Effect::TellPartner],
    },
    Transition {
        code: "T2",
        command: CommandKind::RequestSupport,
        tracks: NO_SUPPORT,
        from: OPEN,
        needs: Needs::NotWithdrawn,
        to: Target::Same,
        who: &[Role::PartnerMember, Role::PartnerOwner, Role::Rep, Role::SalesManager],
        guards: &[Guard::OutcomePending],
        effects: &[Effect::TellRepresentative],
    },
    Transition {
        code: "T3",
        command: CommandKind::StartWork,
        tracks: MOVING,
        from: &[Status::Submitted],
        needs: Needs::NotWithdrawn,
        to: Target::Status(Status::InProgress),
        who: SALES,
        guards: &[Guard::RepresentativeAssigned],
        effects: &[Effect::TellPartner],
    },
    Transition {
        code: "T4",
        command: CommandKind::Award,
        tracks: MOVING,
        from: &[Status::InProgress],
        needs: Needs::NotWithdrawn,
        to: Target::Status(Status::Awarded),
        who: SALES,
        guards: &[Guard::TermsChecked, Guard::DealClosed],
        effects: &[Effect::TellPartner, Effect::CreateReferral],
    },
    Transition {
        code: "T5",
        command: CommandKind::Award,
        tracks: &[Track::PlusNone],
        from: &[Status::Submitted],
        needs: Needs::NotWithdrawn,
        to: Target::Status(Status::Awarded),
        who: SALES,
        guards: &[Guard::TermsChecked, Guard::DealClosed],
        effects: &[Effect::TellPartner, Effect::CreateReferral],
    },
    Transition {
        code: "T6",
        command: CommandKind::MarkNotEligible,
        tracks: MOVING,
        from: OPEN,
        needs: Needs::NotWithdrawn,
        to: Target::Status(Status::NotEligible),
        who: SALES,
        guards: &[],
        effects: &[Effect::TellPartner],
    },
    Transition {
        code: "T7",
        command: CommandKind::RecordPayout,
        tracks: STILL,
        from: &[Status::Submitted],
        needs: Needs::NotWithdrawn,
        to: Target::Same,
        who: &[Role::ProgramAdmin, Role::System],
        guards: &[Guard::OutcomePending, Guard::AmountPositive],
        effects: &[Effect::TellPartner, Effect::CreateReferral],
    },
    Transition {
        code: "T8",
        command: CommandKind::RecordIneligible,
        tracks: STILL,
        from: &[Status::Submitted],
        needs: Needs::NotWithdrawn,
        to: Target::Same,
        who: &[Role::Rep, Role::SalesManager, Role::ProgramAdmin],
        guards: &[Guard::OutcomePending],
        effects: &[Effect::TellPartner],
    },
    Transition {
        code: "T9",
        command: CommandKind::Reopen,
        tracks: MOVING,
        from: DECIDED,
        needs: Needs::NotWithdrawn,
        to: Target::Status(Status::InProgress),
        // An administrator may only be the second person; see `Lead::reopening`.
        who: &[Role::SalesManager, Role::ProgramAdmin],
        guards: &[Guard::PartnerTold],
        effects: &[Effect::TellPartner, Effect::ReverseReferral],
    },
    Transition {
        code: "Q",
        command: CommandKind::AskRepresentative,
        tracks: EVERY_TRACK,
        from: &Status::ALL,
        needs: Needs::Nothing,
        to: Target::Same,
        who: &[Role::PartnerMember, Role::PartnerOwner],
        guards: &[],
        effects: &[Effect::TellRepresentative],
    },
    Transition {
        code: "I1",
        command: CommandKind::RequestInformation,
        tracks: EVERY_TRACK,
        from: OPEN,
        needs: Needs::NotWithdrawn,
        to: Target::Same,
        who: SALES,
        guards: &[Guard::OutcomePending, Guard::SomethingAsked],
        effects: &[Effect::TellPartner],
    },
    Transition {
        code: "I2",
        command: CommandKind::ProvideInformation,
        tracks: EVERY_TRACK,
        from: OPEN,
        needs: Needs::Information,
        to: Target::Same,
        who: &[Role::PartnerMember, Role::PartnerOwner],
        guards: &[Guard::OnlyWhatWasAsked],
        effects: &[Effect::TellRepresentative],
    },
    Transition {
        code: "C",
        command: CommandKind::CorrectDetails,
        tracks: EVERY_TRACK,
        from: OPEN,
        needs: Needs::NotWithdrawn,
        to: Target::Same,
        who: &[Role::PartnerMember, Role::PartnerOwner],
        guards: &[Guard::OutcomePending, Guard::OnlyDetails],
        effects: &[Effect::TellRepresentative],
    },
    Transition {
        code: "W",
        command: CommandKind::Withdraw,
        tracks: EVERY_TRACK,
        from: OPEN,
        needs: Needs::NotWithdrawn,
        to: Target::Same,
        who: &[Role::PartnerMember, Role::PartnerOwner],
        guards: &[Guard::OutcomePending],
        effects: &[Effect::TellRepresentative],
    },
    Transition {
        code: "E",
        command: CommandKind::Escalate,
        tracks: EVERY_TRACK,
        from: OPEN,
        needs: Needs::NotWithdrawn,
        to: Target::Same,
        who: &[Role::System],
        guards: &[Guard::PromiseBroken],
        effects: &[Effect::TellRepresentative, Effect::TellManagers],
    },
];
