use guildhall_domain::marketplace::{MarketplaceId, Shop};
use leptos::prelude::*;

use super::Jobs;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Kind, Menu, Sign, Size};

/// A filter by one store: as in the marketplace's own interface, there is no asking for two.
#[component]
pub(super) fn StoreFilter(
    /// The list.
    listing: Jobs,
) -> impl IntoView {
    let address = listing.address;
    let stores = listing.said(|page| &page.shops);
    let chosen = Memo::new(move |_| address.query.with(|query| query.filter.shop.clone()));
    let open = RwSignal::new(false);
    let draft = RwSignal::new(None::<MarketplaceId>);
    Effect::new(move || {
        open.track();
        draft.set(chosen.get());
    });
    let put = move |store: Option<MarketplaceId>| {
        open.set(false);
        address.change(|query| query.filter.shop = store);
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        put(draft.get_untracked());
    };
    let on = Signal::derive(move || chosen.with(Option::is_some));
    let sign = Signal::derive(move || if on.get() { Sign::ChevronDown } else { Sign::Plus });
    let name = move || chosen.get().map(|store| stores.with(|stores| name_of(stores, &store)));
    let summary = view! {
        <Icon sign=sign small=true />
        <span>
            {texts::records::store} {move || name().map(|name| view! { ": " <b>{name}</b> })}
        </span>
    };
    let option = move |store: Shop| {
        let (own, picked) = (store.id.clone(), store.id);
        view! {
            <label class="option">
                <input
                    type="radio"
                    name="store"
                    prop:checked=move || draft.with(|draft| draft.as_ref() == Some(&own))
                    on:change=move |_| draft.set(Some(picked.clone()))
                />
                <span>{store.name}</span>
            </label>
        }
    };
    view! {
        <Menu class="chip" open=open on=on summary=summary.into_any()>
            <form on:submit=submit>
                <fieldset>
                    <legend class="visually-hidden">{texts::records::store}</legend>
                    {move || stores.get().into_iter().map(option).collect_view()}
                </fieldset>
                <div class="menu__foot">
                    <Button kind=Kind::Primary size=Size::Small submit=true>
                        {texts::ui::apply}
                    </Button>
                    <Button kind=Kind::Quiet size=Size::Small on_press=Callback::new(move |()| put(None))>
                        {texts::ui::clear}
                    </Button>
                </div>
            </form>
        </Menu>
    }
}

/// What a store is called; one that is not among the listed ones is called by its number.
fn name_of(stores: &[Shop], id: &MarketplaceId) -> String {
    let store = stores.iter().find(|store| store.id == *id);
    store.map_or_else(|| id.to_string(), |store| store.name.clone())
}
