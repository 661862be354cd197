use guildhall_domain::directory::{DirectoryOrder, PAGE_SIZE};
use guildhall_pages::PartnerCard;
use guildhall_pages::address::Place;
use guildhall_pages::i18n::texts as public;
use leptos::prelude::*;

use super::address::Asked;
use super::chips::Chips;
use super::group::all_chosen;
use super::notices::Notices;
use super::pager::pager;
use super::why::why;
use super::{SearchAddress, Shared};
use crate::format;
use crate::i18n::{language, texts, words};
use crate::ui::{Button, EmptyState, Kind, Sign, SortOption, SortSelect};

/// What was found, and how it is ordered.
#[component]
pub(super) fn Results(
    address: SearchAddress,
    page: Memo<Option<Shared>>,
    busy: Signal<bool>,
) -> impl IntoView {
    let total = Memo::new(move |_| page.with(|page| page.as_ref().map_or(0, |page| page.total as u64)));
    let found = move || public::listing::partners(total.get());
    let content = move || {
        page.get().map(|page| match page.total {
            0 => nothing(address),
            _ => listed(address, &page),
        })
    };
    view! {
        <section aria-labelledby="results-title">
            <div class="results__head">
                <h2 id="results-title" tabindex="-1">
                    {found}
                </h2>
                <Orders address=address />
            </div>
            <p class="visually-hidden" role="status">
                {found}
            </p>
            <Chips address=address />
            <Notices address=address page=page />
            <p class="results__note">
                {move || first_come(address)}
                <a href=move || Place::HowRankingWorks.path(language())>{public::home::how_ordered}</a>
            </p>
            <div aria-busy=move || busy.get().to_string()>{content}</div>
        </section>
    }
}

fn first_come(address: SearchAddress) -> Option<String> {
    let query = address.query.with(|asked| asked.search.query.clone());
    let country = query.visitor.filter(|_| query.order == DirectoryOrder::Default)?;
    Some(format!("{} ", texts::directory::come_first(&format::country(country))))
}

#[component]
fn Orders(address: SearchAddress) -> impl IntoView {
    let options = || {
        let option = |order: &DirectoryOrder| SortOption {
            code: order.slug().to_owned(),
            label: words(&order.words()).to_owned(),
        };
        DirectoryOrder::ALL.iter().map(option).collect()
    };
    let choose = move |code: String| {
        if let Some(order) = DirectoryOrder::by_slug(&code) {
            address.change(|asked| asked.search.query.order = order);
        }
    };
    view! {
        <SortSelect
            options=Signal::derive(options)
            chosen=Signal::derive(move || {
                address.query.with(|asked| asked.search.query.order.slug().to_owned())
            })
            on_choose=Callback::new(choose)
        />
    }
}

fn listed(address: SearchAddress, page: &Shared) -> AnyView {
    let ranked = address.query.with_untracked(|asked| asked.search.query.order == DirectoryOrder::Default);
    let card = |partner: &guildhall_contract::directory::PartnerCard| {
        let (name, rank) = (partner.name.clone(), partner.rank.clone());
        let more = rank.filter(|_| ranked).map(|rank| ViewFn::from(move || why(&name, &rank)));
        match more {
            Some(more) => view! { <PartnerCard partner=partner.clone() more=more /> }.into_any(),
            None => view! { <PartnerCard partner=partner.clone() /> }.into_any(),
        }
    };
    let first = (page.page - 1) * PAGE_SIZE + 1;
    let [from, to, total] = [first, first + page.items.len().saturating_sub(1), page.total].map(|n| n as u64);
    let showing = move || {
        let said = format::number;
        public::listing::showing(&said(from), &said(to), &said(total))
    };
    view! {
        <ul class="partners">{page.items.iter().map(card).collect_view()}</ul>
        <div class="results__foot">
            <p class="muted">{showing}</p>
            {pager(address, page.page, page.pages)}
        </div>
    }
    .into_any()
}

/// No partner answers all of it: what was asked, and the way to ask for less.
fn nothing(address: SearchAddress) -> AnyView {
    let asked = address.query.get_untracked();
    let narrowed = asked != Asked::default();
    let parts = move || {
        let query = address.query.with_untracked(|asked| asked.search.query.clone());
        let text = (!query.text.is_empty()).then(|| texts::directory::quoted(&query.text));
        let chosen = all_chosen(&query.filter).into_iter().map(|(group, code)| group.name(&code));
        text.into_iter().chain(chosen).collect::<Vec<_>>().join(" · ")
    };
    let clear = move |()| {
        address.change(|asked| {
            let visitor = asked.search.query.visitor;
            *asked = Asked::default();
            asked.search.query.visitor = visitor;
        });
    };
    view! {
        <div class="card">
            <EmptyState sign=Sign::Search title=texts::directory::none_title text=parts>
                {narrowed
                    .then(|| {
                        view! {
                            <Button kind=Kind::Primary on_press=Callback::new(clear)>
                                {texts::list::clear_all}
                            </Button>
                        }
                    })}
            </EmptyState>
        </div>
    }
    .into_any()
}
