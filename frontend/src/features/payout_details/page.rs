use guildhall_contract::payouts::PayoutDetailsEntry;
use guildhall_domain::country::Country;
use leptos::prelude::*;

use super::form::DetailsForm;
use crate::api::{Api, payouts};
use crate::auth::Session;
use crate::format;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, Failure, PageTitle, Skeleton};

/// `/payouts/details`.
#[component]
pub fn PayoutDetailsPage() -> impl IntoView {
    let session = expect_context::<Session>();
    if !session.role.reads_referrals() || !session.sees_money {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let remote = Remote::<PayoutDetailsEntry>::new(move || payouts::details(api));
    let content = move || match remote.stage() {
        Stage::Loading => view! { <Loading /> }.into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::payout_details::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(entry) => view! { <Whole entry=entry /> }.into_any(),
    };
    view! {
        <PageTitle title=texts::own_payouts::details />
        <Crumbs crumbs=vec![
            Crumb::link(texts::earnings::payouts, "/payouts"),
            Crumb::here(texts::own_payouts::details),
        ] />
        <PageHead title=texts::own_payouts::details text=texts::payout_details::about />
        <div class="form-page">{content}</div>
    }
    .into_any()
}

#[component]
fn Whole(entry: PayoutDetailsEntry) -> impl IntoView {
    match entry.may_change {
        true => view! { <DetailsForm entry=entry /> }.into_any(),
        false => as_it_is(&entry),
    }
}

/// For those who see it and do not change it.
fn as_it_is(entry: &PayoutDetailsEntry) -> AnyView {
    let Some(payee) = entry.payee.as_ref().map(|payee| payee.as_str().to_owned()) else {
        return view! { <p>{texts::own_payouts::held_details_missing}</p> }.into_any();
    };
    let country = entry.country.map(Country::code).unwrap_or_default();
    let country = move || {
        let named = format::countries().into_iter().find(|(code, _)| *code == country);
        named.map_or_else(|| country.to_owned(), |(_, name)| name)
    };
    let ending = entry.account_ending.as_ref().map(|ending| format!("…{}", ending.as_str()));
    view! {
        <dl class="facts">
            <div>
                <dt>{texts::payout_details::payee}</dt>
                <dd>{payee}</dd>
            </div>
            <div>
                <dt>{texts::payout_details::country}</dt>
                <dd>{country}</dd>
            </div>
            <div>
                <dt>{texts::own_payouts::account}</dt>
                <dd class="nowrap">{ending}</dd>
            </div>
        </dl>
        <p class="muted">{texts::payout_details::owners}</p>
    }
    .into_any()
}

/// The shape of the page while it loads.
#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="late" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::payout_details::loading}
            </p>
            <div class="card" aria-hidden="true">
                <div class="card__body stack">
                    {(0..4).map(|_| view! { <Skeleton bone=Bone::Line /> }).collect_view()}
                </div>
            </div>
        </div>
    }
}
