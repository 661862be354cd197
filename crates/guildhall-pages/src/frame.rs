use guildhall_domain::policy::Language;
use leptos::prelude::*;

use crate::address::{Place, in_language, root};
use crate::brand::Brand;
use crate::i18n::{language, own_name, texts};
use crate::icon::{Icon, Sign};

/// What stands around every public page: brand, navigation and languages above, the directory's promise below.
#[component]
pub fn PublicFrame(
    /// The path of this page in English, with its query: the languages lead to the same page.
    #[prop(into)]
    here: Signal<String>,
    /// What stands in place of "Log in" for who is signed in.
    #[prop(optional, into)]
    account: Option<ViewFn>,
    /// Whether the page opens with the band of the hero, which reaches from edge to edge.
    #[prop(optional, into)]
    hero: Signal<bool>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let account = move || match &account {
        Some(account) => account.run().into_any(),
        None => view! { <a class="button" href="/">{texts::frame::log_in}</a> }.into_any(),
    };
    view! {
        <div class="site">
            <a class="skip" href="#main">
                {texts::frame::skip}
            </a>
            <header class="site__top">
                <Brand href=Signal::derive(|| root(language())) />
                <Navigation here=here />
                <div class="site__end">
                    <Tongues here=here />
                    {account}
                </div>
            </header>
            <main class="site__main" id="main" tabindex="-1" data-hero=move || hero.get().then_some("")>
                {children()}
            </main>
            <Foot />
        </div>
    }
}

#[component]
fn Navigation(here: Signal<String>) -> impl IntoView {
    // The rest of the directory is below its opening page, not it.
    let current = move || if here.get() == root(Language::En) { "page" } else { "true" };
    view! {
        <nav class="site__nav" aria-label=texts::frame::navigation>
            <ul>
                <li>
                    <a href=move || root(language()) aria-current=current>
                        {texts::frame::find_partner}
                    </a>
                </li>
                <li>
                    <a href=move || format!("{}#services", root(language()))>{texts::frame::services}</a>
                </li>
            </ul>
        </nav>
    }
}

/// The same page in the other languages.
#[component]
fn Tongues(here: Signal<String>) -> impl IntoView {
    let tongue = move |offered: Language| {
        let is_spoken = move || (language() == offered).then_some("true");
        view! {
            <li>
                <a
                    href=move || in_language(&here.get(), offered)
                    lang=offered.tag()
                    hreflang=offered.tag()
                    aria-current=is_spoken
                >
                    {own_name(offered)}
                </a>
            </li>
        }
    };
    view! {
        <nav class="site__tongues" aria-label=texts::frame::language>
            <Icon sign=Sign::Globe />
            <ul>{Language::ALL.map(tongue).collect_view()}</ul>
        </nav>
    }
}

#[component]
fn Foot() -> impl IntoView {
    let link = |place: Place, text: fn() -> &'static str| {
        view! {
            <li>
                <a href=move || place.path(language())>{text}</a>
            </li>
        }
    };
    view! {
        <footer class="site__foot">
            <p>{texts::frame::between_you}</p>
            <nav aria-label=texts::frame::footer>
                <ul>
                    {link(Place::HowRankingWorks, texts::ranking::title)}
                    {link(Place::ReviewPolicy, texts::policy::title)}
                    {link(Place::AboutProfiles, texts::about_profiles::title)}
                    {link(Place::Moving, texts::moving::title)}
                </ul>
            </nav>
        </footer>
    }
}
