//! What is not there, by the name under which the bucket was asked for it.

/// What somebody asked for that no bucket has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missing {
    /// A place in the application, which is there all the same. The directory's first page is one as long as it is not
    /// published.
    Place,
    /// A page that is not published.
    Page,
    /// A file.
    File,
}

impl Missing {
    /// What a path of a bucket stands for, after the network has made a file's name of the address.
    pub(crate) fn at(path: &str) -> Self {
        let path = path.trim_start_matches('/');
        // The network asks for the compressed form of a file; that is missing where the file is.
        match path.strip_suffix(".br").unwrap_or(path) {
            "index.html" | "directory/index.html" | "sv/directory/index.html" | "vi/directory/index.html" => {
                Self::Place
            }
            file if file.starts_with("assets/") => Self::File,
            page if page.ends_with("/index.html") => Self::Page,
            _ => Self::File,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Missing::{self, File, Page, Place};

    #[test]
    fn every_name_stands_for_one_thing() {
        for (path, expected) in [
            ("/index.html", Place),
            ("/index.html.br", Place),
            ("/directory/index.html", Place),
            ("/vi/directory/index.html", Place),
            ("/de/directory/index.html", Page),
            ("/directory/norrsken/index.html", Page),
            ("/sv/directory/services/marketing/index.html", Page),
            ("/assets/app-0123456789abcdef.js.br", File),
            ("/assets/old/index.html", File),
            ("/robots.txt", File),
            ("/favicon.ico", File),
            ("/", File),
        ] {
            assert_eq!(Missing::at(path), expected, "{path}");
        }
    }
}
