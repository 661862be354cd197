//! Dates, numbers, money and names of countries, worded by the browser's own `Intl` in the reader's
//! language. Read inside a view, all of them follow the language.

mod decimal;
mod money;
mod relative;
mod zone;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use guildhall_domain::audit::Month;
use guildhall_domain::country::Country;
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::browser;
use crate::i18n::language;
pub use guildhall_pages::format::{country, number};
pub use money::{compact_money, compact_number, decimals, money, signed_money};
use relative::Distance;
pub use zone::{time_in_zone, time_zones};

/// `British` English in the plain form; the other two have one form each.
fn locale() -> Array {
    let tag = match language().tag() {
        "en" => "en-GB",
        other => other,
    };
    Array::of1(&JsValue::from_str(tag))
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        let _ = Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    object
}

fn call(function: &Function, value: &JsValue) -> String {
    function.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn date_with(milliseconds: f64, pairs: &[(&str, &str)]) -> String {
    let format = Intl::DateTimeFormat::new(&locale(), &options(pairs));
    call(&format.format(), &Date::new(&JsValue::from_f64(milliseconds)))
}

#[allow(clippy::cast_precision_loss, reason = "milliseconds of any date fit into 53 bits")]
fn milliseconds(at: DateTime<Utc>) -> f64 {
    at.timestamp_millis() as f64
}

/// `12 May 2026`.
#[must_use]
pub fn date(at: DateTime<Utc>) -> String {
    date_with(milliseconds(at), &[("day", "numeric"), ("month", "short"), ("year", "numeric")])
}

/// `12 May`, with the year when it is not this one: for tables, where the exact time is on hover.
#[must_use]
pub fn short_date(at: DateTime<Utc>) -> String {
    let this_year = Date::new_0().get_full_year();
    if Date::new(&JsValue::from_f64(milliseconds(at))).get_full_year() != this_year {
        return date(at);
    }
    date_with(milliseconds(at), &[("day", "numeric"), ("month", "short")])
}

/// `1 March 2024`, for a day that no time zone moves.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    let at = day.and_time(chrono::NaiveTime::MIN).and_utc();
    let pairs = [("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")];
    date_with(milliseconds(at), &pairs)
}

/// `Tuesday 19 May`, with the year when it is not this one, for a day that no time zone moves.
#[must_use]
pub fn weekday(day: NaiveDate) -> String {
    let at = day.and_time(chrono::NaiveTime::MIN).and_utc();
    let mut pairs = vec![("weekday", "long"), ("day", "numeric"), ("month", "long"), ("timeZone", "UTC")];
    if day.year() != browser::today().year() {
        pairs.push(("year", "numeric"));
    }
    date_with(milliseconds(at), &pairs)
}

/// `19 May`, with the year when it is not this one, for a day that no time zone moves.
#[must_use]
pub fn short_day(day: NaiveDate) -> String {
    let at = day.and_time(chrono::NaiveTime::MIN).and_utc();
    let mut pairs = vec![("day", "numeric"), ("month", "short"), ("timeZone", "UTC")];
    if day.year() != browser::today().year() {
        pairs.push(("year", "numeric"));
    }
    date_with(milliseconds(at), &pairs)
}

/// `16–30 November 2026`, of days that no time zone moves.
#[must_use]
pub fn span(first: NaiveDate, last: NaiveDate) -> String {
    let pairs = [("day", "numeric"), ("month", "short"), ("year", "numeric"), ("timeZone", "UTC")];
    let format = Intl::DateTimeFormat::new(&locale(), &options(&pairs));
    let date = |day: NaiveDate| {
        Date::new(&JsValue::from_f64(milliseconds(day.and_time(chrono::NaiveTime::MIN).and_utc())))
    };
    let range = Reflect::get(&format, &JsValue::from_str("formatRange"));
    let range = range.ok().and_then(|range| range.dyn_into::<Function>().ok());
    let text = range.and_then(|range| range.call2(&format, &date(first), &date(last)).ok()?.as_string());
    text.unwrap_or_else(|| format!("{} – {}", day(first), day(last)))
}

/// `in 3 days`, `tomorrow`, `2 days ago`, as the reader counts days.
#[must_use]
pub fn relative_day(day: NaiveDate) -> String {
    let format = Intl::RelativeTimeFormat::new(&locale(), &options(&[("numeric", "auto")]));
    let days = day.signed_duration_since(browser::today()).num_days();
    #[allow(clippy::cast_precision_loss, reason = "days between dates are few")]
    format.format(days as f64, "day").into()
}

/// `May 2026`.
#[must_use]
pub fn month(month: Month) -> String {
    in_month(month, &[("month", "long"), ("year", "numeric"), ("timeZone", "UTC")])
}

/// `May`, where the year stands elsewhere.
#[must_use]
pub fn short_month(month: Month) -> String {
    in_month(month, &[("month", "short"), ("timeZone", "UTC")])
}

fn in_month(month: Month, pairs: &[(&str, &str)]) -> String {
    let first = NaiveDate::from_ymd_opt(i32::from(month.year()), u32::from(month.number()), 1);
    let at = first.unwrap_or_default().and_time(chrono::NaiveTime::MIN).and_utc();
    date_with(milliseconds(at), pairs)
}

/// `12 May 2026, 11:48`.
#[must_use]
pub fn date_and_time(at: DateTime<Utc>) -> String {
    let pairs = [
        ("day", "numeric"),
        ("month", "short"),
        ("year", "numeric"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
    ];
    date_with(milliseconds(at), &pairs)
}

/// `11:48`, of a moment in the browser's clock.
#[must_use]
pub fn time_of_day(milliseconds: f64) -> String {
    date_with(milliseconds, &[("hour", "2-digit"), ("minute", "2-digit")])
}

/// `12 min ago`, `yesterday`, and the date for what is a week old or more.
#[must_use]
pub fn relative_time(at: DateTime<Utc>) -> String {
    let (value, unit) = match relative::distance(milliseconds(at), browser::now_ms()) {
        Distance::Far => return short_date(at),
        Distance::Near { value, unit } => (value, unit),
    };
    let format =
        Intl::RelativeTimeFormat::new(&locale(), &options(&[("numeric", "auto"), ("style", "short")]));
    format.format(value, unit).into()
}

/// A text without case and accents, to search in: `Đà Nẵng` is found by `da nang`.
#[must_use]
pub fn folded(text: &str) -> String {
    let apart = String::from(js_sys::JsString::from(text).normalize("NFD"));
    let letters = apart.chars().filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}'));
    letters.flat_map(char::to_lowercase).map(|letter| if letter == 'đ' { 'd' } else { letter }).collect()
}

/// Every country with its name, in the order of the reader's language.
#[must_use]
pub fn countries() -> Vec<(&'static str, String)> {
    let names = Intl::DisplayNames::new(&locale(), &options(&[("type", "region")]));
    let compare = Intl::Collator::new(&locale(), &Object::new()).compare();
    let mut all: Vec<_> = Country::all()
        .map(|country| (country.code(), names.of(country.code()).map_or_else(String::new, String::from)))
        .collect();
    all.sort_by(|a, b| {
        let order = compare.call2(&JsValue::UNDEFINED, &JsValue::from_str(&a.1), &JsValue::from_str(&b.1));
        order.ok().and_then(|order| order.as_f64()).unwrap_or(0.0).total_cmp(&0.0)
    });
    all
}
