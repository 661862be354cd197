//! Room for `update-status`.
