use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, Sign};
use crate::i18n::texts;

/// A modal dialog on `<dialog>`: the browser keeps the focus inside, closes on Escape, and gives the
/// focus back to whatever had it. Its content is made when it opens and dropped when it closes.
#[component]
pub fn Dialog(
    /// Whether it is open. Closing it in any way sets this to `false`.
    open: RwSignal<bool>,
    /// A name for `aria-labelledby`, unique on the page.
    id: &'static str,
    /// What it is about.
    #[prop(into)]
    title: TextProp,
    /// What it says and asks. Put actions into a `<div class="dialog__actions">` at the end.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let wanted = open.get();
        let Some(dialog) = node.get() else { return };
        if wanted && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    let title_id = format!("{id}-title");
    let labelled_by = title_id.clone();
    let children = StoredValue::new(children);
    view! {
        <dialog class="dialog" node_ref=node aria-labelledby=labelled_by on:close=move |_| open.set(false)>
            <div class="dialog__head">
                <h2 id=title_id>{move || title.get()}</h2>
                <button
                    class="button"
                    type="button"
                    data-kind="quiet"
                    data-shape="icon"
                    on:click=move |_| open.set(false)
                >
                    <Icon sign=Sign::Close />
                    <span class="visually-hidden">{texts::ui::close}</span>
                </button>
            </div>
            {move || open.get().then(|| children.with_value(|children| children()))}
        </dialog>
    }
}
