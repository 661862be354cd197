//! What a row of the log shows, or a card on a phone.

use guildhall_contract::clearance::Clearance;
use guildhall_domain::actor::Role;
use guildhall_domain::audit::listing::AuditColumn;
use guildhall_domain::audit::{AuditDetail, AuditEntry, SubjectKind};
use guildhall_domain::notice::Topic;
use guildhall_domain::policy::Promise;
use leptos::prelude::*;

use crate::features::list::Column;
use crate::format;
use crate::i18n::{texts, words};
use crate::layout::role_name;
use crate::ui::ExactTime;

pub(super) fn columns() -> Vec<Column<AuditColumn, AuditEntry>> {
    vec![
        Column::sorted(AuditColumn::Act, act),
        Column::sorted(AuditColumn::Subject, subject),
        Column::sorted(AuditColumn::Person, person).width("m"),
        Column::sorted(AuditColumn::Organisation, organisation).width("m"),
        Column::sorted(AuditColumn::At, |entry: &AuditEntry| view! { <ExactTime at=entry.at /> }.into_any())
            .width("l")
            .first_on_a_card(),
    ]
}

/// What was done, and why.
fn act(entry: &AuditEntry) -> AnyView {
    let (act, detail) = (entry.act, entry.detail.clone());
    let note = entry.note.as_ref().map(|note| note.as_str().to_owned());
    view! {
        <span>
            {move || words(&act.words())}
            {detail.map(|detail| view! { <span class="second">{move || detail_words(&detail)}</span> })}
            {note.map(|note| view! { <q class="second">{note}</q> })}
        </span>
    }
    .into_any()
}

fn detail_words(detail: &AuditDetail) -> String {
    match detail {
        AuditDetail::Reason { reason } => words(&reason.reason().words).to_owned(),
        AuditDetail::Removal { reason } => words(&reason.words()).to_owned(),
        AuditDetail::Representative { previous: Some(previous), representative } => {
            texts::audit::changed_from_to(&previous.name, &representative.name)
        }
        AuditDetail::Representative { previous: None, representative } => representative.name.clone(),
        AuditDetail::Promise { promise } => match promise {
            Promise::FirstAnswer => texts::audit::promise_first_answer().to_owned(),
            Promise::Decision => texts::audit::promise_decision().to_owned(),
        },
        AuditDetail::Amount { amount } => format::money(*amount),
        AuditDetail::Tier { from, to } => {
            texts::audit::changed_from_to(words(&from.words()), words(&to.words()))
        }
        AuditDetail::Role { from, to, financials } => {
            let roles = match from {
                Some(from) => texts::audit::changed_from_to(role_name(*from), role_name(*to)),
                None => role_name(*to).to_owned(),
            };
            match financials {
                Some(true) => texts::audit::with_financials(&roles),
                Some(false) => texts::audit::without_financials(&roles),
                None => roles,
            }
        }
        AuditDetail::Code { code } => code_words(code).map_or_else(|| code.clone(), str::to_owned),
    }
}

/// What a mail is about, or what a check came to.
fn code_words(code: &str) -> Option<&'static str> {
    if let Some(topic) = Topic::ALL.into_iter().find(|topic| topic.row().code == code) {
        return Some(words(&topic.row().name));
    }
    let answers = [Clearance::Clear, Clearance::Yours, Clearance::Ask];
    let answer = answers.into_iter().find(|answer| answer.code() == code)?;
    Some(match answer {
        Clearance::Clear => texts::audit::clearance_clear(),
        Clearance::Yours => texts::audit::clearance_yours(),
        Clearance::Ask => texts::audit::clearance_ask(),
    })
}

/// What it was done to, with the way there if there is one.
fn subject(entry: &AuditEntry) -> AnyView {
    let kind = entry.subject.kind;
    let name = entry.subject.name.clone();
    let kind_words = move || words(&kind.words());
    let shown = match (name.is_empty(), href(entry)) {
        (true, _) => return view! { <span>{kind_words}</span> }.into_any(),
        (false, Some(href)) => view! { <a href=href>{name}</a> }.into_any(),
        (false, None) => view! { {name} }.into_any(),
    };
    view! {
        <span>
            {shown}
            <span class="second">{kind_words}</span>
        </span>
    }
    .into_any()
}

fn href(entry: &AuditEntry) -> Option<String> {
    let profile = || {
        let organisation = entry.organisation.as_ref()?;
        Some(format!("/moderation/profiles/{}", organisation.handle.as_ref()?.as_str()))
    };
    match entry.subject.kind {
        SubjectKind::Lead => Some(format!("/referrals/leads/{}", entry.subject.id)),
        // A review stands under the profile that it is about.
        SubjectKind::Profile | SubjectKind::Review => profile(),
        SubjectKind::Migration => Some("/migrations".to_owned()),
        SubjectKind::PayoutRun => Some(format!("/payout-runs/{}", entry.subject.id)),
        SubjectKind::Representative
        | SubjectKind::Desk
        | SubjectKind::Cutover
        | SubjectKind::Settings
        | SubjectKind::Mail
        | SubjectKind::Organisation
        | SubjectKind::Member
        | SubjectKind::Invitation
        | SubjectKind::PlatformEvent
        | SubjectKind::Customers
        | SubjectKind::List
        | SubjectKind::Person
        | SubjectKind::Clearance
        | SubjectKind::ApiToken
        | SubjectKind::Webhook => None,
    }
}

fn person(entry: &AuditEntry) -> AnyView {
    let (name, role) = (entry.by.name.clone(), entry.by.role);
    // Guildhall is called what its role is called.
    let role = (role != Role::System).then_some(role);
    view! {
        <span>
            {name}
            {role.map(|role| view! { <span class="second">{move || role_name(role)}</span> })}
        </span>
    }
    .into_any()
}

fn organisation(entry: &AuditEntry) -> AnyView {
    let name = entry
        .organisation
        .as_ref()
        .map(|organisation| organisation.name.clone().unwrap_or_else(|| organisation.id.to_string()));
    view! { <span>{name.unwrap_or_default()}</span> }.into_any()
}

#[cfg(test)]
mod tests {
    use guildhall_domain::actor::Signature;
    use guildhall_domain::audit::{AuditAct, AuditId, AuditOrganisation, AuditSubject};

    use super::*;

    fn entry(kind: SubjectKind, id: &str, handle: Option<&str>) -> AuditEntry {
        let subject = AuditSubject { kind, id: id.to_owned(), name: "Somebody".to_owned() };
        let by =
            Signature { id: "u-ruth".parse().unwrap(), name: "Ruth".to_owned(), role: Role::ProgramAdmin };
        let handle = handle.map(|handle| handle.parse().unwrap());
        AuditEntry {
            id: AuditId::derive(&subject, 1),
            at: "2026-07-15T12:00:00Z".parse().unwrap(),
            by,
            act: AuditAct::Awarded,
            subject,
            organisation: Some(AuditOrganisation { id: "acme".parse().unwrap(), name: None, handle }),
            detail: None,
            note: None,
        }
    }

    #[test]
    fn an_entry_leads_to_what_it_is_about_where_there_is_a_page_of_it() {
        let lead = entry(SubjectKind::Lead, "acme.0123", None);
        assert_eq!(href(&lead).as_deref(), Some("/referrals/leads/acme.0123"));
        for kind in [SubjectKind::Profile, SubjectKind::Review] {
            let about = entry(kind, "acme-studio", Some("acme-studio"));
            assert_eq!(href(&about).as_deref(), Some("/moderation/profiles/acme-studio"));
        }
        assert_eq!(href(&entry(SubjectKind::Settings, "acme", None)), None);
    }
}
