use guildhall_contract::exports::{Export, ExportBody, ExportLink, ExportList};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, exports};
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Icon, Kind, Meter, Notice, Sign, Tone};

/// How a list is exported that is longer than one answer can carry.
pub struct LongList<Q> {
    /// Which list.
    pub list: ExportList,
    /// The query as the API reads it.
    pub written: fn(&Q) -> String,
}

impl<Q> Clone for LongList<Q> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q> Copy for LongList<Q> {}

/// An export that is prepared a piece at a time. Nothing of it outlives the page.
#[derive(Clone, Copy)]
pub(super) struct LongExport {
    /// Whether its dialog is open; closing it lets the export be.
    pub(super) open: RwSignal<bool>,
    file: &'static str,
    asked: RwSignal<Option<ExportBody>>,
    export: RwSignal<Option<Export>>,
    failure: RwSignal<Option<ApiError>>,
    /// One more with every beginning and every end, so that answers that come too late are known.
    run: RwSignal<u32>,
    api: Api,
}

impl LongExport {
    pub(super) fn new(file: &'static str) -> Self {
        let this = Self {
            open: RwSignal::new(false),
            file,
            asked: RwSignal::new(None),
            export: RwSignal::new(None),
            failure: RwSignal::new(None),
            run: RwSignal::new(0),
            api: expect_context(),
        };
        Effect::new(move || {
            if !this.open.get() {
                this.run.update(|run| *run += 1);
            }
        });
        this
    }

    /// Begins to export what is asked for.
    pub(super) fn begin(self, body: ExportBody) {
        self.asked.set(Some(body));
        self.export.set(None);
        self.open.set(true);
        self.go_on();
    }

    /// Goes on where it stands, until there is a link.
    fn go_on(self) {
        self.failure.set(None);
        self.run.update(|run| *run += 1);
        let run = self.run.get_untracked();
        spawn_local(async move { while let Some(true) = self.piece(run).await {} });
    }

    /// Does a piece of it; whether there is more, or nothing if nobody waits for it any longer.
    async fn piece(self, run: u32) -> Option<bool> {
        let known = self.export.try_get_untracked()?.map(|export| export.export);
        let answer = match known {
            Some(export) => exports::go_on(self.api, &export).await,
            None => exports::begin(self.api, &self.asked.try_get_untracked()??).await,
        };
        if self.run.try_get_untracked()? != run {
            return None;
        }
        match answer {
            Ok(export) => {
                let more = export.link.is_none();
                self.export.set(Some(export));
                Some(more)
            }
            // What was removed meanwhile is begun anew.
            Err(ApiError::NotFound) => {
                self.export.set(None);
                self.failure.set(Some(ApiError::NotFound));
                None
            }
            Err(error) => {
                self.failure.set(Some(error));
                None
            }
        }
    }
}

/// How far an export has come, and in the end where its file is.
#[component]
pub(super) fn LongExportDialog(export: LongExport) -> impl IntoView {
    view! {
        <Dialog open=export.open id="export" title=texts::list::export_title>
            <Progress export=export />
        </Dialog>
    }
}

#[component]
fn Progress(export: LongExport) -> impl IntoView {
    let known = export.export;
    let permille = Signal::derive(move || {
        let (done, rows) =
            known.with(|known| known.as_ref().map_or((0, 1), |known| (known.done, known.rows)));
        u32::try_from(done * 1000 / rows.max(1)).unwrap_or(1000)
    });
    let said = move || {
        known.with(|known| match known {
            None => texts::list::export_beginning().to_owned(),
            Some(known) => texts::list::export_progress(&known.done.to_string(), &known.rows.to_string()),
        })
    };
    let link = move || known.with(|known| known.as_ref().and_then(|known| known.link.clone()));
    let failure = move || {
        let error = export.failure.get()?;
        let text = match error {
            ApiError::NotFound => texts::list::export_gone(),
            other => other.explanation(),
        };
        Some(view! {
            <Notice tone=Tone::Danger>
                <p>{text}</p>
            </Notice>
        })
    };
    let close = Callback::new(move |()| export.open.set(false));
    let again = Callback::new(move |()| export.go_on());
    view! {
        <div class="dialog__body stack">
            <p>{texts::list::export_text}</p>
            <Meter part=permille all=1000 />
            <p role="status">{said}</p>
            <div role="alert">{failure}</div>
            {move || link().map(|link| view! { <Ready link=link file=export.file /> })}
        </div>
        <div class="dialog__actions">
            <Button on_press=close>
                {move || if link().is_some() { texts::ui::close() } else { texts::submit::cancel() }}
            </Button>
            <Show when=move || export.failure.with(Option::is_some)>
                <Button kind=Kind::Primary on_press=again>
                    {texts::list::export_go_on}
                </Button>
            </Show>
            <Show when=move || link().is_some() && export.failure.with(Option::is_none)>
                <Button on_press=again>{texts::list::export_new_link}</Button>
            </Show>
        </div>
    }
}

/// The file, as long as the link leads to it.
#[component]
fn Ready(link: ExportLink, file: &'static str) -> impl IntoView {
    let until = texts::list::export_until(&format::date_and_time(link.expires_at));
    view! {
        <p>
            <a class="button" data-kind="primary" href=link.url download=file>
                <Icon sign=Sign::Download />
                {texts::list::export_download(file)}
            </a>
        </p>
        <p class="muted">{until}</p>
    }
}
