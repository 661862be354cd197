use guildhall_domain::policy::Language;
use leptos::prelude::*;

use crate::i18n::{language, own_name, set_language, texts};
use crate::mail_language::MailLanguage;
use crate::theme::Theme;
use crate::ui::{Icon, Sign};

/// English, Svenska, Tiếng Việt. The ids are this long because forms below ask for a language too.
#[component]
pub(super) fn LanguageChooser() -> impl IntoView {
    let mail = use_context::<MailLanguage>();
    let choose = move |event: web_sys::Event| {
        let tag = event_target_value(&event);
        if let Some(language) = Language::ALL.into_iter().find(|language| language.tag() == tag) {
            set_language(language);
            if let Some(mail) = mail {
                mail.follow(language);
            }
        }
    };
    let option = |offered: Language| {
        view! {
            <option value=offered.tag() lang=offered.tag() selected=move || offered == language()>
                {own_name(offered)}
            </option>
        }
    };
    view! {
        <span class="pick">
            <Icon sign=Sign::Globe />
            <label class="visually-hidden" for="interface-language">
                {texts::frame::language}
            </label>
            <select id="interface-language" on:change=choose>
                {Language::ALL.map(option).collect_view()}
            </select>
        </span>
    }
}

/// System, light, dark.
#[component]
pub(super) fn ThemeChooser() -> impl IntoView {
    let kept = Theme::kept();
    let option = move |theme: Theme| {
        let name = move || match theme {
            Theme::System => texts::frame::theme_system(),
            Theme::Light => texts::frame::theme_light(),
            Theme::Dark => texts::frame::theme_dark(),
        };
        view! {
            <option value=theme.code() selected=theme == kept>
                {name}
            </option>
        }
    };
    view! {
        <span class="pick">
            <Icon sign=Sign::Theme />
            <label class="visually-hidden" for="interface-theme">
                {texts::frame::theme}
            </label>
            <select id="interface-theme" on:change=|event| Theme::by_code(&event_target_value(&event)).choose()>
                {Theme::ALL.map(option).collect_view()}
            </select>
        </span>
    }
}
