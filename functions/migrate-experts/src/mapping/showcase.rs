//! What shows a partner elsewhere.

use guildhall_contract::migrations::{OldLink, OldWork};
use guildhall_contract::profile_form::{SOCIAL_URL, WORK_LINK};
use guildhall_domain::migration::Outcome;
use guildhall_domain::profile::{ContentLimits, FeaturedWork, SocialLink, SocialNetwork};
use guildhall_domain::text::website_host;

use super::fitting::{fitting, line, outcome_of_list};

/// Pieces of work, the first six.
pub(super) fn works(old: &[OldWork]) -> (Vec<FeaturedWork>, Outcome) {
    let work = |one: &OldWork| {
        let (title, _) = line(Some(&one.title), ContentLimits::WORK_TITLE);
        let (description, _) = line(one.description.as_deref(), ContentLimits::WORK_TEXT);
        let link = one.link.as_deref().and_then(|link| match fitting(&WORK_LINK, link) {
            Ok(link) | Err(link) => link,
        });
        (!title.is_empty()).then_some(FeaturedWork { title, description, link })
    };
    let found: Vec<_> = old.iter().filter_map(work).take(ContentLimits::FEATURED_WORK).collect();
    let before: Vec<_> = old
        .iter()
        .map(|one| described(&one.title, one.description.as_deref(), one.link.as_deref()))
        .collect();
    let after: Vec<_> =
        found.iter().map(|one| described(&one.title, Some(&one.description), one.link.as_deref())).collect();
    let outcome = outcome_of_list(&before, &after);
    (found, outcome)
}

/// Pages in social networks, each network once.
pub(super) fn links(old: &[OldLink]) -> (Vec<SocialLink>, Outcome) {
    let mut found: Vec<SocialLink> = Vec::new();
    for one in old {
        let url = match fitting(&SOCIAL_URL, &one.url) {
            Ok(url) | Err(url) => url,
        };
        let Some(url) = url else { continue };
        let Some(network) = network_of(&url) else { continue };
        if !found.iter().any(|link| link.network == network) {
            found.push(SocialLink { network, url });
        }
    }
    let before: Vec<_> = old.iter().map(|one| one.url.clone()).collect();
    let after: Vec<_> = found.iter().map(|link| link.url.clone()).collect();
    let outcome = outcome_of_list(&before, &after);
    (found, outcome)
}

/// The network whose page it is. What it was called does not matter: the page tells.
fn network_of(url: &str) -> Option<SocialNetwork> {
    let host = website_host(url);
    let is_of = |own: &str| host == own || host.strip_suffix(own).is_some_and(|rest| rest.ends_with('.'));
    SocialNetwork::ALL.into_iter().find(|network| network.hosts().iter().any(|own| is_of(own)))
}

fn described(title: &str, text: Option<&str>, link: Option<&str>) -> String {
    let parts = [Some(title), text, link].into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}
