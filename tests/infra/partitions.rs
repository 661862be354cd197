//! Which partitions of the table a function may touch.

use std::collections::{BTreeMap, BTreeSet};

use guildhall_domain::clearance::{CHECKS_PER_ORGANISATION, CHECKS_PER_PERSON, LOOKS_PER_PERSON};
use guildhall_domain::ids::{ApiTokenId, InquiryId, OrgId, ReviewId, UserId};
use guildhall_domain::inquiry::spam::{PER_ADDRESS, PER_PARTNER, PER_SENDER};
use guildhall_domain::lead::ROWS_A_DAY;
use guildhall_domain::migration::RunId;
use guildhall_domain::organisation::{House, InvitationId};
use guildhall_domain::payout::Period;
use guildhall_domain::webhook::{AT_A_WORD, HookId};
use guildhall_store::keys::{self, Key};
use guildhall_store::{MailRecord, MerchantKey, OPEN_MAILS, PER_INVITER};
use serde_yaml_ng::Value;

use crate::permissions::statements;
use crate::template::{at, each, find, functions, text};

/// Statements that hold for the whole table, with the reason: function, statement, why.
const EVERYWHERE: [(&str, &str, &str); 1] =
    [("erase-person", "LookThroughTheTable", "a person may be anywhere, and no index says where")];

/// The patterns of a statement about the table; `None` if it has no such condition.
pub(crate) fn patterns(statement: &'static Value) -> Option<Vec<&'static str>> {
    let keys = find(statement, &["Condition", "ForAllValues:StringLike", "dynamodb:LeadingKeys"])?;
    Some(each(keys).into_iter().map(text).collect())
}

fn is_about_the_table(statement: &'static Value) -> bool {
    each(at(statement, &["Action"])).into_iter().any(|action| text(action).starts_with("dynamodb:"))
}

/// Every kind of partition with one that there may be: first those of the table, then those of `by_owner`.
fn partitions() -> [BTreeMap<&'static str, String>; 2] {
    let org: OrgId = "norrsken".parse().expect("an organisation");
    let person: UserId = "rep-anna".parse().expect("a person");
    let handle = "norrsken-commerce".parse().expect("a handle");
    let inquiry = InquiryId::derive(&org, &person, "key");
    let token = ApiTokenId::from_parts(org.clone(), inquiry.key());
    let job = "77".parse().expect("a name of the marketplace");
    let period: Period = "2026-11-1".parse().expect("a period");
    let table = [
        ("leads", keys::leads_of(&org)),
        ("markers of leads", Key::reference(&org, "1").pk),
        ("referrals", keys::referrals_of(&org)),
        ("roster", keys::REPRESENTATIVES.to_owned()),
        ("profile", Key::partner_profile(&org).pk),
        ("public copy", Key::profile(&handle).pk),
        ("inquiries", keys::inquiries_of(&org)),
        ("senders", Key::sender(&org, "anna@shop.example").pk),
        ("reviews", Key::review(&ReviewId::derive(&org, &person)).pk),
        ("customer", Key::customer("hidden").pk),
        ("audit", keys::audit_of("2026-07".parse().expect("a month"))),
        ("mail", Key::mail(&MailRecord::of_inquiry(&inquiry).id()).pk),
        ("person", Key::person(&person).pk),
        ("membership", Key::membership(&person).pk),
        ("tokens", Key::api_tokens(&org).pk),
        ("use of a token", Key::api_token_use(&token).pk),
        ("endpoints", Key::webhooks(&org).pk),
        ("what is delivered to an endpoint", keys::deliveries_to(&org, HookId::from_chance(1))),
        ("ledger", keys::ledger_of(&org)),
        ("accounts", keys::accounts_of(&org)),
        ("events of the platform", keys::events_of(&org)),
        ("payouts", keys::payouts_of(&org)),
        ("where an organisation is paid", Key::payout_details(&org).pk),
        ("payout runs", Key::payout_run(period).pk),
        ("settings of an organisation", Key::lead_mail(&org).pk),
        ("organisation and its roll", Key::organisation(&org).pk),
        ("roll of the platform's own people", Key::roll(&House::Staff).pk),
        ("jobs of the marketplace", keys::jobs_of(&org)),
        ("conversations of the marketplace", keys::conversations_of(&org)),
        ("what was written in them", Key::conversation_part(&org, &job, RunId::from_chance(1), 0).pk),
        ("runs of the migration", keys::MIGRATIONS.to_owned()),
        ("what a run of the migration noted", keys::migration_of(RunId::from_chance(1))),
        ("notes of the move", Key::move_notes(&org).pk),
        ("dates of the move", keys::SETTINGS.to_owned()),
        ("invitation", Key::invitation(InvitationId::from_chance(1)).pk),
    ];
    let limits = [
        PER_SENDER,
        PER_ADDRESS,
        PER_PARTNER,
        CHECKS_PER_PERSON,
        CHECKS_PER_ORGANISATION,
        LOOKS_PER_PERSON,
        PER_INVITER,
        AT_A_WORD,
        ROWS_A_DAY,
    ];
    let limits = limits.map(|limit| (limit.scope, Key::limit(limit.scope, "somebody").pk));
    let owners = [
        keys::SALES_LEADS,
        keys::DIRECTORY,
        keys::PROFILES_IN_REVIEW,
        keys::REVIEWS_HELD,
        keys::REVIEWS_REPORTED,
        keys::PEOPLE,
        keys::ORGANISATIONS,
        OPEN_MAILS,
        keys::DELIVERIES_DUE,
        keys::ACCOUNTS,
        keys::WAITING_EVENTS,
        keys::PAYOUT_RUNS,
        keys::PAYOUT_DETAILS,
    ];
    let owners = owners.map(|owner| (owner, owner.to_owned()));
    let more = [
        ("payouts of a period", keys::payouts_in(period)),
        ("inquiries of a merchant", keys::inquiries_by(&person)),
        ("jobs of a merchant", MerchantKey::from_secret(b"secret").jobs_by("anna@shop.example")),
        ("members of an organisation", keys::members_of(&House::Organisation(org))),
        ("the platform's own people", keys::members_of(&House::Staff)),
    ];
    [table.into_iter().chain(limits).collect(), owners.into_iter().chain(more).collect()]
}

/// Whether a text fits a pattern as IAM's `StringLike` compares, for patterns without question marks.
fn fits(text: &str, pattern: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return text == pattern };
    let Some(text) = text.strip_prefix(start) else { return false };
    (0..=text.len()).any(|from| text.is_char_boundary(from) && fits(&text[from..], rest))
}

#[test]
fn a_pattern_is_compared_as_iam_does() {
    assert!(fits("ORG#acme#LEADS", "ORG#*#LEADS") && fits("REPS", "REPS") && fits("MAIL#1", "MAIL#*"));
    assert!(!fits("ORG#acme#LEADS2", "ORG#*#LEADS") && !fits("REPS2", "REPS") && !fits("AMAIL#1", "MAIL#*"));
}

#[test]
fn every_statement_about_the_table_names_its_partitions() {
    for (name, function) in functions() {
        for statement in statements(function).into_iter().filter(|one| is_about_the_table(one)) {
            let sid = text(at(statement, &["Sid"]));
            let is_free = EVERYWHERE.iter().any(|(free, of, _)| (*free, *of) == (name, sid));
            assert!(patterns(statement).is_some() != is_free, "{name}: {sid}");
        }
    }
}

#[test]
fn every_pattern_means_one_kind_of_partition_that_there_is() {
    let [table, owners] = partitions();
    for (name, function) in functions() {
        for statement in statements(function) {
            let of_owners =
                each(at(statement, &["Resource"])).into_iter().any(|one| text(one).ends_with("/by_owner"));
            let kinds = if of_owners { &owners } else { &table };
            for pattern in patterns(statement).into_iter().flatten() {
                let meant: BTreeSet<_> =
                    kinds.iter().filter(|(_, key)| fits(key, pattern)).map(|(kind, _)| kind).collect();
                assert_eq!(meant.len(), 1, "{name}: {pattern} means {meant:?}");
            }
        }
    }
}

#[test]
fn an_index_stands_in_a_statement_of_its_own() {
    for (name, function) in functions() {
        for statement in statements(function).into_iter().filter(|one| is_about_the_table(one)) {
            assert_eq!(
                each(at(statement, &["Resource"])).len(),
                1,
                "{name}: {}",
                text(at(statement, &["Sid"]))
            );
        }
    }
}
