use leptos::prelude::*;

use super::head::{Part, RecordsHead};
use super::reads_records;
use crate::auth::Session;
use crate::features::archive::ArchiveButton;
use crate::i18n::texts;
use crate::layout::Refused;
use crate::ui::LinkButton;

/// `/records/download`: the ways to take the records along. There is no end to that, whatever the phase.
#[component]
pub fn DownloadPage() -> impl IntoView {
    let session = expect_context::<Session>();
    if !reads_records(&session) {
        return view! { <Refused /> }.into_any();
    }
    view! {
        <RecordsHead part=Part::Download />
        <div class="ways">
            <section class="card" aria-labelledby="archive-title">
                <div class="card__head">
                    <h2 id="archive-title">{texts::records::download_archive}</h2>
                </div>
                <div class="card__body stack">
                    <p>{texts::records::download_archive_text}</p>
                    <ArchiveButton />
                </div>
            </section>
            <section class="card" aria-labelledby="interface-title">
                <div class="card__head">
                    <h2 id="interface-title">{texts::records::download_api}</h2>
                </div>
                <div class="card__body stack">
                    <p>{texts::records::download_api_text}</p>
                    <p>
                        <LinkButton href="/developers/reference">{texts::developers::reference}</LinkButton>
                    </p>
                </div>
            </section>
        </div>
    }
    .into_any()
}
