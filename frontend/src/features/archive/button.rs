use guildhall_contract::archives::ArchiveProgress;
use guildhall_contract::exports::ExportLink;
use guildhall_domain::archive::ArchiveList;
use leptos::prelude::*;

use super::makes_archives;
use super::making::Making;
use crate::api::ApiError;
use crate::auth::Session;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Icon, Kind, Meter, Notice, Sign, Tone};

const FILE: &str = "guildhall-archive.zip";

/// Makes an archive of everything that is kept for the organisation, in a dialog. Whoever may not is told who may.
#[component]
pub fn ArchiveButton() -> impl IntoView {
    let session = expect_context::<Session>();
    if !makes_archives(&session) {
        return view! { <p class="muted">{texts::archive::owners_only}</p> }.into_any();
    }
    let making = Making::new();
    view! {
        <div>
            <Button on_press=Callback::new(move |()| making.start())>
                <Icon sign=Sign::Download />
                {texts::archive::make}
            </Button>
        </div>
        <Dialog open=making.open id="archive" title=texts::archive::title>
            <Progress making=making />
        </Dialog>
    }
    .into_any()
}

/// How far it has come, and in the end where the file is.
#[component]
fn Progress(making: Making) -> impl IntoView {
    let known = making.progress;
    let permille = Signal::derive(move || {
        let (done, all) =
            known.with(|known| known.as_ref().map_or((0, 1), |known| (known.lists_done, known.lists)));
        u32::try_from(done * 1000 / all.max(1)).unwrap_or(1000)
    });
    let said = move || {
        known.with(|known| known.as_ref().map_or_else(|| texts::archive::beginning().to_owned(), told))
    };
    let link = move || known.with(|known| known.as_ref().and_then(|known| known.link.clone()));
    let failure = move || {
        let error = making.failure.get()?;
        let text = match error {
            ApiError::NotFound => texts::archive::gone(),
            other => other.explanation(),
        };
        Some(view! {
            <Notice tone=Tone::Danger>
                <p>{text}</p>
            </Notice>
        })
    };
    let close = Callback::new(move |()| making.open.set(false));
    let again = Callback::new(move |()| making.go_on());
    view! {
        <div class="dialog__body stack">
            <p>{texts::archive::text}</p>
            <Meter part=permille all=1000 />
            <p role="status">{said}</p>
            <div role="alert">{failure}</div>
            {move || link().map(|link| view! { <Ready link=link /> })}
        </div>
        <div class="dialog__actions">
            <Button on_press=close>
                {move || if link().is_some() { texts::ui::close() } else { texts::submit::cancel() }}
            </Button>
            <Show when=move || making.failure.with(Option::is_some)>
                <Button kind=Kind::Primary on_press=again>
                    {texts::list::export_go_on}
                </Button>
            </Show>
            <Show when=move || link().is_some() && making.failure.with(Option::is_none)>
                <Button on_press=again>{texts::list::export_new_link}</Button>
            </Show>
        </div>
    }
}

/// What is being written, and how much is.
fn told(progress: &ArchiveProgress) -> String {
    let records = format::number(progress.records);
    match progress.list {
        // The texts take their parts by the order of their names.
        Some(list) => texts::archive::progress(
            list_name(list),
            &progress.lists.to_string(),
            &(progress.lists_done + 1).to_string(),
            &records,
        ),
        None => texts::archive::whole(&records),
    }
}

fn list_name(list: ArchiveList) -> &'static str {
    match list {
        ArchiveList::Profile => texts::archive::list_profile(),
        ArchiveList::Jobs => texts::archive::list_jobs(),
        ArchiveList::Conversations => texts::archive::list_conversations(),
        ArchiveList::Customers => texts::archive::list_customers(),
        ArchiveList::Inquiries => texts::archive::list_inquiries(),
        ArchiveList::Leads => texts::archive::list_leads(),
        ArchiveList::Referrals => texts::archive::list_referrals(),
        ArchiveList::Ledger => texts::archive::list_ledger(),
        ArchiveList::Accounts => texts::archive::list_accounts(),
    }
}

/// The file, as long as the link leads to it.
#[component]
fn Ready(link: ExportLink) -> impl IntoView {
    let until = texts::list::export_until(&format::date_and_time(link.expires_at));
    view! {
        <p>
            <a class="button" data-kind="primary" href=link.url download=FILE>
                <Icon sign=Sign::Download />
                {texts::list::export_download(FILE)}
            </a>
        </p>
        <p class="muted">{until}</p>
    }
}
