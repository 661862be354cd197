//! The site in AWS: two buckets, the distribution before them, and what it answers beside what one machine answers.

mod addresses;
mod buckets;
mod distribution;
mod headers;
mod network;
mod old_addresses;
