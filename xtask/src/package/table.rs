//! A template over a table that is there already: the way back to work after a restore.
//!
//! A backup is restored into a table of a new name, and CloudFormation takes no existing table in place of its own. So
//! its own leaves the template (and stays, by its deletion policy), and whatever named it names the other one.

use anyhow::{Context, Result, bail};
use serde_yaml_ng::Value;
use serde_yaml_ng::value::TaggedValue;

/// The name of the table among the resources.
const TABLE: &str = "Table";

/// The table to use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OtherTable {
    pub(crate) name: String,
    /// The ARN of its stream.
    pub(crate) stream: String,
}

impl OtherTable {
    /// Takes the place of the template's own table.
    pub(super) fn replace_own(&self, template: &mut Value) -> Result<()> {
        let resources = template["Resources"].as_mapping_mut().context("the template has no resources")?;
        resources.remove(TABLE).context("the template has no table of its own")?;
        *template = self.named_in(template)?;
        Ok(())
    }

    /// A value in which the other table is named wherever the own one was.
    fn named_in(&self, value: &Value) -> Result<Value> {
        Ok(match value {
            Value::Tagged(tagged) => self.called(&tagged.tag.to_string(), &tagged.value)?,
            Value::Mapping(mapping) => {
                if let Some(call) = single(mapping) {
                    return self.called_at_length(call, value);
                }
                let pairs = mapping.iter().map(|(key, value)| Ok((key.clone(), self.named_in(value)?)));
                Value::Mapping(pairs.collect::<Result<_>>()?)
            }
            Value::Sequence(list) => {
                Value::Sequence(list.iter().map(|value| self.named_in(value)).collect::<Result<_>>()?)
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
        })
    }

    /// `!Ref Table` and its kin.
    fn called(&self, function: &str, argument: &Value) -> Result<Value> {
        match (function.trim_start_matches('!'), argument.as_str()) {
            ("Ref", Some(TABLE)) => Ok(Value::from(self.name.as_str())),
            ("GetAtt", Some("Table.Arn")) => Ok(sub(self.arn())),
            ("GetAtt", Some("Table.StreamArn")) => Ok(Value::from(self.stream.as_str())),
            ("GetAtt", Some(other)) if other.starts_with("Table.") => {
                bail!("{other} is asked for, and nobody said what it is of another table")
            }
            ("Sub", Some(text)) => Ok(sub(self.substituted(text))),
            _ => Ok(Value::Tagged(Box::new(TaggedValue {
                tag: serde_yaml_ng::value::Tag::new(function),
                value: self.named_in(argument)?,
            }))),
        }
    }

    /// `{ Ref: Table }` and its kin.
    fn called_at_length(&self, (function, argument): (&str, &Value), whole: &Value) -> Result<Value> {
        let short = function.trim_start_matches("Fn::");
        if matches!(short, "Ref" | "GetAtt" | "Sub") && argument.is_string() {
            return self.called(short, argument);
        }
        let Value::Mapping(mapping) = whole else { return Ok(whole.clone()) };
        let pairs = mapping.iter().map(|(key, value)| Ok((key.clone(), self.named_in(value)?)));
        Ok(Value::Mapping(pairs.collect::<Result<_>>()?))
    }

    fn substituted(&self, text: &str) -> String {
        text.replace("${Table.Arn}", &self.arn())
            .replace("${Table.StreamArn}", &self.stream)
            .replace("${Table}", &self.name)
    }

    fn arn(&self) -> String {
        format!("arn:${{AWS::Partition}}:dynamodb:${{AWS::Region}}:${{AWS::AccountId}}:table/{}", self.name)
    }
}

fn sub(text: String) -> Value {
    Value::Tagged(Box::new(TaggedValue {
        tag: serde_yaml_ng::value::Tag::new("Sub"),
        value: Value::from(text),
    }))
}

/// The one key of a mapping that has no other.
fn single(mapping: &serde_yaml_ng::Mapping) -> Option<(&str, &Value)> {
    let (key, value) = mapping.iter().next().filter(|_| mapping.len() == 1)?;
    Some((key.as_str()?, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other() -> OtherTable {
        OtherTable {
            name: "restored".to_owned(),
            stream: "arn:aws:dynamodb:x:1:table/restored/stream/2".to_owned(),
        }
    }

    fn with_other(text: &str) -> String {
        let mut template = serde_yaml_ng::from_str(text).expect("is YAML");
        other().replace_own(&mut template).expect("it has a table");
        serde_yaml_ng::to_string(&template).expect("is YAML")
    }

    #[test]
    fn everything_that_named_the_own_table_names_the_other() {
        let text = with_other(
            "Resources:\n  Table: {Type: 'AWS::DynamoDB::Table'}\n  F:\n    Name: !Ref Table\n    Long: {Ref: Table}\n    \
             Arn: !GetAtt Table.Arn\n    Index: !Sub '${Table.Arn}/index/by_owner'\n    Stream: !GetAtt Table.StreamArn\n    \
             Other: !Ref TableName\n",
        );
        assert!(text.contains("Name: restored\n") && text.contains("Long: restored\n"), "{text}");
        assert!(text.contains("table/restored/index/by_owner") && text.contains("stream/2"), "{text}");
        assert!(
            text.contains("!Ref TableName") && !text.contains("Table.") && !text.contains("AWS::DynamoDB"),
            "{text}"
        );
    }

    #[test]
    fn nothing_of_the_real_template_names_the_own_table_afterwards() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../infra/template.yaml");
        let text = with_other(&std::fs::read_to_string(file).expect("it is there"));
        for name in
            ["!Ref Table\n", "Ref: Table\n", "Table.Arn", "Table.StreamArn", "${Table}", "DependsOn: Table\n"]
        {
            assert!(!text.contains(name), "{name}");
        }
    }
}
