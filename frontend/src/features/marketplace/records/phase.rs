use guildhall_domain::cutover::Phase;
use leptos::prelude::*;

use crate::api::{Api, cutover};
use crate::format;
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::Notice;

/// What merchants can still do in the marketplace now. It says nothing while that is not known: the records are
/// the same in every phase.
#[component]
pub(super) fn PhaseNotice() -> impl IntoView {
    let api = expect_context::<Api>();
    let remote = Remote::new(move || cutover::show(api));
    move || {
        let now = remote.ready()?;
        let text = move || match now.phase {
            Phase::Marketplace | Phase::Review => texts::records::phase_open().to_owned(),
            Phase::Directory => texts::records::phase_until(&format::date_and_time(now.dates.closed_from)),
            Phase::Closed => texts::records::phase_closed(&format::date_and_time(now.dates.closed_from)),
        };
        Some(view! {
            <Notice>
                <p>
                    {text} " " <a href="/move">{texts::records::phase_all_steps}</a>
                </p>
            </Notice>
        })
    }
}
