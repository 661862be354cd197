//! What stands in the way, and putting two versions together.

use std::sync::Arc;

use guildhall_contract::own_profile::OwnProfile;
use guildhall_domain::profile::Part;
use leptos::prelude::*;

use super::aspect::{Aspect, differing};
use super::desk::{Desk, Trouble};
use super::fault::{control_of_part, part_words};
use super::typed::Typed;
use crate::browser;
use crate::features::not_done::not_done;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Compared, Comparison, Kind, Notice, Tone};

/// What stands in the way of what was asked last.
#[component]
pub(super) fn TroubleNotice(desk: Desk) -> impl IntoView {
    let inside = move || {
        desk.trouble.get().map(|trouble| match trouble {
            Trouble::Failed(error) => view! {
                <Notice tone=Tone::Danger>
                    <p>{move || not_done(&error)}</p>
                </Notice>
            }
            .into_any(),
            Trouble::Missing { parts, saved } => missing(desk, &parts, saved),
            Trouble::Conflict(theirs) => view! { <Conflict desk=desk theirs=theirs /> }.into_any(),
        })
    };
    view! {
        <div id="trouble" tabindex="-1">
            {inside}
        </div>
    }
}

fn missing(desk: Desk, parts: &[Part], saved: bool) -> AnyView {
    let line = |part: Part| {
        let control = untrack(|| desk.editor.typed.with(|typed| control_of_part(part, typed)));
        view! { <li>{part_link(control, part)}</li> }
    };
    let title = if saved { texts::profile::incomplete_title } else { texts::profile::incomplete_unsaved };
    view! {
        <div class="error-summary" role="alert">
            <h2>{title}</h2>
            <p>{texts::profile::incomplete_text}</p>
            <ul>{parts.iter().map(|part| line(*part)).collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// A link to the control at which a part is filled in.
pub(super) fn part_link(control: String, part: Part) -> impl IntoView {
    let href = format!("#{control}");
    // The router would take the link for a navigation and leave the focus where it is.
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        event.stop_propagation();
        browser::focus_id_soon(&control);
    };
    view! {
        <a href=href on:click=go>
            {move || part_words(part)}
        </a>
    }
}

/// Two versions side by side; of each part that differs one is chosen.
#[component]
fn Conflict(desk: Desk, theirs: Arc<OwnProfile>) -> impl IntoView {
    let mine = desk.editor.typed.get_untracked();
    let base = desk.editor.saved();
    let saved = Typed::from(&theirs.working);
    // What only they changed is taken from them unless the reader says otherwise.
    let choices: Vec<(Aspect, RwSignal<bool>)> = differing(&mine, &saved)
        .into_iter()
        .map(|aspect| (aspect, RwSignal::new(differing(&mine, &base).contains(&aspect))))
        .collect();
    let rows: Vec<_> = choices.iter().map(|(aspect, keep)| row(*aspect, &mine, &saved, *keep)).collect();
    let is_same = choices.is_empty();
    let all = StoredValue::new(choices);
    let set_all = move |keep: bool| all.with_value(|all| all.iter().for_each(|(_, choice)| choice.set(keep)));
    let now = theirs.clone();
    let go_on = move |()| {
        let mut mixture = saved.clone();
        all.with_value(|all| {
            for (aspect, _) in all.iter().filter(|(_, keep)| keep.get_untracked()) {
                aspect.take(&mine, &mut mixture);
            }
        });
        desk.settle(&now, &mixture);
    };
    let last = theirs.events.last().map(|step| (step.by.name.clone(), step.at));
    let text = move || {
        let (name, at) = last.clone().unwrap_or_default();
        texts::profile::conflict_text(&name, &format::date_and_time(at))
    };
    view! {
        <section class="card conflict" role="alert" aria-labelledby="conflict-title">
            <div class="card__head">
                <h2 id="conflict-title">{texts::profile::conflict_title}</h2>
            </div>
            <div class="card__body stack">
                <p>{text}</p>
                {match is_same {
                    true => view! { <p>{texts::profile::conflict_same}</p> }.into_any(),
                    false => {
                        view! {
                            <p>{texts::profile::conflict_choose}</p>
                            <div class="cluster">
                                <Button on_press=Callback::new(move |()| set_all(true))>
                                    {texts::profile::conflict_mine_all}
                                </Button>
                                <Button on_press=Callback::new(move |()| set_all(false))>
                                    {texts::profile::conflict_theirs_all}
                                </Button>
                            </div>
                            <Comparison
                                caption=texts::profile::conflict_caption
                                fact=texts::profile::conflict_fact
                                before=texts::profile::conflict_mine
                                now=texts::profile::conflict_theirs
                                rows=rows
                            />
                        }
                            .into_any()
                    }
                }}
                <p>
                    <Button kind=Kind::Primary on_press=Callback::new(go_on)>
                        {texts::profile::conflict_use}
                    </Button>
                </p>
            </div>
        </section>
    }
}

fn row(aspect: Aspect, mine: &Typed, theirs: &Typed, keep: RwSignal<bool>) -> Compared {
    let group = format!("keep-{}", aspect.code());
    let cell = |typed: &Typed, is_mine: bool| {
        let typed = typed.clone();
        let words = move || match aspect.words(&typed) {
            text if text.is_empty() => "–".to_owned(),
            text => text,
        };
        let whose = if is_mine { texts::profile::conflict_mine } else { texts::profile::conflict_theirs };
        view! {
            <label class="version">
                <input
                    type="radio"
                    name=group.clone()
                    prop:checked=move || keep.get() == is_mine
                    on:change=move |_| keep.set(is_mine)
                />
                <span>
                    <span class="visually-hidden">{whose} ": "</span>
                    {words}
                </span>
            </label>
        }
        .into_any()
    };
    Compared {
        name: (move || aspect.name()).into(),
        before: cell(mine, true),
        now: cell(theirs, false),
        changed: true,
    }
}
