use guildhall_domain::directory::DirectoryFilter;
use leptos::prelude::*;

use super::SearchAddress;
use super::group::{Group, all_chosen};
use crate::browser;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Kind, Sign, Size};

/// What the results are narrowed to; each part can be taken away, and all of it at once.
#[component]
pub(super) fn Chips(address: SearchAddress) -> impl IntoView {
    let chosen = Memo::new(move |_| address.query.with(|asked| all_chosen(&asked.search.query.filter)));
    move || {
        let chosen = chosen.get();
        (!chosen.is_empty()).then(|| {
            let clear = move |()| clear(address);
            view! {
                <div class="cluster results__chips" role="group" aria-label=texts::directory::active_filters>
                    {chosen.into_iter().map(|(group, code)| chip(address, group, code)).collect_view()}
                    <Button kind=Kind::Quiet size=Size::Small on_press=Callback::new(clear)>
                        {texts::directory::clear_filters}
                    </Button>
                </div>
            }
        })
    }
}

fn chip(address: SearchAddress, group: Group, code: String) -> impl IntoView {
    let name = group.name(&code);
    let said = texts::directory::remove_filter(&name);
    let remove = move |_| {
        address.change(|asked| group.toggle(&mut asked.search.query.filter, &code));
        browser::focus_id_soon("results-title");
    };
    view! {
        <button class="chip" type="button" data-on="" aria-label=said on:click=remove>
            {name}
            <Icon sign=Sign::Close small=true />
        </button>
    }
}

/// Takes every filter away; the words stay.
fn clear(address: SearchAddress) {
    address.change(|asked| asked.search.query.filter = DirectoryFilter::default());
    browser::focus_id_soon("results-title");
}
