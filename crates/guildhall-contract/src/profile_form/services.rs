//! Services and their prices on the way in.

use guildhall_domain::money::{Money, PAYOUT_CURRENCIES};
use guildhall_domain::profile::{ContentLimits, Price, ServiceOffer};
use guildhall_domain::taxonomy::Service;
use serde_json::Value;

use super::object;
use super::rules::{SERVICE_TEXT, optional};
use crate::fields::{FieldCode, FieldError, FieldKind, Reader};

/// Every service that is offered, each once.
pub(super) fn read_services(reader: &mut Reader<'_>) -> Vec<ServiceOffer> {
    let mut offers = reader.list("services", Service::ALL.len(), read_service);
    for (index, offer) in offers.iter().enumerate() {
        if offers[..index].iter().any(|earlier| earlier.service == offer.service) {
            let place = format!("{}/{index}/service", reader.pointer("services"));
            reader.refuse(FieldError::at(place, FieldCode::Repeated));
        }
    }
    if offers.iter().filter(|offer| offer.featured).count() > ContentLimits::SPECIALITIES {
        reader.refuse(
            FieldError::field("services", FieldCode::TooMany).with("max", ContentLimits::SPECIALITIES),
        );
    }
    // Specialities first; the partner's own order otherwise.
    offers.sort_by_key(|offer| !offer.featured);
    offers
}

fn read_service(value: &Value, place: String) -> Result<ServiceOffer, Vec<FieldError>> {
    let body = object(value, &place)?;
    let mut reader = Reader::within(&body, place);
    let service = reader.raw("service").and_then(Value::as_str).and_then(Service::by_slug);
    if service.is_none() {
        reader.refuse(FieldError::at(reader.pointer("service"), FieldCode::ChoiceUnknown));
    }
    let featured = reader.flag(&optional("featured", FieldKind::Flag));
    let price = read_price(&mut reader);
    let description = reader.text(&SERVICE_TEXT).unwrap_or_default();
    let errors = reader.finish();
    match (service, price) {
        (Some(service), Some(price)) if errors.is_empty() => {
            Ok(ServiceOffer { service, featured, price, description })
        }
        _ => Err(errors),
    }
}

fn read_price(reader: &mut Reader<'_>) -> Option<Price> {
    let place = reader.pointer("price");
    let value = reader.raw("price").cloned().unwrap_or_default();
    let currency_known = |money: &str| {
        let code = value.pointer(&format!("/{money}/currency")).and_then(Value::as_str);
        code.is_none_or(|code| PAYOUT_CURRENCIES.contains(&code))
    };
    if !currency_known("from") || !currency_known("to") {
        let allowed = PAYOUT_CURRENCIES.join(", ");
        reader.refuse(FieldError::at(place, FieldCode::CurrencyUnknown).with("allowed", allowed));
        return None;
    }
    let Ok(price) = serde_json::from_value::<Price>(value) else {
        reader.refuse(FieldError::at(place, FieldCode::WrongKind).with("expected", "price"));
        return None;
    };
    let out_of_range = |money: Money| !(1..=ContentLimits::PRICE).contains(&money.minor);
    if price.least().is_some_and(out_of_range) || price.most().is_some_and(out_of_range) {
        reader.refuse(
            FieldError::at(place, FieldCode::OutOfRange).with("min", 1).with("max", ContentLimits::PRICE),
        );
        return None;
    }
    if let Price::Range { from, to } = price
        && (from.currency != to.currency || from.minor >= to.minor)
    {
        reader.refuse(FieldError::at(place, FieldCode::RangeInvalid));
        return None;
    }
    Some(price)
}
