use guildhall_contract::directory::{DirectoryPage, FacetCount};
use guildhall_domain::country::Country;
use guildhall_domain::taxonomy::{Category, Service};
use leptos::prelude::*;

use crate::address::{Place, search};
use crate::format;
use crate::i18n::{language, texts, words};
use crate::icon::{Icon, Sign};
use crate::parts::cards;
use crate::town::town;

/// How many of the highest ranked partners stand on the opening page.
const BEST: usize = 6;

/// The opening page of the directory.
#[component]
pub fn DirectoryHome(
    /// The first page of everything: default order, nothing narrowed.
    page: DirectoryPage,
) -> impl IntoView {
    move || home(&page)
}

fn home(page: &DirectoryPage) -> AnyView {
    let best = &page.items[..page.items.len().min(BEST)];
    let best = match best {
        [] => view! { <p class="muted">{texts::home::empty()}</p> }.into_any(),
        best => cards(best),
    };
    view! {
        {hero(page)}
        <section class="section" aria-labelledby="best">
            <div class="results__head">
                <h2 id="best">{texts::home::best()}</h2>
                <a href=Place::HowRankingWorks.path(language())>{texts::home::how_ordered()}</a>
            </div>
            {best}
            {see_all(page.total)}
        </section>
        <section class="section" aria-labelledby="services">
            <h2 id="services">{texts::home::trades()}</h2>
            <div class="trades">
                {Category::ALL.iter().map(|category| trade(*category, page)).collect_view()}
            </div>
        </section>
    }
    .into_any()
}

fn hero(page: &DirectoryPage) -> AnyView {
    let browse = Category::ALL.iter().map(|category| {
        let href = Place::Category(*category).path(language());
        view! { <li><a href=href>{words(&category.words())}</a></li> }
    });
    view! {
        <section class="hero" aria-labelledby="title">
            {town()}
            <div class="hero__text">
                <h1 id="title" tabindex="-1">
                    {texts::home::title()}
                </h1>
                <p>{texts::home::partners(count(page.total))}</p>
            </div>
            {finder(&page.facets.country)}
            <ul class="browse" aria-label=texts::home::browse()>
                {browse.collect_view()}
            </ul>
        </section>
    }
    .into_any()
}

/// A plain form: it works without a script.
fn finder(countries: &[FacetCount]) -> AnyView {
    let mut countries: Vec<(&str, String)> = countries
        .iter()
        .filter_map(|facet| {
            Some((facet.choice.as_str(), format::country(facet.choice.parse::<Country>().ok()?)))
        })
        .collect();
    countries.sort_by_cached_key(|(_, name)| format::sort_key(name));
    let options =
        countries.into_iter().map(|(code, name)| view! { <option value=code.to_owned()>{name}</option> });
    view! {
        <form class="finder" role="search" aria-label=texts::home::search_partners() action=search(language(), "")>
            <div class="finder__field">
                <label for="finder-q">{texts::home::what()}</label>
                <span class="input-group">
                    <Icon sign=Sign::Search />
                    <input
                        class="input"
                        id="finder-q"
                        name="q"
                        type="search"
                        maxlength="200"
                        placeholder=texts::home::what_example()
                    />
                </span>
            </div>
            <div class="finder__field">
                <label for="finder-near">{texts::home::where_from()}</label>
                <span class="select">
                    <select class="input" id="finder-near" name="near" autocomplete="country">
                        <option value="">{texts::home::anywhere()}</option>
                        {options.collect_view()}
                    </select>
                </span>
            </div>
            <button class="button" data-kind="primary" data-size="large" type="submit">
                {texts::home::search()}
            </button>
        </form>
    }
    .into_any()
}

fn trade(category: Category, page: &DirectoryPage) -> AnyView {
    let rows = category.services().map(|service| service_row(service, page));
    view! {
        <section class="trade card card__body">
            <div class="trade__head">
                <h3>
                    <a href=Place::Category(category).path(language())>{words(&category.words())}</a>
                </h3>
                <span class="rows__count">
                    {texts::listing::partners(facet(&page.facets.category, category.slug()))}
                </span>
            </div>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn service_row(service: Service, page: &DirectoryPage) -> AnyView {
    let offered = facet(&page.facets.service, service.slug());
    view! {
        <li>
            <a href=Place::Service(service).path(language())>
                <span>{words(&service.words())}</span>
                <span class="rows__count">{format::number(offered)}</span>
            </a>
        </li>
    }
    .into_any()
}

fn see_all(total: usize) -> Option<AnyView> {
    (total > 0).then(|| {
        let text = texts::home::see_all(count(total));
        view! { <p><a class="button" href=search(language(), "")>{text}</a></p> }.into_any()
    })
}

/// The count of a choice.
pub(super) fn facet(counts: &[FacetCount], choice: &str) -> u64 {
    counts.iter().find(|facet| facet.choice == choice).map_or(0, |facet| count(facet.count))
}

pub(super) fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
