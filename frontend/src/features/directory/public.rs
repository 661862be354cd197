use guildhall_contract::cutover::CutoverView;
use guildhall_domain::policy::Language;
use guildhall_pages::address::{Place, search};
use guildhall_pages::i18n::language;
use guildhall_pages::{AboutProfiles, HowRankingWorks, MissingPage, Page, PublicFrame, ReviewPolicy};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use wasm_bindgen::JsCast;

use super::account::Account;
use super::head::Head;
use super::moving::MovingScreen;
use super::pages::{CategoryScreen, HomeScreen, ServiceScreen};
use super::profile::ProfileScreen;
use super::screen::{self, Screen};
use super::search::SearchScreen;
use crate::features::cutover::{NotOpenYet, is_closed};
use crate::features::{inquiry, review};
use crate::layout::SignInAgain;
use crate::{browser, i18n};

/// Everything below `/directory`, `/sv/directory` and `/vi/directory`, in the frame of the public pages. Nobody needs
/// to be signed in.
#[component]
pub fn Directory() -> impl IntoView {
    let location = use_location();
    let pathname = location.pathname;
    let here = Memo::new(move |before: Option<&(Language, String, Screen)>| {
        let found = pathname.with(|path| screen::at(path));
        // While the reader leaves for another part of the application, the page stays as it was.
        found.or_else(|| before.cloned()).unwrap_or((Language::En, String::new(), Screen::Missing))
    });
    let spoken = Memo::new(move |_| here.with(|(language, ..)| *language));
    let screen = Memo::new(move |_| here.with(|(_, _, screen)| screen.clone()));
    speak_like_the_address(spoken);
    let address = Signal::derive(move || {
        let path = here.with(|(_, path, _)| path.clone());
        format!("{path}{}", question(&location.search.get()))
    });
    let navigate = StoredValue::new_local(use_navigate());
    let search_here = move |event: web_sys::SubmitEvent| {
        if let Some(path) = finder(&event) {
            event.prevent_default();
            navigate.with_value(|navigate| navigate(&path, NavigateOptions::default()));
        }
    };
    let closed = is_closed();
    let has_hero = move || {
        let wants_one = screen.with(|screen| matches!(screen, Screen::Page(Place::Home) | Screen::Search));
        wants_one && closed.with(Option::is_none)
    };
    view! {
        <PublicFrame here=address account=ViewFn::from(Account) hero=Signal::derive(has_hero) on:click=skip_by_focus on:submit=search_here>
            {move || match closed.get().filter(|_| screen.with(is_of_the_directory)) {
                Some(view) => not_open(view),
                None => show(screen.get()),
            }}
        </PublicFrame>
        <SignInAgain />
    }
}

fn show(screen: Screen) -> AnyView {
    match screen {
        Screen::Page(Place::Home) => view! { <HomeScreen /> }.into_any(),
        Screen::Page(Place::Category(category)) => view! { <CategoryScreen category=category /> }.into_any(),
        Screen::Page(Place::Service(service)) => view! { <ServiceScreen service=service /> }.into_any(),
        Screen::Page(Place::Profile(handle)) => {
            view! { <ProfileScreen handle=handle.as_str().to_owned() /> }.into_any()
        }
        Screen::Page(Place::HowRankingWorks) => view! {
            {article(Page::HowRankingWorks)}
            <HowRankingWorks />
        }
        .into_any(),
        Screen::Page(Place::ReviewPolicy) => view! {
            {article(Page::ReviewPolicy)}
            <ReviewPolicy />
        }
        .into_any(),
        Screen::Page(Place::Moving) => view! { <MovingScreen /> }.into_any(),
        Screen::Page(Place::AboutProfiles) => view! {
            {article(Page::AboutProfiles)}
            <AboutProfiles />
        }
        .into_any(),
        Screen::Search => view! { <SearchScreen /> }.into_any(),
        Screen::Contact(handle) => view! { <inquiry::ContactScreen handle=handle /> }.into_any(),
        Screen::Review(handle) => view! { <review::ReviewScreen handle=handle /> }.into_any(),
        Screen::Missing => view! { <Missing /> }.into_any(),
    }
}

/// Whether a screen waits for the directory to open. What partners read before that does not.
fn is_of_the_directory(screen: &Screen) -> bool {
    !matches!(screen, Screen::Page(Place::Moving | Place::AboutProfiles) | Screen::Missing)
}

fn not_open(view: CutoverView) -> AnyView {
    let title = || format!("{} · Guildhall", i18n::texts::cutover::not_open_title());
    view! {
        <Head title=Signal::derive(title) description=Signal::stored(None::<String>) />
        <NotOpenYet view=view />
    }
    .into_any()
}

fn article(page: Page<'static>) -> impl IntoView {
    let title = Signal::derive(move || page.title());
    view! { <Head title=title description=Signal::derive(move || Some(page.description())) /> }
}

/// There is no such page, or no such partner.
#[component]
pub(super) fn Missing() -> impl IntoView {
    let title = || format!("{} · Guildhall", guildhall_pages::i18n::texts::missing::title());
    view! {
        <Head title=Signal::derive(title) description=Signal::stored(None::<String>) />
        <MissingPage />
    }
}

/// An address names its language. Going to another one is a choice, which is kept; arriving is none.
fn speak_like_the_address(spoken: Memo<Language>) {
    i18n::speak_here(spoken.get_untracked());
    Effect::new(move |before: Option<Language>| {
        let language = spoken.get();
        if before.is_some_and(|before| before != language) {
            i18n::set_language(language);
        }
        language
    });
    on_cleanup(i18n::start);
}

/// The router would take the link to the main part for a navigation and leave the focus where it is.
fn skip_by_focus(event: web_sys::MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    if target.is_some_and(|element| element.class_name() == "skip") {
        event.prevent_default();
        browser::focus_id_soon("main");
    }
}

/// Where the plain form of the opening page leads: the application is here already and need not be loaded again.
fn finder(event: &web_sys::SubmitEvent) -> Option<String> {
    let form = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok())?;
    if event.default_prevented() || form.class_name() != "finder" {
        return None;
    }
    let (text, near) = (browser::value_of("finder-q")?, browser::value_of("finder-near")?);
    let asked = [("q", text.trim()), ("near", near.as_str())];
    let asked: Vec<(&str, &str)> = asked.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    Some(search(untrack(language), &browser::query(&asked)))
}

/// The router hands a query over without its question mark.
fn question(search: &str) -> String {
    match search.trim_start_matches('?') {
        "" => String::new(),
        search => format!("?{search}"),
    }
}
