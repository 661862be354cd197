use guildhall_contract::members::{MemberEntry, RoleBody};
use guildhall_contract::problem::CurrentState;
use guildhall_domain::actor::Role;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::keeping::Keeping;
use super::words::{not_kept, role_hint, role_word};
use crate::api::members::Group;
use crate::api::{Api, ApiError, members};
use crate::browser;
use crate::i18n::texts;
use crate::ui::{Button, Kind, Notice, RadioField, RadioOption, SwitchField, Toasts, Tone};

/// Chooses another role for a member, and whether they see the organisation's money.
#[component]
pub(super) fn ChangeRole(member: MemberEntry, keeping: Keeping) -> impl IntoView {
    let (api, toasts) = (expect_context::<Api>(), expect_context::<Toasts>());
    let chosen = RwSignal::new(member.role.code().to_owned());
    let financials = RwSignal::new(member.financials);
    let has_money = keeping.group.with_value(|group| *group != Group::Staff);
    let seen = RwSignal::new(member);
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let overtaken = RwSignal::new(false);
    let close = move || {
        keeping.open.set(false);
        browser::focus_id_soon("people");
    };
    let done = move |answer: Result<MemberEntry, ApiError>| match answer {
        Ok(member) => {
            toasts.say(untrack(|| changed(&seen.get_untracked(), &member)));
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
        // Owners see it whatever is granted, so nothing is said of them.
        let granted = (has_money && !role.manages_organisation()).then(|| financials.get_untracked());
        if role == member.role && granted.is_none_or(|granted| granted == member.financials) {
            return close();
        }
        let body = RoleBody { role, financials: granted };
        failure.set(None);
        overtaken.set(false);
        busy.set(true);
        spawn_local(async move {
            let group = keeping.group.get_value();
            let answer = members::change_role(api, &group, &member.id, body, member.version).await;
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
                {has_money.then(|| view! { <Financials role=chosen value=financials /> })}
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

/// Whether somebody sees what the organisation earns; not asked of owners, who do.
#[component]
pub(super) fn Financials(
    /// The code of the chosen role.
    role: RwSignal<String>,
    /// Whether they do.
    value: RwSignal<bool>,
) -> impl IntoView {
    let asked = move || role.with(|role| role != Role::PartnerOwner.code());
    let field = move || {
        view! {
            <SwitchField
                id="financials"
                label=texts::members::financials
                hint=texts::members::financials_hint
                on=value
                on_change=Callback::new(move |on| value.set(on))
            />
        }
    };
    view! { <Show when=asked>{field}</Show> }
}

/// What was changed, once it is.
fn changed(before: &MemberEntry, after: &MemberEntry) -> String {
    let name = after.name.as_str();
    if before.role == after.role && before.financials != after.financials {
        return if after.financials {
            texts::members::financials_opened(name)
        } else {
            texts::members::financials_closed(name)
        };
    }
    texts::members::role_changed(name, role_word(after.role))
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
        | CurrentState::Cutover(_)
        | CurrentState::Migration(_)
        | CurrentState::Organisation(_)
        | CurrentState::PayoutDetails(_)
        | CurrentState::Tools(_) => None,
    }
}
