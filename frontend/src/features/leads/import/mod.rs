//! Many leads out of a file: read here, checked by the server row by row, and sent once somebody has seen what would
//! happen.

mod choose;
mod columns;
mod outcome;
mod page;
mod progress;
mod report;
mod run;
mod words;

pub use page::ImportPage;
