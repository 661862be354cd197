use std::sync::Arc;

use guildhall_contract::leads::LeadPage;
use guildhall_contract::query::LeadQuery;
use leptos::prelude::*;

use super::activity::{Activity, SHOWN};
use super::figures::{Figures, FiguresView};
use crate::api::{Api, leads};
use crate::auth::Session;
use crate::features::moving::MoveNotice;
use crate::i18n::texts;
use crate::layout::{PageHead, Refused};
use crate::remote::Remote;
use crate::ui::{Kind, LinkButton, PageTitle};

/// `/home`.
#[component]
pub fn HomePage() -> impl IntoView {
    let session = expect_context::<Session>();
    if !session.role.reads_referrals() {
        return view! { <Refused /> }.into_any();
    }
    let submits = session.role.submits_leads() && !session.is_suspended;
    let about = if session.sees_money { texts::home::about } else { texts::home::about_leads };
    let leads = newest_changes();
    let figures = Figures::load(leads, session.sees_money);
    view! {
        <PageTitle title=texts::home::home />
        <PageHead title=texts::home::home text=about>
            {submits.then(submit)}
        </PageHead>
        <MoveNotice />
        <FiguresView figures=figures />
        <Activity remote=leads submits=submits />
    }
    .into_any()
}

fn submit() -> impl IntoView {
    view! {
        <LinkButton href="/referrals/leads/new/pos">{texts::leads::submit_pos}</LinkButton>
        <LinkButton href="/referrals/leads/new/plus" kind=Kind::Primary>
            {texts::leads::submit_plus}
        </LinkButton>
    }
}

/// The list as it comes, newest change first, cut short.
fn newest_changes() -> Remote<Arc<LeadPage>> {
    let api = expect_context::<Api>();
    Remote::new(move || async move {
        let query = LeadQuery { limit: SHOWN, ..LeadQuery::default() };
        leads::list(api, &query).await.map(Arc::new)
    })
}
