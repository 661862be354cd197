//! Amounts of money. Each is shown in its own currency; nothing here adds or converts.

use guildhall_domain::money::{Currency, Money};
use js_sys::{Intl, Reflect};
use wasm_bindgen::JsValue;

use super::{call, decimal, locale, options};

const COMPACT: [(&str, &str); 3] =
    [("notation", "compact"), ("minimumFractionDigits", "0"), ("maximumFractionDigits", "1")];

/// `$1,250.00`, with as many decimals as the currency has.
#[must_use]
pub fn money(amount: Money) -> String {
    worded(amount, &in_currency(amount.currency))
}

/// `+$20.00` or `−$20.00`: for entries, whose sign is what matters.
#[must_use]
pub fn signed_money(amount: Money) -> String {
    let mut pairs = in_currency(amount.currency).to_vec();
    pairs.push(("signDisplay", "exceptZero"));
    worded(amount, &pairs)
}

/// `$2.4K`: for the lines of a drawing, where the exact amount stands elsewhere.
#[must_use]
pub fn compact_money(amount: Money) -> String {
    let mut pairs = in_currency(amount.currency).to_vec();
    pairs.extend(COMPACT);
    short(amount, &pairs)
}

/// `2.4K`: as [`compact_money`], where the currency stands beside it already.
#[must_use]
pub fn compact_number(amount: Money) -> String {
    short(amount, &COMPACT)
}

/// How many decimals a currency has: two for USD, none for VND.
#[must_use]
pub fn decimals(currency: Currency) -> usize {
    let pairs = [("style", "currency"), ("currency", currency.code())];
    decimals_of(&Intl::NumberFormat::new(&locale(), &options(&pairs)))
}

fn in_currency(currency: Currency) -> [(&'static str, &'static str); 3] {
    [("style", "currency"), ("currency", currency.code()), ("currencyDisplay", display_of(currency))]
}

/// The shortest sign that is nobody else's: a bare `kr` could be of three countries, and a bare `$` is the dollar that
/// the programme keeps its money in.
fn display_of(currency: Currency) -> &'static str {
    match currency.code() {
        "AUD" | "CAD" | "DKK" | "NOK" | "SEK" | "SGD" => "symbol",
        _ => "narrowSymbol",
    }
}

fn worded(amount: Money, pairs: &[(&str, &str)]) -> String {
    let format = Intl::NumberFormat::new(&locale(), &options(pairs));
    written(amount, &format, decimals_of(&format))
}

/// What a format that rounds says; it does not know the currency's own decimals any more.
fn short(amount: Money, pairs: &[(&str, &str)]) -> String {
    let format = Intl::NumberFormat::new(&locale(), &options(pairs));
    written(amount, &format, decimals(amount.currency))
}

fn written(amount: Money, format: &Intl::NumberFormat, places: usize) -> String {
    let text = call(&format.format(), &JsValue::from_str(&decimal::decimal(amount.minor, places)));
    // English writes a hyphen, which is easily overlooked before a figure.
    text.replace('-', "−")
}

fn decimals_of(format: &Intl::NumberFormat) -> usize {
    let digits = Reflect::get(&format.resolved_options(), &JsValue::from_str("maximumFractionDigits"));
    decimal::places(digits.ok().and_then(|digits| digits.as_f64()).unwrap_or(2.0))
}
