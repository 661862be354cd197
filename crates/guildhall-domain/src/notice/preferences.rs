//! What a person wants to be told.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Topic;
use crate::policy::Language;

/// What a person wants by mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// The language of their mail.
    pub language: Language,
    /// The topics that they do without.
    pub off: BTreeSet<Topic>,
}

impl Preferences {
    /// What is sent to somebody who never said anything about it.
    #[must_use]
    pub fn from_the_start(language: Language) -> Self {
        let off = Topic::ALL.into_iter().filter(|topic| !topic.row().from_the_start).collect();
        Self { language, off }
    }

    /// Whether to send a mail about a topic. What is mandatory is sent whatever stands here.
    #[must_use]
    pub fn wants(&self, topic: Topic) -> bool {
        topic.is_mandatory() || !self.off.contains(&topic)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_switched_off_is_not_sent_unless_it_must_be() {
        let off = BTreeSet::from([Topic::LeadProgress, Topic::LeadReopening]);
        let preferences = Preferences { language: Language::Sv, off };
        assert!(!preferences.wants(Topic::LeadProgress));
        assert!(preferences.wants(Topic::LeadReopening));
        assert!(preferences.wants(Topic::Digest));
    }

    #[test]
    fn from_the_start_everything_is_sent_but_the_weekly_summary() {
        let preferences = Preferences::from_the_start(Language::En);
        for topic in Topic::ALL {
            assert_eq!(preferences.wants(topic), topic != Topic::Digest, "{topic:?}");
        }
    }
}
