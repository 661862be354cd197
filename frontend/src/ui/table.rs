use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// The frame of a table that turns to cards below 640 px of its own width.
///
/// `head` is a row of [`super::SortHeader`]s or `<th scope="col" role="columnheader">`s; children are
/// the rows. Give each `<tr>` `role="row"`, the first cell `<th scope="row" role="rowheader">`, each
/// other cell `role="cell"`, `data-label` with its column's name, and one element inside it; the cell
/// with `data-first` stands right under the name on a card. The roles keep it a table for assistive
/// technology while the style sheet lays it out as cards.
#[component]
pub fn TableFrame(
    /// What the table holds and how it is sorted.
    #[prop(into)]
    caption: TextProp,
    /// Whether newer rows are on their way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// The row of heads.
    head: AnyView,
    /// What stands below: a count and a [`super::Pager`].
    #[prop(optional)]
    foot: Option<AnyView>,
    /// Rows of sums below all others; each is a `<tr role="row">`.
    #[prop(optional)]
    sums: Option<AnyView>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let name = caption.clone();
    view! {
        <div class="table-frame" aria-busy=move || busy.get().to_string()>
            <div class="table-scroll" role="region" aria-label=name tabindex="0">
                <table class="table" role="table" data-fixed="">
                    <caption class="visually-hidden">{move || caption.get()}</caption>
                    <thead role="rowgroup">
                        <tr role="row">{head}</tr>
                    </thead>
                    <tbody role="rowgroup">{children()}</tbody>
                    {sums.map(|sums| view! { <tfoot role="rowgroup">{sums}</tfoot> })}
                </table>
            </div>
            {foot.map(|foot| view! { <div class="table-foot">{foot}</div> })}
        </div>
    }
}
