//! Choosing the file, and the template to begin with.

use guildhall_contract::import::{Separator, template};
use guildhall_domain::policy::Language;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::run::Run;
use super::words::unread_words;
use crate::browser;
use crate::i18n::{language, texts};
use crate::ui::{Button, Icon, Notice, Sign, Toasts, Tone};

const FILE: &str = "import-file";

/// Where a spreadsheet of the reader's country breaks a line into cells.
fn separator() -> Separator {
    match language() {
        Language::En => Separator::Comma,
        Language::Sv | Language::Vi => Separator::Semicolon,
    }
}

/// The first step.
#[component]
pub(super) fn Choose(run: Run) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let hand_over = move |()| {
        let file = template(untrack(separator));
        if browser::download("leads-template.csv", "text/csv;charset=utf-8", &file).is_err() {
            toasts.say(texts::lead_import::report_failed());
        }
    };
    let choose = move |event: web_sys::Event| {
        let Some(input) =
            event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
        else {
            return;
        };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            run.choose(file);
        }
        // So that the same file, once it was changed, can be chosen again.
        input.set_value("");
    };
    let unread = move || {
        run.unread.get().map(|unread| {
            let name = run.name.get_untracked();
            view! {
                <Notice tone=Tone::Danger>
                    <p>
                        <strong>{texts::lead_import::file_refused}</strong>
                        " "
                        {name}
                    </p>
                    <p>{move || unread_words(&unread)}</p>
                </Notice>
            }
        })
    };
    view! {
        <section class="card" aria-labelledby="choose-title">
            <div class="card__head">
                <h2 id="choose-title">{texts::lead_import::file_title}</h2>
                <Button on_press=Callback::new(hand_over)>
                    <Icon sign=Sign::Download />
                    {texts::lead_import::template}
                </Button>
            </div>
            <div class="card__body stack">
                <div class="field">
                    <label class="field__label" for=FILE>
                        {texts::lead_import::file}
                    </label>
                    <p class="field__hint" id="import-file-hint">
                        {texts::lead_import::file_hint}
                    </p>
                    <input
                        class="input"
                        type="file"
                        id=FILE
                        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
                        aria-describedby="import-file-hint"
                        disabled=move || run.is_busy()
                        on:change=choose
                    />
                </div>
                <p>{texts::lead_import::reference_note}</p>
                {unread}
            </div>
        </section>
    }
}
