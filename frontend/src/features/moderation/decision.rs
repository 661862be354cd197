//! What the programme can do with a profile, as data.

use guildhall_contract::own_profile::ProfileAction;
use guildhall_domain::profile::ProfileCommandKind;
use guildhall_domain::taxonomy::Tier;

use crate::i18n::{Text, texts};
use crate::ui::Kind;

/// A decision about a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    /// Publish the working copy.
    Approve,
    /// Say what has to change first.
    AskChanges,
    /// Take it out of the directory.
    Suspend,
    /// Put it back.
    Reinstate,
    /// Another tier.
    SetTier,
}

impl Decision {
    pub(super) const ALL: [Self; 5] =
        [Self::Approve, Self::AskChanges, Self::SetTier, Self::Suspend, Self::Reinstate];

    pub(super) fn command(self) -> ProfileCommandKind {
        match self {
            Self::Approve => ProfileCommandKind::Approve,
            Self::AskChanges => ProfileCommandKind::AskChanges,
            Self::Suspend => ProfileCommandKind::Suspend,
            Self::Reinstate => ProfileCommandKind::Reinstate,
            Self::SetTier => ProfileCommandKind::SetTier,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Approve => texts::moderation::approve(),
            Self::AskChanges => texts::moderation::ask(),
            Self::Suspend => texts::moderation::suspend(),
            Self::Reinstate => texts::moderation::reinstate(),
            Self::SetTier => texts::moderation::set_tier(),
        }
    }

    pub(super) fn effect(self) -> Text {
        match self {
            Self::Approve => texts::moderation::approve_text,
            Self::AskChanges => texts::moderation::ask_text,
            Self::Suspend => texts::moderation::suspend_text,
            Self::Reinstate => texts::moderation::reinstate_text,
            Self::SetTier => texts::moderation::set_tier_text,
        }
    }

    /// What the partner is to be told, where something must be said.
    pub(super) fn question(self) -> Option<Text> {
        match self {
            Self::AskChanges => Some(texts::moderation::note),
            Self::Suspend => Some(texts::moderation::suspend_why),
            Self::Reinstate => Some(texts::moderation::reinstate_why),
            Self::Approve | Self::SetTier => None,
        }
    }

    /// How loud its button is.
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Approve => Kind::Primary,
            Self::Suspend => Kind::Danger,
            Self::AskChanges | Self::Reinstate | Self::SetTier => Kind::Plain,
        }
    }

    pub(super) fn action(self, note: &str, tier: Tier) -> ProfileAction {
        let note = note.trim().to_owned();
        match self {
            Self::Approve => ProfileAction::Approve,
            Self::AskChanges => ProfileAction::AskChanges { note },
            Self::Suspend => ProfileAction::Suspend { note },
            Self::Reinstate => ProfileAction::Reinstate { note },
            Self::SetTier => ProfileAction::SetTier { tier },
        }
    }

    /// What to say when it is done.
    pub(super) fn done(self, tier: &str) -> String {
        let text = match self {
            Self::Approve => texts::moderation::approved(),
            Self::AskChanges => texts::moderation::asked(),
            Self::Suspend => texts::moderation::suspended(),
            Self::Reinstate => texts::moderation::reinstated(),
            Self::SetTier => return texts::moderation::tier_set(tier),
        };
        text.to_owned()
    }
}
