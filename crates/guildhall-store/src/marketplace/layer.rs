//! An imported item is a pile: on top what the newest run brought, beneath it what that wrote over, and so on down to
//! the run that added it. Taking a run back takes its layer off.

use aws_sdk_dynamodb::types::AttributeValue;
use guildhall_domain::migration::RunId;

use crate::item::{Attributes, Draft, Reader, kind, number, text};
use crate::keys::Key;
use crate::table::{CHANGED_AT, GSI1PK, GSI1SK, PK, SK, TYPE, VERSION};
use crate::{Micros, StoreError};

/// The run that brought what stands on top.
const RUN: &str = "run";
/// The SHA-256 of what it brought.
const SOURCE: &str = "source";
/// What stood there before.
const BENEATH: &str = "beneath";
/// Whether the run of this layer added the item: there was nothing beneath it.
const ADDED: &str = "added";
/// Whether its customer wished to be erased. Nothing brings the item back.
pub(crate) const ERASED: &str = "customer_erased";
/// How many layers are kept. The table allows 32 levels within an item.
const LAYERS: usize = 8;

/// What a run brings for one key.
#[derive(Debug)]
pub(crate) struct Layer {
    /// What sort of item.
    pub(crate) kind: &'static str,
    /// What it holds.
    pub(crate) content: Attributes,
    /// The owner partition that it belongs to, if any.
    pub(crate) owner: Option<String>,
    /// The run.
    pub(crate) run: RunId,
    /// The SHA-256 of the content.
    pub(crate) source: String,
}

/// How an item stands to what a run brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// There is none.
    Missing,
    /// It holds the same.
    Same,
    /// It holds something else.
    Other,
    /// Its customer wished to be erased.
    Erased,
}

/// How what stands at a key compares with what is brought.
pub(crate) fn standing(there: Option<&Attributes>, source: &str) -> Standing {
    let Some(there) = there.filter(|there| !is_gone(there)) else { return Standing::Missing };
    if there.contains_key(ERASED) {
        return Standing::Erased;
    }
    if text_in(there, SOURCE) == Some(source) { Standing::Same } else { Standing::Other }
}

/// Puts a layer on top of what stands at a key.
pub(crate) fn put_on_top(
    key: &Key,
    layer: Layer,
    there: Option<&Attributes>,
    now: Micros,
) -> Result<Attributes, StoreError> {
    let version = version_of(there)? + 1;
    let mut item = Draft::new(key, layer.kind)
        .listed(version, now)
        .put(RUN, text(layer.run.to_string()))
        .put(SOURCE, text(layer.source))
        .finish();
    item.extend(layer.content);
    if let Some(owner) = layer.owner {
        item.insert(GSI1PK.to_owned(), text(owner));
        item.insert(GSI1SK.to_owned(), text(now.padded()));
    }
    let there = there.filter(|there| !is_gone(there));
    let foundation = match there {
        None => Some((ADDED, AttributeValue::Bool(true))),
        // The run said something else before: it has one layer all the same.
        Some(there) if text_in(there, RUN) == text_in(&item, RUN) => {
            [ADDED, BENEATH].into_iter().find_map(|name| there.get(name).map(|value| (name, value.clone())))
        }
        Some(there) => {
            let mut beneath = there.clone();
            beneath.retain(|name, _| ![PK, SK, TYPE, VERSION, CHANGED_AT, GSI1SK].contains(&name.as_str()));
            cut(&mut beneath, LAYERS - 1);
            Some((BENEATH, AttributeValue::M(beneath)))
        }
    };
    item.extend(foundation.map(|(name, value)| (name.to_owned(), value)));
    Ok(item)
}

/// What becomes of an item when a run is taken back.
#[derive(Debug)]
pub(crate) enum Taken {
    /// The run has nothing on top of it, or nobody knows any more what was beneath.
    Nothing,
    /// What was beneath is on top again.
    Restored(Attributes),
    /// Nothing was beneath: a mark stays, so that lists drop it.
    Removed(Attributes),
}

/// Takes a run's layer off.
pub(crate) fn take_off(item: Attributes, run: RunId, now: Micros) -> Result<Taken, StoreError> {
    let is_its_own = text_in(&item, RUN) == Some(run.to_string().as_str());
    if is_gone(&item) || item.contains_key(ERASED) || !is_its_own {
        return Ok(Taken::Nothing);
    }
    let version = version_of(Some(&item))? + 1;
    let sort = text_in(&item, TYPE).unwrap_or_default().to_owned();
    let key = Reader::new(item.clone()).place()?;
    if let Some(AttributeValue::M(beneath)) = item.get(BENEATH) {
        let mut restored = Draft::new(&key, &sort).listed(version, now).finish();
        restored.extend(beneath.clone());
        if restored.contains_key(GSI1PK) {
            restored.insert(GSI1SK.to_owned(), text(now.padded()));
        }
        return Ok(Taken::Restored(restored));
    }
    if item.contains_key(ADDED) {
        return Ok(Taken::Removed(Draft::new(&key, kind::ERASED).listed(version, now).finish()));
    }
    Ok(Taken::Nothing)
}

/// Leaves what stands on top with other content and nothing beneath, for good.
pub(crate) fn erased(item: &Attributes, content: Attributes, now: Micros) -> Result<Attributes, StoreError> {
    let mut kept = item.clone();
    kept.retain(|name, _| [PK, SK, TYPE, RUN, SOURCE].contains(&name.as_str()));
    kept.extend(content);
    kept.insert(ERASED.to_owned(), AttributeValue::Bool(true));
    kept.insert(VERSION.to_owned(), number(version_of(Some(item))? + 1));
    kept.insert(CHANGED_AT.to_owned(), number(now.0));
    Ok(kept)
}

/// Whether only a mark is left of an item.
pub(crate) fn is_gone(item: &Attributes) -> bool {
    text_in(item, TYPE) == Some(kind::ERASED)
}

/// Keeps so many layers and drops those beneath.
fn cut(layer: &mut Attributes, left: usize) {
    if left <= 1 {
        layer.remove(BENEATH);
        return;
    }
    if let Some(AttributeValue::M(beneath)) = layer.get_mut(BENEATH) {
        cut(beneath, left - 1);
    }
}

fn text_in<'a>(item: &'a Attributes, name: &str) -> Option<&'a str> {
    item.get(name).and_then(|value| value.as_s().ok()).map(String::as_str)
}

fn version_of(item: Option<&Attributes>) -> Result<u64, StoreError> {
    item.map_or(Ok(0), |item| Reader::new(item.clone()).number(VERSION))
}
