use guildhall_contract::settings::TopicSetting;
use leptos::prelude::*;

use super::desk::Desk;
use crate::i18n::{texts, words};
use crate::ui::{Icon, Sign, SwitchField};

/// Every topic that concerns the reader, as a switch; what is always sent is explained instead.
#[component]
pub(super) fn Topics(desk: Desk) -> impl IntoView {
    let list = Memo::new(move |_| {
        desk.own.with(|own| {
            own.topics.iter().map(|setting| (setting.topic, setting.mandatory)).collect::<Vec<_>>()
        })
    });
    move || {
        let topics = list.get();
        if topics.is_empty() {
            return view! { <p class="muted">{texts::settings::no_topics}</p> }.into_any();
        }
        let topics = topics.into_iter().map(|(topic, mandatory)| TopicSetting { topic, mandatory, on: true });
        view! {
            <div class="field" role="group" aria-labelledby="topics-label" aria-describedby="topics-hint">
                <p class="field__label" id="topics-label">
                    {texts::settings::topics}
                </p>
                <p class="field__hint" id="topics-hint">
                    {texts::settings::topics_hint}
                </p>
                <div class="choices">{topics.map(|setting| topic(desk, setting)).collect_view()}</div>
            </div>
        }
        .into_any()
    }
}

fn topic(desk: Desk, setting: TopicSetting) -> AnyView {
    let TopicSetting { topic, mandatory, .. } = setting;
    let row = topic.row();
    if mandatory {
        return view! {
            <div class="choice switch" data-fixed="">
                <span class="choice__label">{move || words(&row.name)}</span>
                <span class="switch__fixed">
                    <Icon sign=Sign::Check />
                </span>
                <span class="choice__hint">
                    {move || words(&row.description)} " " {texts::settings::mandatory}
                </span>
            </div>
        }
        .into_any();
    }
    let on = Signal::derive(move || desk.off.with(|off| !off.contains(&topic)));
    view! {
        <SwitchField
            id=row.code
            label=move || words(&row.name)
            hint=move || words(&row.description)
            on=on
            on_change=Callback::new(move |on| desk.switch(topic, on))
        />
    }
    .into_any()
}
