//! Whether a customer was contacted. A second press takes it back.

use guildhall_contract::moving::{CustomerGoingOn, MoveAction};
use leptos::prelude::*;

use super::MoveDesk;
use crate::format;
use crate::i18n::texts;

#[component]
pub(super) fn Tick(desk: MoveDesk, item: CustomerGoingOn) -> impl IntoView {
    let may_note = move || desk.remote.ready().is_some_and(|moving| moving.may_note);
    let is_ticked = RwSignal::new(item.contacted.is_some());
    let shop = item.shop.clone();
    let change = move |event: web_sys::Event| {
        let contacted = event_target_checked(&event);
        is_ticked.set(contacted);
        let action = MoveAction::MarkContacted { shop: shop.clone(), contacted };
        let said = if contacted { texts::moving::contacted_done } else { texts::moving::contacted_undone };
        desk.act(action, said, move |is_done| {
            if !is_done {
                let _ = is_ticked.try_set(!contacted);
            }
        });
    };
    let stamp = item.contacted.clone().map(|stamp| {
        let line = move || texts::moving::contacted_by(&format::date(stamp.at), &stamp.by.name);
        view! { <span class="second">{move || is_ticked.get().then(line.clone())}</span> }
    });
    let name = item.shop_name.clone();
    view! {
        <span>
            <label class="choice" data-bare="">
                <input
                    type="checkbox"
                    disabled=move || !may_note()
                    prop:checked=move || is_ticked.get()
                    on:change=change
                />
                <span class="choice__label">
                    {texts::moving::contacted} <span class="visually-hidden">": " {name}</span>
                </span>
            </label>
            {stamp}
        </span>
    }
}
