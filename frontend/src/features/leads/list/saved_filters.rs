use guildhall_contract::query::LeadQuery;
use leptos::prelude::*;

use super::LeadsAddress;
use super::saved::{NAME_MAX, SavedFilter, add, load, store};
use crate::auth::Session;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Kind, Menu, Sign, Size, TextField, Toasts};

/// Filters under a name: goes to them, saves the present one, removes them.
#[component]
pub(super) fn SavedFilters(address: LeadsAddress, session: Session) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let user_id = StoredValue::new(session.user_id);
    let filters = RwSignal::new(user_id.with_value(|user_id| load(user_id)));
    let open = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);

    let here = Memo::new(move |_| address.href(|_| ()));
    // Paging aside, is there anything to save?
    let is_narrowed = move || {
        address.query.with(|query| LeadQuery { cursor: None, ..query.clone() } != LeadQuery::default())
    };
    let keep = move |changed: Vec<SavedFilter>| {
        user_id.with_value(|user_id| store(user_id, &changed));
        filters.set(changed);
    };
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let wanted = name.get_untracked();
        if wanted.trim().is_empty() {
            error.set(Some(texts::leads::filter_name_needed().to_owned()));
            return;
        }
        error.set(None);
        let mut changed = filters.get_untracked();
        add(&mut changed, &wanted, here.get_untracked());
        keep(changed);
        name.set(String::new());
        open.set(false);
        toasts.say(texts::leads::filter_saved(wanted.trim()));
    };
    let remove = move |gone: SavedFilter| {
        let mut changed = filters.get_untracked();
        changed.retain(|filter| *filter != gone);
        keep(changed);
        // What was removed can be saved again under the same name, without typing it.
        name.set(gone.name);
    };
    let line = move |filter: SavedFilter| {
        let (href, own) = (filter.href.clone(), filter.href.clone());
        let (label, gone) = (filter.name.clone(), filter.clone());
        view! {
            <li>
                <a
                    href=href
                    aria-current=move || (here.get() == own).then_some("true")
                    on:click=move |_| open.set(false)
                >
                    {filter.name}
                </a>
                <button
                    type="button"
                    class="saved__remove"
                    aria-label=move || texts::leads::filter_remove(&label)
                    on:click=move |_| remove(gone.clone())
                >
                    <Icon sign=Sign::Close small=true />
                </button>
            </li>
        }
    };
    let list = move || {
        let filters = filters.get();
        if filters.is_empty() {
            view! { <p class="muted">{texts::leads::filters_none}</p> }.into_any()
        } else {
            view! { <ul class="saved">{filters.into_iter().map(line).collect_view()}</ul> }.into_any()
        }
    };
    let form = move || {
        is_narrowed().then(|| {
            view! {
                <form class="stack saved__form" novalidate on:submit=save>
                    <TextField
                        id="filter-name"
                        label=texts::leads::filter_name
                        value=name
                        error=error
                        limit=Some(NAME_MAX)
                    />
                    <div>
                        <Button kind=Kind::Primary size=Size::Small submit=true>
                            {texts::leads::filter_save}
                        </Button>
                    </div>
                </form>
            }
        })
    };
    let summary = view! {
        <Icon sign=Sign::ChevronDown small=true />
        <span>{texts::leads::filters_saved}</span>
    };
    view! {
        <Menu class="chip" open=open summary=summary.into_any()>
            {list}
            {form}
        </Menu>
    }
}
