//! The frame of the one-machine system's own pages, which are written on the server and need no script.

use axum::response::Response;
use http::{HeaderValue, StatusCode, header};

/// The stepped gable with its door open.
const MARK: &str = "<svg viewBox=\"0 0 28 28\" width=\"28\" height=\"28\" aria-hidden=\"true\">\
    <path d=\"M2 26V14.5h4.5V9H11V3.5h6V9h4.5v5.5H26V26h-8v-6a4 4 0 0 0-8 0v6Z\"/></svg>";

/// A page. `sheets` come after the common style sheet.
pub(crate) fn page(status: StatusCode, language: &str, title: &str, sheets: &[&str], body: &str) -> Response {
    let sheets: String =
        sheets.iter().map(|sheet| format!("<link rel=\"stylesheet\" href=\"{sheet}\">\n")).collect();
    let document = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} · Guildhall</title>\n<link rel=\"icon\" href=\"/mark.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"stylesheet\" href=\"/auth/sign-in.css\">\n{sheets}</head>\n\
         <body>\n<header>{MARK}<span>Guildhall</span></header>\n<main>\n{body}\n</main>\n</body>\n</html>\n",
        title = escape(title),
    );
    let mut response = Response::new(document.into());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response
}

/// A style sheet.
pub(crate) fn stylesheet(text: &'static str) -> Response {
    let mut response = Response::new(text.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// Keeps an answer out of caches, other sites' frames and referrers, and lets it do what the policy says.
pub(crate) fn protect(mut response: Response, policy: &'static str) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    // Not `no-referrer`: with it a browser sends a form with `Origin: null`, which is refused.
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// Makes a text safe as HTML text and as a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup() {
        assert_eq!(escape("\"><script>'&"), "&quot;&gt;&lt;script&gt;&#39;&amp;");
    }
}
