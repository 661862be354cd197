//! Where the records of the Experts Marketplace live.

use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::MarketplaceId;
use guildhall_domain::migration::RunId;

use super::Key;

const JOB: &str = "JOB#";
const CONVERSATION: &str = "CONVERSATION#";

impl Key {
    /// A job.
    #[must_use]
    pub fn job(org: &OrgId, id: &MarketplaceId) -> Self {
        Self { pk: jobs_of(org), sk: format!("{JOB}{id}") }
    }

    /// A conversation without its messages.
    #[must_use]
    pub fn conversation(org: &OrgId, id: &MarketplaceId) -> Self {
        Self { pk: conversations_of(org), sk: format!("{CONVERSATION}{id}") }
    }

    /// A part of a conversation's messages, as a run brought them. The parts follow each other.
    #[must_use]
    pub fn conversation_part(org: &OrgId, id: &MarketplaceId, run: RunId, number: u32) -> Self {
        Self { pk: messages_of(org), sk: format!("{}{number:05}", parts_of(id, run)) }
    }
}

/// The partition of an organisation's jobs.
#[must_use]
pub fn jobs_of(org: &OrgId) -> String {
    format!("ORG#{org}#JOBS")
}

/// The partition of an organisation's conversations.
#[must_use]
pub fn conversations_of(org: &OrgId) -> String {
    format!("ORG#{org}#CONVERSATIONS")
}

/// The partition of what was written in an organisation's conversations.
pub(crate) fn messages_of(org: &OrgId) -> String {
    format!("ORG#{org}#MESSAGES")
}

/// The owner partition of a merchant's own jobs, with whomever, by what stands for the merchant.
pub(crate) fn jobs_by(hidden: &str) -> String {
    format!("MERCHANT#{hidden}#JOBS")
}

/// What the sort keys of the messages that a run brought into a conversation begin with.
pub(crate) fn parts_of(id: &MarketplaceId, run: RunId) -> String {
    format!("{}{run}#", all_parts_of(id))
}

/// What the sort keys of all messages of a conversation begin with, whichever run brought them.
pub(crate) fn all_parts_of(id: &MarketplaceId) -> String {
    format!("{CONVERSATION}{id}#")
}

/// The job that stands at a key, if the key is one of a job.
pub(crate) fn job_at(pk: &str, sk: &str) -> Option<(OrgId, MarketplaceId)> {
    let org = pk.strip_prefix("ORG#")?.strip_suffix("#JOBS")?.parse().ok()?;
    Some((org, sk.strip_prefix(JOB)?.parse().ok()?))
}

/// The conversation that stands at a key, if the key is one of a conversation.
pub(crate) fn conversation_at(pk: &str, sk: &str) -> Option<(OrgId, MarketplaceId)> {
    let org = pk.strip_prefix("ORG#")?.strip_suffix("#CONVERSATIONS")?.parse().ok()?;
    Some((org, sk.strip_prefix(CONVERSATION)?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_found_at_their_keys_and_parts_are_no_conversations() {
        let (org, id): (OrgId, MarketplaceId) = ("acme".parse().unwrap(), "job-1".parse().unwrap());
        let key = Key::job(&org, &id);
        assert_eq!(job_at(&key.pk, &key.sk), Some((org.clone(), id.clone())));
        assert_eq!(conversation_at(&key.pk, &key.sk), None);
        let key = Key::conversation(&org, &id);
        assert_eq!(conversation_at(&key.pk, &key.sk), Some((org.clone(), id.clone())));
        let part = Key::conversation_part(&org, &id, RunId::from_chance(1), 0);
        assert_eq!(conversation_at(&part.pk, &part.sk), None);
        assert_eq!(conversation_at(&key.pk, &part.sk), None);
        assert!(part.sk.starts_with(&all_parts_of(&id)));
        let other = "job-10".parse().unwrap();
        assert!(
            !Key::conversation_part(&org, &other, RunId::from_chance(1), 0)
                .sk
                .starts_with(&all_parts_of(&id))
        );
    }
}
