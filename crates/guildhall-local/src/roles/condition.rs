//! Which partition a query reads, from its key condition.

use std::collections::BTreeMap;

use super::body::Text;

/// The value that a key condition such as `#pk = :org AND SK > :after` asks the partition key to have.
///
/// `None` if it cannot be told. A key condition has no `OR` and no `NOT`, so what stands in it holds.
pub(super) fn partition<'v>(
    expression: &str,
    names: &BTreeMap<String, String>,
    values: &'v BTreeMap<String, Text>,
    key: &str,
) -> Option<&'v str> {
    let tokens = tokens(expression);
    let names_the_key = |token: &str| names.get(token).map_or(token, String::as_str) == key;
    let mut found = tokens.windows(3).filter_map(|three| match three {
        [name, "=", value] if names_the_key(name) => Some(*value),
        _ => None,
    });
    let (value, None) = (found.next()?, found.next()) else { return None };
    values.get(value)?.0.as_deref()
}

/// Names, placeholders and single signs.
fn tokens(expression: &str) -> Vec<&str> {
    let is_of_a_name = |character: char| character.is_alphanumeric() || "_-.#:".contains(character);
    let mut tokens = Vec::new();
    let mut rest = expression.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = if is_of_a_name(first) {
            rest.find(|character| !is_of_a_name(character)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(end);
        tokens.push(token);
        rest = after.trim_start();
    }
    tokens
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::alone("PK = :pk", Some("REPS"))]
    #[case::without_spaces("PK=:pk", Some("REPS"))]
    #[case::named("#p = :pk AND #s > :since", Some("REPS"))]
    #[case::behind_the_sort_key("begins_with(SK, :since) AND (PK = :pk)", Some("REPS"))]
    #[case::between("PK = :pk AND SK BETWEEN :since AND :pk", Some("REPS"))]
    #[case::only_the_sort_key("SK = :pk", None)]
    #[case::another_comparison("PK <= :pk", None)]
    #[case::no_such_value("PK = :other", None)]
    #[case::no_text("PK = :number", None)]
    #[case::twice("PK = :pk AND PK = :since", None)]
    #[case::a_longer_name("XPK = :pk AND PK2 = :pk", None)]
    fn the_partition_is_what_the_condition_says(
        #[case] expression: &str,
        #[case] partition_key: Option<&str>,
    ) {
        let names = BTreeMap::from([("#p".to_owned(), "PK".to_owned()), ("#s".to_owned(), "SK".to_owned())]);
        let text = |value: &str| Text(Some(value.to_owned()));
        let values = BTreeMap::from([
            (":pk".to_owned(), text("REPS")),
            (":since".to_owned(), text("REP#1")),
            (":number".to_owned(), Text(None)),
        ]);
        assert_eq!(partition(expression, &names, &values, "PK"), partition_key);
    }
}
