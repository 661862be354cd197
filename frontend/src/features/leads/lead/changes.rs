use guildhall_domain::lead::{EventKind, FieldChange, Product};
use leptos::prelude::*;

use super::answers::answer;
use super::events::field_name;
use crate::i18n::texts;

/// What an answer or a correction changed, field by field: before and now.
pub(super) fn changes(event: &EventKind, product: Product) -> Option<AnyView> {
    let (EventKind::InformationProvided { changes, .. } | EventKind::DetailsCorrected { changes, .. }) =
        event
    else {
        return None;
    };
    if changes.is_empty() {
        return None;
    }
    let lines = changes.iter().cloned().map(|change| line(change, product)).collect_view();
    Some(view! { <dl class="changes">{lines}</dl> }.into_any())
}

fn line(change: FieldChange, product: Product) -> impl IntoView {
    let FieldChange { field, before, after } = change;
    view! {
        <div>
            <dt>{move || field_name(field, product)}</dt>
            <dd>
                <del>
                    <span class="visually-hidden">{texts::lead_work::before} ": "</span>
                    {move || answer(field, product, before.as_ref())}
                </del>
                <span aria-hidden="true">" → "</span>
                <ins>
                    <span class="visually-hidden">{texts::lead_work::after} ": "</span>
                    {move || answer(field, product, after.as_ref())}
                </ins>
            </dd>
        </div>
    }
}
