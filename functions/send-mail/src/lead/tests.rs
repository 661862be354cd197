//! Every mail about a lead, as its reader gets it.

mod stories;

use std::collections::BTreeSet;

use guildhall_domain::lead::{Event, Lead, Status};
use guildhall_domain::notice::{Contact, Topic, told_of};
use rstest::rstest;

use self::stories::{STORIES, Story, typed};
use super::*;
use crate::snapshot::{written, written_as_text};

fn site() -> Site {
    Site::new("https://guildhall.example")
}

fn reader(language: Language, telling: &Telling) -> Reader {
    let (email, reply_to) = match telling.audience {
        Audience::Partner | Audience::Sender => ("linnea@norrsken.example", Some("astrid@guildhall.example")),
        Audience::Managers => ("leads@guildhall.example", None),
        _ => ("astrid@guildhall.example", Some("linnea@norrsken.example")),
    };
    Reader {
        contact: Contact { email: email.into(), language },
        reply_to: reply_to.map(Into::into),
        is_shared: telling.audience == Audience::Managers,
    }
}

/// The mails that tell of a story's last event, or of its submission.
fn mails(story: &Story, language: Language) -> Vec<(Audience, Mail)> {
    let (lead, event) = story.told();
    told_of(&lead, &event)
        .map(|telling| {
            let mail = mail(&lead, &event, telling, &reader(language, telling), &site()).unwrap();
            (telling.audience, mail)
        })
        .collect()
}

#[rstest]
fn each_reader_reads_each_event_in_their_language(
    #[values(Language::En, Language::Sv, Language::Vi)] language: Language,
) {
    for story in STORIES {
        for (audience, mail) in mails(story, language) {
            let name = format!("{}-{}-{}", story.name, audience.code(), language.tag());
            // All are laid out alike, so one of them is shown as it is laid out.
            let is_shown_whole = story.name == "submitted";
            let written = if is_shown_whole { written(&mail) } else { written_as_text(&mail) };
            insta::assert_snapshot!(name, written);
        }
    }
}

#[test]
fn there_is_a_story_for_every_row_of_the_table() {
    let mut told = BTreeSet::new();
    let mut kinds = BTreeSet::new();
    for story in STORIES {
        let (lead, event) = story.told();
        let kind = serde_json::to_value(&event.kind).unwrap()["kind"].as_str().unwrap().to_owned();
        kinds.insert(kind.clone());
        told.extend(told_of(&lead, &event).map(|telling| (kind.clone(), telling.audience)));
    }
    assert_eq!(kinds.len(), 16, "{kinds:?}");
    assert_eq!(told.len(), 22, "{told:?}");
}

#[rstest]
fn no_sentence_lacks_a_language_or_leaves_a_name_unfilled(
    #[values(Language::En, Language::Sv, Language::Vi)] language: Language,
) {
    for story in STORIES {
        for (audience, mail) in mails(story, language) {
            for part in [&mail.subject, &mail.text] {
                let part = part.as_str();
                assert!(!part.contains(['{', '}']), "{} {audience:?}: {part}", story.name);
                assert!(!part.contains("**"), "{} {audience:?}: {part}", story.name);
            }
        }
    }
}

#[test]
fn the_confirmation_holds_every_field_that_was_entered() {
    let (lead, event) = STORIES[0].told();
    let telling = told_of(&lead, &event).next().unwrap();
    assert_eq!(telling.topic, Topic::LeadConfirmation);
    let mail = mail(&lead, &event, telling, &reader(Language::En, telling), &site()).unwrap();
    let entered = [
        "Plus",
        "Ingrid Hallström",
        "ingrid@lampverket.example",
        "+46 70 123 45 67",
        "Lampverket & Söner AB",
        "https://lampverket.example",
        "Sweden",
        "lampverket.myshopify.com",
        "Within 3 months",
        "Magento 2.4",
        "USD 5–20 million",
        "Yes, sell it with me",
        "They sell 2,100 lamps",
        "A-2026-17",
        "agreed to be contacted",
    ];
    for field in entered {
        assert!(mail.text.as_str().contains(field), "{field} is not in {}", mail.text.as_str());
        let escaped = field.replace('&', "&#38;");
        assert!(mail.html.as_str().contains(&escaped), "{escaped} is not in the HTML");
    }
}

#[test]
fn a_mail_quotes_the_committed_event_and_not_what_came_after_it() {
    let (mut lead, event) = STORIES.iter().find(|story| story.name == "work_started").unwrap().told();
    // It was decided before the mail was written, or is sent again long after.
    let before = text_of(&lead, &event);
    stories::reject(&mut lead);
    assert_eq!(lead.status, Status::NotEligible);
    let after = text_of(&lead, &event);
    assert!(after.contains("from Submitted to In progress"), "{after}");
    assert!(!after.contains("Not eligible"), "{after}");
    // The deadline was met or is void, so it is no longer promised.
    let promise = before.lines().find(|line| line.contains("decides by")).unwrap();
    assert!(!after.contains(promise));
}

fn text_of(lead: &Lead, event: &Event) -> String {
    let telling = told_of(lead, event).next().unwrap();
    let mail = mail(lead, event, telling, &reader(Language::En, telling), &site()).unwrap();
    mail.text.as_str().to_owned()
}

#[test]
fn a_moment_is_what_the_lead_was_then() {
    for story in STORIES {
        let lead = story.lead();
        let last = lead.timeline.last().unwrap();
        let moment = Moment::after(&lead, last);
        assert_eq!(moment.facts, lead.facts(), "{}", story.name);
        assert_eq!(moment.due, lead.due, "{}", story.name);
    }
}

#[test]
fn what_a_partner_typed_comes_out_as_text() {
    const TYPED: &str = "<img src=x onerror=alert(1)>\"'&";
    let lead = typed(TYPED);
    for event in &lead.timeline {
        for telling in told_of(&lead, event) {
            let mail = mail(&lead, event, telling, &reader(Language::En, telling), &site()).unwrap();
            let html = mail.html.as_str();
            assert!(!html.contains("<img"), "{html}");
            assert!(html.contains("&#60;img src=x onerror=alert(1)&#62;&#34;&#39;&#38;"), "{html}");
            assert!(mail.text.as_str().contains(TYPED));
        }
    }
}

#[test]
fn an_answer_reaches_the_other_side_and_is_spoken_of_only_where_it_does() {
    let (lead, event) = STORIES.iter().find(|story| story.name == "question_asked").unwrap().told();
    let telling = told_of(&lead, &event).next().unwrap();
    let known = reader(Language::En, telling);
    let unknown = Reader { reply_to: None, ..known.clone() };
    let write = |reader: &Reader| mail(&lead, &event, telling, reader, &site()).unwrap();
    assert_eq!(write(&known).reply_to, known.reply_to);
    assert!(write(&known).text.as_str().contains("Reply to this mail"));
    assert!(!write(&unknown).text.as_str().contains("Reply to this mail"));
}

#[test]
fn the_former_representative_gets_no_link_and_nothing_of_the_contact() {
    let (lead, event) = STORIES.iter().find(|story| story.name == "reassigned").unwrap().told();
    let telling =
        told_of(&lead, &event).find(|telling| telling.audience == Audience::FormerRepresentative).unwrap();
    let mail = mail(&lead, &event, telling, &reader(Language::En, telling), &site()).unwrap();
    for gone in ["https://guildhall.example", lead.form.contact_email.as_str()] {
        assert!(!mail.text.as_str().contains(gone), "{gone}");
    }
}
