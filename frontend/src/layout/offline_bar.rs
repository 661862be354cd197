use leptos::prelude::*;

use crate::i18n::texts;
use crate::online::is_online;
use crate::ui::{Icon, Sign};

/// Says so while there is no network.
#[component]
pub fn OfflineBar() -> impl IntoView {
    let online = is_online();
    view! {
        <div class="offline-region" role="status">
            {move || {
                (!online.get())
                    .then(|| {
                        view! {
                            <div class="offline">
                                <Icon sign=Sign::Offline />
                                <p>{texts::frame::offline}</p>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
