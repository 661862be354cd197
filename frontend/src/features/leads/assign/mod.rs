//! Many leads for one representative: the bar over the list, the dialog, and what became of each.

mod bar;
mod choice;
mod dialog;
mod outcome;

pub(super) use bar::BulkBar;
