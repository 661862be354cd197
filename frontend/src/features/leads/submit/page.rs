use std::sync::Arc;

use guildhall_domain::lead::Product;
use leptos::prelude::*;

use super::aside::Aside;
use super::form::{LeadForm, new_form};
use super::origin::{Origin, OriginNotice, WithOrigin};
use crate::auth::Session;
use crate::features::form::Restored;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead};
use crate::ui::{EmptyState, ErrorSummary, LinkButton, PageTitle, Sign};

/// `/referrals/leads/new/plus`.
#[component]
pub fn SubmitPlus() -> impl IntoView {
    page(Product::Plus)
}

/// `/referrals/leads/new/pos`.
#[component]
pub fn SubmitPos() -> impl IntoView {
    page(Product::Pos)
}

fn title_of(product: Product) -> fn() -> &'static str {
    match product {
        Product::Plus => texts::submit::title_plus,
        Product::Pos => texts::submit::title_pos,
    }
}

fn page(product: Product) -> AnyView {
    let session = expect_context::<Session>();
    let title = title_of(product);
    let crumbs = vec![
        Crumb::link(texts::frame::referrals, "/referrals/leads"),
        Crumb::link(texts::frame::leads, "/referrals/leads"),
        Crumb::here(title),
    ];
    if !session.role.submits_leads() {
        return view! {
            <PageTitle title=title />
            <Crumbs crumbs=crumbs />
            <NotForThisRole sales=session.is_sales() title=title />
        }
        .into_any();
    }
    let user_id = session.user_id;
    let form = Arc::new(move |origin| filling(product, &user_id, origin));
    view! {
        <PageTitle title=title />
        <Crumbs crumbs=crumbs />
        <WithOrigin form=form />
    }
    .into_any()
}

fn filling(product: Product, user_id: &str, origin: Option<Origin>) -> AnyView {
    let title = title_of(product);
    let form = new_form(product, user_id, origin.as_ref());
    view! {
        <PageTitle title=title error=form.is_refused() />
        <div class="two" data-form="">
            <div class="form-page">
                <ErrorSummary errors=form.refused() attempt=form.attempt() />
                <PageHead title=title text=texts::submit::about />
                {origin.map(|inquiry| view! { <OriginNotice inquiry=inquiry /> })}
                <Restored form=form />
                <LeadForm form=form product=product />
            </div>
            <Aside form=form product=product />
        </div>
    }
    .into_any()
}

/// Who may submit instead.
#[component]
fn NotForThisRole(sales: bool, title: fn() -> &'static str) -> impl IntoView {
    let text = if sales { texts::submit::not_for_sales } else { texts::submit::not_for_viewers };
    view! {
        <PageHead title=title />
        <div class="card">
            <EmptyState sign=Sign::Users title=texts::submit::not_for_role text=text>
                <LinkButton href="/referrals/leads">{texts::failures::not_found_action}</LinkButton>
            </EmptyState>
        </div>
    }
}
