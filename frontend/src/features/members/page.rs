use guildhall_contract::members::Members;
use guildhall_domain::actor::{Role, Side};
use leptos::prelude::*;

use super::invite::Invite;
use super::keeping::{Keeping, Question};
use super::people::{People, Questions};
use crate::api::members::{Group, colleagues, staff};
use crate::api::{Api, ApiError};
use crate::auth::Session;
use crate::format;
use crate::i18n::{Text, texts};
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Button, Failure, Icon, Kind, Notice, PageTitle, Sign, TableSkeleton, Tone};

/// `/members`.
#[component]
pub fn MembersPage() -> impl IntoView {
    let session = expect_context::<Session>();
    if session.role.side() != Side::Partner {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let remote = Remote::new(move || colleagues(api));
    let keeping = Keeping::new(Group::Own, Callback::new(move |()| remote.reload()));
    let role = session.role;
    let note = move || match (session.is_suspended, role) {
        (true, _) => Some((Tone::Warning, texts::members::suspended as Text)),
        (false, Role::PartnerOwner) => None,
        (false, _) => Some((Tone::Plain, texts::members::read_only as Text)),
    };
    let note = note().map(|(tone, text)| view! { <Notice tone=tone><p>{text}</p></Notice> });
    view! {
        {head(texts::members::members, texts::members::about, texts::members::organisation, keeping, remote)}
        {note}
        {content(remote, keeping)}
        <section class="section" aria-labelledby="leave-title">
            <h2 id="leave-title">{texts::members::leave_title}</h2>
            <p class="muted">{texts::members::leave_about}</p>
            <p>
                <Button on_press=Callback::new(move |()| keeping.ask(Question::Leave))>{texts::members::leave}</Button>
            </p>
        </section>
    }
    .into_any()
}

/// `/staff`.
#[component]
pub fn StaffPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::ProgramAdmin {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let remote = Remote::new(move || staff(api));
    let keeping = Keeping::new(Group::Staff, Callback::new(move |()| remote.reload()));
    view! {
        {head(texts::members::staff, texts::members::staff_about, texts::audit::programme, keeping, remote)}
        {content(remote, keeping)}
    }
    .into_any()
}

fn head(title: Text, about: Text, part: Text, keeping: Keeping, remote: Remote<Members>) -> impl IntoView {
    let may_manage = Memo::new(move |_| remote.ready().is_some_and(|people| people.may_manage));
    let invite = move || {
        may_manage.get().then(|| {
            view! {
                <Button kind=Kind::Primary on_press=Callback::new(move |()| keeping.inviting.set(true))>
                    <Icon sign=Sign::Plus />
                    {texts::members::invite}
                </Button>
            }
        })
    };
    view! {
        <PageTitle title=title />
        <Crumbs crumbs=vec![Crumb::here(part), Crumb::here(title)] />
        <PageHead title=title text=about>
            {invite}
        </PageHead>
    }
}

/// The people once they are there, and the dialogs, which stay open while the people are loaded anew.
fn content(remote: Remote<Members>, keeping: Keeping) -> impl IntoView {
    let content = move || match remote.stage() {
        Stage::Loading => {
            let columns =
                vec![texts::members::name.into(), texts::members::role.into(), texts::members::since.into()];
            view! { <TableSkeleton columns=columns label=texts::members::loading rows=4 /> }.into_any()
        }
        Stage::Failed(error) => failed(error, remote),
        Stage::Ready(people) => {
            let (taken, places) = (people.taken as u64, people.places as u64);
            let places = move || texts::members::places(&format::number(places), &format::number(taken));
            view! {
                <People people=people keeping=keeping />
                <p class="muted">{places}</p>
            }
            .into_any()
        }
    };
    view! {
        // Where reading goes on after something was done: whatever was pressed may be gone.
        <div class="stack" id="people" tabindex="-1">
            {content}
        </div>
        <Questions keeping=keeping />
        <Invite keeping=keeping />
    }
}

fn failed(error: ApiError, remote: Remote<Members>) -> AnyView {
    let retry = Callback::new(move |()| remote.reload());
    view! {
        <div class="card">
            <Failure title=texts::members::failed error=error retry=retry />
        </div>
    }
    .into_any()
}
