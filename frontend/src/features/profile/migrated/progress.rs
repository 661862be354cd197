//! How much is reviewed, and the way to each field.

use guildhall_contract::moving::MigratedEntry;
use guildhall_domain::migration::MigratedField;
use leptos::prelude::*;

use crate::browser;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::{Icon, Meter, Sign};

#[component]
pub(super) fn Progress(
    /// The migrated profile.
    entry: Memo<Option<MigratedEntry>>,
    /// The field on show; `None` for those who only read.
    here: Option<RwSignal<MigratedField>>,
) -> impl IntoView {
    let percent = Memo::new(move |_| entry.with(|entry| entry.as_ref().map_or(0, |entry| entry.percent)));
    let part = Signal::derive(move || u32::try_from(percent.get()).unwrap_or(0));
    let said = move || texts::moving::reviewed_percent(&format::number(u64::from(part.get())));
    let fields = move || {
        let fields = entry.with(|entry| entry.as_ref().map(|entry| entry.review.clone())).unwrap_or_default();
        let field = move |field: MigratedField, is_reviewed: bool| {
            let mark = is_reviewed.then(|| {
                view! {
                    <Icon sign=Sign::Check />
                    <span class="visually-hidden">{texts::moving::reviewed}": "</span>
                }
            });
            let name = move || words(&field.words());
            let inside = match here {
                None => view! { <span>{mark} {name}</span> }.into_any(),
                Some(here) => view! {
                    <button
                        type="button"
                        class="button"
                        data-size="small"
                        aria-current=move || (here.get() == field).then_some("step")
                        on:click=move |_| {
                            here.set(field);
                            browser::focus_id_soon("step-title");
                        }
                    >
                        {mark}
                        {name}
                    </button>
                }
                .into_any(),
            };
            view! { <li data-done=is_reviewed.then_some("")>{inside}</li> }
        };
        fields.into_iter().map(|entry| field(entry.field, entry.reviewed.is_some())).collect_view()
    };
    view! {
        <section class="stack" aria-labelledby="progress-title">
            <div class="move-head">
                <h2 id="progress-title">{texts::moving::completeness}</h2>
                <p class="muted" role="status">
                    {said}
                </p>
                <Meter part=part all=100 />
            </div>
            <ol class="review-steps">{fields}</ol>
        </section>
    }
}
