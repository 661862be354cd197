//! What a record comes to beside what is there already.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use guildhall_contract::migrations::{
    OldProfile, OldRecord, Promised, RecordAnswer, RecordProblem, RequestRecord,
};
use guildhall_domain::actor::Actor;
use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::MarketplaceId;
use guildhall_domain::migration::{MigratedProfile, RecordOutcome, RunId};
use guildhall_domain::profile::PartnerProfile;
use guildhall_http::{OrFail, Problem, content_hash};
use guildhall_store::KnownPartner;

use crate::MigrateExperts;
use crate::allot::Wish;
use crate::mapping::Mapped;

/// For which run records are judged, by whom and when.
pub(crate) struct Judging<'a> {
    pub(crate) run: RunId,
    pub(crate) actor: &'a Actor,
    pub(crate) now: DateTime<Utc>,
    /// What was promised to others before, in a rehearsal.
    pub(crate) promised: &'a [Promised],
}

/// What is to be done about a record.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// Nothing: this is what it is answered.
    Answer(Box<RecordAnswer>),
    /// A new profile, once it has a handle.
    Create(Box<Coming>),
    /// Another content for a profile that nobody has worked on.
    Replace(Box<Coming>, Box<(PartnerProfile, MigratedProfile)>),
    /// A job or a conversation of somebody who is there.
    Record(OrgId),
}

/// A profile that comes over.
#[derive(Debug)]
pub(crate) struct Coming {
    pub(crate) partner: KnownPartner,
    pub(crate) wish: Wish,
    pub(crate) mapped: Mapped,
    pub(crate) source: String,
}

impl Verdict {
    /// The organisation that something is written for.
    pub(crate) fn writes_for(&self) -> Option<&OrgId> {
        match self {
            Self::Answer(_) => None,
            Self::Create(coming) | Self::Replace(coming, _) => Some(&coming.partner.organisation.id),
            Self::Record(org) => Some(org),
        }
    }
}

impl MigrateExperts {
    /// Judges records, in their order.
    pub(crate) async fn judge(
        &self,
        records: &[RequestRecord],
        judging: &Judging<'_>,
    ) -> Result<Vec<Verdict>, Problem> {
        let named = |is_profile: bool| -> Vec<OrgId> {
            let of_kind = records.iter().filter(|record| {
                record.record.as_ref().is_ok_and(|old| matches!(old, OldRecord::Profile(_)) == is_profile)
            });
            let orgs: BTreeSet<_> = of_kind.filter_map(|record| record.organisation.clone()).collect();
            orgs.into_iter().collect()
        };
        let mut partners = self.migrations.partners(&named(true)).await.or_fail()?;
        let organisations = self.migrations.organisations(&named(false)).await.or_fail()?;
        let mut seen = Seen::new(judging.promised);
        records.iter().map(|record| one(record, &mut partners, &organisations, &mut seen, judging)).collect()
    }
}

/// The profiles that came earlier, by their organisation.
struct Seen(HashMap<OrgId, (MarketplaceId, Option<String>)>);

impl Seen {
    fn new(promised: &[Promised]) -> Self {
        let earlier = promised.iter().map(|one| (one.organisation.clone(), (one.id.clone(), None)));
        Self(earlier.collect())
    }
}

fn one(
    record: &RequestRecord,
    partners: &mut HashMap<OrgId, KnownPartner>,
    organisations: &HashSet<OrgId>,
    seen: &mut Seen,
    judging: &Judging<'_>,
) -> Result<Verdict, Problem> {
    let answer = |answer| Ok(Verdict::Answer(Box::new(answer)));
    let (old, org) = match (&record.record, &record.organisation) {
        (Ok(old), Some(org)) => (old, org),
        (Err(errors), _) => return answer(RecordAnswer::unreadable(record, errors)),
        (Ok(_), None) => return answer(RecordAnswer::refused(record, RecordProblem::PartnerUnknown)),
    };
    let OldRecord::Profile(old) = old else {
        return if organisations.contains(org) {
            Ok(Verdict::Record(org.clone()))
        } else {
            answer(RecordAnswer::refused(record, RecordProblem::PartnerUnknown))
        };
    };
    let source = format!("{}:{}", old.id, content_hash(old)?);
    if let Some((id, earlier)) = seen.0.insert(org.clone(), (old.id.clone(), Some(source.clone()))) {
        // The very same once more is no second one.
        let is_same = id == old.id && earlier.is_none_or(|earlier| earlier == source);
        return answer(if is_same {
            RecordAnswer::new(record, RecordOutcome::Unchanged)
        } else {
            RecordAnswer::refused(record, RecordProblem::SecondProfile)
        });
    }
    match partners.remove(org) {
        None => answer(RecordAnswer::refused(record, RecordProblem::PartnerUnknown)),
        Some(partner) => beside(record, old, partner, source, judging.run),
    }
}

/// A profile beside what its partner has.
fn beside(
    record: &RequestRecord,
    old: &OldProfile,
    mut partner: KnownPartner,
    source: String,
    run: RunId,
) -> Result<Verdict, Problem> {
    let answer = |answer| Ok(Verdict::Answer(Box::new(answer)));
    let mapped = match Mapped::of(old) {
        Ok(mapped) => mapped,
        Err(error) => return answer(RecordAnswer::unreadable(record, &[error])),
    };
    let coming = |partner| Box::new(Coming { partner, wish: Wish::of(old), mapped, source: source.clone() });
    let (profile, migrated) = match (partner.profile.take(), partner.migrated.take()) {
        (None, None) => return Ok(Verdict::Create(coming(partner))),
        (Some(profile), Some(migrated)) => (profile, migrated),
        (profile, _) => {
            let handle = profile.map(|profile| profile.handle);
            let kept = RecordAnswer::new(record, RecordOutcome::KeptByPartner);
            return answer(RecordAnswer { handle, ..kept });
        }
    };
    let is_another = migrated.source.split_once(':').is_none_or(|(id, _)| id != old.id.as_str());
    // One run brings one content for a profile.
    let is_second = migrated.run == run.to_string() && migrated.source != source;
    if is_another || is_second {
        return answer(RecordAnswer::refused(record, RecordProblem::SecondProfile));
    }
    let handle = Some(profile.handle.clone());
    if migrated.source == source {
        let unchanged = RecordAnswer::new(record, RecordOutcome::Unchanged);
        return answer(RecordAnswer { handle, report: Some(migrated.report), ..unchanged });
    }
    if !profile.is_as_moved() || !migrated.reviewed.is_empty() {
        let kept = RecordAnswer::new(record, RecordOutcome::KeptByPartner);
        return answer(RecordAnswer { handle, ..kept });
    }
    Ok(Verdict::Replace(coming(partner), Box::new((profile, migrated))))
}
