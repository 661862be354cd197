use leptos::prelude::*;

use crate::i18n::{Text, texts};
use crate::layout::{Crumb, Crumbs, PageHead};
use crate::ui::{PageTitle, Tab, Tabs};

/// The pages for developers, each with its address.
const PAGES: [(Text, &str); 2] =
    [(texts::developers::tokens, "/developers"), (texts::developers::reference, "/developers/reference")];

/// What stands above each of these pages.
#[component]
pub(super) fn Head(
    /// The page's name.
    title: Text,
    /// What it is for.
    about: Text,
    /// Its address.
    here: &'static str,
    /// What can be done on it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let tabs = Signal::derive(move || {
        let tab = |(label, href): (Text, &str)| Tab {
            label: label().to_owned(),
            href: href.to_owned(),
            count: None,
            current: href == here,
        };
        PAGES.map(tab).to_vec()
    });
    view! {
        <PageTitle title=title />
        <Crumbs crumbs=vec![Crumb::here(texts::developers::developers), Crumb::here(title)] />
        <PageHead title=title text=about>
            {children.map(|children| children())}
        </PageHead>
        <Tabs label=texts::developers::pages tabs=tabs />
    }
}
