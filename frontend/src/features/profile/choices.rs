//! Countries, languages and industries: some of many, shown as chips.

use guildhall_domain::country::Country;
use guildhall_domain::policy::Words;
use guildhall_domain::taxonomy::{Industry, SpokenLanguage};
use leptos::prelude::*;

use super::editor::Editor;
use super::fault::add_of;
use crate::browser;
use crate::format;
use crate::i18n::{Text, texts, words};
use crate::ui::{Choosable, ChooseMany, Icon, Sign};

/// A list of choices that the profile has.
pub(super) struct Choices {
    /// Its name in the profile, and in ids.
    name: &'static str,
    label: Text,
    hint: Text,
    add: Text,
    /// What is chosen, by code.
    value: fn(Editor) -> RwSignal<Vec<String>>,
    /// What can be chosen.
    options: fn(Editor) -> Vec<Choosable>,
    /// A choice's name, by its code.
    named: fn(&str) -> String,
}

/// Countries besides the main one.
pub(super) static COUNTRIES: Choices = Choices {
    name: "supported_countries",
    label: texts::profile::countries,
    hint: texts::profile::countries_hint,
    add: texts::profile::add_countries,
    value: |editor| editor.countries,
    options: |editor| {
        let main = editor.line("country").get();
        let others = format::countries().into_iter().filter(|(code, _)| *code != main);
        others.map(|(code, name)| choosable(code, name)).collect()
    },
    named: |code| code.parse::<Country>().map_or_else(|_| code.to_owned(), format::country),
};

/// Languages that the partner works in.
pub(super) static LANGUAGES: Choices = Choices {
    name: "languages",
    label: texts::profile::languages,
    hint: texts::profile::languages_hint,
    add: texts::profile::add_languages,
    value: |editor| editor.languages,
    options: |_| sorted(SpokenLanguage::ALL.iter().map(|language| (language.slug(), language.words()))),
    named: |slug| name(SpokenLanguage::by_slug(slug).map(SpokenLanguage::words)),
};

/// Industries that the partner knows.
pub(super) static INDUSTRIES: Choices = Choices {
    name: "industries",
    label: texts::profile::industries,
    hint: texts::profile::industries_hint,
    add: texts::profile::add_industries,
    value: |editor| editor.industries,
    options: |_| sorted(Industry::ALL.iter().map(|industry| (industry.slug(), industry.words()))),
    named: |slug| name(Industry::by_slug(slug).map(Industry::words)),
};

fn name(known: Option<Words>) -> String {
    known.map(|known| words(&known)).unwrap_or_default().to_owned()
}

fn choosable(code: &str, label: String) -> Choosable {
    Choosable { code: code.to_owned(), label, group: None }
}

fn sorted(all: impl Iterator<Item = (&'static str, Words)>) -> Vec<Choosable> {
    let mut options: Vec<_> = all.map(|(code, label)| choosable(code, words(&label).to_owned())).collect();
    options.sort_by_cached_key(|option| format::folded(&option.label));
    options
}

/// What is chosen, each with a cross, and the way to choose more.
#[component]
pub(super) fn Chips(editor: Editor, of: &'static Choices) -> impl IntoView {
    let Choices { name: id, label, hint, add, named, .. } = *of;
    let value = (of.value)(editor);
    let options = Memo::new(move |_| (of.options)(editor));
    let error = editor.error(add_of(id));
    let open = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let add_id = add_of(id);
    let back = add_id.clone();
    let remove = move |code: &str| {
        said.set(texts::profile::removed(&named(code)));
        value.update(|codes| codes.retain(|one| one != code));
        browser::focus_id_soon(&back);
    };
    let remove = StoredValue::new(remove);
    let chip = move |code: String| {
        let name = named(&code);
        let what = texts::profile::remove(&name);
        view! {
            <li class="picked">
                <span>{name}</span>
                <button type="button" on:click=move |_| remove.with_value(|remove| remove(&code))>
                    <Icon sign=Sign::Close small=true />
                    <span class="visually-hidden">{what}</span>
                </button>
            </li>
        }
    };
    let list = move || {
        let codes = value.get();
        (!codes.is_empty()).then(|| {
            view! {
                <ul class="picked-list" aria-label=label>
                    {codes.into_iter().map(chip).collect_view()}
                </ul>
            }
        })
    };
    view! {
        <div class="field" data-error=move || error.with(Option::is_some).then_some("")>
            <p class="field__label">
                {label} " " <span class="field__optional">{texts::ui::optional}</span>
            </p>
            <p class="field__hint" id=format!("{id}-hint")>
                {hint}
            </p>
            {move || error.get().map(|error| view! { <p class="field__error">{error}</p> })}
            {list}
            <p>
                <button
                    class="button"
                    type="button"
                    id=add_id
                    aria-describedby=format!("{id}-hint")
                    on:click=move |_| open.set(true)
                >
                    {add}
                </button>
            </p>
            <p class="visually-hidden" role="status">
                {move || said.get()}
            </p>
        </div>
        <ChooseMany
            open=open
            id=id
            title=add
            options=options
            chosen=value
            on_done=Callback::new(move |codes| value.set(codes))
        />
    }
}
