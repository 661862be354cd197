//! The few things that are asked of the browser itself.

use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, Storage};

fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn session() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Keeps a text in this browser. A browser that keeps nothing loses the convenience, nothing else.
pub fn keep(key: &str, value: &str) {
    if let Some(storage) = local() {
        let _ = storage.set_item(key, value);
    }
}

/// What [`keep`] kept.
#[must_use]
pub fn kept(key: &str) -> Option<String> {
    local()?.get_item(key).ok().flatten()
}

/// Forgets what [`keep`] kept.
pub fn forget(key: &str) {
    if let Some(storage) = local() {
        let _ = storage.remove_item(key);
    }
}

/// Keeps a text for this tab only.
pub fn keep_in_tab(key: &str, value: &str) {
    if let Some(storage) = session() {
        let _ = storage.set_item(key, value);
    }
}

/// What [`keep_in_tab`] kept.
#[must_use]
pub fn kept_in_tab(key: &str) -> Option<String> {
    session()?.get_item(key).ok().flatten()
}

/// Forgets what [`keep_in_tab`] kept.
pub fn forget_in_tab(key: &str) {
    if let Some(storage) = session() {
        let _ = storage.remove_item(key);
    }
}

/// The reader's languages, most wanted first.
#[must_use]
pub fn languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Whether the browser believes that it has a network.
#[must_use]
pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// Milliseconds since 1970.
#[must_use]
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// The day that it is where the reader is.
#[must_use]
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// A moment in this browser's clock.
#[must_use]
pub fn moment(milliseconds: f64) -> DateTime<Utc> {
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are whole and small enough")]
    DateTime::from_timestamp_millis(milliseconds as i64).unwrap_or_default()
}

/// The origin of this page, for example `https://guildhall.example`.
#[must_use]
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Path, query and fragment of this page.
#[must_use]
pub fn here() -> String {
    let location = window().location();
    [location.pathname(), location.search(), location.hash()].into_iter().flatten().collect()
}

/// Leaves the application for another address.
pub fn leave_for(url: &str) {
    let _ = window().location().assign(url);
}

/// Loads the application anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Sets an attribute of `<html>`, or takes it away.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else { return };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Says what stands in a `<meta>` of the document's head, which is added where there is none.
pub fn set_meta(name: &str, content: &str) {
    let found = document().query_selector(&format!("meta[name=\"{name}\"]")).ok().flatten();
    let made = || {
        let meta = document().create_element("meta").ok()?;
        let _ = meta.set_attribute("name", name);
        document().head()?.append_child(&meta).ok()?;
        Some(meta)
    };
    if let Some(meta) = found.or_else(made) {
        let _ = meta.set_attribute("content", content);
    }
}

/// Says what language the document is in.
pub fn set_document_language(tag: &str) {
    set_root_attribute("lang", Some(tag));
}

/// Moves the focus to the first element that a selector finds, once the page has been drawn.
pub fn focus_soon(selector: &str) {
    let selector = selector.to_owned();
    request_animation_frame(move || {
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            open_around(&element);
            let _ = element.focus();
        }
    });
}

/// Nothing inside closed `<details>` can take the focus.
fn open_around(element: &HtmlElement) {
    let mut around = element.parent_element();
    while let Some(outer) = around {
        if let Some(details) = outer.dyn_ref::<web_sys::HtmlDetailsElement>() {
            details.set_open(true);
        }
        around = outer.parent_element();
    }
}

/// Moves the focus to the element with this id, once the page has been drawn.
pub fn focus_id_soon(id: &str) {
    focus_soon(&format!("#{id}"));
}

/// Moves the focus to something that is no control, so that reading goes on there.
pub fn focus_for_reading_soon(selector: &str) {
    let selector = selector.to_owned();
    request_animation_frame(move || {
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            element.set_tab_index(-1);
            let _ = element.focus();
        }
    });
}

/// Whether the element with this id has the focus.
#[must_use]
pub fn has_focus(id: &str) -> bool {
    document().active_element().is_some_and(|element| element.id() == id)
}

/// Random bytes that nobody can guess.
#[must_use]
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}

/// Hands a file to the reader.
///
/// # Errors
/// When the browser refuses to make one.
pub fn download(name: &str, kind: &str, content: &str) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(content));
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&url)
}

/// What stands in a file that the reader chose.
///
/// # Errors
/// When the browser does not hand it over: it was moved or changed since.
pub async fn bytes_of(file: &web_sys::File) -> Result<Vec<u8>, JsValue> {
    let buffer = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Hands a table to the reader. Reading a text drops its byte order mark; `mark` puts one in front, by which spreadsheets see
/// that the text is UTF-8.
///
/// # Errors
/// As [`download`].
pub fn download_table(name: &str, csv: &str, mark: bool) -> Result<(), JsValue> {
    let front = if mark { "\u{feff}" } else { "" };
    download(name, "text/csv;charset=utf-8", &format!("{front}{csv}"))
}

/// `a=1&b=2`, encoded.
#[must_use]
pub fn query(pairs: &[(&str, &str)]) -> String {
    parameters(pairs).map(|parameters| parameters.to_string().into()).unwrap_or_default()
}

/// Sends a form that nobody waits for the answer of. It goes out even if the page is left right after.
pub fn post_and_leave(url: &str, pairs: &[(&str, &str)]) {
    let Some(form) = parameters(pairs) else { return };
    // A browser that sends nothing more loses nothing that the page could still mend.
    let _ = window().navigator().send_beacon_with_opt_url_search_params(url, Some(&form));
}

fn parameters(pairs: &[(&str, &str)]) -> Option<web_sys::UrlSearchParams> {
    let parameters = web_sys::UrlSearchParams::new().ok()?;
    for (key, value) in pairs {
        parameters.append(key, value);
    }
    Some(parameters)
}

/// The element with this id.
#[must_use]
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Closes a popover.
pub fn hide_popover(id: &str) {
    if let Some(element) = element(id) {
        // Where it is no popover, as on wide screens, the browser refuses, and nothing is to be done.
        let _ = element.hide_popover();
    }
}

/// What stands in the text field or list with this id.
#[must_use]
pub fn value_of(id: &str) -> Option<String> {
    let element = element(id)?;
    match element.dyn_ref::<web_sys::HtmlInputElement>() {
        Some(input) => Some(input.value()),
        None => element.dyn_ref::<web_sys::HtmlSelectElement>().map(web_sys::HtmlSelectElement::value),
    }
}

/// Takes an element away.
pub fn remove_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}

/// Shows an element that was hidden.
pub fn unhide_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let _ = element.remove_attribute("hidden");
    }
}
