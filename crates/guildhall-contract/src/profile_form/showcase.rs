//! What shows a partner elsewhere, on the way in: pieces of work, and pages in social networks.

use guildhall_domain::profile::{FeaturedWork, SocialLink, SocialNetwork};
use guildhall_domain::text::website_host;
use serde_json::Value;

use super::object;
use super::rules::{SOCIAL_URL, WORK_LINK, WORK_TEXT, WORK_TITLE};
use crate::fields::{FieldCode, FieldError, Reader};

/// A piece of work.
pub(super) fn read_work(value: &Value, place: String) -> Result<FeaturedWork, Vec<FieldError>> {
    let body = object(value, &place)?;
    let mut reader = Reader::within(&body, place);
    let title = reader.text(&WORK_TITLE);
    let description = reader.text(&WORK_TEXT).unwrap_or_default();
    let link = reader.text(&WORK_LINK);
    let errors = reader.finish();
    match title {
        Some(title) if errors.is_empty() => Ok(FeaturedWork { title, description, link }),
        _ => Err(errors),
    }
}

/// Pages in social networks, each network once.
pub(super) fn read_social(reader: &mut Reader<'_>) -> Vec<SocialLink> {
    let links = reader.list("social", SocialNetwork::ALL.len(), read_social_link);
    for (index, link) in links.iter().enumerate() {
        if links[..index].iter().any(|earlier| earlier.network == link.network) {
            let place = format!("{}/{index}/network", reader.pointer("social"));
            reader.refuse(FieldError::at(place, FieldCode::Repeated));
        }
    }
    links
}

fn read_social_link(value: &Value, place: String) -> Result<SocialLink, Vec<FieldError>> {
    let body = object(value, &place)?;
    let mut reader = Reader::within(&body, place);
    let network = reader.raw("network").and_then(Value::as_str);
    let network = network.and_then(|code| SocialNetwork::ALL.into_iter().find(|one| one.code() == code));
    if network.is_none() {
        reader.refuse(FieldError::at(reader.pointer("network"), FieldCode::ChoiceUnknown));
    }
    let url = reader.text(&SOCIAL_URL);
    if let (Some(network), Some(url)) = (network, &url)
        && !is_of(network, url)
    {
        let hosts = network.hosts().join(", ");
        reader
            .refuse(FieldError::at(reader.pointer("url"), FieldCode::NetworkMismatch).with("allowed", hosts));
    }
    let errors = reader.finish();
    match (network, url) {
        (Some(network), Some(url)) if errors.is_empty() => Ok(SocialLink { network, url }),
        _ => Err(errors),
    }
}

fn is_of(network: SocialNetwork, url: &str) -> bool {
    let host = website_host(url);
    network
        .hosts()
        .iter()
        .any(|own| host == *own || host.strip_suffix(own).is_some_and(|rest| rest.ends_with('.')))
}
