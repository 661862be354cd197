use guildhall_domain::actor::Role;
use leptos::prelude::*;

use super::Periods;
use super::address::PERIODS;
use super::columns::periods;
use super::wording;
use crate::api::payout_runs;
use crate::auth::Session;
use crate::features::list::ListContent;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::{EmptyState, PageTitle, Sign};

/// `/payout-runs`.
#[component]
pub fn PayoutRunsPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::ProgramAdmin {
        return view! { <Refused /> }.into_any();
    }
    let listing = Periods::follow(&PERIODS, wording::PERIODS, |api, query| async move {
        payout_runs::list(api, &query).await
    });
    view! {
        <PageTitle title=texts::payout_runs::runs />
        <Crumbs crumbs=vec![Crumb::here(texts::audit::programme), Crumb::here(texts::payout_runs::runs)] />
        <PageHead title=texts::payout_runs::runs text=texts::payout_runs::about />
        <section class="stack" aria-labelledby="runs-title">
            <h2 class="visually-hidden" id="runs-title">
                {texts::payout_runs::periods}
            </h2>
            <ListContent listing=listing columns=periods() empty=nothing />
        </section>
    }
    .into_any()
}

/// There is always a period that runs; this is what is shown should there be none.
fn nothing() -> impl IntoView {
    view! {
        <EmptyState
            sign=Sign::Receipt
            title=texts::payout_runs::none_title
            text=texts::payout_runs::none_text
        />
    }
}
