//! Where the entries of the audit log live: by the month, in one partition each. Privileged acts are few,
//! so a month of them is a list like any other.

use guildhall_domain::audit::{AuditId, Month};

use super::Key;

const ENTRY: &str = "ENTRY#";

impl Key {
    /// An entry of the audit log.
    #[must_use]
    pub fn audit(month: Month, id: AuditId) -> Self {
        Self { pk: audit_of(month), sk: format!("{ENTRY}{id}") }
    }
}

/// The partition of the audit log of a month.
#[must_use]
pub fn audit_of(month: Month) -> String {
    format!("AUDIT#{month}")
}

/// The entry that stands at a key, if the key is one of an entry.
pub(crate) fn audit_entry_at(pk: &str, sk: &str) -> Option<AuditId> {
    pk.strip_prefix("AUDIT#")?.parse::<Month>().ok()?;
    sk.strip_prefix(ENTRY)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use guildhall_domain::audit::{AuditSubject, SubjectKind};

    use super::*;

    #[test]
    fn an_entry_is_found_at_its_key_which_names_nobody() {
        let subject = AuditSubject {
            kind: SubjectKind::Representative,
            id: "rep-anna".to_owned(),
            name: "Anna".to_owned(),
        };
        let id = AuditId::derive(&subject, 3);
        let key = Key::audit("2026-07".parse().unwrap(), id);
        assert_eq!(key.pk, "AUDIT#2026-07");
        assert!(!key.sk.contains("anna"), "{}", key.sk);
        assert_eq!(audit_entry_at(&key.pk, &key.sk), Some(id));
        assert_eq!(audit_entry_at("AUDIT#July", &key.sk), None);
    }
}
