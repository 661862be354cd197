//! Members of a partner organisation, kept by its owners, and the platform's own people, kept by administrators. Also
//! the acceptance of an invitation, by whoever is signed in with the invited address.
//!
//! What somebody does here shows in tokens that are made later: a token that is out keeps saying what it says.

use std::sync::Arc;

use guildhall_contract::members::{
    InvitationEntry, MemberEntry, Members as Answer, OwnInvitation, read_invitation, read_role,
};
use guildhall_contract::problem::CurrentState;
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::UserId;
use guildhall_domain::organisation::{House, InvitationId};
use guildhall_http::{
    Body, Caller, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, created, if_match, json,
    json_object, language, member_refused, no_content, not_found, path_parameter, route_key, tagged,
    too_many,
};
use guildhall_store::{Accepted, Doing, Ended, Invited, MemberChange, Members, NewInvitation, Table};

/// Keeps members.
pub struct ManageMembers {
    members: Members,
    clock: Arc<dyn Clock>,
}

impl ManageMembers {
    /// Works on this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { members: Members::new(table), clock }
    }

    fn doing<'a>(&self, caller: &'a Caller) -> Doing<'a> {
        Doing { actor: &caller.actor, is_suspended: is_suspended(caller), now: self.clock.now() }
    }

    async fn list(&self, house: &House, caller: &Caller) -> Result<Response<Body>, Problem> {
        let is_head = caller.actor.role == house.head();
        // Partners know their colleagues; the platform's people are the administrators' to know.
        if *house == House::Staff && !is_head {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let people = self.members.people_of(house).await.or_fail()?;
        let members = people.members.into_iter().map(|kept| (kept.value, kept.revision));
        let invitations = people.invitations.into_iter().map(|kept| kept.value);
        let answer = Answer::new(members, invitations, &caller.actor.id, is_head, self.clock.now());
        json(&Answer { may_manage: is_head && !is_suspended(caller), ..answer })
    }

    async fn invite(
        &self,
        request: &Request,
        house: House,
        caller: &Caller,
    ) -> Result<Response<Body>, Problem> {
        check_head(&house, caller)?;
        let body = read_invitation(&house, &json_object(request)?).map_err(Problem::fields)?;
        let house_name = caller.organisation.as_ref().map(|organisation| organisation.name.clone());
        let new = NewInvitation {
            house,
            house_name: house_name.unwrap_or_default(),
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

    async fn withdraw(
        &self,
        request: &Request,
        house: &House,
        caller: &Caller,
    ) -> Result<Response<Body>, Problem> {
        check_head(house, caller)?;
        let ended = self.members.withdraw(house, invitation_id(request)?, &self.doing(caller)).await;
        done(ended.or_fail()?)
    }

    async fn change(
        &self,
        request: &Request,
        house: &House,
        caller: &Caller,
    ) -> Result<Response<Body>, Problem> {
        check_head(house, caller)?;
        let person = person_id(request)?;
        let seen = if_match(request)?;
        let body = read_role(house, &json_object(request)?).map_err(Problem::fields)?;
        let entry =
            |kept: guildhall_store::Kept<_>| MemberEntry::new(kept.value, kept.revision, &caller.actor.id);
        let doing = self.doing(caller);
        let changed =
            self.members.change_role(house, &person, body.role, body.financials, seen, &doing).await;
        match changed.or_fail()? {
            MemberChange::Done(member) => {
                let revision = member.revision;
                tagged(&entry(*member), revision)
            }
            MemberChange::Conflict(member) => Err(Problem::overtaken(CurrentState::Member(entry(*member)))),
            MemberChange::Refused(refusal) => Err(member_refused(refusal)),
        }
    }

    async fn remove(
        &self,
        house: &House,
        person: &UserId,
        caller: &Caller,
    ) -> Result<Response<Body>, Problem> {
        done(self.members.remove(house, person, &self.doing(caller)).await.or_fail()?)
    }

    /// An invitation, for whoever is signed in with its address.
    async fn show(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let found = self.members.invitation(invitation_id(request)?).await.or_fail()?;
        let address = caller.email.as_ref().ok_or_else(not_found)?;
        let own = found.map(|kept| kept.value).filter(|invitation| invitation.is_for(address));
        json(&OwnInvitation::new(own.ok_or_else(not_found)?, self.clock.now()))
    }

    async fn accept(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let (id, doing) = (invitation_id(request)?, self.doing(caller));
        let address = caller.email.as_ref().ok_or_else(not_found)?;
        match self.members.accept(id, address, &doing).await.or_fail()? {
            Accepted::Done(invitation) => json(&OwnInvitation::new(*invitation, doing.now)),
            Accepted::Refused(refusal) => Err(member_refused(refusal)),
            Accepted::Missing => Err(not_found()),
        }
    }
}

impl Handler for ManageMembers {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        let of_organisation = || own_house(&caller, |house| house.org().is_some());
        let of_staff = || own_house(&caller, |house| *house == House::Staff);
        match route_key(&request) {
            "GET /api/v1/organisation/members" => self.list(&of_organisation()?, &caller).await,
            "POST /api/v1/organisation/invitations" => {
                self.invite(&request, of_organisation()?, &caller).await
            }
            "POST /api/v1/organisation/invitations/{invitation_id}/withdraw" => {
                self.withdraw(&request, &of_organisation()?, &caller).await
            }
            "PUT /api/v1/organisation/members/{person_id}" => {
                self.change(&request, &of_organisation()?, &caller).await
            }
            "POST /api/v1/organisation/members/{person_id}/remove" => {
                self.remove(&of_organisation()?, &person_id(&request)?, &caller).await
            }
            "POST /api/v1/organisation/leave" => {
                self.remove(&of_organisation()?, &caller.actor.id, &caller).await
            }
            "GET /api/v1/invitations/{invitation_id}" => self.show(&request, &caller).await,
            "POST /api/v1/invitations/{invitation_id}/accept" => self.accept(&request, &caller).await,
            "GET /api/v1/staff" => self.list(&of_staff()?, &caller).await,
            "POST /api/v1/staff/invitations" => self.invite(&request, of_staff()?, &caller).await,
            "POST /api/v1/staff/invitations/{invitation_id}/withdraw" => {
                self.withdraw(&request, &of_staff()?, &caller).await
            }
            "PUT /api/v1/staff/{person_id}" => self.change(&request, &of_staff()?, &caller).await,
            "POST /api/v1/staff/{person_id}/remove" => {
                self.remove(&of_staff()?, &person_id(&request)?, &caller).await
            }
            _ => Err(not_found()),
        }
    }
}

/// The caller's own house, if it is of the sort that the route is about.
fn own_house(caller: &Caller, fits: impl Fn(&House) -> bool) -> Result<House, Problem> {
    House::of(&caller.actor).filter(fits).ok_or_else(|| Problem::new(ProblemCode::Forbidden))
}

/// Refuses whoever may not manage, before anything that they sent is looked at.
fn check_head(house: &House, caller: &Caller) -> Result<(), Problem> {
    if caller.actor.role != house.head() {
        return Err(Problem::new(ProblemCode::Forbidden));
    }
    caller.check_standing()
}

fn is_suspended(caller: &Caller) -> bool {
    caller.organisation.as_ref().is_some_and(|organisation| organisation.suspended)
}

fn invitation_id(request: &Request) -> Result<InvitationId, Problem> {
    path_parameter(request, "invitation_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)
}

fn person_id(request: &Request) -> Result<UserId, Problem> {
    path_parameter(request, "person_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)
}

fn done(ended: Ended) -> Result<Response<Body>, Problem> {
    match ended {
        Ended::Done => Ok(no_content()),
        Ended::Refused(refusal) => Err(member_refused(refusal)),
    }
}
