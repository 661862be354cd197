//! The shape of the repository: which room may depend on which, and how big a file may grow.

mod dependencies;
mod sources;
mod workspace;
