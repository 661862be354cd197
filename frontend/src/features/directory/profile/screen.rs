use std::sync::Arc;

use guildhall_contract::profile::PublicProfile;
use guildhall_contract::reviews::{PublicReview, ReviewPage};
use guildhall_pages::{Page, ProfilePage};
use leptos::prelude::*;

use super::report::{Report, Reported};
use super::reviews::{MoreReviews, Reviews};
use crate::api::{Api, ApiError, directory};
use crate::auth::Auth;
use crate::features::directory::PageWaiting;
use crate::features::directory::pages::{described, head};
use crate::features::directory::public::Missing;
use crate::i18n::texts;
use crate::remote::{Remote, Stage};
use crate::ui::Failure;

type Loaded = Arc<(PublicProfile, ReviewPage)>;

/// A partner's own page, or that there is none.
#[component]
pub(in crate::features::directory) fn ProfileScreen(handle: String) -> impl IntoView {
    let api = expect_context::<Api>();
    let remote = Remote::<Loaded>::new(move || {
        let handle = handle.clone();
        async move { load(api, &handle).await.map(Arc::new) }
    });
    move || match remote.stage() {
        Stage::Loading => view! { <PageWaiting /> }.into_any(),
        Stage::Ready(loaded) => {
            let (profile, reviews) = Arc::unwrap_or_clone(loaded);
            view! { <Shown profile=profile reviews=reviews /> }.into_any()
        }
        Stage::Failed(ApiError::NotFound) => view! { <Missing /> }.into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! { <Failure title=texts::directory::profile_failed error=error retry=retry /> }.into_any()
        }
    }
}

async fn load(api: Api, handle: &str) -> Result<(PublicProfile, ReviewPage), ApiError> {
    let (profile, reviews) =
        futures::join!(directory::profile(api, handle), directory::reviews(api, handle, None));
    Ok((profile?, reviews?))
}

#[component]
fn Shown(profile: PublicProfile, reviews: ReviewPage) -> impl IntoView {
    let reviews = Reviews::begin(profile.handle.clone(), reviews);
    let reported = RwSignal::new(None::<Reported>);
    let session = expect_context::<Auth>().session();
    let about = profile.clone();
    let below = ViewFn::from(move || view! { <MoreReviews reviews=reviews /> });
    let action = move |review: &PublicReview| {
        let review = Reported { id: review.id.to_string(), company: review.company.clone() };
        let company = review.company.clone();
        view! {
            <button
                class="button"
                type="button"
                data-kind="quiet"
                data-size="small"
                on:click=move |_| reported.set(Some(review.clone()))
            >
                {texts::directory::report}
                <span class="visually-hidden">": " {company}</span>
            </button>
        }
        .into_any()
    };
    view! {
        {head(move || described(&Page::Profile(&about, &[])))}
        {move || {
            let reports = session.with(|session| session.as_ref().is_some_and(|session| !session.is_sales()));
            view! {
                <ProfilePage
                    profile=profile.clone()
                    reviews=reviews.shown().get()
                    below_reviews=below.clone()
                    with_review=reports.then(|| guildhall_pages::WithReview::new(action))
                />
            }
        }}
        <Report of=reported />
    }
}
