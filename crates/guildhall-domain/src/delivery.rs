//! What became of a mail, as far as the carriers tell.

use serde::{Deserialize, Serialize};

/// How far a mail came. What the carriers tell arrives in any order and more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Delivery {
    /// It is about to be sent.
    #[default]
    Pending,
    /// It was handed to the mail service.
    Sent,
    /// The reader's mail server took it.
    Delivered,
    /// The address does not take mail.
    Bounced,
    /// The reader called it unwanted.
    Complained,
    /// It could not be sent; what it told of is in the dashboard all the same.
    Failed,
    /// Nobody knows whether it went out.
    Unknown,
    /// Its reader does not want mail about this; it is in the dashboard.
    NotWanted,
}

impl Delivery {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Pending,
        Self::Sent,
        Self::Delivered,
        Self::Bounced,
        Self::Complained,
        Self::Failed,
        Self::Unknown,
        Self::NotWanted,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Bounced => "bounced",
            Self::Complained => "complained",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
            Self::NotWanted => "not_wanted",
        }
    }

    /// What may be known before. A server that took a mail may still send it back, and whoever got one may call it
    /// unwanted; what went wrong stays so until the mail is sent again.
    #[must_use]
    pub fn follows(self) -> &'static [Self] {
        match self {
            Self::Pending => &[],
            Self::Sent => &[Self::Pending, Self::Unknown],
            Self::NotWanted | Self::Unknown => &[Self::Pending],
            Self::Failed | Self::Delivered => &[Self::Pending, Self::Sent, Self::Unknown],
            Self::Bounced | Self::Complained => &[Self::Pending, Self::Sent, Self::Unknown, Self::Delivered],
        }
    }

    /// Whether the mail did not reach its reader, as far as is known.
    #[must_use]
    pub fn needs_an_eye(self) -> bool {
        match self {
            Self::Bounced | Self::Complained | Self::Failed | Self::Unknown => true,
            Self::Pending | Self::Sent | Self::Delivered | Self::NotWanted => false,
        }
    }

    /// Whether somebody may decide to send the mail again.
    #[must_use]
    pub fn may_be_sent_again(self) -> bool {
        matches!(self, Self::Bounced | Self::Failed | Self::Unknown)
    }

    /// Whether telling the reader was tried to its end, with whatever success.
    #[must_use]
    pub fn is_told(self) -> bool {
        self != Self::Pending
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_follows_itself_and_nothing_is_forgotten_for_what_came_before() {
        for delivery in Delivery::ALL {
            assert!(!delivery.follows().contains(&delivery));
            for earlier in delivery.follows() {
                assert!(!earlier.follows().contains(&delivery), "{earlier:?} {delivery:?}");
            }
        }
    }

    #[test]
    fn codes_are_those_of_the_wire() {
        for delivery in Delivery::ALL {
            assert_eq!(serde_json::to_value(delivery).unwrap(), delivery.code());
        }
    }
}
