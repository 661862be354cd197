//! The map of the site: every page in every language, each naming its translations.

use std::fmt::Write;

use guildhall_domain::policy::Language;
use guildhall_domain::profile::Handle;
use guildhall_domain::taxonomy::{Category, Service};
use guildhall_pages::Site;
use guildhall_pages::address::Place;

use crate::files::File;

/// How many addresses one file may hold, by the sitemap protocol.
const MOST: usize = 50_000;

const OPENING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// The map: one file, or one that leads to several. And what robots may read.
pub(crate) fn files<'a>(site: &Site, handles: impl Iterator<Item = &'a Handle>) -> Vec<File> {
    let places: Vec<Place> = places().chain(handles.cloned().map(Place::Profile)).collect();
    let parts: Vec<String> =
        places.chunks(MOST / Language::ALL.len()).map(|places| part(site, places)).collect();
    let mut files = vec![robots(site)];
    match <[String; 1]>::try_from(parts) {
        Ok([only]) => files.push(File { name: "sitemap.xml".to_owned(), text: only }),
        Err(parts) => {
            files.push(index(site, parts.len()));
            let part = |(number, text)| File { name: part_name(number), text };
            files.extend((1..).zip(parts).map(part));
        }
    }
    files
}

/// The name of a part, counted from 1.
pub(crate) fn part_name(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

/// Every page that is no profile.
pub(crate) fn places() -> impl Iterator<Item = Place> {
    let categories = Category::ALL.iter().copied().map(Place::Category);
    let services = Service::ALL.iter().copied().map(Place::Service);
    let fixed =
        [Place::Home, Place::HowRankingWorks, Place::ReviewPolicy, Place::Moving, Place::AboutProfiles];
    fixed.into_iter().chain(categories).chain(services)
}

fn part(site: &Site, places: &[Place]) -> String {
    let mut text = format!(
        "{OPENING}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    );
    for place in places {
        let mut alternates = String::new();
        let default = ("x-default", Language::En);
        for (tag, language) in
            Language::ALL.map(|language| (language.tag(), language)).into_iter().chain([default])
        {
            let address = xml(&site.address(place, language));
            let _ =
                write!(alternates, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\"/>");
        }
        for language in Language::ALL {
            let address = xml(&site.address(place, language));
            let _ = writeln!(text, "<url><loc>{address}</loc>{alternates}</url>");
        }
    }
    text.push_str("</urlset>\n");
    text
}

fn index(site: &Site, parts: usize) -> File {
    let mut text = format!("{OPENING}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for number in 1..=parts {
        let address = xml(&site.absolute(&format!("/{}", part_name(number))));
        let _ = writeln!(text, "<sitemap><loc>{address}</loc></sitemap>");
    }
    text.push_str("</sitemapindex>\n");
    File { name: "sitemap.xml".to_owned(), text }
}

/// Everything but the API, the search with its endless combinations, and forms.
fn robots(site: &Site) -> File {
    let map = site.absolute("/sitemap.xml");
    let text = format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /*/search\nDisallow: /*/contact\nDisallow: /*/review$\n\n\
         Sitemap: {map}\n"
    );
    File { name: "robots.txt".to_owned(), text }
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn handles(count: usize) -> Vec<Handle> {
        (0..count).map(|number| format!("partner-{number}").parse().expect("a handle")).collect()
    }

    fn locations(text: &str) -> usize {
        text.matches("<loc>").count()
    }

    #[test]
    fn a_small_site_has_one_map_with_every_page_in_every_language() {
        let handles = handles(2);
        let files = files(&Site::new("https://a.example"), handles.iter());
        let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["robots.txt", "sitemap.xml"]);
        let map = &files[1].text;
        assert_eq!(locations(map), (5 + 6 + 36 + 2) * 3);
        assert!(map.contains("<loc>https://a.example/sv/directory/partner-1</loc>"));
        assert!(files[0].text.contains("Sitemap: https://a.example/sitemap.xml"));
    }

    #[test]
    fn a_map_of_more_than_50_000_addresses_is_split() {
        let handles = handles(20_000);
        let files = files(&Site::new("https://a.example"), handles.iter());
        let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["robots.txt", "sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
        assert!(files[2..].iter().all(|part| locations(&part.text) <= MOST));
        assert_eq!(files[2..].iter().map(|part| locations(&part.text)).sum::<usize>(), (47 + 20_000) * 3);
        assert!(files[1].text.contains("<loc>https://a.example/sitemap-2.xml</loc>"));
    }
}
