use guildhall_domain::actor::Role;
use leptos::prelude::*;

use super::OpenMails;
use super::columns::columns;
use super::decide::{Asking, Confirm};
use super::query::{FORM, WORDING};
use crate::api::mails;
use crate::auth::Session;
use crate::features::list::ListContent;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::{EmptyState, PageTitle, Sign};

/// `/sales/mails`.
#[component]
pub fn OpenMailsPage() -> impl IntoView {
    if !matches!(expect_context::<Session>().role, Role::SalesManager | Role::ProgramAdmin) {
        return view! { <Refused /> }.into_any();
    }
    let listing =
        OpenMails::follow(&FORM, WORDING, |api, query| async move { mails::list(api, &query).await });
    let asking = Asking::new();
    view! {
        <PageTitle title=texts::mails::mails />
        <Crumbs crumbs=vec![Crumb::here(texts::frame::sales), Crumb::here(texts::mails::mails)] />
        <PageHead title=texts::mails::mails text=texts::mails::about />
        <section class="stack" id="mails" tabindex="-1" aria-labelledby="mails-title">
            <h2 class="visually-hidden" id="mails-title">
                {texts::mails::open}
            </h2>
            <ListContent listing=listing columns=columns(asking) empty=nothing />
        </section>
        <Confirm listing=listing asking=asking />
    }
    .into_any()
}

/// Nothing needs anybody's eye.
fn nothing() -> impl IntoView {
    view! { <EmptyState sign=Sign::Check title=texts::mails::none_title text=texts::mails::none_text /> }
}
