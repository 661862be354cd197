//! Room for `describe-api`.
