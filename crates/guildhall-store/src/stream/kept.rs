//! The roster, the desk, what people want by mail and the keys of programs, in the stream.

use guildhall_domain::api_token::ApiTokens;
use guildhall_domain::cutover::Cutover;
use guildhall_domain::desk::Desk;
use guildhall_domain::ids::OrgId;
use guildhall_domain::migration::MigrationRun;
use guildhall_domain::notice::{LeadMail, Person};
use guildhall_domain::payout::{PayoutDetails, PayoutRun};
use guildhall_domain::representative::Representative;
use guildhall_domain::webhook::Webhooks;

use super::member::{Revised, revised};
use super::{Change, Image};
use crate::item::{
    Reader, kind, read_api_tokens, read_cutover, read_desk, read_lead_mail, read_migration_run,
    read_payout_details, read_payout_run, read_person, read_representative, read_webhooks,
};
use crate::keys::{api_tokens_at, lead_mail_at, payout_details_at, webhooks_at};
use crate::{Kept, StoreError};

/// What somebody wrote of a thing that is kept in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptChange {
    /// A representative.
    Representative(Kept<Representative>),
    /// The desk.
    Desk(Kept<Desk>),
    /// The dates of the move from the Experts Marketplace.
    Cutover(Kept<Cutover>),
    /// What a person wants by mail.
    Person(Kept<Person>),
    /// Where an organisation gets mail about its leads.
    LeadMail(OrgId, Kept<LeadMail>),
    /// The tokens of an organisation.
    ApiTokens(OrgId, Revised<ApiTokens>),
    /// Where an organisation is paid.
    PayoutDetails(OrgId, Kept<PayoutDetails>),
    /// A payout run.
    PayoutRun(Revised<PayoutRun>),
    /// A run of the migration.
    Migration(Box<Revised<MigrationRun>>),
    /// The endpoints of an organisation.
    Webhooks(OrgId, Revised<Webhooks>),
}

/// The thing as a change left it; `None` if the change is one of something else, removed it, or wrote no
/// further revision of it.
///
/// # Errors
/// When an image is damaged.
pub fn kept_change(change: &Change) -> Result<Option<KeptChange>, StoreError> {
    let Some(new) = change.new_image() else { return Ok(None) };
    Ok(match new.kind() {
        kind::REPRESENTATIVE => further(change, new, read_representative)?.map(KeptChange::Representative),
        kind::DESK => further(change, new, read_desk)?.map(KeptChange::Desk),
        kind::CUTOVER => further(change, new, read_cutover)?.map(KeptChange::Cutover),
        kind::PERSON => further(change, new, read_person)?.map(KeptChange::Person),
        kind::LEAD_MAIL => {
            let org = new.reader().key(lead_mail_at)?;
            further(change, new, read_lead_mail)?.map(|mail| KeptChange::LeadMail(org, mail))
        }
        kind::API_TOKENS => {
            let org = new.reader().key(api_tokens_at)?;
            revised(change, new, read_api_tokens)?.map(|tokens| KeptChange::ApiTokens(org, tokens))
        }
        kind::PAYOUT_DETAILS => {
            let org = new.reader().key(payout_details_at)?;
            let read = |reader| read_payout_details(reader).map(|(_, details)| details);
            further(change, new, read)?.map(|details| KeptChange::PayoutDetails(org, details))
        }
        kind::PAYOUT_RUN => revised(change, new, read_payout_run)?.map(KeptChange::PayoutRun),
        kind::MIGRATION_RUN => {
            revised(change, new, read_migration_run)?.map(|run| KeptChange::Migration(Box::new(run)))
        }
        kind::WEBHOOKS => {
            let org = new.reader().key(webhooks_at)?;
            revised(change, new, read_webhooks)?.map(|hooks| KeptChange::Webhooks(org, hooks))
        }
        _ => None,
    })
}

fn further<T>(
    change: &Change,
    new: &Image,
    read: impl Fn(Reader) -> Result<Kept<T>, StoreError>,
) -> Result<Option<Kept<T>>, StoreError> {
    let old = change.old_image().filter(|old| old.kind() == new.kind());
    let known = old.map(|old| read(old.reader())).transpose()?.map_or(0, |old| old.revision);
    Ok(Some(read(new.reader())?).filter(|new| new.revision > known))
}
