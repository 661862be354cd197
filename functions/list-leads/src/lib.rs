//! Room for `list-leads`.
