use guildhall_contract::leads::LeadItem;
use leptos::prelude::*;

use super::dialog::{AssignDialog, Assigning};
use crate::features::leads::list::Leads;
use crate::features::list::{ListPage, Selection};
use crate::i18n::texts;
use crate::ui::{Button, Kind, Size};

/// What can be done with the ticked leads. It stays in the page, so that it can tell how many they are.
#[component]
pub(in crate::features::leads) fn BulkBar(
    /// The list.
    listing: Leads,
    /// Its ticked rows.
    selection: Selection<LeadItem>,
) -> impl IntoView {
    let chosen = selection.chosen();
    let count = Memo::new(move |_| chosen.with(Vec::len));
    let assigning = Assigning::new(listing, selection);
    let start = move |()| {
        let ids = chosen.get_untracked();
        let items = listing.page.with_untracked(|page| {
            let items = page.as_ref().map_or(&[][..], |page| page.items());
            items.iter().filter(|item| ids.contains(&item.id.to_string())).cloned().collect()
        });
        assigning.begin(items);
    };
    let shown =
        Memo::new(move |_| listing.page.with(|page| page.as_ref().map_or(0, |page| page.items().len())));
    // On a phone the table's head, where all rows are ticked, is out of sight.
    let choose_all = move |()| {
        listing.page.with_untracked(|page| {
            if let Some(page) = page {
                selection.choose(page.items());
            }
        });
    };
    let said = move || match count.get() {
        0 => String::new(),
        count => texts::lead_queue::selected(count as u64),
    };
    view! {
        <div
            class="bulk"
            role="region"
            aria-label=texts::lead_queue::selection
            data-empty=move || (count.get() == 0).then_some("")
        >
            <p role="status">{said}</p>
            <Show when=move || { count.get() > 0 }>
                <Button kind=Kind::Primary size=Size::Small on_press=Callback::new(start)>
                    {texts::lead_queue::assign}
                </Button>
                <Show when=move || { count.get() < shown.get() }>
                    <Button kind=Kind::Quiet size=Size::Small on_press=Callback::new(choose_all)>
                        {texts::list::select_all}
                    </Button>
                </Show>
                <Button
                    kind=Kind::Quiet
                    size=Size::Small
                    on_press=Callback::new(move |()| selection.clear())
                >
                    {texts::lead_queue::clear_selection}
                </Button>
            </Show>
        </div>
        <AssignDialog assigning=assigning />
    }
}
