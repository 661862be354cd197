//! Countries, languages and industries: some of many, shown as chips.

use guildhall_domain::country::Country;
use guildhall_domain::taxonomy::{Industry, SpokenLanguage};
use leptos::prelude::*;

use super::editor::Editor;
use super::fault::add_of;
use crate::browser;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::{Choosable, ChooseMany, Icon, Sign};

type Text = fn() -> &'static str;

/// Countries besides the main one.
#[component]
pub(super) fn Countries(editor: Editor) -> impl IntoView {
    let options = Memo::new(move |_| {
        let main = editor.line("country").get();
        let all = format::countries().into_iter().filter(|(code, _)| *code != main);
        all.map(|(code, name)| choosable(code, &name)).collect::<Vec<_>>()
    });
    view! {
        <Chips
            id="supported_countries"
            label=texts::profile::countries
            hint=texts::profile::countries_hint
            add=texts::profile::add_countries
            value=editor.countries
            options=options
            error=editor.error(add_of("supported_countries"))
            named=country_name
        />
    }
}

/// Languages that the partner works in.
#[component]
pub(super) fn Languages(editor: Editor) -> impl IntoView {
    let options = Memo::new(|_| {
        let all = SpokenLanguage::ALL.iter();
        sorted(all.map(|language| choosable(language.slug(), words(&language.words()))).collect())
    });
    view! {
        <Chips
            id="languages"
            label=texts::profile::languages
            hint=texts::profile::languages_hint
            add=texts::profile::add_languages
            value=editor.languages
            options=options
            error=editor.error(add_of("languages"))
            named=language_name
        />
    }
}

/// Industries that the partner knows.
#[component]
pub(super) fn Industries(editor: Editor) -> impl IntoView {
    let options = Memo::new(|_| {
        let all = Industry::ALL.iter();
        sorted(all.map(|industry| choosable(industry.slug(), words(&industry.words()))).collect())
    });
    view! {
        <Chips
            id="industries"
            label=texts::profile::industries
            hint=texts::profile::industries_hint
            add=texts::profile::add_industries
            value=editor.industries
            options=options
            error=editor.error(add_of("industries"))
            named=industry_name
        />
    }
}

fn country_name(code: &str) -> String {
    code.parse::<Country>().map_or_else(|_| code.to_owned(), format::country)
}

fn language_name(slug: &str) -> String {
    SpokenLanguage::by_slug(slug).map(|language| words(&language.words())).unwrap_or_default().to_owned()
}

fn industry_name(slug: &str) -> String {
    Industry::by_slug(slug).map(|industry| words(&industry.words())).unwrap_or_default().to_owned()
}

fn choosable(code: &str, label: &str) -> Choosable {
    Choosable { code: code.to_owned(), label: label.to_owned(), group: None }
}

fn sorted(mut options: Vec<Choosable>) -> Vec<Choosable> {
    options.sort_by_cached_key(|option| format::folded(&option.label));
    options
}

/// What is chosen, each with a cross, and the way to choose more.
#[component]
fn Chips(
    id: &'static str,
    label: Text,
    hint: Text,
    add: Text,
    value: RwSignal<Vec<String>>,
    #[prop(into)] options: Signal<Vec<Choosable>>,
    #[prop(into)] error: Signal<Option<String>>,
    named: fn(&str) -> String,
) -> impl IntoView {
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
