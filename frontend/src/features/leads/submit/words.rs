//! The words of each field and each choice. The contract says which there are; a test holds the two
//! together.

use guildhall_domain::lead::Product;

use crate::i18n::texts;

pub(super) type Text = fn() -> &'static str;

/// The words of one field.
#[derive(Clone, Copy)]
pub(crate) struct FieldWords {
    /// What is asked.
    pub label: Text,
    /// How to answer.
    pub hint: Option<Text>,
    /// What the answer is called once it was given.
    pub name: Text,
}

/// The words of a field of a product's form.
pub(crate) fn field_words(product: Product, name: &str) -> Option<FieldWords> {
    use texts::submit as t;
    let (label, hint): (Text, Option<Text>) = match name {
        "contact_name" => (t::contact_name, None),
        "contact_email" => (t::contact_email, Some(t::contact_email_hint)),
        "phone" => (t::phone, Some(t::phone_hint)),
        "company" => (t::company, None),
        "website" => (t::website, Some(t::website_hint)),
        "country" => (t::country, Some(t::country_hint)),
        "existing_store" => (t::existing_store, Some(t::existing_store_hint)),
        "expected_timing" => (t::expected_timing, None),
        "current_platform" => (t::current_platform, None),
        "annual_revenue" => (t::annual_revenue, None),
        "location_count" => (t::location_count, None),
        "current_pos" => (t::current_pos, None),
        "payments_interest" => (t::payments_interest, None),
        "sales_support" => (t::sales_support, Some(t::sales_support_hint)),
        "description" => match product {
            Product::Plus => (t::description, Some(t::description_hint_plus)),
            Product::Pos => (t::description, Some(t::description_hint_pos)),
        },
        "reference" => (t::reference, Some(t::reference_hint)),
        "consent" => (t::consent, None),
        _ => return None,
    };
    // A question is long; beside its answer a word is enough.
    let name = match name {
        "sales_support" => t::section_support,
        "description" => t::description_name,
        "reference" => t::reference_name,
        "consent" => t::consent_name,
        _ => label,
    };
    Some(FieldWords { label, hint, name })
}

/// The words of a choice of a field.
pub(crate) fn choice_words(name: &str, code: &str) -> Option<Text> {
    use texts::submit as t;
    let text: Text = match (name, code) {
        ("sales_support", "requested") => t::support_requested,
        ("sales_support", "none") => t::support_none,
        ("expected_timing", "now") => t::timing_now,
        ("expected_timing", "within_3_months") => t::timing_3_months,
        ("expected_timing", "within_6_months") => t::timing_6_months,
        ("expected_timing", "later") => t::timing_later,
        ("annual_revenue", "under_1m") => t::revenue_under_1m,
        ("annual_revenue", "1m_to_5m") => t::revenue_1m_to_5m,
        ("annual_revenue", "5m_to_20m") => t::revenue_5m_to_20m,
        ("annual_revenue", "over_20m") => t::revenue_over_20m,
        ("payments_interest", "yes") => t::payments_yes,
        ("payments_interest", "no") => t::payments_no,
        ("payments_interest", "unsure") => t::payments_unsure,
        _ => return None,
    };
    Some(text)
}

/// What to say when nothing was answered.
pub(crate) fn required_words(name: &str) -> &'static str {
    use texts::submit as t;
    match name {
        "contact_name" => t::contact_name_needed(),
        "contact_email" => t::contact_email_needed(),
        "company" => t::company_needed(),
        "website" => t::website_needed(),
        "country" => t::country_needed(),
        "sales_support" => t::sales_support_needed(),
        "description" => t::description_needed(),
        "consent" => t::consent_needed(),
        _ => t::answer_needed(),
    }
}

#[cfg(test)]
mod tests {
    use guildhall_contract::fields::{FieldKind, Need};
    use guildhall_contract::lead_form::lead_fields;

    use super::*;

    #[test]
    fn every_field_and_every_choice_has_its_words() {
        for product in Product::ALL {
            for rule in lead_fields(product) {
                assert!(field_words(product, rule.name).is_some(), "{}", rule.name);
                if let FieldKind::Choice(codes) = rule.kind {
                    for code in codes {
                        assert!(choice_words(rule.name, code).is_some(), "{}: {code}", rule.name);
                    }
                }
            }
        }
    }

    #[test]
    fn every_required_field_says_what_to_answer() {
        for rule in Product::ALL.into_iter().flat_map(lead_fields).filter(|rule| rule.need == Need::Required)
        {
            assert_ne!(required_words(rule.name), texts::submit::answer_needed(), "{}", rule.name);
        }
    }
}
