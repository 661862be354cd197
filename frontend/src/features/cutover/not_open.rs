//! What visitors of the directory are told until it opens.

use guildhall_contract::cutover::CutoverView;
use guildhall_domain::cutover::{CutoverDate, Visibility};
use guildhall_pages::address::Place;
use leptos::prelude::*;

use super::words::in_utc;
use crate::api::{Api, cutover};
use crate::i18n::{language, texts};
use crate::remote::Remote;

/// The move as it stands, if the directory is not open; nothing while that is not known.
pub fn is_closed() -> Signal<Option<CutoverView>> {
    let api = expect_context::<Api>();
    let remote = Remote::new(move || cutover::show(api));
    Signal::derive(move || {
        remote.ready().filter(|view| match view.behaviour.directory {
            Visibility::Nobody | Visibility::Preview => true,
            Visibility::Public => false,
        })
    })
}

/// When it opens, and what there is to read meanwhile.
#[component]
pub fn NotOpenYet(
    /// Where the move stands.
    view: CutoverView,
) -> impl IntoView {
    let opens = view.dates.get(CutoverDate::DirectoryFrom);
    view! {
        <header class="site__head">
            <h1 tabindex="-1">{texts::cutover::not_open_title}</h1>
            <p>{move || texts::cutover::not_open_text(&in_utc(opens))}</p>
        </header>
        <p>
            <a class="button" href=move || Place::Moving.path(language())>
                {texts::cutover::not_open_moving}
            </a>
        </p>
    }
}
