use leptos::prelude::*;

use crate::address::Place;
use crate::i18n::{language, texts};

/// There is no such page, or no such partner any more.
#[component]
pub fn MissingPage() -> impl IntoView {
    view! {
        <header class="site__head">
            <h1 tabindex="-1">{texts::missing::title}</h1>
            <p>{texts::missing::text}</p>
        </header>
        <p>
            <a class="button" href=move || Place::Home.path(language())>
                {texts::missing::home}
            </a>
        </p>
    }
}
