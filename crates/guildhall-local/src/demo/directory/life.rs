//! How a profile came to be what it is: its commands, one after the other.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::Actor;
use guildhall_domain::profile::{Handle, PartnerProfile, ProfileCommand, ProfileContent, Standing};
use guildhall_domain::taxonomy::Tier;

use crate::demo::teller::named;

/// What became of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is listed.
    Listed,
    /// It is listed, and an edit of it waits for approval.
    Edited,
    /// The partner is still at it.
    Draft,
    /// It waits for approval.
    InReview,
    /// The programme asked for changes.
    ChangesAsked,
    /// The partner hid it.
    Hidden,
    /// The programme suspended it.
    Suspended,
}

impl Fate {
    /// By number, so that even a small directory has one of each.
    pub(super) fn of(number: usize) -> Self {
        match number % 500 {
            7 | 207 => Self::Draft,
            13 => Self::InReview,
            19 => Self::ChangesAsked,
            23 | 223 => Self::Hidden,
            29 => Self::Suspended,
            31 => Self::Edited,
            _ => Self::Listed,
        }
    }

    /// Whether it was ever published, so that merchants could write.
    pub(super) fn was_published(self) -> bool {
        match self {
            Self::Listed | Self::Edited | Self::Hidden | Self::Suspended => true,
            Self::Draft | Self::InReview | Self::ChangesAsked => false,
        }
    }
}

/// A profile and the moment of its latest command.
#[derive(Debug)]
pub(super) struct Life {
    pub(super) profile: PartnerProfile,
    owner: Actor,
    now: DateTime<Utc>,
}

impl Life {
    /// The owner begins a profile.
    pub(super) fn begin(
        handle: Handle,
        content: ProfileContent,
        standing: Standing,
        owner: Actor,
        now: DateTime<Utc>,
    ) -> Self {
        let org = owner.org.clone().expect("an owner belongs to an organisation");
        let profile = PartnerProfile::create(org, handle, content, standing, &owner, now);
        Self { profile: profile.expect("an owner may begin a profile"), owner, now }
    }

    /// The owner does something after so many hours.
    pub(super) fn owner(&mut self, hours: i64, command: ProfileCommand) {
        let owner = self.owner.clone();
        self.act(hours, command, &owner);
    }

    /// The programme does something after so many hours.
    pub(super) fn programme(&mut self, hours: i64, command: ProfileCommand) {
        self.act(hours, command, &named("admin-ruth"));
    }

    fn act(&mut self, hours: i64, command: ProfileCommand, actor: &Actor) {
        self.now += TimeDelta::hours(hours);
        // A story that the rules refuse is wrong itself, and every story is told by the tests.
        self.profile.apply(command, actor, self.now).expect("a story that the rules allow");
    }

    /// Lets it become what it is to become. All of it happens within [`Self::LENGTH`].
    pub(super) fn fulfil(mut self, fate: Fate, later: Option<Tier>) -> PartnerProfile {
        if fate == Fate::Draft {
            return self.profile;
        }
        self.owner(3, ProfileCommand::Submit);
        match fate {
            Fate::Draft | Fate::InReview => return self.profile,
            Fate::ChangesAsked => {
                self.programme(30, ProfileCommand::AskChanges { note: NOTE.to_owned() });
                return self.profile;
            }
            Fate::Listed | Fate::Edited | Fate::Hidden | Fate::Suspended => {}
        }
        self.programme(26, ProfileCommand::Approve);
        if let Some(tier) = later {
            self.programme(40, ProfileCommand::SetTier { tier });
        }
        match fate {
            Fate::Hidden => self.owner(20, ProfileCommand::Hide),
            Fate::Suspended => self.programme(50, ProfileCommand::Suspend { reason: REASON.to_owned() }),
            Fate::Edited => {
                let mut content = Box::new(self.profile.content.clone());
                content.bio.push_str(ADDED);
                let handle = self.profile.handle.clone();
                self.owner(60, ProfileCommand::Edit { handle, content });
            }
            Fate::Listed | Fate::Draft | Fate::InReview | Fate::ChangesAsked => {}
        }
        self.profile
    }

    /// No story is longer.
    pub(super) const LENGTH: TimeDelta = TimeDelta::hours(3 + 26 + 40 + 60);
}

const NOTE: &str = "The text names two clients. Please add their consent, or take the names out.";
const REASON: &str =
    "Several merchants were promised a rank in the directory for money. We are looking into it.";
const ADDED: &str = "\n\nNew this autumn: we also look after stores that somebody else has built.";
