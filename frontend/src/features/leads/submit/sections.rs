//! Where the form's sections begin. The fields and their order are the contract's.

use guildhall_contract::fields::FieldRule;
use guildhall_contract::lead_form::lead_fields;
use guildhall_domain::lead::Product;

use super::words::Text;
use crate::i18n::texts;

/// The first field of each section, with its title.
const STARTS: [(&str, Text); 4] = [
    ("contact_name", texts::submit::section_contact),
    ("company", texts::submit::section_business),
    ("sales_support", texts::submit::section_support),
    ("description", texts::submit::section_before),
];

/// The first of two short fields that stand beside each other.
const PAIRED: [&str; 2] = ["expected_timing", "location_count"];

/// One section of a form: its title and its rows of one or two fields.
pub(super) struct Section {
    pub(super) title: Text,
    pub(super) rows: Vec<Vec<FieldRule>>,
    /// After it enough is known to ask whether the merchant is.
    pub(super) names_merchant: bool,
}

/// The sections of a product's form.
pub(super) fn sections(product: Product) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for rule in lead_fields(product) {
        if let Some((_, title)) = STARTS.iter().find(|(name, _)| *name == rule.name) {
            let names_merchant = rule.name == "company";
            sections.push(Section { title: *title, rows: Vec::new(), names_merchant });
        }
        let Some(section) = sections.last_mut() else { continue };
        match section.rows.last_mut() {
            Some(row) if row.len() == 1 && PAIRED.contains(&row[0].name) => row.push(*rule),
            _ => section.rows.push(vec![*rule]),
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sections_ask_every_field_of_the_contract_in_its_order() {
        for product in Product::ALL {
            let asked: Vec<_> =
                sections(product).into_iter().flat_map(|section| section.rows).flatten().collect();
            let asked: Vec<_> = asked.iter().map(|rule| rule.name).collect();
            let fields: Vec<_> = lead_fields(product).iter().map(|rule| rule.name).collect();
            assert_eq!(asked, fields);
            assert_eq!(sections(product).len(), STARTS.len());
        }
    }
}
