//! What the caller wants by mail, and where their organisation gets mail about its leads.
//!
//! Whoever never saved anything has settings all the same: what is sent from the start, in the language that
//! they ask in. They are written only when somebody saves.

use std::sync::Arc;

use guildhall_contract::problem::CurrentState;
use guildhall_contract::settings::{
    LeadMailSetting, OwnSettings, SettingsBody, read_lead_address, read_settings,
};
use guildhall_domain::actor::Stamp;
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::OrgId;
use guildhall_domain::notice::{Contact, LeadMail, Person, Preferences};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, if_match, json_object,
    language, not_found, route_key, tagged,
};
use guildhall_store::{Kept, KeptPut, Known, People, Table};

/// Keeps settings.
pub struct MySettings {
    people: People,
    clock: Arc<dyn Clock>,
}

/// The caller with what is known of them.
struct Asking {
    caller: Caller,
    language: Language,
    person: Option<Kept<Person>>,
    lead_mail: Option<Kept<LeadMail>>,
}

impl MySettings {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { people: People::new(table), clock }
    }

    /// Reads what is known of the caller and of their organisation: one call.
    async fn asking(&self, request: &Request, caller: Caller) -> Result<Asking, Problem> {
        let actor = &caller.actor;
        let people = std::slice::from_ref(&actor.id);
        let Known { mut people, lead_mail } =
            self.people.get_many(people, actor.org.as_ref()).await.or_fail()?;
        let person = people.remove(&actor.id);
        Ok(Asking { language: language(request), person, lead_mail, caller })
    }

    async fn save(&self, request: &Request, caller: Caller) -> Result<Response<Body>, Problem> {
        let seen = if_match(request)?;
        let body = read_settings(&json_object(request)?, caller.actor.role).map_err(Problem::fields)?;
        let mut asking = self.asking(request, caller).await?;
        let person = asking.person_after(body);
        let stamp = self.stamp(&asking.caller);
        match self.people.put(Kept::after(seen, person, stamp)).await.or_fail()? {
            KeptPut::Done(kept) => {
                asking.person = Some(*kept);
                asking.answer()
            }
            KeptPut::Conflict(current) => {
                asking.person = current.map(|kept| *kept);
                Err(Problem::overtaken(CurrentState::Settings(asking.settings())))
            }
        }
    }

    async fn save_lead_address(
        &self,
        request: &Request,
        caller: &Caller,
        org: &OrgId,
    ) -> Result<Response<Body>, Problem> {
        let seen = if_match(request)?;
        let body = read_lead_address(&json_object(request)?).map_err(Problem::fields)?;
        let language = body.language.unwrap_or_else(|| language(request));
        let mail = LeadMail { to: body.lead_address.map(|email| Contact { email, language }) };
        let mail = Kept::after(seen, mail, self.stamp(caller));
        match self.people.put_lead_mail(org, mail).await.or_fail()? {
            KeptPut::Done(kept) => tagged(&lead_mail(Some(&kept), caller, language), kept.revision),
            KeptPut::Conflict(current) => {
                let current = lead_mail(current.as_deref(), caller, language);
                Err(Problem::overtaken(CurrentState::LeadAddress(current)))
            }
        }
    }

    fn stamp(&self, caller: &Caller) -> Stamp {
        Stamp { by: caller.actor.signature(), at: self.clock.now() }
    }
}

impl Asking {
    /// The caller as they want it from now on.
    fn person_after(&self, body: SettingsBody) -> Person {
        let actor = &self.caller.actor;
        let mut off = self.preferences().off;
        // What was said of topics of another role stays as it was: roles come and go.
        off.retain(|topic| !topic.is_for(actor.role));
        off.extend(body.off);
        Person {
            id: actor.id.clone(),
            name: Personal::new(actor.name.clone()),
            email: self.caller.email.clone(),
            role: actor.role,
            org: actor.org.clone(),
            preferences: Preferences { language: body.language, off },
        }
    }

    fn preferences(&self) -> Preferences {
        match &self.person {
            Some(kept) => kept.value.preferences.clone(),
            None => Preferences::from_the_start(self.language),
        }
    }

    fn settings(&self) -> OwnSettings {
        let caller = &self.caller;
        let preferences = self.preferences();
        let kept_email = self.person.as_ref().and_then(|kept| kept.value.email.clone());
        OwnSettings {
            email: caller.email.clone(),
            former_email: kept_email.filter(|email| Some(email) != caller.email.as_ref()),
            language: preferences.language,
            topics: OwnSettings::topics(caller.actor.role, &preferences),
            lead_mail: caller
                .organisation
                .is_some()
                .then(|| lead_mail(self.lead_mail.as_ref(), caller, self.language)),
            version: self.person.as_ref().map_or(0, |kept| kept.revision),
        }
    }

    fn answer(&self) -> Result<Response<Body>, Problem> {
        let settings = self.settings();
        tagged(&settings, settings.version)
    }
}

impl Handler for MySettings {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        match route_key(&request) {
            "GET /api/v1/me/settings" => self.asking(&request, caller).await?.answer(),
            "PUT /api/v1/me/settings" => self.save(&request, caller).await,
            "PUT /api/v1/organisation/lead-address" => {
                let organisation = caller.organisation.as_ref();
                let organisation = organisation.ok_or_else(|| Problem::new(ProblemCode::Forbidden))?;
                if organisation.suspended {
                    return Err(Problem::new(ProblemCode::OrganisationSuspended));
                }
                if !may_change(&caller) {
                    return Err(Problem::new(ProblemCode::Forbidden));
                }
                self.save_lead_address(&request, &caller, &organisation.id).await
            }
            _ => Err(not_found()),
        }
    }
}

/// Where an organisation gets mail, as the caller sees it. An address that is yet to be set is written to in
/// the caller's language unless they choose another.
fn lead_mail(kept: Option<&Kept<LeadMail>>, caller: &Caller, language: Language) -> LeadMailSetting {
    let to = kept.and_then(|kept| kept.value.to.as_ref());
    LeadMailSetting {
        lead_address: to.map(|to| to.email.clone()),
        language: to.map_or(language, |to| to.language),
        may_change: may_change(caller),
        changed: kept.and_then(|kept| kept.changed.clone()),
        version: kept.map_or(0, |kept| kept.revision),
    }
}

fn may_change(caller: &Caller) -> bool {
    let suspended = caller.organisation.as_ref().is_some_and(|organisation| organisation.suspended);
    caller.actor.role.manages_organisation() && !suspended
}
