//! Numbers, prices, dates and names of countries in the language that is spoken.
//!
//! A page must read the same wherever it was made, so nothing here asks the browser, countries aside: it has their
//! names already, in the very words that the server's table holds, and 14 KB need not be downloaded again.

mod date;
mod number;
mod order;
mod price;

pub use date::{day, month};
pub use number::{number, one_decimal};
pub use order::sort_key;
pub use price::price;

use guildhall_domain::country::Country;

/// The country's name.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn country(country: Country) -> String {
    guildhall_domain::country::name(country, crate::i18n::language()).to_owned()
}

/// The country's name.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn country(country: Country) -> String {
    use js_sys::{Array, Intl, Object, Reflect};
    use wasm_bindgen::JsValue;

    let tag = match crate::i18n::language().tag() {
        "en" => "en-GB",
        other => other,
    };
    let options = Object::new();
    let _ = Reflect::set(&options, &JsValue::from_str("type"), &JsValue::from_str("region"));
    let names = Intl::DisplayNames::new(&Array::of1(&JsValue::from_str(tag)), &options);
    names.of(country.code()).map_or_else(|| country.code().to_owned(), String::from)
}
