use leptos::prelude::*;

use crate::browser;
use crate::i18n::texts;
use crate::ui::{Bone, Skeleton};

/// A public page that is still loading; it shows after 150 ms. Its heading holds the focus for the page's own.
#[component]
pub fn PageWaiting() -> impl IntoView {
    on_cleanup(|| {
        if browser::has_focus("waiting") {
            browser::focus_for_reading_soon("main h1");
        }
    });
    view! {
        <h1 class="visually-hidden" id="waiting" role="status" tabindex="-1">
            {texts::directory::loading_page}
        </h1>
        <div class="stack late" aria-busy="true">
            <Skeleton bone=Bone::Title />
            <Skeleton bone=Bone::Line />
            <Skeleton bone=Bone::Line />
            <Skeleton bone=Bone::Long />
        </div>
    }
}

/// Cards that are still loading.
#[component]
pub(super) fn CardsWaiting() -> impl IntoView {
    let card = |_| {
        view! {
            <li class="partner">
                <div class="partner__head">
                    <span class="skeleton partner__waiting"></span>
                    <div class="stack">
                        <Skeleton bone=Bone::Long />
                        <Skeleton bone=Bone::Word />
                    </div>
                </div>
                <div><Skeleton bone=Bone::Badge /></div>
                <div>
                    <Skeleton bone=Bone::Line />
                    <Skeleton bone=Bone::Line />
                </div>
                <div><Skeleton bone=Bone::Word /></div>
            </li>
        }
    };
    view! {
        <div class="late" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::directory::loading}
            </p>
            <ul class="partners" aria-hidden="true">
                {(0..6).map(card).collect_view()}
            </ul>
        </div>
    }
}
