//! Administrators keep the partner organisations: they add them, rename them, suspend and reinstate them, and invite
//! the first owner of each. From then on its members are the owners' to keep.

use std::sync::Arc;

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::members::{InvitationEntry, Members as People, read_invitation};
use guildhall_contract::organisations::{
    NewOrganisationBody, ORGANISATION_NAME, OrganisationDetails, OrganisationEntry, OrganisationList,
    read_new_organisation, read_organisation,
};
use guildhall_contract::problem::CurrentState;
use guildhall_domain::actor::{Role, Stamp};
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::OrgId;
use guildhall_domain::organisation::{House, OrgStanding, Organisation, id_of_name};
use guildhall_domain::text::fold;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, created, if_match, json,
    json_object, language, member_refused, no_content, not_found, path_parameter, route_key, tagged,
    too_many,
};
use guildhall_store::{Doing, Ended, Founded, Invited, Kept, KeptPut, Members, NewInvitation, Table};

/// Keeps organisations.
pub struct ManageOrganisations {
    members: Members,
    clock: Arc<dyn Clock>,
}

impl ManageOrganisations {
    /// Works on this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { members: Members::new(table), clock }
    }

    fn doing<'a>(&self, caller: &'a Caller) -> Doing<'a> {
        Doing { actor: &caller.actor, is_suspended: false, now: self.clock.now() }
    }

    async fn list(&self) -> Result<Response<Body>, Problem> {
        let organisations = self.members.organisations().await.or_fail()?;
        let mut organisations: Vec<_> = organisations.into_iter().map(entry).collect();
        organisations.sort_by_cached_key(|entry| (fold(&entry.name), entry.id.clone()));
        json(&OrganisationList { organisations })
    }

    async fn add(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let body = read_new_organisation(&json_object(request)?).map_err(Problem::fields)?;
        let NewOrganisationBody { name, owner_email, language: tongue } = body;
        // A name without a single letter that an address can have.
        let no_id = || Problem::fields(vec![FieldError::field(ORGANISATION_NAME.name, FieldCode::IdInvalid)]);
        let id = id_of_name(&name).ok_or_else(no_id)?;
        let doing = self.doing(caller);
        let owner = NewInvitation {
            house: House::Organisation(id.clone()),
            house_name: name.clone(),
            email: owner_email,
            role: Role::PartnerOwner,
            financials: false,
            language: tongue.unwrap_or_else(|| language(request)),
        };
        let (since, standing) = (doing.now.date_naive(), OrgStanding::Good);
        let organisation = Organisation { id, name, since, standing, reason: None };
        match self.members.found(organisation, &owner, &doing).await.or_fail()? {
            Founded::Done(organisation) => {
                let entry = entry(*organisation);
                created(&entry, &format!("/api/v1/organisations/{}", entry.id))
            }
            Founded::Taken => Err(Problem::new(ProblemCode::OrganisationExists)),
            Founded::Refused(refusal) => Err(member_refused(refusal)),
        }
    }

    async fn show(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let organisation = self.organisation(request).await?;
        let house = House::Organisation(organisation.value.id.clone());
        let people = self.members.people_of(&house).await.or_fail()?;
        let has_owner = people.members.iter().any(|member| member.value.role == house.head());
        let members = people.members.into_iter().map(|kept| (kept.value, kept.revision));
        let invitations = people.invitations.into_iter().map(|kept| kept.value);
        let people = People::new(members, invitations, &caller.actor.id, true, self.clock.now());
        let people = People { may_manage: !has_owner, ..people };
        let revision = organisation.revision;
        tagged(&OrganisationDetails { organisation: entry(organisation), people }, revision)
    }

    async fn save(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let there = self.organisation(request).await?;
        let seen = if_match(request)?;
        let body = read_organisation(&json_object(request)?).map_err(Problem::fields)?;
        let (name, standing, reason) = (body.name, body.standing, body.reason);
        let after = Organisation { name, standing, reason, ..there.value };
        let stamp = Stamp { by: caller.actor.signature(), at: self.clock.now() };
        match self.members.keep_organisation(Kept::after(seen, after, stamp)).await.or_fail()? {
            KeptPut::Done(kept) => {
                let revision = kept.revision;
                tagged(&entry(*kept), revision)
            }
            KeptPut::Conflict(Some(current)) => {
                Err(Problem::overtaken(CurrentState::Organisation(entry(*current))))
            }
            KeptPut::Conflict(None) => Err(not_found()),
        }
    }

    /// As long as an organisation has no owner, the programme asks for one.
    async fn invite_owner(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let organisation = self.organisation(request).await?.value;
        let house = House::Organisation(organisation.id);
        let body = read_invitation(&house, &json_object(request)?).map_err(Problem::fields)?;
        let new = NewInvitation {
            house,
            house_name: organisation.name,
            email: body.email,
            role: body.role,
            financials: body.financials,
            language: body.language.unwrap_or_else(|| language(request)),
        };
        let doing = self.doing(caller);
        match self.members.invite(&new, &doing).await.or_fail()? {
            Invited::New(invitation) => {
                let entry = InvitationEntry::new(*invitation, doing.now);
                created(&entry, &format!("/api/v1/invitations/{}", entry.id))
            }
            Invited::Renewed(invitation) => json(&InvitationEntry::new(*invitation, doing.now)),
            Invited::Limited(seconds) => Err(too_many(seconds)),
            Invited::Refused(refusal) => Err(member_refused(refusal)),
        }
    }

    /// The address may have been wrong, and an invitation to own an organisation must not lie about.
    async fn withdraw(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let house = House::Organisation(self.organisation(request).await?.value.id);
        let id = path_parameter(request, "invitation_id").and_then(|id| id.parse().ok());
        let ended = self.members.withdraw(&house, id.ok_or_else(not_found)?, &self.doing(caller)).await;
        match ended.or_fail()? {
            Ended::Done => Ok(no_content()),
            Ended::Refused(refusal) => Err(member_refused(refusal)),
        }
    }

    async fn organisation(&self, request: &Request) -> Result<Kept<Organisation>, Problem> {
        let id = path_parameter(request, "organisation_id").and_then(|id| id.parse::<OrgId>().ok());
        let found = self.members.organisation(&id.ok_or_else(not_found)?).await.or_fail()?;
        found.ok_or_else(not_found)
    }
}

impl Handler for ManageOrganisations {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        if caller.actor.role != Role::ProgramAdmin {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        match route_key(&request) {
            "GET /api/v1/organisations" => self.list().await,
            "POST /api/v1/organisations" => self.add(&request, &caller).await,
            "GET /api/v1/organisations/{organisation_id}" => self.show(&request, &caller).await,
            "PUT /api/v1/organisations/{organisation_id}" => self.save(&request, &caller).await,
            "POST /api/v1/organisations/{organisation_id}/invitations" => {
                self.invite_owner(&request, &caller).await
            }
            "POST /api/v1/organisations/{organisation_id}/invitations/{invitation_id}/withdraw" => {
                self.withdraw(&request, &caller).await
            }
            _ => Err(not_found()),
        }
    }
}

fn entry(kept: Kept<Organisation>) -> OrganisationEntry {
    OrganisationEntry::new(kept.value, kept.changed, kept.revision)
}
