use std::sync::Arc;

use guildhall_contract::marketplace::ConversationDetails;
use guildhall_domain::marketplace::MarketplaceId;
use leptos::prelude::*;

use crate::api::{Api, ApiError, marketplace};
use crate::features::marketplace::conversation::{Names, Told, conversation, nothing_written};
use crate::i18n::texts;
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, Failure, Skeleton};

/// The conversation about a job. It may be long, so the rest of the page does not wait for it.
#[component]
pub(super) fn Written(
    /// Which.
    id: MarketplaceId,
    /// How the two are called.
    names: Names,
) -> impl IntoView {
    let api = expect_context::<Api>();
    let remote = Remote::<Arc<ConversationDetails>>::new(move || {
        let id = id.clone();
        async move { marketplace::conversation(api, id.as_str()).await.map(Arc::new) }
    });
    move || match remote.stage() {
        Stage::Loading => waiting(),
        // The job names a conversation that was not brought along.
        Stage::Failed(ApiError::NotFound) => nothing_written(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card" data-area="time">
                    <Failure title=texts::records::conversation_failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(written) => conversation(Told::from(&*written), &names),
    }
}

fn waiting() -> AnyView {
    view! {
        <div class="card late" data-area="time" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::records::conversation_loading}
            </p>
            <div class="card__body stack" aria-hidden="true">
                <Skeleton bone=Bone::Line />
                <Skeleton bone=Bone::Line />
                <Skeleton bone=Bone::Line />
            </div>
        </div>
    }
    .into_any()
}
