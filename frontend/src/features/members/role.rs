use guildhall_contract::members::MemberEntry;
use guildhall_contract::problem::CurrentState;
use guildhall_domain::actor::Role;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::keeping::Keeping;
use super::words::{not_kept, role_hint, role_word};
use crate::api::{Api, ApiError, members};
use crate::browser;
use crate::i18n::texts;
use crate::ui::{Button, Kind, Notice, RadioField, RadioOption, Toasts, Tone};

/// Chooses another role for a member.
#[component]
pub(super) fn ChangeRole(member: MemberEntry, keeping: Keeping) -> impl IntoView {
    let (api, toasts) = (expect_context::<Api>(), expect_context::<Toasts>());
    let chosen = RwSignal::new(member.role.code().to_owned());
    let seen = RwSignal::new(member);
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let overtaken = RwSignal::new(false);
    let close = move || {
        keeping.open.set(false);
        browser::focus_id_soon("people");
    };
    let done = move |answer: Result<MemberEntry, ApiError>| match answer {
        Ok(member) => {
            toasts
                .say(untrack(|| texts::members::role_changed(member.name.as_str(), role_word(member.role))));
            keeping.reload.run(());
            close();
        }
        Err(error) => match newer(&error) {
            Some(now) => {
                seen.set(now);
                overtaken.set(true);
                keeping.reload.run(());
            }
            None => failure.set(Some(error)),
        },
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (member, code) = (seen.get_untracked(), chosen.get_untracked());
        let role = keeping.roles().iter().copied().find(|role| role.code() == code);
        let Some(role) = role.filter(|_| !busy.get_untracked()) else { return };
        if role == member.role {
            return close();
        }
        failure.set(None);
        overtaken.set(false);
        busy.set(true);
        spawn_local(async move {
            let group = keeping.group.get_value();
            let answer = members::change_role(api, &group, &member.id, role, member.version).await;
            if busy.try_set(false).is_none() {
                done(answer);
            }
        });
    };
    let conflict = move || {
        let role = seen.with(|member| member.role);
        let words = move || texts::members::role_overtaken(role_word(role));
        overtaken.get().then(|| view! { <Notice tone=Tone::Danger><p>{words}</p></Notice> })
    };
    let failed = move || {
        failure
            .get()
            .map(|error| view! { <Notice tone=Tone::Danger><p>{move || not_kept(&error)}</p></Notice> })
    };
    view! {
        <form novalidate on:submit=submit>
            <div class="dialog__body">
                {conflict}
                <RadioField
                    id="role"
                    label=texts::members::role
                    value=chosen
                    options=options(keeping.roles())
                    hint=texts::members::role_when
                />
                {failed}
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| keeping.open.set(false))>{texts::submit::cancel}</Button>
                <Button kind=Kind::Primary submit=true busy=busy busy_label=texts::profile::saving>
                    {texts::members::change_role}
                </Button>
            </div>
        </form>
    }
}

/// Roles to choose from, each with what it allows.
pub(super) fn options(roles: &[Role]) -> Vec<RadioOption> {
    let option = |role: &Role| {
        let role = *role;
        RadioOption {
            code: role.code(),
            label: (move || role_word(role)).into(),
            hint: Some((move || role_hint(role)).into()),
        }
    };
    roles.iter().map(option).collect()
}

/// How the member stands, if somebody was faster.
fn newer(error: &ApiError) -> Option<MemberEntry> {
    let ApiError::Conflict(problem) = error else { return None };
    match problem.current_state.as_deref()? {
        CurrentState::Member(entry) => Some(entry.clone()),
        CurrentState::Settings(_)
        | CurrentState::LeadAddress(_)
        | CurrentState::Representative(_)
        | CurrentState::Desk(_)
        | CurrentState::Organisation(_) => None,
    }
}
