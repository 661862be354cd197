use leptos::prelude::*;

use super::choose::Choose;
use super::columns::Columns;
use super::outcome::Outcome;
use super::progress::Progress;
use super::run::Run;
use crate::auth::Session;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::PageTitle;

/// `/referrals/leads/import`.
#[component]
pub fn ImportPage() -> impl IntoView {
    if !expect_context::<Session>().role.submits_leads() {
        return view! { <Refused /> }.into_any();
    }
    let run = Run::new();
    view! {
        <PageTitle title=texts::lead_import::title />
        <Crumbs crumbs=vec![
            Crumb::link(texts::frame::referrals, "/referrals/leads"),
            Crumb::link(texts::frame::leads, "/referrals/leads"),
            Crumb::here(texts::lead_import::title),
        ] />
        <PageHead title=texts::lead_import::title text=texts::lead_import::about />
        <div class="stack">
            <Choose run=run />
            <Progress run=run />
            <Outcome run=run />
            <Columns />
        </div>
    }
    .into_any()
}
