//! The time of day somewhere else.

use js_sys::{Array, Date, Function, Intl, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{call, locale, options};

/// `14:02` in an IANA time zone; nothing if the browser does not know the zone.
#[must_use]
pub fn time_in_zone(milliseconds: f64, zone: &str) -> Option<String> {
    let get = |object: &JsValue, name: &str| Reflect::get(object, &JsValue::from_str(name)).ok();
    let make: Function = get(&get(&js_sys::global(), "Intl")?, "DateTimeFormat")?.dyn_into().ok()?;
    let options = options(&[("hour", "2-digit"), ("minute", "2-digit"), ("timeZone", zone)]);
    // Made this way because a zone that is not known is an exception.
    let format = Reflect::construct(&make, &Array::of2(&locale(), &options)).ok()?;
    let format: Intl::DateTimeFormat = format.unchecked_into();
    Some(call(&format.format(), &Date::new(&JsValue::from_f64(milliseconds))))
}

/// The IANA time zones that the browser knows, by name; none where it cannot say.
#[must_use]
pub fn time_zones() -> Vec<String> {
    let get = |object: &JsValue, name: &str| Reflect::get(object, &JsValue::from_str(name)).ok();
    let zones = || {
        let intl = get(&js_sys::global(), "Intl")?;
        let list: Function = get(&intl, "supportedValuesOf")?.dyn_into().ok()?;
        let zones: Array = list.call1(&intl, &JsValue::from_str("timeZone")).ok()?.dyn_into().ok()?;
        Some(zones.iter().filter_map(|zone| zone.as_string()).collect())
    };
    zones().unwrap_or_default()
}
