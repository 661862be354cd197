use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// One fact, as it is on either side.
pub struct Compared {
    /// What it is about.
    pub name: TextProp,
    /// On the one side.
    pub before: AnyView,
    /// On the other.
    pub now: AnyView,
    /// Whether the sides differ.
    pub changed: bool,
}

/// Two versions of something side by side; the facts that differ are marked.
#[component]
pub fn Comparison(
    /// What is compared, for assistive technology.
    #[prop(into)]
    caption: TextProp,
    /// The head of the first column, for assistive technology: *Fact*.
    #[prop(into)]
    fact: TextProp,
    /// The head of the one side.
    #[prop(into)]
    before: TextProp,
    /// The head of the other.
    #[prop(into)]
    now: TextProp,
    /// The facts.
    rows: Vec<Compared>,
) -> impl IntoView {
    let row = |row: Compared| {
        let Compared { name, before, now, changed } = row;
        view! {
            <tr role="row" data-changed=changed.then_some("")>
                <th scope="row" role="rowheader">
                    {move || name.get()}
                </th>
                <td role="cell">{before}</td>
                <td role="cell">{now}</td>
            </tr>
        }
    };
    view! {
        <table class="diff" role="table">
            <caption class="visually-hidden">{move || caption.get()}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">
                        <span class="visually-hidden">{move || fact.get()}</span>
                    </th>
                    <th scope="col" role="columnheader">
                        {move || before.get()}
                    </th>
                    <th scope="col" role="columnheader">
                        {move || now.get()}
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
