use std::sync::Arc;

use guildhall_contract::own_profile::OwnProfile;
use leptos::prelude::*;

use crate::features::profile::{Aspect, Typed, aspects};
use crate::i18n::texts;
use crate::ui::{Compared, Comparison};

/// What is public beside the working copy, part by part; the parts that differ are marked and counted.
#[component]
pub(super) fn Compare(own: Arc<OwnProfile>) -> impl IntoView {
    let working = Typed::from(&own.working);
    let public = own.published.as_ref().map(|published| Typed::from(&published.content));
    let changed = |aspect: Aspect| public.as_ref().is_some_and(|public| aspect.differs(public, &working));
    let count = aspects().filter(|aspect| changed(*aspect)).count() as u64;
    let is_first = public.is_none();
    let text = move || match (is_first, count) {
        (true, _) => texts::moderation::first_time().to_owned(),
        (false, 0) => texts::moderation::nothing_changed().to_owned(),
        (false, count) => texts::moderation::changed_count(count),
    };
    let cell = |typed: Option<Typed>, aspect: Aspect| {
        let words = move || match typed.as_ref().map(|typed| aspect.words(typed)).unwrap_or_default() {
            text if text.is_empty() => "–".to_owned(),
            text => text,
        };
        view! { <span class="version__text">{words}</span> }.into_any()
    };
    let row = |aspect: Aspect| Compared {
        name: (move || aspect.name()).into(),
        before: cell(public.clone(), aspect),
        now: cell(Some(working.clone()), aspect),
        changed: changed(aspect),
    };
    // Two columns that say the same tell nothing; the preview shows it once.
    let rows: Option<Vec<Compared>> = (is_first || count > 0).then(|| aspects().map(row).collect());
    view! {
        <section class="card" aria-labelledby="compare-title">
            <div class="card__head">
                <h2 id="compare-title">{texts::moderation::compare}</h2>
                <span class="move">{text}</span>
            </div>
            <div class="card__body">
                {rows
                    .map(|rows| {
                        view! {
                            <div class="diff-scroll">
                                <Comparison
                                    caption=texts::moderation::compare_caption
                                    fact=texts::profile::conflict_fact
                                    before=texts::moderation::copy_now
                                    now=texts::moderation::copy_working
                                    rows=rows
                                />
                            </div>
                        }
                    })}
            </div>
        </section>
    }
}
