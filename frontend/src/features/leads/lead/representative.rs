use guildhall_contract::leads::RepresentativeContact;
use guildhall_domain::lead::CommandKind;
use leptos::prelude::*;

use super::SharedLead;
use super::local_time::LocalTime;
use crate::features::leads::actions::Actions;
use crate::i18n::texts;
use crate::ui::{Button, Crest, Icon, Kind, Sign};

/// Who works on the lead, how to reach them, and the way to ask them.
pub(super) fn representative(lead: &SharedLead, actions: Actions, from_sales: bool) -> AnyView {
    let title = if from_sales { texts::lead::representative } else { texts::lead::your_representative };
    let body = match lead.representative.clone() {
        Some(person) => person_lines(person),
        None => {
            let text = if from_sales { texts::lead::unassigned_sales } else { texts::lead::unassigned };
            view! {
                <p>
                    <strong>{texts::lead::not_assigned}</strong>
                </p>
                <p class="muted">{text}</p>
            }
            .into_any()
        }
    };
    let first_name = lead.representative.as_ref().map(|person| first_name(&person.name).to_owned());
    let asks = lead.allowed.contains(&CommandKind::AskRepresentative);
    let ask = Callback::new(move |()| actions.start(CommandKind::AskRepresentative));
    let contact = move || match &first_name {
        Some(name) => texts::lead::contact(name),
        None => texts::lead::contact_team().to_owned(),
    };
    view! {
        <section class="card" aria-labelledby="representative-title">
            <div class="card__head">
                <h2 id="representative-title">{title}</h2>
            </div>
            <div class="card__body stack">
                {body}
                {asks
                    .then(|| {
                        view! {
                            <Button kind=Kind::Primary on_press=ask>
                                <Icon sign=Sign::Mail />
                                {contact}
                            </Button>
                        }
                    })}
            </div>
        </section>
    }
    .into_any()
}

fn person_lines(person: RepresentativeContact) -> AnyView {
    let RepresentativeContact { name, email, phone, time_zone, .. } = person;
    let gone = email.is_none().then(|| view! { <p class="muted">{texts::lead::has_left}</p> });
    view! {
        <div class="person">
            <Crest name=name.clone() />
            <p class="person__name">{name}</p>
        </div>
        {gone}
        <ul class="lines">
            {email.map(|email| line(Sign::Mail, view! { <a href=format!("mailto:{email}")>{email.clone()}</a> }.into_any()))}
            {phone.map(|phone| line(Sign::Phone, view! { <a href=telephone(&phone)>{phone.clone()}</a> }.into_any()))}
            {time_zone
                .map(|zone| {
                    line(Sign::Clock, view! { <span class="muted"><LocalTime zone=zone /></span> }.into_any())
                })}
        </ul>
    }
    .into_any()
}

fn line(sign: Sign, content: AnyView) -> impl IntoView {
    view! {
        <li>
            <Icon sign=sign />
            <span>{content}</span>
        </li>
    }
}

/// A phone number as a link takes it.
pub(in crate::features) fn telephone(number: &str) -> String {
    let dialled: String = number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    format!("tel:{dialled}")
}

/// Vietnamese names end with the given name; whoever is spoken to by their first word is not among
/// them. The whole name is never wrong, so only names of two words are shortened.
fn first_name(name: &str) -> &str {
    match name.split_whitespace().collect::<Vec<_>>()[..] {
        [first, _] if name.is_ascii() || !name.chars().any(is_vietnamese) => first,
        _ => name,
    }
}

/// Letters that no other language of the programme's people has.
fn is_vietnamese(letter: char) -> bool {
    matches!(letter, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_without_its_spaces() {
        assert_eq!(telephone("+46 (8) 555-01 42"), "tel:+4685550142");
    }

    #[test]
    fn only_a_name_that_begins_with_the_first_name_is_shortened() {
        assert_eq!(first_name("Astrid Bergqvist"), "Astrid");
        assert_eq!(first_name("Linh Trần"), "Linh Trần");
        assert_eq!(first_name("Nguyễn Minh Châu"), "Nguyễn Minh Châu");
    }
}
