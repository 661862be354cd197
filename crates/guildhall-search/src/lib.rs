//! Search over the partner directory.
