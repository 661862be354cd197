//! Room for `get-profile`.
