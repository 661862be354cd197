use guildhall_contract::directory::DirectoryPage;
use guildhall_domain::directory::PAGE_SIZE;
use guildhall_domain::taxonomy::{Category, Service};
use leptos::prelude::*;

use super::home::{count, facet};
use crate::address::{Place, search};
use crate::format;
use crate::i18n::{language, texts, words};
use crate::icon::{Icon, Sign};
use crate::parts::{Step, cards, crumbs};

/// The partners of a category.
#[component]
pub fn CategoryPage(
    /// Which.
    category: Category,
    /// The first page of its partners, in the default order.
    page: DirectoryPage,
) -> impl IntoView {
    move || {
        let name = words(&category.words());
        let narrower = category.services().map(|service| {
            let offered = facet(&page.facets.service, service.slug());
            chip(&Place::Service(service), words(&service.words()), Some(offered))
        });
        view! {
            {crumbs(&[directory(), (name.to_owned(), None)])}
            {head(name, page.total)}
            <nav class="section" aria-labelledby="narrower">
                <h2 class="visually-hidden" id="narrower">
                    {texts::listing::services_here()}
                </h2>
                <ul class="chips">{narrower.collect_view()}</ul>
            </nav>
            {results(&page, &format!("category={}", category.slug()))}
            {other_categories(category)}
        }
        .into_any()
    }
}

/// The partners who offer a service.
#[component]
pub fn ServicePage(
    /// Which.
    service: Service,
    /// The first page of its partners, in the default order.
    page: DirectoryPage,
) -> impl IntoView {
    move || {
        let name = words(&service.words());
        let category = service.category();
        let above = (words(&category.words()).to_owned(), Some(Place::Category(category).path(language())));
        view! {
            {crumbs(&[directory(), above, (name.to_owned(), None)])}
            {head(name, page.total)}
            {results(&page, &format!("service={}", service.slug()))}
            {other_categories(category)}
        }
        .into_any()
    }
}

/// The first step of every way.
pub(super) fn directory() -> Step {
    (texts::frame::find_partner().to_owned(), Some(Place::Home.path(language())))
}

fn head(name: &'static str, total: usize) -> AnyView {
    view! {
        <header class="site__head">
            <h1 tabindex="-1">{name}</h1>
            <p>{texts::listing::description(count(total), &lower(name))}</p>
        </header>
    }
    .into_any()
}

fn results(page: &DirectoryPage, query: &str) -> AnyView {
    if page.items.is_empty() {
        return view! {
            <section class="section">
                <p>{texts::listing::none()}</p>
                <p>
                    <a href=Place::Home.path(language())>{texts::listing::none_next()}</a>
                </p>
            </section>
        }
        .into_any();
    }
    view! {
        <section aria-labelledby="partners">
            <div class="results__head">
                <h2 id="partners">{texts::listing::partners(count(page.total))}</h2>
                <a class="button" href=search(language(), query)>
                    <Icon sign=Sign::Filter />
                    {texts::listing::more()}
                </a>
            </div>
            <p class="results__note">
                <a href=Place::HowRankingWorks.path(language())>{texts::home::how_ordered()}</a>
            </p>
            {cards(&page.items)}
            {foot(page, query)}
        </section>
    }
    .into_any()
}

fn foot(page: &DirectoryPage, query: &str) -> AnyView {
    let first = (page.page - 1) * PAGE_SIZE + 1;
    let last = first + page.items.len() - 1;
    let said = |number: usize| format::number(count(number));
    let next = (page.page < page.pages).then(|| {
        let href = search(language(), &format!("{query}&page={}", page.page + 1));
        view! {
            <a class="button" href=href rel="next">
                {texts::listing::next_page()}
            </a>
        }
    });
    view! {
        <div class="results__foot">
            <p class="muted">{texts::listing::showing(&said(first), &said(last), &said(page.total))}</p>
            {next}
        </div>
    }
    .into_any()
}

fn other_categories(but: Category) -> AnyView {
    let others = Category::ALL.iter().filter(|category| **category != but);
    let links = others.map(|category| chip(&Place::Category(*category), words(&category.words()), None));
    view! {
        <nav class="section" aria-labelledby="others">
            <h2 id="others">{texts::listing::other_categories()}</h2>
            <ul class="chips">{links.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

fn chip(place: &Place, name: &'static str, offered: Option<u64>) -> AnyView {
    let offered = offered.map(|offered| view! { <span class="rows__count">{format::number(offered)}</span> });
    view! {
        <li>
            <a href=place.path(language())>
                {name}
                {offered}
            </a>
        </li>
    }
    .into_any()
}

/// A name inside a sentence: `Email marketing` begins small there, `SEO` does not.
pub(crate) fn lower(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_begins_small_inside_a_sentence_unless_it_is_an_abbreviation() {
        assert_eq!(lower("Email marketing"), "email marketing");
        assert_eq!(lower("SEO and paid search"), "SEO and paid search");
        assert_eq!(lower("Đánh giá"), "đánh giá");
    }
}
