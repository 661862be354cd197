//! What the template says about workers: which of them follow the stream, and how.

use std::collections::BTreeMap;

use guildhall_store::stream::{Change, Image};
use serde::Deserialize;
use serde_yaml_ng::Value;

use crate::template::{Event, Template, TemplateError, at};

/// A worker that follows the stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subscription {
    /// The name of the function's binary.
    pub(crate) function: String,
    /// How many changes it takes at a time, at most.
    pub(crate) batch_size: usize,
    /// How often a change is handed over again before it goes to the dead letters.
    pub(crate) retries: u32,
    /// A change that fits any of them is handed over; without filters every change is.
    pub(crate) filters: Vec<Filter>,
}

/// Which changes a worker wants to hear of. Lambda could filter by much more; ours go by the types of
/// items alone, and anything else is refused rather than overlooked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Filter {
    dynamodb: Images,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "PascalCase")]
struct Images {
    #[serde(default)]
    new_image: Option<Types>,
    #[serde(default)]
    old_image: Option<Types>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Types {
    r#type: Texts,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    #[serde(rename = "S")]
    texts: Vec<String>,
}

impl Subscription {
    /// Whether the worker wants to hear of a change.
    pub(crate) fn wants(&self, change: &Change) -> bool {
        self.filters.is_empty() || self.filters.iter().any(|filter| filter.fits(change))
    }
}

impl Filter {
    fn fits(&self, change: &Change) -> bool {
        let fits = |types: &Option<Types>, image: Option<&Image>| match types {
            None => true,
            Some(types) => {
                image.is_some_and(|image| types.r#type.texts.iter().any(|kind| kind == image.kind()))
            }
        };
        fits(&self.dynamodb.new_image, change.new_image())
            && fits(&self.dynamodb.old_image, change.old_image())
    }
}

/// The workers of a template.
#[derive(Debug, Default)]
pub(crate) struct Subscribed {
    /// Those that follow the stream.
    pub(crate) subscriptions: Vec<Subscription>,
    /// The names of those that are called on a schedule.
    pub(crate) scheduled: Vec<String>,
    /// The names of those that other services report to. Which reports they want is not read: here nobody reports
    /// anything but what they are for.
    pub(crate) told: Vec<String>,
}

impl Subscribed {
    pub(crate) fn read(yaml: &str) -> Result<Self, TemplateError> {
        let values = BTreeMap::new();
        let template = Template::read(yaml, &values)?;
        let subscriptions =
            template.events("DynamoDB")?.iter().map(subscription).collect::<Result<_, _>>()?;
        let names = |kind| -> Result<Vec<String>, TemplateError> {
            Ok(template.events(kind)?.into_iter().map(|event| event.function.to_owned()).collect())
        };
        Ok(Self { subscriptions, scheduled: names("ScheduleV2")?, told: names("EventBridgeRule")? })
    }

    /// The names of the workers that follow the stream.
    pub(crate) fn followers(&self) -> impl Iterator<Item = &str> {
        self.subscriptions.iter().map(|subscription| subscription.function.as_str())
    }
}

fn subscription(event: &Event<'_>) -> Result<Subscription, TemplateError> {
    let property = |name| at(event.definition, &["Properties", name]);
    let number = |name| {
        property(name)
            .and_then(Value::as_u64)
            .and_then(|number| u32::try_from(number).ok())
            .ok_or_else(|| TemplateError::Missing { place: event.place.clone(), missing: name })
    };
    let patterns = at(event.definition, &["Properties", "FilterCriteria", "Filters"])
        .and_then(Value::as_sequence)
        .into_iter()
        .flatten()
        .map(|filter| filter.get("Pattern").and_then(Value::as_str).unwrap_or_default());
    let refused = |error: serde_json::Error| TemplateError::Filter {
        place: event.place.clone(),
        reason: error.to_string(),
    };
    Ok(Subscription {
        function: event.function.to_owned(),
        batch_size: usize::try_from(number("BatchSize")?).unwrap_or(1).max(1),
        retries: number("MaximumRetryAttempts")?,
        filters: patterns.map(serde_json::from_str).collect::<Result<_, _>>().map_err(refused)?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const SMALL: &str = r#"
Resources:
  Tell:
    Type: AWS::Serverless::Function
    Metadata: { BuildProperties: { Binary: tell } }
    Properties:
      Events:
        Changes:
          Type: DynamoDB
          Properties:
            BatchSize: 10
            MaximumRetryAttempts: 8
            FilterCriteria:
              Filters:
                - Pattern: '{"dynamodb": {"NewImage": {"type": {"S": ["lead", "inquiry"]}}}}'
                - Pattern: '{"dynamodb": {"OldImage": {"type": {"S": ["lead"]}}}}'
        Open: { Type: HttpApi, Properties: {} }
  Sweep:
    Type: AWS::Serverless::Function
    Metadata: { BuildProperties: { Binary: sweep } }
    Properties:
      Events:
        Ticks: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(5 minutes) } }
  Note:
    Type: AWS::Serverless::Function
    Metadata: { BuildProperties: { Binary: note } }
    Properties:
      Events:
        Reports: { Type: EventBridgeRule, Properties: { Pattern: { source: [aws.ses] } } }
"#;

    fn change(old: Option<&str>, new: Option<&str>) -> Change {
        let image = |kind: Option<&str>| kind.map(|kind| json!({ "type": { "S": kind } }));
        let record = json!({ "dynamodb": {
            "Keys": { "PK": { "S": "A" }, "SK": { "S": "B" } },
            "OldImage": image(old),
            "NewImage": image(new),
            "SequenceNumber": "1",
        } });
        serde_json::from_value(record).unwrap()
    }

    #[test]
    fn workers_come_with_what_their_event_source_says() {
        let Subscribed { subscriptions: found, scheduled, told } = Subscribed::read(SMALL).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].function.as_str(), found[0].batch_size, found[0].retries), ("tell", 10, 8));
        assert_eq!((scheduled, told), (vec!["sweep".to_owned()], vec!["note".to_owned()]));
    }

    #[test]
    fn a_change_is_wanted_if_it_fits_any_filter() {
        let tell = Subscribed::read(SMALL).unwrap().subscriptions.remove(0);
        for (old, new, wanted) in [
            (None, Some("inquiry"), true),
            (Some("lead"), Some("erased"), true),
            (Some("lead"), None, true),
            (Some("inquiry"), None, false),
            (None, Some("mail"), false),
        ] {
            assert_eq!(tell.wants(&change(old, new)), wanted, "{old:?} {new:?}");
        }
        let all = Subscription { filters: Vec::new(), ..tell };
        assert!(all.wants(&change(None, Some("mail"))));
    }

    #[test]
    fn a_filter_that_cannot_be_followed_is_refused_rather_than_left_out() {
        for other in [r#""eventName": ["INSERT"]"#, r#""dynamodb": {"Keys": {}}"#, "nonsense"] {
            let yaml = SMALL
                .replace(r#"{"dynamodb": {"OldImage": {"type": {"S": ["lead"]}}}}"#, &format!("{{{other}}}"));
            let error = Subscribed::read(&yaml).unwrap_err();
            assert!(matches!(error, TemplateError::Filter { .. }), "{other}: {error}");
        }
        let unbounded = SMALL.replace("MaximumRetryAttempts: 8", "MaximumRetryAttempts: -1");
        assert!(matches!(Subscribed::read(&unbounded), Err(TemplateError::Missing { .. })));
    }
}
