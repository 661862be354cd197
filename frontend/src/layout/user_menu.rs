use guildhall_domain::actor::Role;
use leptos::prelude::*;

use crate::auth::{Auth, Session};
use crate::i18n::texts;
use crate::ui::{Button, Crest, LinkButton, Menu};

/// What a role is called.
pub(crate) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Merchant => texts::roles::merchant(),
        Role::PartnerViewer => texts::roles::partner_viewer(),
        Role::PartnerMember => texts::roles::partner_member(),
        Role::PartnerOwner => texts::roles::partner_owner(),
        Role::Rep => texts::roles::rep(),
        Role::SalesManager => texts::roles::sales_manager(),
        Role::ProgramAdmin => texts::roles::program_admin(),
        Role::System => texts::roles::system(),
    }
}

/// Who is signed in, and the way out.
#[component]
pub fn UserMenu(
    /// Who is signed in.
    session: Session,
) -> impl IntoView {
    let auth = expect_context::<Auth>();
    let Session { name, email, role, org_name, .. } = session;
    let label = name.clone();
    let open = RwSignal::new(false);
    let summary = view! {
        <Crest name=name.clone() small=true />
        <span class="visually-hidden">{move || texts::frame::account_of(&label)}</span>
    };
    view! {
        <Menu class="account" at_end=true open=open summary=summary.into_any()>
            <p class="menu__head">
                <strong>{name}</strong>
                <span>{email}</span>
                <span>{move || role_name(role)}</span>
                {org_name.map(|org| view! { <span>{org}</span> })}
            </p>
            <div class="cluster" on:click=move |_| open.set(false)>
                <LinkButton href="/settings">{texts::settings::settings}</LinkButton>
                <Button on_press=Callback::new(move |()| auth.sign_out())>{texts::frame::sign_out}</Button>
            </div>
        </Menu>
    }
}
