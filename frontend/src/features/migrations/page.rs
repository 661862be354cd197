use guildhall_domain::actor::Role;
use leptos::prelude::*;

use super::choose::Choose;
use super::columns::Columns;
use super::outcome::Outcome;
use super::progress::Progress;
use super::runs::{FormerRuns, Runs};
use super::work::Work;
use crate::auth::Session;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::PageTitle;

/// `/migrations`.
#[component]
pub fn MigrationsPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::ProgramAdmin {
        return view! { <Refused /> }.into_any();
    }
    let runs = Runs::new();
    let work = Work::new(runs);
    view! {
        <PageTitle title=texts::migrations::title />
        <Crumbs crumbs=vec![Crumb::here(texts::audit::programme), Crumb::here(texts::migrations::title)] />
        <PageHead title=texts::migrations::title text=texts::migrations::about />
        <div class="stack">
            <Choose work=work />
            <Progress work=work />
            <Outcome work=work />
            <FormerRuns work=work />
            <Columns />
        </div>
    }
    .into_any()
}
