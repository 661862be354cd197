use leptos::prelude::*;

use crate::i18n::texts;
use crate::ui::{Bone, Skeleton};

/// The shape of the page while it loads.
#[component]
pub(super) fn LeadSkeleton() -> impl IntoView {
    let lines = |count: usize| {
        let line = || view! { <Skeleton bone=Bone::Line /> };
        view! { <div class="card__body stack">{(0..count).map(|_| line()).collect_view()}</div> }
    };
    view! {
        <div class="late stack" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::lead::loading}
            </p>
            <div class="stack" aria-hidden="true">
                <Skeleton bone=Bone::Long />
            </div>
            <div class="lead-grid" aria-hidden="true">
                <div class="card" data-area="now">{lines(4)}</div>
                <div class="card" data-area="time">{lines(6)}</div>
                <div class="card" data-area="rep">{lines(4)}</div>
            </div>
        </div>
    }
}
