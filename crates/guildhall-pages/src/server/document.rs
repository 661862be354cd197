use guildhall_domain::policy::Language;
use leptos::prelude::*;

use super::{escape, structured};
use crate::address::Place;
use crate::frame::PublicFrame;
use crate::i18n::in_language;
use crate::page::Page;
use crate::pages::{
    AboutProfiles, CategoryPage, DirectoryHome, HowRankingWorks, MovingPage, ProfilePage, ReviewPolicy,
    ServicePage,
};
use crate::site::Site;

/// A page as a whole document. Nothing for a profile whose handle is none, since it has no address.
#[must_use]
pub fn render(page: &Page<'_>, language: Language, site: &Site) -> Option<String> {
    let place = page.place()?;
    let document = in_language(language, || {
        let head = head(page, &place, language, site);
        let body = body(page, &place);
        format!(
            "<!doctype html><html lang=\"{}\"><head>{head}</head><body>{body}</body></html>\n",
            language.tag()
        )
    });
    Some(document)
}

fn head(page: &Page<'_>, place: &Place, language: Language, site: &Site) -> String {
    let title = escape::html(&page.title());
    let description = escape::html(&page.description());
    let address = escape::html(&site.address(place, language));
    let image = escape::html(&site.absolute("/share.png"));
    let kind = match page {
        Page::Profile(..) => "profile",
        Page::Home(_) | Page::Category(..) | Page::Service(..) => "website",
        Page::HowRankingWorks | Page::ReviewPolicy | Page::Moving(_) | Page::AboutProfiles => "article",
    };
    let mut head = format!(
        "<meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <title>{title}</title>\
         <meta name=\"description\" content=\"{description}\">\
         <link rel=\"canonical\" href=\"{address}\">"
    );
    for other in Language::ALL {
        head.push_str(&alternate(other.tag(), &site.address(place, other)));
    }
    head.push_str(&alternate("x-default", &site.address(place, Language::En)));
    head.push_str(&format!(
        "<meta property=\"og:site_name\" content=\"Guildhall\">\
         <meta property=\"og:type\" content=\"{kind}\">\
         <meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{description}\">\
         <meta property=\"og:url\" content=\"{address}\">\
         <meta property=\"og:image\" content=\"{image}\">\
         <meta property=\"og:locale\" content=\"{}\">\
         <link rel=\"icon\" href=\"/mark.svg\" type=\"image/svg+xml\">\
         <script src=\"/theme.js\"></script>\
         <link rel=\"stylesheet\" href=\"/public.css\">",
        locale(language)
    ));
    if let Some(graph) = structured::graph(page, site) {
        let graph = escape::json(&graph);
        head.push_str(&format!("<script type=\"application/ld+json\">{graph}</script>"));
    }
    head
}

fn alternate(language: &str, address: &str) -> String {
    format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"{}\">", escape::html(address))
}

/// As Open Graph writes languages.
fn locale(language: Language) -> &'static str {
    match language {
        Language::En => "en_GB",
        Language::Sv => "sv_SE",
        Language::Vi => "vi_VN",
    }
}

fn body(page: &Page<'_>, place: &Place) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let here = place.path(Language::En);
        let hero = matches!(page, Page::Home(_));
        let content = content(page);
        view! { <PublicFrame here=here hero=hero>{content}</PublicFrame> }.to_html()
    });
    // Marks that a browser needs to take a page over; nobody takes this one over. No text can look like one.
    html.replace("<!>", "")
}

fn content(page: &Page<'_>) -> AnyView {
    match *page {
        Page::Home(page) => view! { <DirectoryHome page=page.clone() /> }.into_any(),
        Page::Category(category, page) => {
            view! { <CategoryPage category=category page=page.clone() /> }.into_any()
        }
        Page::Service(service, page) => {
            view! { <ServicePage service=service page=page.clone() /> }.into_any()
        }
        Page::Profile(profile, reviews) => {
            view! { <ProfilePage profile=profile.clone() reviews=reviews.to_vec() /> }.into_any()
        }
        Page::HowRankingWorks => view! { <HowRankingWorks /> }.into_any(),
        Page::ReviewPolicy => view! { <ReviewPolicy /> }.into_any(),
        Page::Moving(dates) => view! { <MovingPage dates=dates /> }.into_any(),
        Page::AboutProfiles => view! { <AboutProfiles /> }.into_any(),
    }
}
