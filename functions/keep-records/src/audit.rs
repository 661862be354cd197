//! From a change to the entries that follow from it.

use guildhall_domain::audit::{
    AuditEntry, of_api_tokens, of_cutover, of_desk, of_invitation, of_lead, of_lead_mail, of_mail,
    of_membership, of_migration, of_organisation, of_payout_details, of_payout_run, of_person, of_profile,
    of_representative, of_review, of_webhooks,
};
use guildhall_store::stream::{HouseChange, KeptChange};
use guildhall_store::{StoreError, kind, stream};
use guildhall_worker::{Change, Image};

/// The entries about what a write did. What was there before it was told with an earlier change.
///
/// # Errors
/// When an image is damaged.
pub fn entries_of(change: &Change) -> Result<Vec<AuditEntry>, StoreError> {
    let Some(new) = change.new_image() else { return Ok(Vec::new()) };
    match new.kind() {
        kind::LEAD => of_lead_change(change),
        kind::PARTNER_PROFILE => of_profile_change(change, new),
        kind::REVIEW => of_review_change(change, new),
        kind::MAIL => {
            let decision = stream::mail_decision(change)?;
            Ok(decision.map(|(mail, verdict, by)| of_mail(mail, verdict, &by)).into_iter().collect())
        }
        kind::PAYOUT_DETAILS
        | kind::PAYOUT_RUN
        | kind::MIGRATION_RUN
        | kind::REPRESENTATIVE
        | kind::DESK
        | kind::CUTOVER
        | kind::PERSON
        | kind::LEAD_MAIL
        | kind::API_TOKENS
        | kind::WEBHOOKS => {
            Ok(stream::kept_change(change)?.and_then(|kept| of_kept(&kept)).into_iter().collect())
        }
        kind::ORGANISATION | kind::MEMBERSHIP | kind::INVITATION => {
            Ok(stream::house_change(change)?.and_then(|change| of_house(&change)).into_iter().collect())
        }
        _ => Ok(Vec::new()),
    }
}

/// What was there from the start was written by nobody.
fn of_house(change: &HouseChange) -> Option<AuditEntry> {
    match change {
        HouseChange::Organisation(revised) => {
            let (before, after) = (revised.before.as_ref().map(|before| &before.value), &revised.after);
            let changed = after.changed.as_ref()?;
            Some(of_organisation(before, &after.value, after.revision, changed))
        }
        HouseChange::Membership(revised) => {
            let (before, after) = (revised.before.as_ref().map(|before| &before.value), &revised.after);
            Some(of_membership(before, &after.value, after.revision, after.changed.as_ref()?))
        }
        HouseChange::Invitation(revised) => {
            let after = &revised.after;
            of_invitation(&after.value, after.revision, after.changed.as_ref()?)
        }
    }
}

/// What was there from the start was written by nobody.
fn of_kept(kept: &KeptChange) -> Option<AuditEntry> {
    match kept {
        KeptChange::Representative(rep) => {
            rep.changed.as_ref().map(|changed| of_representative(&rep.value, rep.revision, changed))
        }
        KeptChange::Desk(desk) => desk.changed.as_ref().map(|changed| of_desk(desk.revision, changed)),
        KeptChange::Cutover(cutover) => {
            cutover.changed.as_ref().map(|changed| of_cutover(&cutover.value, cutover.revision, changed))
        }
        KeptChange::Person(person) => {
            person.changed.as_ref().and_then(|changed| of_person(&person.value, person.revision, changed))
        }
        KeptChange::LeadMail(org, mail) => {
            mail.changed.as_ref().map(|changed| of_lead_mail(org, mail.revision, changed))
        }
        KeptChange::ApiTokens(org, tokens) => {
            let before = tokens.before.as_ref().map(|before| before.value.clone()).unwrap_or_default();
            let after = &tokens.after;
            of_api_tokens(org, &before, &after.value, after.revision, after.changed.as_ref()?)
        }
        KeptChange::PayoutDetails(org, details) => {
            let changed = details.changed.as_ref()?;
            Some(of_payout_details(org, details.revision, changed))
        }
        KeptChange::PayoutRun(run) => {
            let (before, after) = (run.before.as_ref().map(|before| &before.value), &run.after);
            of_payout_run(before, &after.value, after.revision, after.changed.as_ref()?)
        }
        KeptChange::Migration(run) => {
            let (before, after) = (run.before.as_ref().map(|before| &before.value), &run.after);
            of_migration(before, &after.value, after.revision, after.changed.as_ref()?)
        }
        KeptChange::Webhooks(org, hooks) => {
            let (before, after) = (hooks.before.as_ref().map(|before| &before.value), &hooks.after);
            of_webhooks(org, before, &after.value, after.revision, after.changed.as_ref()?)
        }
    }
}

/// The item as it was before, if it was the same sort of thing.
fn old_of<'a>(change: &'a Change, kind: &str) -> Option<&'a Image> {
    change.old_image().filter(|old| old.kind() == kind)
}

fn of_lead_change(change: &Change) -> Result<Vec<AuditEntry>, StoreError> {
    let Some(lead) = stream::lead_change(change)? else { return Ok(Vec::new()) };
    Ok(lead.events().iter().filter_map(|event| of_lead(&lead.after, event)).collect())
}

fn of_profile_change(change: &Change, new: &Image) -> Result<Vec<AuditEntry>, StoreError> {
    let known = old_of(change, kind::PARTNER_PROFILE).map(stream::partner_profile).transpose()?;
    let known = known.map_or(0, |profile| profile.version);
    let profile = stream::partner_profile(new)?;
    let events = profile.events.iter().filter(|event| event.seq > known);
    Ok(events.filter_map(|event| of_profile(&profile, event)).collect())
}

fn of_review_change(change: &Change, new: &Image) -> Result<Vec<AuditEntry>, StoreError> {
    let known = old_of(change, kind::REVIEW).map(stream::review).transpose()?;
    let known = known.map_or(0, |review| review.version);
    let review = stream::review(new)?;
    let decisions = review.decisions.iter().filter(|decision| decision.seq > known);
    Ok(decisions.map(|decision| of_review(&review, decision)).collect())
}
