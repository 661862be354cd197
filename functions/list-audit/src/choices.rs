//! What the log of a month can be narrowed to.

use std::collections::HashMap;

use guildhall_contract::audit::AuditPerson;
use guildhall_domain::audit::AuditOrganisation;
use guildhall_domain::audit::listing::AuditRow;
use guildhall_domain::text::fold;

/// Everybody who did something, by name; of several names the last.
pub(crate) fn people<'a>(rows: impl Iterator<Item = &'a AuditRow>) -> Vec<AuditPerson> {
    let mut latest = HashMap::new();
    for entry in rows.map(|row| &row.entry) {
        let known = latest.entry(&entry.by.id).or_insert(entry);
        if entry.at > known.at {
            *known = entry;
        }
    }
    let mut people: Vec<_> = latest.into_values().map(|entry| AuditPerson::from(&entry.by)).collect();
    people.sort_by_cached_key(|person| (fold(&person.name), person.id.clone()));
    people
}

/// Every organisation that something concerned, by name; one without a name goes by its id.
pub(crate) fn organisations<'a>(rows: impl Iterator<Item = &'a AuditRow>) -> Vec<AuditOrganisation> {
    let mut latest = HashMap::new();
    for (at, organisation) in rows
        .filter_map(|row| row.entry.organisation.as_ref().map(|organisation| (row.entry.at, organisation)))
    {
        let rank = (organisation.name.is_some(), at);
        let known = latest.entry(&organisation.id).or_insert((rank, organisation));
        if rank > known.0 {
            *known = (rank, organisation);
        }
    }
    let mut organisations: Vec<_> =
        latest.into_values().map(|(_, organisation)| organisation.clone()).collect();
    organisations.sort_by_cached_key(|organisation| {
        let name = organisation.name.as_deref().unwrap_or_else(|| organisation.id.as_str());
        (fold(name), organisation.id.clone())
    });
    organisations
}
