//! Tests of the whole system live in the folders beside this one.
