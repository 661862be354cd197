use guildhall_contract::directory::Facets as Counts;
use guildhall_pages::format::sort_key;
use leptos::prelude::*;

use super::group::Group;
use super::{SearchAddress, Shared};
use crate::browser;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Kind, Sign, Size};

/// Every way to narrow the results, with how many partners stand behind each. On phones a sheet.
///
/// It is built once, in the order of the first answer's counts; later answers change figures and ticks only, so that
/// neither the focus nor a row moves under somebody's finger.
#[component]
pub(super) fn Facets(
    address: SearchAddress,
    /// The first answer's counts.
    first: Counts,
    page: Memo<Option<Shared>>,
) -> impl IntoView {
    let total = move || page.with(|page| page.as_ref().map_or(0, |page| page.total as u64));
    let chosen =
        move || address.query.with(|asked| super::group::all_chosen(&asked.search.query.filter).len());
    let count = move || (chosen() > 0).then(|| view! { " " <span class="count">{chosen}</span> });
    let groups = Group::ALL.into_iter().filter(|group| *group != Group::Service);
    let groups = groups.map(|group| facet(address, &first, page, group)).collect_view();
    view! {
        <div role="group" aria-label=texts::directory::filters>
            <button class="button facets__open" type="button" popovertarget="facets">
                <Icon sign=Sign::Filter />
                {texts::directory::filters}
                {count}
            </button>
            <div class="facets__panel" id="facets" popover="auto">
                <div class="facets__head">
                    <h2>{texts::directory::filters}</h2>
                    <button
                        class="button"
                        type="button"
                        data-kind="quiet"
                        data-shape="icon"
                        popovertarget="facets"
                        popovertargetaction="hide"
                    >
                        <Icon sign=Sign::Close />
                        <span class="visually-hidden">{texts::directory::close_filters}</span>
                    </button>
                </div>
                <div class="facets">{groups}</div>
                <div class="facets__foot">
                    <Button
                        kind=Kind::Primary
                        size=Size::Large
                        on_press=Callback::new(|()| {
                            browser::hide_popover("facets");
                            browser::focus_id_soon("results-title");
                        })
                    >
                        {move || texts::directory::show_partners(total())}
                    </Button>
                </div>
            </div>
        </div>
    }
}

fn facet(address: SearchAddress, first: &Counts, page: Memo<Option<Shared>>, group: Group) -> AnyView {
    let (shown, more) = choices(address, first, group);
    let rows = shown.into_iter().map(move |code| row(address, page, group, code)).collect_view();
    let further = match group {
        Group::Category => {
            let (_, services) = choices(address, first, Group::Service);
            rest(address, page, Group::Service, services)
        }
        group => rest(address, page, group, more),
    };
    view! {
        <fieldset class="facet">
            <legend>{move || group.title()}</legend>
            {rows}
            {further}
        </fieldset>
    }
    .into_any()
}

/// What is shown at once, and what is asked for. What is chosen is always shown.
fn choices(address: SearchAddress, first: &Counts, group: Group) -> (Vec<String>, Vec<String>) {
    let chosen = address.query.with_untracked(|asked| group.chosen(&asked.search.query.filter));
    let mut counts = group.counts(first).to_vec();
    if group.most_first() {
        let name = |code: &str| untrack(|| sort_key(&group.name(code)));
        counts.sort_by_cached_key(|facet| (std::cmp::Reverse(facet.count), name(&facet.choice)));
    }
    let mut codes: Vec<String> = counts.into_iter().map(|facet| facet.choice).collect();
    codes.extend(chosen.iter().filter(|code| !codes.contains(code)).cloned().collect::<Vec<_>>());
    let mut place = 0;
    codes.into_iter().partition(|code| {
        place += 1;
        place <= group.shown() || (group.shown() > 0 && chosen.contains(code))
    })
}

fn rest(
    address: SearchAddress,
    page: Memo<Option<Shared>>,
    group: Group,
    codes: Vec<String>,
) -> Option<AnyView> {
    if codes.is_empty() {
        return None;
    }
    let count = codes.len() as u64;
    let open = address.query.with_untracked(|asked| {
        let chosen = group.chosen(&asked.search.query.filter);
        codes.iter().any(|code| chosen.contains(code))
    });
    let summary = move || match group {
        Group::Service => texts::directory::all_services(count),
        Group::Country => texts::directory::more_countries(count),
        Group::Language => texts::directory::more_languages(count),
        Group::Industry => texts::directory::more_industries(count),
        Group::Availability | Group::Category | Group::Price | Group::Rating | Group::Tier => {
            format::number(count)
        }
    };
    let rows = codes.into_iter().map(move |code| row(address, page, group, code)).collect_view();
    Some(
        view! {
            <details open=open>
                <summary>{summary}</summary>
                {rows}
            </details>
        }
        .into_any(),
    )
}

fn row(address: SearchAddress, page: Memo<Option<Shared>>, group: Group, code: String) -> AnyView {
    let code = StoredValue::new(code);
    let is_chosen = move || {
        let chosen = address.query.with(|asked| group.chosen(&asked.search.query.filter));
        code.with_value(|code| chosen.contains(code))
    };
    let toggle = move |_| {
        code.with_value(|code| address.change(|asked| group.toggle(&mut asked.search.query.filter, code)));
    };
    let count = Memo::new(move |_| {
        page.with(|page| {
            let counts = group.counts(&page.as_ref()?.facets);
            let found = counts.iter().find(|facet| code.with_value(|code| facet.choice == *code));
            Some(found.map_or(0, |facet| facet.count as u64))
        })
    });
    view! {
        <label>
            <input type="checkbox" prop:checked=is_chosen on:change=toggle />
            <span>{move || code.with_value(|code| group.name(code))}</span>
            <span class="facet__count">
                <span aria-hidden="true">{move || count.get().map(format::number)}</span>
                <span class="visually-hidden">
                    {move || count.get().map(guildhall_pages::i18n::texts::listing::partners)}
                </span>
            </span>
        </label>
    }
    .into_any()
}
