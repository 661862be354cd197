//! What was erased, by kind and by what became of it.

use std::collections::BTreeMap;

use guildhall_contract::privacy::Finding;
use guildhall_domain::privacy::{Fate, Holding};
use leptos::prelude::*;

use super::desk::{Desk, Phase};
use crate::i18n::{texts, words};
use crate::ui::{Button, Notice, Tone};

/// The report at the end, with what stays and whose move it is.
#[component]
pub(super) fn Report(desk: Desk) -> impl IntoView {
    let is_over = Memo::new(move |_| desk.phase.get() == Phase::Erased);
    let look_again = move |()| desk.search(&untrack(|| desk.subject()));
    view! {
        <Show when=move || is_over.get()>
            <section class="card" aria-labelledby="report-title">
                <div class="card__head">
                    <h2 id="report-title">{texts::privacy::report}</h2>
                </div>
                <div class="card__body stack">
                    <Notice tone=Tone::Success>
                        <p>{texts::privacy::report_done}</p>
                    </Notice>
                    <table class="table">
                        <caption class="visually-hidden">{texts::privacy::report}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{texts::privacy::what}</th>
                                <th scope="col">{texts::privacy::how}</th>
                                <th scope="col" class="num">
                                    {texts::privacy::how_many}
                                </th>
                            </tr>
                        </thead>
                        <tbody>{move || lines(desk)}</tbody>
                    </table>
                    <p>{texts::privacy::report_next}</p>
                    <div class="cluster">
                        <Button on_press=Callback::new(look_again)>{texts::privacy::look_again}</Button>
                    </div>
                </div>
            </section>
        </Show>
    }
}

/// What was done, and what was found and is kept.
fn lines(desk: Desk) -> Vec<AnyView> {
    let mut counts: BTreeMap<(Holding, Fate), usize> = BTreeMap::new();
    desk.erased.with(|erased| {
        for one in erased {
            *counts.entry((one.kind, one.how)).or_default() += 1;
        }
    });
    let is_kept = |finding: &&Finding| finding.on_erasure == Fate::Kept;
    desk.found.with(|found| {
        for one in found.iter().filter(is_kept) {
            *counts.entry((one.kind, Fate::Kept)).or_default() += 1;
        }
    });
    if counts.is_empty() {
        return vec![view! { <tr><td colspan="3">{texts::privacy::report_nothing}</td></tr> }.into_any()];
    }
    let line = |((kind, how), count): ((Holding, Fate), usize)| {
        view! {
            <tr>
                <th scope="row">{move || words(&kind.words())}</th>
                <td>{move || words(&how.words())}</td>
                <td class="num">{count}</td>
            </tr>
        }
        .into_any()
    };
    counts.into_iter().map(line).collect()
}
