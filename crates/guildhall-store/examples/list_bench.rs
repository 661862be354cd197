//! Measures lists.
fn main() {}
