//! The dates of the move from the Experts Marketplace, and what holds by them.

use chrono::{DateTime, Utc};
use guildhall_domain::cutover::{
    Behaviour, Cutover, CutoverDate, CutoverRefusal, Dates, ExistingJobs, MarketplaceAddress, Phase,
    ProfileEditing, Visibility,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};

/// Where the move stands. The revision is the `ETag` when the dates are saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CutoverView {
    /// The three dates, in UTC. Each belongs to the phase that it begins.
    pub dates: Dates,
    /// The moment that this is said of, by the business clock.
    pub now: DateTime<Utc>,
    /// Where the move stands at that moment.
    pub phase: Phase,
    /// What holds in that phase.
    pub behaviour: BehaviourView,
    /// The next date that switches something; left out once all have passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(nullable = false))]
    pub next: Option<NextDate>,
    /// The revision, for `If-Match`; 0 while the dates are those of the announcement.
    pub version: u64,
}

/// A date that is still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NextDate {
    /// Which.
    pub date: CutoverDate,
    /// When it is.
    pub at: DateTime<Utc>,
}

/// What holds in a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BehaviourView {
    /// Whether the marketplace takes new jobs.
    pub new_jobs: bool,
    /// Where the marketplace's addresses lead.
    pub address: MarketplaceAddress,
    /// Where merchants see the jobs that they have.
    pub existing_jobs: ExistingJobs,
    /// Whether merchants and partners write to each other in the marketplace.
    pub messages: bool,
    /// What partners do with their profiles.
    pub profiles: ProfileEditing,
    /// Who sees the directory.
    pub directory: Visibility,
    /// Whether merchants send inquiries through the directory.
    pub lead_form: bool,
    /// What the platform keeps of new work, in percent.
    #[cfg_attr(feature = "openapi", schema(maximum = 100))]
    pub fee_percent: u8,
    /// Whether partners download their jobs and customers.
    pub records: bool,
}

impl From<&Behaviour> for BehaviourView {
    fn from(behaviour: &Behaviour) -> Self {
        Self {
            new_jobs: behaviour.new_jobs,
            address: behaviour.address,
            existing_jobs: behaviour.existing_jobs,
            messages: behaviour.messages,
            profiles: behaviour.profiles,
            directory: behaviour.directory,
            lead_form: behaviour.lead_form,
            fee_percent: behaviour.fee_percent,
            records: behaviour.records,
        }
    }
}

impl CutoverView {
    /// Where the move stands at a moment, by dates with this revision.
    #[must_use]
    pub fn new(cutover: Cutover, version: u64, now: DateTime<Utc>) -> Self {
        Self {
            dates: cutover.dates(),
            now,
            phase: cutover.phase(now),
            behaviour: BehaviourView::from(cutover.behaviour(now)),
            next: cutover.next(now).map(|(date, at)| NextDate { date, at }),
            version,
        }
    }
}

/// The field of a date.
#[must_use]
pub const fn date_field(date: CutoverDate) -> FieldRule {
    let name = match date {
        CutoverDate::ReviewFrom => "review_from",
        CutoverDate::DirectoryFrom => "directory_from",
        CutoverDate::ClosedFrom => "closed_from",
    };
    FieldRule { name, kind: FieldKind::Line { max: 40 }, need: Need::Required }
}

/// Reads the three dates. Dates in the wrong order are refused at the one that comes too early; `earlier` names
/// the one that it must come after.
///
/// # Errors
/// Everything that is wrong with them, one entry per field.
pub fn read_cutover(body: &Map<String, Value>) -> Result<Cutover, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    // Each date is read before any is judged, so that all errors come at once.
    let [review, directory, closed] = CutoverDate::ALL.map(|date| moment(&mut reader, date));
    let mut errors = reader.finish();
    let (Some(review_from), Some(directory_from), Some(closed_from)) = (review, directory, closed) else {
        return Err(errors);
    };
    match Cutover::try_from(Dates { review_from, directory_from, closed_from }) {
        Ok(cutover) if errors.is_empty() => Ok(cutover),
        Ok(_) => Err(errors),
        Err(refusal) => {
            errors.push(field_error(refusal));
            Err(errors)
        }
    }
}

fn moment(reader: &mut Reader<'_>, date: CutoverDate) -> Option<DateTime<Utc>> {
    let text = reader.text(&date_field(date))?;
    let moment = DateTime::parse_from_rfc3339(&text).ok().map(|moment| moment.with_timezone(&Utc));
    // Headers name the dates in seconds since 1970.
    let moment = moment.filter(|moment| moment.timestamp() >= 0);
    if moment.is_none() {
        reader.refuse(FieldError::field(date.code(), FieldCode::MomentInvalid));
    }
    moment
}

fn field_error(refusal: CutoverRefusal) -> FieldError {
    match refusal {
        CutoverRefusal::NotInOrder { earlier, later } => {
            FieldError::field(later.code(), FieldCode::NotAfter).with("earlier", earlier.code())
        }
        CutoverRefusal::NotAWholeSecond(date) => FieldError::field(date.code(), FieldCode::MomentInvalid),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    fn body() -> Value {
        serde_json::to_value(Cutover::default().dates()).unwrap()
    }

    fn read(body: &Value) -> Result<Cutover, Vec<(String, FieldCode)>> {
        let at = |error: FieldError| (error.pointer.unwrap_or_default(), error.code);
        read_cutover(body.as_object().unwrap()).map_err(|errors| errors.into_iter().map(at).collect())
    }

    #[test]
    fn dates_are_read_in_any_offset_and_kept_in_utc() {
        let mut body = body();
        body["directory_from"] = json!("2023-10-01T02:00:00+02:00");
        assert_eq!(read(&body), Ok(Cutover::default()));
    }

    #[rstest]
    #[case("review_from", json!(null), FieldCode::Required)]
    #[case("review_from", json!(7), FieldCode::WrongKind)]
    #[case("directory_from", json!("2023-10-01"), FieldCode::MomentInvalid)]
    #[case("directory_from", json!("2023-10-01T00:00:00.5Z"), FieldCode::MomentInvalid)]
    #[case("directory_from", json!("1969-12-31T23:59:59Z"), FieldCode::MomentInvalid)]
    #[case("directory_from", json!("2023-09-01T00:00:00Z"), FieldCode::NotAfter)]
    #[case("closed_from", json!("2023-10-01T00:00:00Z"), FieldCode::NotAfter)]
    #[case("opened_from", json!("2023-10-01T00:00:00Z"), FieldCode::Unknown)]
    fn what_is_wrong_is_said_at_its_field(#[case] name: &str, #[case] value: Value, #[case] code: FieldCode) {
        let mut body = body();
        body[name] = value;
        assert_eq!(read(&body), Err(vec![(format!("/{name}"), code)]));
    }

    #[test]
    fn a_date_too_early_names_the_one_that_it_must_come_after() {
        let mut body = body();
        body["closed_from"] = json!("2023-09-15T00:00:00Z");
        let errors = read_cutover(body.as_object().unwrap()).unwrap_err();
        assert_eq!(errors[0].name(), Some("closed_from"));
        assert_eq!(errors[0].params["earlier"], "directory_from");
    }

    #[test]
    fn names_of_fields_are_the_codes_of_the_dates() {
        for date in CutoverDate::ALL {
            assert_eq!(date_field(date).name, date.code());
        }
    }

    #[test]
    fn once_all_dates_have_passed_there_is_none_to_come() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let before = CutoverView::new(Cutover::default(), 0, at("2023-11-30T23:59:59Z"));
        assert_eq!(before.next.map(|next| next.date), Some(CutoverDate::ClosedFrom));
        let after = CutoverView::new(Cutover::default(), 0, at("2023-12-01T00:00:00Z"));
        assert_eq!((after.phase, after.next), (Phase::Closed, None));
        assert_eq!(after.behaviour.existing_jobs, ExistingJobs::Nowhere);
    }
}
