use guildhall_contract::reviews::{PublicReview, ReviewPage};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, directory};
use crate::browser;
use crate::i18n::texts;
use crate::ui::Button;

/// The reviews that are shown, and where more begin.
#[derive(Clone, Copy)]
pub(super) struct Reviews {
    handle: StoredValue<String>,
    shown: RwSignal<Vec<PublicReview>>,
    next: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
    failed: RwSignal<bool>,
}

impl Reviews {
    /// Begins with the first page.
    pub(super) fn begin(handle: String, page: ReviewPage) -> Self {
        Self {
            handle: StoredValue::new(handle),
            shown: RwSignal::new(page.items),
            next: RwSignal::new(page.next),
            busy: RwSignal::new(false),
            failed: RwSignal::new(false),
        }
    }

    /// What is shown.
    pub(super) fn shown(self) -> Signal<Vec<PublicReview>> {
        self.shown.into()
    }

    fn more(self, api: Api) {
        let Some(cursor) = self.next.get_untracked() else { return };
        self.busy.set(true);
        self.failed.set(false);
        spawn_local(async move {
            let handle = self.handle.get_value();
            let answer = directory::reviews(api, &handle, Some(&cursor)).await;
            // The page may be gone by now.
            if self.busy.try_set(false).is_some() {
                return;
            }
            let Ok(page) = answer else { return self.failed.set(true) };
            let first_new = self.shown.with_untracked(Vec::len) + 1;
            self.shown.update(|shown| shown.extend(page.items));
            self.next.set(page.next);
            browser::focus_for_reading_soon(&format!(".review:nth-child({first_new}) h3"));
        });
    }
}

/// The way to more reviews, while there are any.
#[component]
pub(super) fn MoreReviews(reviews: Reviews) -> impl IntoView {
    let api = expect_context::<Api>();
    move || {
        reviews.next.with(Option::is_some).then(|| {
            view! {
                <p>
                    <Button
                        busy=reviews.busy
                        busy_label=texts::directory::more_reviews_loading
                        on_press=Callback::new(move |()| reviews.more(api))
                    >
                        {texts::directory::more_reviews}
                    </Button>
                </p>
                <p role="alert">
                    {move || reviews.failed.get().then(texts::directory::more_reviews_failed)}
                </p>
            }
        })
    }
}
