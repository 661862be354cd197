//! Choosing the files, or those of a run that is to go on.

use guildhall_contract::migrations::MigrationItem;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::words::{fault_words, file_words};
use super::work::{Fault, Work};
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Notice, Tone};

const FILES: &str = "migration-files";

/// The first step.
#[component]
pub(super) fn Choose(work: Work) -> impl IntoView {
    let choose = move |event: web_sys::Event| {
        let Some(input) =
            event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
        else {
            return;
        };
        let files = input.files();
        let files = files.iter().flat_map(|files| (0..files.length()).filter_map(|place| files.get(place)));
        work.choose(files.collect());
        // So that the same files, once they were changed, can be chosen again.
        input.set_value("");
    };
    view! {
        <section class="card" aria-labelledby="choose-title">
            <div class="card__head">
                <h2 id="choose-title">{texts::migrations::files_title}</h2>
            </div>
            <div class="card__body stack">
                {move || work.resumed.get().map(|run| resumed(work, &run))}
                <div class="field">
                    <label class="field__label" for=FILES>
                        {texts::migrations::files}
                    </label>
                    <p class="field__hint" id="migration-files-hint">
                        {texts::migrations::files_hint}
                    </p>
                    <input
                        class="input"
                        type="file"
                        id=FILES
                        multiple=true
                        accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/tab-separated-values"
                        aria-describedby="migration-files-hint"
                        disabled=move || work.is_busy()
                        on:change=choose
                    />
                </div>
                <p>{texts::migrations::same_note}</p>
                {move || work.fault.get().map(refused)}
                <Chosen work=work />
            </div>
        </section>
    }
}

/// What has been chosen.
#[component]
fn Chosen(work: Work) -> impl IntoView {
    let unknown = move || {
        let names = work.unknown.with(|names| names.join(", "));
        (!names.is_empty()).then(|| {
            view! {
                <Notice tone=Tone::Info>
                    <p>{move || texts::migrations::lists_unknown(&names)}</p>
                </Notice>
            }
        })
    };
    let names = move || {
        let files = work.files.get();
        (!files.is_empty()).then(|| {
            let line = |file| view! { <li>{move || file_words(&file)}</li> };
            view! { <ul class="plain muted" aria-label=texts::migrations::chosen>{files.into_iter().map(line).collect_view()}</ul> }
        })
    };
    view! {
        {names}
        {unknown}
    }
}

/// Which files a run waits for.
fn resumed(work: Work, run: &MigrationItem) -> impl IntoView + use<> {
    let files = run.files.clone();
    let names = move || files.iter().map(file_words).collect::<Vec<_>>().join(", ");
    let batches = u64::from(run.next_batch);
    let leave = move |()| work.resumed.set(None);
    view! {
        <Notice tone=Tone::Info>
            <p>{move || texts::migrations::resume_text(&format::number(batches), &names())}</p>
            <div class="cluster">
                <Button on_press=Callback::new(leave)>{texts::migrations::resume_leave}</Button>
            </div>
        </Notice>
    }
}

fn refused(fault: Fault) -> impl IntoView {
    view! {
        <Notice tone=Tone::Danger>
            <p>
                <strong>{texts::migrations::files_refused}</strong>
            </p>
            <p>{move || fault_words(&fault)}</p>
        </Notice>
    }
}
