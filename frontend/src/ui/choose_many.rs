use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Button, Dialog, Icon, Kind, Sign};
use crate::format::folded;
use crate::i18n::texts;

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable {
    /// The value.
    pub code: String,
    /// Its words.
    pub label: String,
    /// What it stands under; choices of one group follow each other.
    pub group: Option<String>,
}

/// Some of many, in a dialog with a box to search them. Nothing changes before *Done*.
#[component]
pub fn ChooseMany(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its name in the page, for ids.
    id: &'static str,
    /// What is chosen.
    #[prop(into)]
    title: TextProp,
    /// All that can be chosen.
    #[prop(into)]
    options: Signal<Vec<Choosable>>,
    /// What is chosen, by code.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Takes the new choice, in the order in which it was made.
    #[prop(into)]
    on_done: Callback<Vec<String>>,
) -> impl IntoView {
    let draft = RwSignal::new(Vec::<String>::new());
    let search = RwSignal::new(String::new());
    Effect::new(move || {
        if open.get() {
            draft.set(chosen.get_untracked());
            search.set(String::new());
        }
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        open.set(false);
        on_done.run(draft.get_untracked());
    };
    let found = Memo::new(move |_| {
        let words: Vec<String> = folded(&search.get()).split_whitespace().map(str::to_owned).collect();
        let fits = |option: &Choosable| {
            let group = option.group.as_deref().unwrap_or_default();
            let text = folded(&format!("{} {group}", option.label));
            words.iter().all(|word| text.contains(word))
        };
        options.get().into_iter().filter(fits).collect::<Vec<_>>()
    });
    let groups = move || grouped(found.get()).into_iter().map(|group| ticks(id, group, draft)).collect_view();
    let count = move || found.with(|found| texts::ui::choices(found.len() as u64));
    view! {
        <Dialog open=open id=id title=title>
            <form novalidate on:submit=submit>
                <div class="dialog__body">
                    <span class="input-group">
                        <Icon sign=Sign::Search />
                        <input
                            class="input"
                            type="search"
                            autocomplete="off"
                            aria-label=texts::ui::search_choices
                            placeholder=texts::ui::search_choices
                            prop:value=move || search.get()
                            on:input=move |event| search.set(event_target_value(&event))
                            on:keydown=keep_enter
                        />
                    </span>
                    <p class="visually-hidden" role="status">
                        {count}
                    </p>
                    <div class="choose" role="region" aria-label=texts::ui::search_choices tabindex="0">
                        {groups}
                    </div>
                </div>
                <div class="dialog__actions">
                    <span class="dialog__note" role="status">
                        {move || draft.with(|codes| texts::ui::chosen(codes.len() as u64))}
                    </span>
                    <Button on_press=Callback::new(move |()| open.set(false))>{texts::submit::cancel}</Button>
                    <Button kind=Kind::Primary submit=true>
                        {texts::ui::done}
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}

/// Enter ends a search, not the dialog.
fn keep_enter(event: web_sys::KeyboardEvent) {
    if event.key() == "Enter" {
        event.prevent_default();
    }
}

type Group = (Option<String>, Vec<Choosable>);

fn grouped(options: Vec<Choosable>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for option in options {
        match groups.last_mut() {
            Some((name, members)) if *name == option.group => members.push(option),
            _ => groups.push((option.group.clone(), vec![option])),
        }
    }
    groups
}

fn ticks(id: &'static str, group: Group, draft: RwSignal<Vec<String>>) -> impl IntoView {
    let (name, options) = group;
    let tick = move |option: Choosable| {
        let (own, other) = (option.code.clone(), option.code);
        view! {
            <label class="option">
                <input
                    type="checkbox"
                    name=id
                    value=own.clone()
                    prop:checked=move || draft.with(|codes| codes.contains(&own))
                    on:change=move |event| {
                        let wanted = event_target_checked(&event);
                        draft
                            .update(|codes| {
                                codes.retain(|code| *code != other);
                                if wanted {
                                    codes.push(other.clone());
                                }
                            });
                    }
                />
                <span>{option.label}</span>
            </label>
        }
    };
    let unnamed = name.is_none();
    view! {
        <fieldset class="choose__group">
            <legend class:visually-hidden=unnamed>
                {name.unwrap_or_else(|| texts::ui::search_choices().to_owned())}
            </legend>
            {options.into_iter().map(tick).collect_view()}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_of_one_group_stand_together() {
        let option = |code: &str, group: &str| Choosable {
            code: code.to_owned(),
            label: code.to_owned(),
            group: Some(group.to_owned()),
        };
        let groups = grouped(vec![option("a", "x"), option("b", "x"), option("c", "y")]);
        assert_eq!(groups.len(), 2);
        assert_eq!(groups[0].1.len(), 2);
    }
}
