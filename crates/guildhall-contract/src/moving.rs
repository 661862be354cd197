//! A partner's move from the marketplace: its tasks, what became of its profile, and what it notes.
//!
//! None of these types is one of the marketplace's: what is shown of jobs is copied out of them.

use chrono::{DateTime, Utc};
use guildhall_domain::actor::Stamp;
use guildhall_domain::cutover::{Dates, Phase};
use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::marketplace::MarketplaceId;
use guildhall_domain::migration::{
    FieldOutcome, GoingOn, GoingOnColumn, JobGoingOn, MigratedField, MigratedProfile, MoveNote, Reviewed,
    Task, TaskState, Tools,
};
use guildhall_domain::money::Currency;
use guildhall_domain::personal::Personal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};
use crate::query::{ListColumn, ListQuery};

/// How far a partner is with its move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Moving {
    /// The dates, in UTC.
    pub dates: Dates,
    /// Where the move stands now.
    pub phase: Phase,
    /// The four tasks, in their order.
    pub tasks: Vec<TaskEntry>,
    /// What became of the old profile; `null` if none was migrated.
    pub profile: Option<MigratedEntry>,
    /// The tools that the partner has chosen.
    pub tools: ToolsEntry,
    /// Customers whose jobs go on after the marketplace has closed, or nobody knows until when.
    pub customers: Counted,
    /// All jobs that were brought over from the marketplace.
    pub jobs: usize,
    /// Who said that the records were downloaded; `null` if nobody did.
    pub downloaded: Option<Stamp>,
    /// What the partner reckons in, for the worked example.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "SEK"))]
    pub currency: Currency,
    /// Whether the caller may note tools, customers and the download.
    pub may_note: bool,
    /// Whether the caller may review the profile.
    pub may_review: bool,
}

/// How many there are, and how many of them are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Counted {
    /// All of them.
    pub all: usize,
    /// Those that are done.
    pub done: usize,
}

/// A task, and where it stands for this partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TaskEntry {
    /// Which.
    pub task: Task,
    /// Where it stands.
    pub state: TaskState,
    /// From when it matters; `null` if there is no date.
    pub date: Option<DateTime<Utc>>,
}

/// What became of an old profile, and how far it is reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MigratedEntry {
    /// When it was migrated.
    pub at: DateTime<Utc>,
    /// How much of it is reviewed: 0 to 100, and 100 only when all of it is.
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 100))]
    pub percent: usize,
    /// What became of every field.
    pub report: Vec<FieldOutcome>,
    /// What there is to review, in the order to ask.
    pub review: Vec<ReviewEntry>,
}

/// A field to review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReviewEntry {
    /// Which.
    pub field: MigratedField,
    /// Who reviewed it; `null` if nobody has.
    pub reviewed: Option<Reviewed>,
}

impl From<&MigratedProfile> for MigratedEntry {
    fn from(migrated: &MigratedProfile) -> Self {
        let review = MigratedField::TO_REVIEW
            .map(|field| ReviewEntry { field, reviewed: migrated.reviewed.get(&field).cloned() });
        Self {
            at: migrated.at,
            percent: migrated.percent(),
            report: migrated.report.fields().to_vec(),
            review: review.into(),
        }
    }
}

/// The tools of a partner's own. The revision is the `ETag` of what saves them, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ToolsEntry {
    /// To communicate with; empty if none is named.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub communication: Personal,
    /// To invoice with; empty if none is named.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub invoicing: Personal,
    /// Who noted them last.
    pub changed: Option<Stamp>,
    /// The revision, for `If-Match`; 0 if nothing was ever noted.
    pub version: u64,
}

/// To communicate with.
pub const COMMUNICATION: FieldRule =
    FieldRule { name: "communication", kind: FieldKind::Line { max: 200 }, need: Need::Optional };
/// To invoice with.
pub const INVOICING: FieldRule =
    FieldRule { name: "invoicing", kind: FieldKind::Line { max: 200 }, need: Need::Optional };

/// The tools of a partner's own, both at once; `null` names none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ToolsBody {
    /// To communicate with, 200 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, max_length = 200))]
    pub communication: Option<Personal>,
    /// To invoice with, 200 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, max_length = 200))]
    pub invoicing: Option<Personal>,
}

/// Reads the tools.
///
/// # Errors
/// Everything that is wrong with them, one entry per field.
pub fn read_tools(body: &Map<String, Value>) -> Result<Tools, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let mut text = |rule| reader.text(rule).map(Personal::new).unwrap_or_default();
    let tools = Tools { communication: text(&COMMUNICATION), invoicing: text(&INVOICING) };
    let errors = reader.finish();
    if errors.is_empty() { Ok(tools) } else { Err(errors) }
}

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

/// A customer whose jobs go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CustomerGoingOn {
    /// The store's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub shop: MarketplaceId,
    /// The store's name.
    pub shop_name: String,
    /// The store's own address.
    pub shop_domain: String,
    /// Whom to write to, if a job says so.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub name: Option<Personal>,
    /// Their address.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub email: Option<Personal>,
    /// Their number.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub phone: Option<Personal>,
    /// The jobs that go on, the one that was touched last first; 20 at most.
    pub jobs: Vec<GoingOnEntry>,
    /// How many jobs go on.
    pub total: usize,
    /// Who contacted them, and when; `null` if nobody did.
    pub contacted: Option<Stamp>,
}

/// A job that goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GoingOnEntry {
    /// Its name in the marketplace.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: MarketplaceId,
    /// What was asked for, in the marketplace's words.
    pub services: Vec<String>,
    /// When something last happened.
    pub last_event_at: DateTime<Utc>,
    /// Until when it goes on, if anybody said.
    pub ends_at: Option<DateTime<Utc>>,
}

/// So many jobs of one customer are shown.
const SHOWN_JOBS: usize = 20;

impl CustomerGoingOn {
    /// A customer with the tick that stands beside it.
    #[must_use]
    pub fn new(customer: &GoingOn, contacted: Option<Stamp>) -> Self {
        let (shop, person) = (&customer.shop, customer.customer.as_ref());
        Self {
            shop: shop.id.clone(),
            shop_name: shop.name.clone(),
            shop_domain: shop.domain.clone(),
            name: person.map(|person| person.name.clone()),
            email: person.and_then(|person| person.email.clone()),
            phone: person.and_then(|person| person.phone.clone()),
            jobs: customer.jobs.iter().take(SHOWN_JOBS).map(GoingOnEntry::from).collect(),
            total: customer.jobs.len(),
            contacted,
        }
    }
}

impl From<&JobGoingOn> for GoingOnEntry {
    fn from(job: &JobGoingOn) -> Self {
        Self {
            id: job.id.clone(),
            services: job.services.clone(),
            last_event_at: job.last_event_at,
            ends_at: job.ends_at,
        }
    }
}

/// A page of the customers whose jobs go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GoingOnPage {
    /// The customers, in order.
    pub items: Vec<CustomerGoingOn>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
}

/// In which order, which page. Nothing narrows the list.
pub type GoingOnQuery = ListQuery<(), GoingOnColumn>;

impl ListColumn for GoingOnColumn {
    const ALL: &'static [Self] = &Self::ALL;
    /// What ends first comes first.
    const ORDER: Order<Self> = Order { column: Self::EndsAt, direction: Direction::Asc };

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// Reads the query of the customers.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_going_on_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<GoingOnQuery, Vec<FieldError>> {
    GoingOnQuery::read(pairs, |(), _, _| None)
}

/// Writes a query so that [`read_going_on_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_going_on_query(wanted: &GoingOnQuery) -> Vec<(&'static str, String)> {
    wanted.write(Vec::new())
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

    #[test]
    fn a_tool_that_is_not_named_is_empty() {
        let read = |body: Value| read_tools(body.as_object().unwrap());
        assert_eq!(read(json!({ "communication": null })), Ok(Tools::default()));
        let tools = read(json!({ "communication": " E-mail ", "invoicing": "Fortnox" })).unwrap();
        assert_eq!((tools.communication.as_str(), tools.invoicing.as_str()), ("E-mail", "Fortnox"));
        assert!(read(json!({ "communication": "x".repeat(201) })).is_err());
    }
}
