use guildhall_contract::settings::OwnSettings;
use leptos::prelude::*;

use super::desk::{Desk, Trouble};
use crate::features::not_done::not_done;
use crate::i18n::{own_name, texts, words};
use crate::ui::{Button, Kind, Notice, Tone};

/// Why nothing was saved, and what to do about it.
#[component]
pub(super) fn TroubleNotice(desk: Desk) -> impl IntoView {
    move || {
        desk.trouble.get().map(|trouble| match trouble {
            Trouble::Failed(error) => {
                view! { <Notice tone=Tone::Danger>{move || not_done(&error)}</Notice> }.into_any()
            }
            Trouble::Conflict => overtaken(desk),
        })
    }
}

/// Both versions are in sight, so nothing is lost whichever is kept.
fn overtaken(desk: Desk) -> AnyView {
    let differs = move || {
        let names = desk.own.with(|own| differing(own, desk));
        match names.is_empty() {
            true => texts::settings::conflict_same().to_owned(),
            false => texts::settings::conflict_differs(&names.join(", ")),
        }
    };
    let take = move |()| desk.take(desk.own.get_untracked());
    view! {
        <Notice tone=Tone::Danger>
            <h2>{texts::settings::conflict_title}</h2>
            <p>{texts::settings::conflict_text}</p>
            <p>{differs}</p>
            <div class="cluster">
                <Button kind=Kind::Primary on_press=Callback::new(move |()| desk.save())>
                    {texts::settings::keep_mine}
                </Button>
                <Button on_press=Callback::new(take)>{texts::settings::take_saved}</Button>
            </div>
        </Notice>
    }
    .into_any()
}

/// What is saved, where it is not what was chosen.
fn differing(own: &OwnSettings, desk: Desk) -> Vec<String> {
    let chosen = desk.language.get();
    let language =
        (own.language.tag() != chosen).then(|| texts::settings::language_is(own_name(own.language)));
    let topics =
        own.topics.iter().filter(|setting| setting.on == desk.off.with(|off| off.contains(&setting.topic)));
    let state = |on| if on { texts::settings::on() } else { texts::settings::off() };
    let topics =
        topics.map(|setting| texts::settings::topic_is(words(&setting.topic.row().name), state(setting.on)));
    language.into_iter().chain(topics).collect()
}
