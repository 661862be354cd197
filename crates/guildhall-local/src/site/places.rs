//! What stands at which path: the same map as the content delivery network's.

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// A file of the build, or one that was published beside the pages.
    File,
    /// A file at the top that is published: the map of the site, and what robots may read.
    Notice,
    /// A place in the app.
    App,
    /// The directory's first page, which is a place in the app as long as it is not published.
    Directory(String),
    /// A published page. Whatever is not published does not exist.
    Page(String),
}

/// The languages that have a prefix. English has none.
const PREFIXES: [&str; 2] = ["sv", "vi"];

/// What the path leads to, which is given without its leading slash.
pub(super) fn place(path: &str) -> Place {
    let segments: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    let in_language = if PREFIXES.contains(&segments[0]) { &segments[1..] } else { &segments[..] };
    match in_language {
        ["directory", rest @ ..] => in_directory(&segments, rest),
        _ if matches!(path, "sitemap.xml" | "robots.txt") => Place::Notice,
        _ if segments[0] == "assets" && segments.len() > 1 => Place::File,
        [name] if segments.len() == 1 && name.contains('.') => Place::File,
        _ => Place::App,
    }
}

fn in_directory(segments: &[&str], rest: &[&str]) -> Place {
    // Only what can be the name of a page is looked for, so no path leads anywhere else.
    let key = if segments.iter().all(|segment| is_name(segment)) {
        format!("{}/index.html", segments.join("/"))
    } else {
        String::new()
    };
    match rest {
        [] => Place::Directory(key),
        ["search"] => Place::App,
        ["services", ..] => Place::Page(key),
        [_handle, "contact" | "review"] => Place::App,
        _ => Place::Page(key),
    }
}

/// Whether a segment can be part of a page's address: small letters, digits and hyphens.
fn is_name(segment: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=100).contains(&segment.len()) && segment.bytes().all(plain)
}

/// Whether a path can be the name of a published file: nothing hidden, nothing above, nothing encoded.
pub(super) fn is_safe(path: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    path.split('/')
        .all(|segment| !segment.is_empty() && !segment.starts_with('.') && segment.bytes().all(plain))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn page(key: &str) -> Place {
        Place::Page(key.to_owned())
    }

    #[rstest]
    #[case("", Place::App)]
    #[case("leads", Place::App)]
    #[case("referrals/leads/norrsken.0123", Place::App)]
    #[case("index.html", Place::File)]
    #[case("assets/app.js", Place::File)]
    #[case("sitemap.xml", Place::Notice)]
    #[case("robots.txt", Place::Notice)]
    #[case("sv/robots.txt", Place::App)]
    #[case("directory", Place::Directory("directory/index.html".to_owned()))]
    #[case("sv/directory/", Place::Directory("sv/directory/index.html".to_owned()))]
    #[case("directory/search", Place::App)]
    #[case("vi/directory/search", Place::App)]
    #[case("directory/norrsken/contact", Place::App)]
    #[case("directory/norrsken/review", Place::App)]
    #[case("directory/norrsken", page("directory/norrsken/index.html"))]
    #[case("vi/directory/norrsken/", page("vi/directory/norrsken/index.html"))]
    #[case("directory/services/marketing/seo", page("directory/services/marketing/seo/index.html"))]
    #[case("directory/services", page("directory/services/index.html"))]
    #[case("directory/norrsken/other", page("directory/norrsken/other/index.html"))]
    #[case("de/directory", Place::App)]
    #[case("directory/../secret", page(""))]
    #[case("directory/%2e%2e/secret", page(""))]
    #[case("directory//x", page(""))]
    #[case("directory/.hidden", page(""))]
    #[case("directory/NORRSKEN", page(""))]
    fn every_path_leads_to_one_place(#[case] path: &str, #[case] expected: Place) {
        assert_eq!(place(path), expected);
    }

    #[test]
    fn no_name_of_a_published_file_leads_out_of_the_folder() {
        assert!(is_safe("assets/pages-0123abcd.css") && is_safe("sitemap.xml"));
        for path in ["../x", "assets/../x", "assets//x", "/x", "assets/.x", "a\\b", "a%2fb", "a/..", ""] {
            assert!(!is_safe(path), "{path}");
        }
    }
}
