//! Whatever happens to a lead, its item reads back as it was, and a change of the item is the item of
//! the change.

use aws_sdk_dynamodb::types::AttributeValue;
use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::listing::LeadSummary;
use guildhall_domain::lead::{
    AnnualRevenue, AwardCheck, Command, EventKind, ExpectedTiming, Lead, LeadField, LeadForm, NewLead,
    PaymentsInterest, PlusDetails, PosDetails, Product, ProductDetails, Support,
};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::notice::Contact;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::{Language, REASONS};
use guildhall_domain::representative::Representative;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::sight::SIGHT;
use super::{
    Attributes, LeadItem, Reader, Sight, StoredEvent, TIMELINE, form_columns, lead_item, moving_columns,
    nested, read_summary,
};
use crate::Micros;
use crate::table::{LIST_COLUMNS, PK, SK};

fn person(role: Role) -> Actor {
    let org = role.submits_leads().then(|| "acme".parse().unwrap());
    Actor { id: format!("u-{role:?}").parse().unwrap(), name: format!("{role:?} Öberg"), role, org }
}

fn personal() -> impl Strategy<Value = Personal> {
    ".{0,40}".prop_map(Personal::new)
}

fn details() -> impl Strategy<Value = ProductDetails> {
    let plus = (of(select(ExpectedTiming::ALL)), of(".{0,20}"), of(select(AnnualRevenue::ALL))).prop_map(
        |(expected_timing, current_platform, annual_revenue)| {
            ProductDetails::Plus(PlusDetails { expected_timing, current_platform, annual_revenue })
        },
    );
    let pos = (of(any::<u32>()), of(".{0,20}"), of(select(PaymentsInterest::ALL))).prop_map(
        |(location_count, current_pos, payments_interest)| {
            ProductDetails::Pos(PosDetails { location_count, current_pos, payments_interest })
        },
    );
    prop_oneof![plus, pos]
}

fn forms() -> impl Strategy<Value = LeadForm> {
    let texts = (personal(), personal(), ".{0,40}", of(".{0,40}"), of(personal()), personal());
    let others = (of(".{0,20}"), of(".{0,20}"), select(&Support::ALL[..]), details());
    (texts, others).prop_map(|((name, email, company, website, phone, description), others)| LeadForm {
        contact_name: name,
        contact_email: email,
        company,
        website,
        country: "SE".parse().unwrap(),
        phone,
        description,
        existing_store: others.0,
        reference: others.1,
        sales_support: others.2,
        consent: true,
        inquiry: None,
        details: others.3,
    })
}

fn representatives() -> impl Strategy<Value = Representative> {
    (select(vec!["rep-a", "rep-b"]), ".{1,20}").prop_map(|(id, name)| Representative {
        id: id.parse().unwrap(),
        name,
        email: String::new(),
        phone: String::new(),
        time_zone: String::new(),
        country: "SE".parse().unwrap(),
        language: Language::Sv,
        products: Product::ALL.to_vec(),
        countries: Vec::new(),
        active: true,
    })
}

fn commands() -> impl Strategy<Value = Command> {
    let check = AwardCheck { terms_checked: true, deal_closed: true };
    let reason = select(REASONS.iter().map(|reason| reason.code).collect::<Vec<_>>());
    prop_oneof![
        (representatives(), of(personal()))
            .prop_map(|(representative, note)| Command::Assign { representative, note }),
        of(personal()).prop_map(|message| Command::RequestSupport { message }),
        of(personal()).prop_map(|note| Command::StartWork { note }),
        of(personal()).prop_map(move |note| Command::Award { check, note }),
        (reason.clone(), of(personal())).prop_map(|(reason, note)| Command::MarkNotEligible { reason, note }),
        (1..i64::MAX)
            .prop_map(|minor| Command::RecordPayout { amount: Money { minor, currency: Currency::USD } }),
        (reason, of(personal())).prop_map(|(reason, note)| Command::RecordIneligible { reason, note }),
        personal().prop_map(|reason| Command::Reopen { reason }),
        personal().prop_map(|message| Command::AskRepresentative { message }),
        personal()
            .prop_map(|message| Command::RequestInformation { fields: LeadField::ALL.to_vec(), message }),
        forms().prop_map(|form| Command::ProvideInformation { form: Box::new(form), note: Some("x".into()) }),
        (forms(), any::<bool>()).prop_map(|(form, imported)| {
            Command::CorrectDetails { form: Box::new(form), note: None, imported }
        }),
        personal().prop_map(|reason| Command::Withdraw { reason }),
        Just(Command::Escalate),
    ]
}

/// A lead after each event of a random story.
fn stories() -> impl Strategy<Value = Vec<Lead>> {
    let roles = vec![Role::PartnerOwner, Role::SalesManager, Role::ProgramAdmin, Role::System];
    let steps = prop::collection::vec((commands(), select(roles), any::<u32>()), 0..14);
    let contacts = personal().prop_map(|email| Contact { email, language: Language::Vi });
    (forms(), of(representatives()), of(contacts), steps).prop_map(
        |(form, representative, contact, steps)| {
            let id = LeadId::derive(&"acme".parse().unwrap(), "key");
            let new = NewLead { id, org_name: "Acme Studio".to_owned(), form, representative, contact };
            let mut now: DateTime<Utc> = "2026-03-02T12:00:00.123456789Z".parse().unwrap();
            let mut lead = Lead::submit(new, &person(Role::PartnerMember), now).unwrap();
            let mut story = vec![lead.clone()];
            for (command, role, nanos) in steps {
                now += TimeDelta::nanoseconds(nanos.into());
                if lead.apply(&command, &person(role), now).is_ok() {
                    if nanos % 2 == 0 {
                        lead.mark_request(&nanos.to_string());
                    }
                    story.push(lead.clone());
                }
            }
            story
        },
    )
}

fn last(story: &[Lead]) -> &Lead {
    story.last().unwrap()
}

/// What [`crate::Leads::commit`] asks the table to do to an item.
fn changed(mut item: Attributes, after: &Lead, changed_at: Micros) -> Attributes {
    let event = after.timeline.last().unwrap();
    let mut columns = Vec::from(moving_columns(after, changed_at).unwrap());
    if matches!(event.kind, EventKind::InformationProvided { .. } | EventKind::DetailsCorrected { .. }) {
        columns.extend(form_columns(&after.form).unwrap());
    }
    for (name, value) in columns {
        put(&mut item, name, value);
    }
    if let Some(AttributeValue::M(sight)) = item.get_mut(SIGHT) {
        for (path, value) in Sight::of(after).moving().unwrap() {
            put(sight, path.strip_prefix("record.").unwrap(), value);
        }
    }
    if let Some(AttributeValue::L(entries)) = item.get_mut(TIMELINE) {
        entries.push(nested(&StoredEvent::from(event)).unwrap());
    }
    item
}

fn put(map: &mut Attributes, name: &str, value: Option<AttributeValue>) {
    match value {
        Some(value) => map.insert(name.to_owned(), value),
        None => map.remove(name),
    };
}

proptest! {
    #[test]
    fn a_lead_reads_back_as_it_was_written(story in stories()) {
        let lead = last(&story);
        let item = lead_item(lead, Some(&[7; 16]), Micros(5)).unwrap();
        let read = LeadItem::living(item).unwrap();
        prop_assert!(read.is_of_request(&[7; 16]) && !read.is_of_request(&[8; 16]));
        prop_assert_eq!(&read.read().unwrap(), lead);
    }

    #[test]
    fn the_list_columns_are_all_that_a_row_needs(story in stories()) {
        let lead = last(&story);
        let mut item = lead_item(lead, None, Micros(5)).unwrap();
        item.retain(|name, _| name == PK || name == SK || LIST_COLUMNS.contains(&name.as_str()));
        prop_assert_eq!(read_summary(Reader::new(item)).unwrap(), LeadSummary::from(lead));
    }

    #[test]
    fn a_change_of_the_item_is_the_item_of_the_change(story in stories()) {
        for step in story.windows(2) {
            let before = lead_item(&step[0], None, Micros(5)).unwrap();
            let after = lead_item(&step[1], None, Micros(6)).unwrap();
            prop_assert_eq!(changed(before, &step[1], Micros(6)), after);
        }
    }
}
