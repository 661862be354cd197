//! Room for `contact-rep`.
