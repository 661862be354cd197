use guildhall_contract::cutover::CutoverView;
use guildhall_domain::actor::Role;
use leptos::prelude::*;

use super::desk::Desk;
use super::form::DatesForm;
use super::words::{date_name, in_utc, phase_name};
use crate::api::{Api, cutover};
use crate::auth::Session;
use crate::i18n::texts;
use crate::layout::{PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, Failure, PageTitle, Skeleton};

/// `/cutover`.
#[component]
pub fn DatesPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::ProgramAdmin {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let remote = Remote::<CutoverView>::new(move || cutover::show(api));
    let content = move || match remote.stage() {
        Stage::Loading => view! { <Loading /> }.into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::cutover::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(view) => {
            let desk = Desk::new(view);
            view! {
                <Standing desk=desk />
                <DatesForm desk=desk />
            }
            .into_any()
        }
    };
    view! {
        <PageTitle title=texts::cutover::title />
        <PageHead title=texts::cutover::title text=texts::cutover::about />
        <div class="form-page">{content}</div>
    }
    .into_any()
}

/// Where the move stands by the dates that are saved.
#[component]
fn Standing(desk: Desk) -> impl IntoView {
    let phase = move || phase_name(desk.kept.with(|kept| kept.phase))();
    let next = move || match desk.kept.with(|kept| kept.next) {
        Some(next) => texts::cutover::next(date_name(next.date)(), &in_utc(next.at)),
        None => texts::cutover::no_next().to_owned(),
    };
    view! {
        <dl class="facts">
            <div>
                <dt>{texts::cutover::now}</dt>
                <dd>{phase}</dd>
            </div>
            <div>
                <dt>{texts::cutover::then}</dt>
                <dd>{next}</dd>
            </div>
        </dl>
    }
}

/// The shape of the page while it loads.
#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="late" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::cutover::loading}
            </p>
            <div class="card" aria-hidden="true">
                <div class="card__body stack">
                    {(0..4).map(|_| view! { <Skeleton bone=Bone::Line /> }).collect_view()}
                </div>
            </div>
        </div>
    }
}
