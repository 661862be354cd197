//! Who plays which part: from the event's people to addresses, languages and what somebody wants.

use std::collections::HashMap;
use std::sync::Arc;

use guildhall_domain::actor::Side;
use guildhall_domain::desk::Desk;
use guildhall_domain::ids::UserId;
use guildhall_domain::lead::{Event, Lead};
use guildhall_domain::notice::{Audience, Contact, Telling, Topic, representative_told};
use guildhall_domain::personal::Personal;
use guildhall_domain::representative::Representative;
use guildhall_store::{Known, People, RosterCache, StoreError};

/// The code of a mail that nobody is known for who could get it.
const NO_ADDRESS: &str = "NoAddress";
/// The code of a mail to a representative who is no longer there.
const HAS_LEFT: &str = "HasLeft";

/// Whom a mail goes to, or why to nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Recipient {
    /// It goes there.
    Reader(Reader),
    /// They switched the topic off.
    NotWanted,
    /// Somebody should be told and cannot be; the reason as a code.
    Unreachable(&'static str),
    /// There is nobody to tell.
    Nobody,
}

/// Where a mail goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reader {
    pub(crate) contact: Contact,
    /// Whom an answer reaches, if not us.
    pub(crate) reply_to: Option<Personal>,
    /// Whether it is a team's address and not somebody's own.
    pub(crate) is_shared: bool,
}

/// Everybody whom the events of one change may concern.
#[derive(Debug)]
pub(crate) struct AddressBook {
    known: Known,
    representatives: HashMap<UserId, Representative>,
    desk: Arc<Desk>,
}

impl AddressBook {
    /// Looks everybody up: one call for what people want, and the roster, which is mostly in memory.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub(crate) async fn look_up(
        people: &People,
        roster: &RosterCache,
        lead: &Lead,
        events: &[Event],
    ) -> Result<Self, StoreError> {
        let mut ids: Vec<_> = submitter(lead).into_iter().cloned().collect();
        let mut representatives = HashMap::new();
        for event in events {
            ids.push(event.by.id.clone());
            let told = [Audience::Representative, Audience::FormerRepresentative]
                .into_iter()
                .filter_map(|audience| representative_told(audience, lead, event));
            for reference in told.chain(&lead.representative) {
                ids.push(reference.id.clone());
                if let Some(found) = roster.find(&reference.id).await? {
                    representatives.insert(found.id.clone(), found);
                }
            }
        }
        let known = people.get_many(&ids, Some(lead.id.org())).await?;
        Ok(Self { known, representatives, desk: roster.desk().await? })
    }

    /// Who gets the mail of a row of the table.
    pub(crate) fn recipient(&self, telling: &Telling, lead: &Lead, event: &Event) -> Recipient {
        match telling.audience {
            Audience::Partner => self.partner(telling.topic, lead),
            Audience::Sender => self.person(&event.by.id, telling.topic, lead),
            Audience::Representative | Audience::FormerRepresentative => {
                self.representative(telling, lead, event)
            }
            // A desk without an address wants no mail: what is late shows in its list.
            Audience::Managers => match self.desk.contact() {
                Some(contact) => Recipient::Reader(Reader { contact, reply_to: None, is_shared: true }),
                None => Recipient::Nobody,
            },
            Audience::Merchant | Audience::Reader | Audience::Invited | Audience::Owner => Recipient::Nobody,
        }
    }

    /// The organisation's own address for leads comes before whoever submitted the lead. Nobody's settings
    /// switch it off but its own.
    fn partner(&self, topic: Topic, lead: &Lead) -> Recipient {
        if let Some(contact) = self.known.lead_contact() {
            let reply_to = self.answers_to(lead);
            return Recipient::Reader(Reader { contact: contact.clone(), reply_to, is_shared: true });
        }
        match submitter(lead) {
            Some(submitter) => self.person(submitter, topic, lead),
            None => Recipient::Unreachable(NO_ADDRESS),
        }
    }

    /// Somebody of the partner's organisation.
    fn person(&self, id: &UserId, topic: Topic, lead: &Lead) -> Recipient {
        if !self.wants(id, topic) {
            return Recipient::NotWanted;
        }
        match self.contact(id, lead) {
            Some(contact) => {
                Recipient::Reader(Reader { contact, reply_to: self.answers_to(lead), is_shared: false })
            }
            None => Recipient::Unreachable(NO_ADDRESS),
        }
    }

    fn representative(&self, telling: &Telling, lead: &Lead, event: &Event) -> Recipient {
        let Some(reference) = representative_told(telling.audience, lead, event) else {
            return Recipient::Nobody;
        };
        let found = self.representatives.get(&reference.id).filter(|found| found.active);
        let Some(found) = found else {
            // Whoever left needs not know that somebody else has the lead now; but whoever still holds one
            // and cannot be told is a matter for the managers.
            return match telling.audience {
                Audience::FormerRepresentative => Recipient::Nobody,
                _ => Recipient::Unreachable(HAS_LEFT),
            };
        };
        if !self.wants(&found.id, telling.topic) {
            return Recipient::NotWanted;
        }
        // What they chose themselves comes before what the roster says of them.
        let language =
            self.known.person(&found.id).map_or(found.language, |person| person.preferences.language);
        let contact = Contact { email: Personal::new(found.email.clone()), language };
        let is_partners = event.by.role.side() == Side::Partner;
        let reply_to = is_partners.then(|| self.contact(&event.by.id, lead)).flatten();
        let reply_to = reply_to.map(|contact| contact.email);
        Recipient::Reader(Reader { contact, reply_to, is_shared: false })
    }

    fn wants(&self, id: &UserId, topic: Topic) -> bool {
        self.known.person(id).is_none_or(|person| person.preferences.wants(topic))
    }

    /// Where somebody is reached: what their settings say comes before what their token said when they wrote.
    fn contact(&self, id: &UserId, lead: &Lead) -> Option<Contact> {
        let then = lead.correspondents.get(id);
        let Some(person) = self.known.person(id) else { return then.cloned() };
        let email = person.email.clone().or_else(|| then.map(|contact| contact.email.clone()))?;
        Some(Contact { email, language: person.preferences.language })
    }

    /// Whom a partner's answer reaches.
    fn answers_to(&self, lead: &Lead) -> Option<Personal> {
        let reference = lead.representative.as_ref()?;
        let found = self.representatives.get(&reference.id).filter(|found| found.active)?;
        Some(Personal::new(found.email.clone()))
    }
}

fn submitter(lead: &Lead) -> Option<&UserId> {
    lead.timeline.first().map(|submission| &submission.by.id)
}
