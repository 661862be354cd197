//! What owners are told of their organisation: what a payout run did, and that an endpoint was switched off.

use guildhall_domain::actor::Role;
use guildhall_domain::ids::{OrgId, UserId};
use guildhall_domain::notice::Contact;
use guildhall_domain::organisation::House;
use guildhall_domain::payout::Payout;
use guildhall_domain::policy::Language;
use guildhall_domain::webhook::{HookId, HookStop, WebhookChange, change_of};
use guildhall_store::stream::KeptChange;
use guildhall_store::{MailRecord, StoreError};

use super::{SendMail, Trouble};
use crate::webhook::Stopped;
use crate::{Mail, Mailer, Topic, payout, webhook};

/// The code of a mail that somebody sends again to a reader who does not want it any more, or is no owner.
const NOT_WANTED: &str = "NotWanted";
/// The code of a mail that somebody sends again about an endpoint that is on by now, or gone.
const CLOSED: &str = "Closed";

/// An owner who wants to be told.
pub(crate) struct Owner {
    /// Who.
    pub(crate) id: UserId,
    /// Where they are reached.
    pub(crate) contact: Contact,
}

impl<M: Mailer> SendMail<M> {
    /// A run settled an account.
    pub(super) async fn tell_of_payout(&self, payout: &Payout) -> Result<(), Trouble> {
        let owners = self.owners(&payout.org, Topic::Payout).await?;
        self.tell_each(owners.iter().map(|owner| payout::mail(payout, owner, &self.site).map_err(Into::into)))
            .await
    }

    /// An endpoint was switched off because it failed. Whoever does so themselves needs no mail.
    pub(super) async fn tell_of_endpoints(&self, change: Option<KeptChange>) -> Result<(), Trouble> {
        let Some(KeptChange::Webhooks(org, hooks)) = change else { return Ok(()) };
        let before = hooks.before.as_ref().map(|before| &before.value);
        let Some((hook, WebhookChange::Stopped(HookStop::Broken))) = change_of(before, &hooks.after.value)
        else {
            return Ok(());
        };
        let stopped =
            Stopped { org: &org, hook, revision: hooks.after.revision, by: hooks.after.changed.as_ref() };
        let owners = self.owners(&org, Topic::Webhook).await?;
        self.tell_each(
            owners.iter().map(|owner| webhook::mail(&stopped, owner, &self.site).map_err(Into::into)),
        )
        .await
    }

    /// Somebody decided to send the mail about a payout again.
    pub(super) async fn tell_of_payout_again(
        &self,
        payout: &Payout,
        reader: &UserId,
        record: &MailRecord,
    ) -> Result<(), Trouble> {
        match self.owner(&payout.org, Topic::Payout, reader).await? {
            Some(owner) => self.post.send(&payout::mail(payout, &owner, &self.site)?).await?,
            None => self.post.give_up(record, NOT_WANTED).await?,
        };
        Ok(())
    }

    /// Somebody decided to send the mail about an endpoint again: it is of use while that is still off.
    pub(super) async fn tell_of_endpoint_again(
        &self,
        org: &OrgId,
        hook: HookId,
        reader: &UserId,
        record: &MailRecord,
    ) -> Result<(), Trouble> {
        let hooks = self.hooks.of(org).await?;
        let hook = hooks.value.get(hook).filter(|hook| hook.stopped == Some(HookStop::Broken));
        let Some(hook) = hook else {
            self.post.give_up(record, CLOSED).await?;
            return Ok(());
        };
        // Who changed the endpoints last need not have been the one who stopped this one.
        let stopped = Stopped { org, hook, revision: record.event, by: None };
        match self.owner(org, Topic::Webhook, reader).await? {
            Some(owner) => self.post.send(&webhook::mail(&stopped, &owner, &self.site)?).await?,
            None => self.post.give_up(record, NOT_WANTED).await?,
        };
        Ok(())
    }

    async fn owner(&self, org: &OrgId, topic: Topic, reader: &UserId) -> Result<Option<Owner>, StoreError> {
        Ok(self.owners(org, topic).await?.into_iter().find(|owner| owner.id == *reader))
    }

    /// The owners who want mails of a topic: where their settings say, else where they were invited.
    async fn owners(&self, org: &OrgId, topic: Topic) -> Result<Vec<Owner>, StoreError> {
        let people = self.members.people_of(&House::Organisation(org.clone())).await?;
        let members = people.members.into_iter().map(|member| member.value);
        let owners: Vec<_> =
            members.filter(|member| member.holds() && member.role == Role::PartnerOwner).collect();
        let ids: Vec<_> = owners.iter().map(|owner| owner.person.clone()).collect();
        let known = self.people.get_many(&ids, None).await?;
        let wanted = owners.into_iter().filter_map(|owner| {
            let Some(person) = known.person(&owner.person) else {
                // Whoever never opened their settings has said no language either.
                let contact = Contact { email: owner.email, language: Language::En };
                return Some(Owner { id: owner.person, contact });
            };
            let preferences = &person.preferences;
            let email = person.email.clone().unwrap_or(owner.email);
            let contact = Contact { email, language: preferences.language };
            preferences.wants(topic).then_some(Owner { id: owner.person, contact })
        });
        Ok(wanted.collect())
    }

    /// Trouble with one mail does not keep the others back, unless they would only meet the same.
    async fn tell_each(&self, mails: impl Iterator<Item = Result<Mail, Trouble>>) -> Result<(), Trouble> {
        let mut told = Ok(());
        for mail in mails {
            if let Err(trouble) = self.post.send(&mail?).await.map_err(Trouble::from) {
                if trouble.holds_up_others() {
                    return Err(trouble);
                }
                told = told.and(Err(trouble));
            }
        }
        told
    }
}
