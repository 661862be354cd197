//! The words of each field. The contract says which there are; a test holds the two together.

use crate::i18n::{Text, texts};

/// What is asked, and how to answer.
pub(super) fn question(name: &str) -> Option<(Text, Option<Text>)> {
    use texts::inquiry as t;
    let found: (Text, Option<Text>) = match name {
        "contact_name" => (t::contact_name, None),
        "contact_email" => (t::contact_email, Some(t::contact_email_hint)),
        "contact_phone" => (t::contact_phone, Some(texts::submit::phone_hint)),
        "company" => (t::company, None),
        "store" => (t::store, Some(t::store_hint)),
        "website" => (t::website, Some(texts::submit::website_hint)),
        "country" => (t::country, None),
        "service" => (t::service, None),
        "budget" => (t::budget, Some(t::budget_hint)),
        "goal" => (t::goal, Some(t::goal_hint)),
        _ => return None,
    };
    Some(found)
}

/// What to say when nothing was answered.
pub(super) fn required(name: &str) -> &'static str {
    use texts::inquiry as t;
    match name {
        "contact_name" => t::contact_name_needed(),
        "contact_email" => t::contact_email_needed(),
        "company" => t::company_needed(),
        "country" => t::country_needed(),
        "service" => t::service_needed(),
        "budget" => t::budget_needed(),
        "goal" => t::goal_needed(),
        "consent" => t::consent_needed(),
        _ => texts::submit::answer_needed(),
    }
}

#[cfg(test)]
mod tests {
    use guildhall_contract::fields::Need;
    use guildhall_contract::inquiry_form::INQUIRY_FIELDS;

    use super::*;

    #[test]
    fn every_field_has_its_words_but_for_the_consent_which_names_the_partner() {
        for rule in INQUIRY_FIELDS {
            assert_eq!(question(rule.name).is_some(), rule.name != "consent", "{}", rule.name);
        }
    }

    #[test]
    fn every_required_field_says_what_to_answer() {
        for rule in INQUIRY_FIELDS.iter().filter(|rule| rule.need == Need::Required) {
            assert_ne!(required(rule.name), texts::submit::answer_needed(), "{}", rule.name);
        }
    }
}
