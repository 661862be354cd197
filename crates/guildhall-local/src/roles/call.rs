//! What a call to DynamoDB asks for, read from the call itself.

use serde_json::{Error, from_slice};

use super::action::Action;
use super::body::{
    Attributes, BatchGet, BatchWrite, BatchedWrite, OfItem, OfKey, Part, Query, Scan, Transaction,
};
use super::condition::partition;
use super::table::{Resource, TableShape};
use crate::TABLE_NAME;

/// One action on the table or an index, with the partitions that it reaches.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Need {
    pub(super) action: Action,
    pub(super) resource: Resource,
    /// Values of the partition key of the table, or of the index; none when everything is read.
    pub(super) partitions: Vec<String>,
}

/// Why it cannot be told what a call asks for, so that it is refused.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unreadable {
    /// An operation that no policy here can grant: on tables, on streams, or PartiQL.
    #[error("no function may use `{0}`")]
    Operation(String),
    /// Not what the operation's name promises. What stands there instead is not told: it may be personal.
    #[error("its body does not read at column {}", .0.column())]
    Body(#[from] Error),
    /// Another table, or an index that the table does not have.
    #[error("it is about `{0}`, which is not in the template")]
    Resource(String),
    /// An item without its partition key, or a query that does not say which partition.
    #[error("it does not say which partition it is about")]
    Partition,
}

/// What a call needs. A transaction needs what the reads and writes in it need; those with one action are one
/// need, so that one statement must allow all of them, as it must for a batch. AWS does not say whether it
/// asks for each alone, and whoever may do them together may do each.
pub(super) fn needs(operation: &str, body: &[u8], table: &TableShape) -> Result<Vec<Need>, Unreadable> {
    let mut needs = Needs { table, found: Vec::new() };
    match operation {
        "GetItem" => needs.one(Action::GetItem, &from_slice::<OfKey>(body)?)?,
        "UpdateItem" => needs.one(Action::UpdateItem, &from_slice::<OfKey>(body)?)?,
        "DeleteItem" => needs.one(Action::DeleteItem, &from_slice::<OfKey>(body)?)?,
        "PutItem" => needs.one(Action::PutItem, &from_slice::<OfItem>(body)?.into_key())?,
        "Query" => needs.query(&from_slice(body)?)?,
        "Scan" => needs.scan(from_slice(body)?)?,
        "BatchGetItem" => {
            for (name, of) in from_slice::<BatchGet>(body)?.request_items {
                needs.many(Action::BatchGetItem, &name, &of.keys)?;
            }
        }
        "BatchWriteItem" => {
            for (name, writes) in from_slice::<BatchWrite>(body)?.request_items {
                let keys: Vec<_> = writes.into_iter().map(BatchedWrite::into_attributes).collect();
                needs.many(Action::BatchWriteItem, &name, &keys)?;
            }
        }
        "TransactGetItems" | "TransactWriteItems" => {
            for part in from_slice::<Transaction>(body)?.transact_items {
                match part {
                    Part::Get(of) => needs.one(Action::GetItem, &of)?,
                    Part::Put(of) => needs.one(Action::PutItem, &of.into_key())?,
                    Part::Update(of) => needs.one(Action::UpdateItem, &of)?,
                    Part::Delete(of) => needs.one(Action::DeleteItem, &of)?,
                    Part::ConditionCheck(of) => needs.one(Action::ConditionCheckItem, &of)?,
                }
            }
        }
        other => return Err(Unreadable::Operation(other.to_owned())),
    }
    Ok(needs.found)
}

struct Needs<'a> {
    table: &'a TableShape,
    found: Vec<Need>,
}

impl Needs<'_> {
    fn one(&mut self, action: Action, of: &OfKey) -> Result<(), Unreadable> {
        self.many(action, &of.table_name, std::slice::from_ref(&of.key))
    }

    fn many(&mut self, action: Action, table: &str, items: &[Attributes]) -> Result<(), Unreadable> {
        is_ours(table)?;
        for item in items {
            let partition = item.0.get(self.table.key()).and_then(|text| text.0.clone());
            self.add(action, Resource::Table, vec![partition.ok_or(Unreadable::Partition)?]);
        }
        Ok(())
    }

    fn query(&mut self, query: &Query) -> Result<(), Unreadable> {
        is_ours(&query.table_name)?;
        let (resource, key) = self.resource(query.index_name.clone())?;
        let (names, values) = (&query.expression_attribute_names, &query.expression_attribute_values);
        let found = partition(&query.key_condition_expression, names, values, &key);
        self.add(Action::Query, resource, vec![found.ok_or(Unreadable::Partition)?.to_owned()]);
        Ok(())
    }

    fn scan(&mut self, scan: Scan) -> Result<(), Unreadable> {
        is_ours(&scan.table_name)?;
        let (resource, _) = self.resource(scan.index_name)?;
        self.add(Action::Scan, resource, Vec::new());
        Ok(())
    }

    fn resource(&self, index: Option<String>) -> Result<(Resource, String), Unreadable> {
        let resource = index.map_or(Resource::Table, Resource::Index);
        match self.table.key_of(&resource) {
            Some(key) => Ok((resource, key.to_owned())),
            None => Err(Unreadable::Resource(resource.to_string())),
        }
    }

    fn add(&mut self, action: Action, resource: Resource, partitions: Vec<String>) {
        match self.found.iter_mut().find(|need| need.action == action && need.resource == resource) {
            Some(need) => need.partitions.extend(partitions),
            None => self.found.push(Need { action, resource, partitions }),
        }
    }
}

fn is_ours(table: &str) -> Result<(), Unreadable> {
    if table == TABLE_NAME { Ok(()) } else { Err(Unreadable::Resource(table.to_owned())) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::{Value, json};

    use super::*;
    use crate::template::TEMPLATE;

    fn read(operation: &str, body: &Value) -> Result<Vec<Need>, Unreadable> {
        let values = std::collections::BTreeMap::new();
        let template = crate::template::Template::read(TEMPLATE, &values).unwrap();
        let table = TableShape::read(&template).unwrap();
        needs(operation, body.to_string().as_bytes(), &table)
    }

    fn key(pk: &str) -> Value {
        json!({ "PK": { "S": pk }, "SK": { "S": "x" } })
    }

    fn item(pk: &str) -> Value {
        json!({ "form": { "M": { "PK": { "S": "inner" } } }, "PK": { "S": pk }, "n": { "N": "1" } })
    }

    fn need(action: Action, resource: Resource, partitions: &[&str]) -> Need {
        Need { action, resource, partitions: partitions.iter().map(|&key| key.to_owned()).collect() }
    }

    #[rstest]
    #[case("GetItem", json!({ "TableName": "guildhall", "Key": key("A") }), Action::GetItem)]
    #[case("UpdateItem", json!({ "Key": key("A"), "TableName": "guildhall" }), Action::UpdateItem)]
    #[case("DeleteItem", json!({ "TableName": "guildhall", "Key": key("A") }), Action::DeleteItem)]
    #[case("PutItem", json!({ "TableName": "guildhall", "Item": item("A") }), Action::PutItem)]
    fn a_call_about_one_item_needs_its_action(
        #[case] operation: &str,
        #[case] body: Value,
        #[case] action: Action,
    ) {
        assert_eq!(read(operation, &body).unwrap(), [need(action, Resource::Table, &["A"])]);
    }

    #[test]
    fn a_transaction_needs_what_is_in_it() {
        let body = json!({ "ClientRequestToken": "t", "TransactItems": [
            { "Put": { "TableName": "guildhall", "Item": item("A") } },
            { "Update": { "TableName": "guildhall", "Key": key("B"), "UpdateExpression": "SET a = :a" } },
            { "Put": { "TableName": "guildhall", "Item": item("C") } },
            { "Delete": { "TableName": "guildhall", "Key": key("D") } },
            { "ConditionCheck": { "TableName": "guildhall", "Key": key("E") } },
        ] });
        let expected = [
            need(Action::PutItem, Resource::Table, &["A", "C"]),
            need(Action::UpdateItem, Resource::Table, &["B"]),
            need(Action::DeleteItem, Resource::Table, &["D"]),
            need(Action::ConditionCheckItem, Resource::Table, &["E"]),
        ];
        assert_eq!(read("TransactWriteItems", &body).unwrap(), expected);
        let body = json!({ "TransactItems": [{ "Get": { "TableName": "guildhall", "Key": key("A") } }] });
        let expected = [need(Action::GetItem, Resource::Table, &["A"])];
        assert_eq!(read("TransactGetItems", &body).unwrap(), expected);
    }

    #[test]
    fn a_batch_needs_its_own_action_for_all_its_partitions() {
        let body = json!({ "RequestItems": { "guildhall": { "Keys": [key("A"), key("B")] } } });
        let expected = [need(Action::BatchGetItem, Resource::Table, &["A", "B"])];
        assert_eq!(read("BatchGetItem", &body).unwrap(), expected);
        let body = json!({ "RequestItems": { "guildhall": [
            { "PutRequest": { "Item": item("A") } },
            { "DeleteRequest": { "Key": key("B") } },
        ] } });
        let expected = [need(Action::BatchWriteItem, Resource::Table, &["A", "B"])];
        assert_eq!(read("BatchWriteItem", &body).unwrap(), expected);
    }

    #[test]
    fn a_query_is_about_a_partition_of_what_it_reads() {
        let body = |index: Option<&str>, condition: &str| {
            json!({
                "TableName": "guildhall",
                "IndexName": index,
                "KeyConditionExpression": condition,
                "ExpressionAttributeNames": { "#since": "changed_at" },
                "ExpressionAttributeValues": { ":pk": { "S": "A" }, ":since": { "N": "1" } },
            })
        };
        let index = |name: &str| Resource::Index(name.to_owned());
        for (of, condition, resource) in [
            (None, "PK = :pk", Resource::Table),
            (Some("by_change"), "PK = :pk AND #since >= :since", index("by_change")),
            (Some("by_owner"), "GSI1PK = :pk", index("by_owner")),
        ] {
            let found = read("Query", &body(of, condition)).unwrap();
            assert_eq!(found, [need(Action::Query, resource, &["A"])], "{condition}");
        }
        let error = read("Query", &body(Some("by_owner"), "PK = :pk")).unwrap_err();
        assert!(matches!(error, Unreadable::Partition), "{error}");
        let error = read("Query", &body(Some("by_name"), "PK = :pk")).unwrap_err();
        assert!(matches!(error, Unreadable::Resource(_)), "{error}");
    }

    #[test]
    fn a_scan_reaches_everything() {
        let body = json!({ "TableName": "guildhall", "IndexName": "by_owner" });
        let expected = [need(Action::Scan, Resource::Index("by_owner".to_owned()), &[])];
        assert_eq!(read("Scan", &body).unwrap(), expected);
    }

    #[rstest]
    #[case("ExecuteStatement")]
    #[case("ExecuteTransaction")]
    #[case("DeleteTable")]
    #[case("GetRecords")]
    fn other_operations_are_for_nobody(#[case] operation: &str) {
        let error = read(operation, &json!({ "TableName": "guildhall" })).unwrap_err();
        assert!(matches!(&error, Unreadable::Operation(name) if name == operation), "{error}");
    }

    #[test]
    fn what_does_not_read_is_not_guessed() {
        let error = read("GetItem", &json!({ "TableName": "other", "Key": key("A") })).unwrap_err();
        assert!(matches!(&error, Unreadable::Resource(name) if name == "other"), "{error}");
        let no_key = json!({ "TableName": "guildhall", "Key": { "SK": { "S": "x" } } });
        assert!(matches!(read("GetItem", &no_key).unwrap_err(), Unreadable::Partition));
        let legacy = json!({ "TableName": "guildhall", "KeyConditions": {} });
        assert!(matches!(read("Query", &legacy).unwrap_err(), Unreadable::Body(_)));
    }
}
