//! Room for `submit-lead`.
