//! What can be done about a lead: one dialog for every command, driven by the catalogue.

mod answer;
mod asked_fields;
mod buttons;
mod catalogue;
mod conflict;
mod dialog;
mod difference;
mod form;
mod roster;

pub(super) use buttons::{HeadActions, SalesActions};
pub(super) use catalogue::name_of;
pub(super) use conflict::Conflict;
pub(super) use dialog::ActionDialog;
pub(super) use difference::{Difference, difference};

use std::sync::Arc;

use guildhall_contract::leads::LeadDetails;
use guildhall_domain::lead::CommandKind;
use leptos::prelude::*;

use crate::remote::Remote;

type SharedLead = Arc<LeadDetails>;

/// The lead that is acted on, and the dialog that asks for the particulars.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    lead: Memo<Option<SharedLead>>,
    remote: Remote<SharedLead>,
    open: RwSignal<bool>,
    kind: RwSignal<CommandKind>,
}

impl Actions {
    /// For the lead of a page.
    pub(super) fn new(lead: Memo<Option<SharedLead>>, remote: Remote<SharedLead>) -> Self {
        Self { lead, remote, open: RwSignal::new(false), kind: RwSignal::new(CommandKind::AskRepresentative) }
    }

    /// Opens the dialog of a command.
    pub(super) fn start(self, kind: CommandKind) {
        self.kind.set(kind);
        self.open.set(true);
    }
}
