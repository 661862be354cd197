//! The API's own description and the template name the same routes.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::template::routes;

fn description() -> Value {
    let document = guildhall_contract::openapi::document().expect("the description can be written");
    serde_json::from_str(&document).expect("the description is JSON")
}

/// Method, path, and whether it asks for a token.
fn described() -> BTreeSet<(String, String, bool)> {
    let description = description();
    let paths = description["paths"].as_object().expect("paths is an object");
    let mut routes = BTreeSet::new();
    for (path, operations) in paths {
        for (method, operation) in operations.as_object().expect("a path has operations") {
            let secured = operation["security"].as_array().is_some_and(|list| !list.is_empty());
            routes.insert((method.to_uppercase(), path.clone(), secured));
        }
    }
    routes
}

#[test]
fn the_description_and_the_template_name_the_same_routes_and_the_same_public_ones() {
    let in_template: BTreeSet<_> =
        routes().into_iter().map(|route| (route.method, route.path, !route.public)).collect();
    assert_eq!(described(), in_template);
}

#[test]
fn every_operation_has_a_name_of_its_own() {
    let description = description();
    let mut names = BTreeSet::new();
    for operations in description["paths"].as_object().expect("paths is an object").values() {
        for operation in operations.as_object().expect("a path has operations").values() {
            let name = operation["operationId"].as_str().expect("an operation has a name").to_owned();
            assert!(names.insert(name.clone()), "two operations are called {name}");
        }
    }
}
