//! Pages as files: whole HTML documents that need no script.

mod document;
mod escape;
mod structured;

pub use document::render;
