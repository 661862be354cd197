//! What is said when there is nothing to accept, each with a way on.

use guildhall_contract::members::OwnInvitation;
use guildhall_domain::organisation::InvitationState;
use leptos::prelude::*;

use super::accept::enter;
use crate::auth::{Auth, Session};
use crate::i18n::texts;
use crate::layout::SignInButton;
use crate::ui::{Button, EmptyState, Kind, LinkButton, Sign};

/// What the house is called.
pub(super) fn house_of(invitation: &OwnInvitation) -> String {
    invitation.organisation.clone().unwrap_or_else(|| texts::invitation::staff().to_owned())
}

/// It is for another address, or there is none: whoever asks is told the same.
pub(super) fn not_yours() -> AnyView {
    let auth = expect_context::<Auth>();
    let email = expect_context::<Session>().email;
    let text = move || match email.as_str() {
        "" => texts::invitation::no_address().to_owned(),
        email => texts::invitation::not_yours_text(email),
    };
    view! {
        <div class="card">
            <EmptyState sign=Sign::Mail title=texts::invitation::not_yours text=text>
                <LinkButton href="/">{texts::directory::your_pages}</LinkButton>
                <Button kind=Kind::Primary on_press=Callback::new(move |()| auth.sign_out())>
                    {texts::frame::sign_out}
                </Button>
            </EmptyState>
        </div>
    }
    .into_any()
}

/// It was taken back, or nobody came in time.
pub(super) fn closed(invitation: &OwnInvitation) -> AnyView {
    let (house, by) = (house_of(invitation), invitation.invited_by.clone());
    let is_withdrawn = invitation.state == InvitationState::Withdrawn;
    let title = if is_withdrawn { texts::invitation::withdrawn } else { texts::invitation::expired };
    let text = move || match is_withdrawn {
        true => texts::invitation::withdrawn_text(&house, &by),
        false => texts::invitation::expired_text(&house, &by),
    };
    view! {
        <div class="card">
            <EmptyState sign=Sign::Clock title=title text=text>
                <LinkButton href="/" kind=Kind::Primary>
                    {texts::directory::your_pages}
                </LinkButton>
            </EmptyState>
        </div>
    }
    .into_any()
}

/// They have come by it already, perhaps in another window, whose token says so and this one's does not.
pub(super) fn come(invitation: &OwnInvitation) -> AnyView {
    let house = StoredValue::new(house_of(invitation));
    let enter = enter();
    let go = move |()| enter.run(house.get_value());
    view! {
        <div class="card">
            <EmptyState
                sign=Sign::Check
                title=texts::invitation::accepted
                text=move || house.with_value(|house| texts::invitation::accepted_text(house))
            >
                <Button kind=Kind::Primary on_press=Callback::new(go)>
                    {texts::invitation::go_in}
                </Button>
            </EmptyState>
        </div>
    }
    .into_any()
}

/// They belong to it now, but the sign-in gave no token that says so.
pub(super) fn sign_in_once_more() -> AnyView {
    view! {
        <div class="card">
            <EmptyState sign=Sign::Check title=texts::invitation::accepted text=texts::invitation::sign_in_text>
                <SignInButton return_to="/".to_owned() />
            </EmptyState>
        </div>
    }
    .into_any()
}
