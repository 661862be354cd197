//! What would happen, or did: figures, each profile's fields, the records that are refused, and the way on.

use leptos::prelude::*;

use super::figures::Figures;
use super::profiles::Profiles;
use super::refused::RefusedRecords;
use super::work::{Phase, Wish, Work};
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Kind, Notice, Tone};

/// The result.
#[component]
pub(super) fn Outcome(work: Work) -> impl IntoView {
    let wish = Memo::new(move |_| match work.phase.get() {
        Phase::Over(wish) | Phase::Stopped(wish) => Some(wish),
        Phase::Choosing | Phase::Working(_) => None,
    });
    move || {
        wish.get().map(|wish| {
            let title = match wish {
                Wish::Rehearse => texts::migrations::result_title,
                Wish::Apply => texts::migrations::result_title_done,
            };
            view! {
                <section class="card" aria-labelledby="migration-result">
                    <div class="card__head">
                        <h2 id="migration-result" tabindex="-1">
                            {title}
                        </h2>
                    </div>
                    <div class="card__body stack">
                        {move || view! { <Figures counts=work.figures() wish=wish /> }}
                        <Next work=work />
                    </div>
                </section>
                <Profiles work=work wish=wish />
                <RefusedRecords work=work />
            }
        })
    }
}

/// What can be done now.
#[component]
fn Next(work: Work) -> impl IntoView {
    move || match work.phase.get() {
        Phase::Over(Wish::Rehearse) => match work.wanted() {
            0 => view! { <p>{texts::migrations::nothing_to_apply}</p> }.into_any(),
            wanted => view! { <Apply work=work wanted=u64::from(wanted) /> }.into_any(),
        },
        Phase::Over(Wish::Apply) => view! {
            <Notice tone=Tone::Success>
                <p>{texts::migrations::applied}</p>
                <p>{texts::migrations::applied_next}</p>
            </Notice>
        }
        .into_any(),
        Phase::Choosing | Phase::Working(_) | Phase::Stopped(_) => ().into_any(),
    }
}

/// Taking the records over, asked for once more.
#[component]
fn Apply(work: Work, wanted: u64) -> impl IntoView {
    let open = RwSignal::new(false);
    let go = move || {
        open.set(false);
        work.apply();
    };
    view! {
        <p>{texts::migrations::nothing_written}</p>
        <div class="cluster">
            <Button kind=Kind::Primary on_press=Callback::new(move |()| open.set(true))>
                {move || texts::migrations::apply(wanted)}
            </Button>
        </div>
        <Dialog open=open id="apply" title=texts::migrations::apply_title>
            <div class="dialog__body stack">
                <p>{move || texts::migrations::apply_effect(&format::number(wanted))}</p>
                <p>{texts::migrations::apply_safe}</p>
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| open.set(false))>{texts::submit::cancel}</Button>
                <Button kind=Kind::Primary on_press=Callback::new(move |()| go())>
                    {texts::migrations::apply_confirm}
                </Button>
            </div>
        </Dialog>
    }
}
