use guildhall_contract::organisations::OrganisationEntry;
use leptos::prelude::*;

use super::address::Asked;
use super::standing::Standing;
use crate::features::address::Address;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, EmptyState, Sign, TableFrame};

/// Those whose name or id holds what is searched for.
#[component]
pub(super) fn Found(all: StoredValue<Vec<OrganisationEntry>>, address: Address<Asked>) -> impl IntoView {
    move || {
        let asked = address.query.get().text;
        let found: Vec<_> = all.with_value(|all| matching(all, &asked).cloned().collect());
        if found.is_empty() { nothing(asked, address) } else { table(found) }
    }
}

fn matching<'a>(all: &'a [OrganisationEntry], asked: &str) -> impl Iterator<Item = &'a OrganisationEntry> {
    let asked = format::folded(asked);
    all.iter().filter(move |entry| {
        format::folded(&entry.name).contains(&asked) || entry.id.as_str().contains(asked.as_str())
    })
}

fn nothing(asked: String, address: Address<Asked>) -> AnyView {
    if asked.is_empty() {
        return view! {
            <div class="card">
                <EmptyState sign=Sign::Hall title=texts::organisations::none text=texts::organisations::none_text />
            </div>
        }
        .into_any();
    }
    let clear = Callback::new(move |()| address.change(|asked| asked.text.clear()));
    view! {
        <div class="card">
            <EmptyState
                sign=Sign::Search
                title=move || texts::organisations::no_match(&asked)
                text=texts::organisations::no_match_text
            >
                <Button on_press=clear>{texts::ui::clear}</Button>
            </EmptyState>
        </div>
    }
    .into_any()
}

fn table(found: Vec<OrganisationEntry>) -> AnyView {
    let count = found.len() as u64;
    let column = |name: fn() -> &'static str| {
        view! {
            <th scope="col" role="columnheader">
                {name}
            </th>
        }
    };
    let head = view! {
        {column(texts::organisations::name)}
        {column(texts::organisations::standing)}
        {column(texts::organisations::since)}
    };
    view! {
        <TableFrame caption=texts::organisations::caption head=head.into_any()>
            {found.into_iter().map(row).collect_view()}
        </TableFrame>
        <p class="muted" role="status">
            {move || texts::organisations::count(count)}
        </p>
    }
    .into_any()
}

fn row(entry: OrganisationEntry) -> impl IntoView {
    let href = format!("/organisations/{}", entry.id);
    let (since, standing) = (entry.since, entry.standing);
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=href>{entry.name}</a>
                <span class="second">{entry.id.to_string()}</span>
            </th>
            <td role="cell" data-label=texts::organisations::standing data-first="">
                <Standing standing=standing />
            </td>
            <td role="cell" data-label=texts::organisations::since>
                <span>{move || format::day(since)}</span>
            </td>
        </tr>
    }
}
