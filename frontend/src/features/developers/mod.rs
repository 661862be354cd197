//! What people need who let programs ask for them: tokens, and the description of the API.

mod create;
mod example;
mod operation;
mod operations;
mod reference;
mod revoke;
mod schema;
mod tabs;
mod tokens;
mod words;

pub use reference::ReferencePage;
pub use tokens::TokensPage;
