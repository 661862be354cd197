//! What a partner says of its move: customers it has written to, records it has, fields that are as they should be.

use guildhall_domain::marketplace::MarketplaceId;
use guildhall_domain::migration::{MigratedField, MoveNote};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};

/// Something to say about the move. Said again it changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MoveAction {
    /// A customer was contacted, or was not after all.
    MarkContacted {
        /// The store whose jobs are arranged.
        #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[A-Za-z0-9_-]{1,64}$"))]
        shop: MarketplaceId,
        /// Whether they were.
        contacted: bool,
    },
    /// The records were downloaded, or were not after all.
    MarkDownloaded {
        /// Whether they were.
        downloaded: bool,
    },
    /// A field of the migrated profile is as it should be.
    ReviewField {
        /// Which; one of those to review.
        field: MigratedField,
    },
}

impl MoveAction {
    /// The note that it is.
    ///
    /// # Errors
    /// A review is none; this is its field.
    pub fn into_note(self) -> Result<MoveNote, MigratedField> {
        match self {
            Self::MarkContacted { shop, contacted } => Ok(MoveNote::Contacted(shop, contacted)),
            Self::MarkDownloaded { downloaded } => Ok(MoveNote::Downloaded(downloaded)),
            Self::ReviewField { field } => Err(field),
        }
    }
}

const COMMAND: FieldRule = FieldRule {
    name: "command",
    kind: FieldKind::Choice(&["mark_contacted", "mark_downloaded", "review_field"]),
    need: Need::Required,
};
const SHOP: &str = "shop";
const FIELD: &str = "field";

/// Reads an action.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_move_action(body: &Map<String, Value>) -> Result<MoveAction, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let action = match reader.text(&COMMAND).as_deref() {
        Some("mark_contacted") => {
            let (shop, contacted) = (read_shop(&mut reader), read_tick(&mut reader, "contacted"));
            shop.zip(contacted).map(|(shop, contacted)| MoveAction::MarkContacted { shop, contacted })
        }
        Some("mark_downloaded") => {
            read_tick(&mut reader, "downloaded").map(|downloaded| MoveAction::MarkDownloaded { downloaded })
        }
        Some("review_field") => {
            let code = reader.raw(FIELD).and_then(Value::as_str);
            let field = MigratedField::TO_REVIEW.into_iter().find(|field| Some(field.code()) == code);
            if field.is_none() {
                let allowed = MigratedField::TO_REVIEW.map(MigratedField::code).join(", ");
                reader.refuse(FieldError::field(FIELD, FieldCode::ChoiceUnknown).with("allowed", allowed));
            }
            field.map(|field| MoveAction::ReviewField { field })
        }
        _ => None,
    };
    let errors = reader.finish();
    match action {
        Some(action) if errors.is_empty() => Ok(action),
        _ => Err(errors),
    }
}

fn read_shop(reader: &mut Reader<'_>) -> Option<MarketplaceId> {
    let said = reader.raw(SHOP).and_then(Value::as_str);
    let shop = said.and_then(|said| said.parse().ok().filter(|id: &MarketplaceId| id.as_str() == said));
    if shop.is_none() {
        reader.refuse(FieldError::field(SHOP, FieldCode::IdInvalid));
    }
    shop
}

/// A tick is said either way: a body that was cut short takes nothing back.
fn read_tick(reader: &mut Reader<'_>, name: &'static str) -> Option<bool> {
    let tick = reader.raw(name).and_then(Value::as_bool);
    if tick.is_none() {
        reader.refuse(FieldError::field(name, FieldCode::Required));
    }
    tick
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    fn action(body: &Value) -> Result<MoveAction, Vec<(String, FieldCode)>> {
        read_move_action(body.as_object().unwrap()).map_err(|errors| {
            errors.into_iter().map(|error| (error.pointer.unwrap_or_default(), error.code)).collect()
        })
    }

    #[rstest]
    #[case(json!({ "command": "mark_contacted", "shop": "9", "contacted": false }))]
    #[case(json!({ "command": "mark_downloaded", "downloaded": true }))]
    #[case(json!({ "command": "review_field", "field": "contact_phone" }))]
    fn an_action_is_written_as_it_is_read(#[case] body: Value) {
        let read = action(&body).unwrap();
        assert_eq!(action(&serde_json::to_value(&read).unwrap()), Ok(read));
    }

    #[rstest]
    #[case(json!({}), "/command", FieldCode::Required)]
    #[case(json!({ "command": "publish" }), "/command", FieldCode::ChoiceUnknown)]
    #[case(json!({ "command": "mark_contacted", "shop": "9" }), "/contacted", FieldCode::Required)]
    #[case(json!({ "command": "mark_contacted", "shop": "gid://partners/Shop/9", "contacted": true }), "/shop", FieldCode::IdInvalid)]
    #[case(json!({ "command": "mark_downloaded", "downloaded": "yes" }), "/downloaded", FieldCode::Required)]
    #[case(json!({ "command": "review_field", "field": "bio" }), "/field", FieldCode::ChoiceUnknown)]
    #[case(json!({ "command": "mark_downloaded", "downloaded": true, "x": 1 }), "/x", FieldCode::Unknown)]
    fn what_is_wrong_is_named(#[case] body: Value, #[case] pointer: &str, #[case] code: FieldCode) {
        assert_eq!(action(&body), Err(vec![(pointer.to_owned(), code)]));
    }
}
