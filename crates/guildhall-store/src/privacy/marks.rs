//! The marks that a person leaves in an item: their address, their names beside it, their signature.

use aws_sdk_dynamodb::types::AttributeValue;
use guildhall_domain::privacy::{Known, STRUCK, Subject};

use super::{is_of_place, text_of};
use crate::item::{Attributes, text};

/// What the person is known by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks<'a> {
    pub(super) subject: &'a Subject,
    pub(super) known: &'a Known,
}

/// How a signature spells the person and the name: as a map of its own, or among the columns of an entry.
const SIGNATURES: [(&str, &str); 2] = [("id", "name"), ("by", "by_name")];
/// The people of an organisation who wrote about a lead.
const CORRESPONDENTS: &str = "people";

impl Marks<'_> {
    /// Whether the item mentions the address anywhere.
    pub(super) fn is_mentioned_in(&self, item: &Attributes) -> bool {
        let mut found = false;
        visit(item, "", &mut |_, text| found |= self.subject.is_in(text));
        found
    }

    /// Every text that mentions the address, with its place.
    pub(super) fn mentions(&self, item: &Attributes) -> Vec<(String, String)> {
        let mut found = Vec::new();
        visit(item, "", &mut |place, text| {
            if self.subject.is_in(text) {
                found.push((place.to_owned(), text.to_owned()));
            }
        });
        found
    }

    /// Whether the person's name stands under something in the item.
    pub(super) fn is_signed(&self, item: &Attributes) -> bool {
        !self.signatures(item).is_empty()
    }

    /// Every name of the person under something that they did, with its place.
    pub(super) fn signatures(&self, item: &Attributes) -> Vec<(String, String)> {
        let mut found = Vec::new();
        self.visit_signatures(item, "", &mut found);
        found
    }

    fn visit_signatures(&self, map: &Attributes, place: &str, found: &mut Vec<(String, String)>) {
        if let Some(name) = self.signed_name(map) {
            found.push((format!("{place}/{name}"), text_of(map, name).to_owned()));
        }
        for (name, value) in map {
            self.visit_signatures_in(value, &format!("{place}/{name}"), found);
        }
    }

    fn visit_signatures_in(&self, value: &AttributeValue, place: &str, found: &mut Vec<(String, String)>) {
        match value {
            AttributeValue::M(map) => self.visit_signatures(map, place, found),
            AttributeValue::L(list) => {
                for (index, value) in list.iter().enumerate() {
                    self.visit_signatures_in(value, &format!("{place}/{index}"), found);
                }
            }
            _ => {}
        }
    }

    /// The field of the name, if the map is signed by the person and the name was not struck out. What the platform's
    /// own people sign is the record of their work.
    fn signed_name(&self, map: &Attributes) -> Option<&'static str> {
        let role = text_of(map, "role");
        if role != "merchant" && !role.starts_with("partner_") {
            return None;
        }
        let signed = SIGNATURES.into_iter().find(|(id, name)| {
            self.known.is_account(text_of(map, id)) && !["", STRUCK].contains(&text_of(map, name))
        });
        signed.map(|(_, name)| name)
    }

    /// Strikes the address everywhere, and names and numbers beside it wherever they are not a column of the item's own:
    /// those belong to whoever the item is about now.
    pub(super) fn strike_mentions(&self, item: &mut Attributes) {
        self.forget_correspondent(item);
        for (name, value) in item.iter_mut().filter(|(name, _)| !is_of_place(name)) {
            match value {
                AttributeValue::S(_) => self.strike_in(value, false),
                AttributeValue::M(_) if name == "form" => self.strike_in(value, false),
                _ => self.strike_in(value, true),
            }
        }
    }

    fn strike_in(&self, value: &mut AttributeValue, names: bool) {
        match value {
            AttributeValue::S(words) => {
                let struck = self.subject.strike(words);
                let known = if names { self.known.strike(struck.as_deref().unwrap_or(words)) } else { None };
                if let Some(struck) = known.or(struck) {
                    *words = struck;
                }
            }
            AttributeValue::M(map) => map.values_mut().for_each(|value| self.strike_in(value, names)),
            AttributeValue::L(list) => list.iter_mut().for_each(|value| self.strike_in(value, names)),
            _ => {}
        }
    }

    /// Whoever wrote about a lead is no longer written to.
    fn forget_correspondent(&self, item: &mut Attributes) {
        let Some(AttributeValue::M(people)) = item.get_mut(CORRESPONDENTS) else { return };
        people.retain(|id, contact| {
            let address = contact.as_m().map_or("", |contact| text_of(contact, "email"));
            !self.known.is_account(id) && !self.subject.is(address)
        });
        if people.is_empty() {
            item.remove(CORRESPONDENTS);
        }
    }

    /// Strikes the person's name under whatever they did.
    pub(super) fn strike_signatures(&self, map: &mut Attributes) {
        if let Some(name) = self.signed_name(map) {
            map.insert(name.to_owned(), text(STRUCK));
        }
        map.values_mut().for_each(|value| self.strike_signatures_in(value));
    }

    fn strike_signatures_in(&self, value: &mut AttributeValue) {
        match value {
            AttributeValue::M(map) => self.strike_signatures(map),
            AttributeValue::L(list) => list.iter_mut().for_each(|value| self.strike_signatures_in(value)),
            _ => {}
        }
    }
}

/// Shows every text of an item with its place.
fn visit(item: &Attributes, place: &str, see: &mut impl FnMut(&str, &str)) {
    for (name, value) in item.iter().filter(|(name, _)| !(place.is_empty() && is_of_place(name))) {
        visit_value(value, &format!("{place}/{name}"), see);
    }
}

fn visit_value(value: &AttributeValue, place: &str, see: &mut impl FnMut(&str, &str)) {
    match value {
        AttributeValue::S(text) => see(place, text),
        AttributeValue::M(map) => visit(map, place, see),
        AttributeValue::L(list) => {
            for (index, value) in list.iter().enumerate() {
                visit_value(value, &format!("{place}/{index}"), see);
            }
        }
        _ => {}
    }
}
