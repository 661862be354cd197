use std::sync::Arc;

use guildhall_contract::inquiries::InquiryReceipt;
use guildhall_contract::inquiry_form::InquiryFormTicket;
use guildhall_contract::profile::PublicProfile;
use guildhall_pages::MissingPage;
use guildhall_pages::address::root;
use leptos::prelude::*;

use super::aside::Aside;
use super::closed::{Closed, MerchantsOnly};
use super::form::{InquiryForm, fill_in, new_form};
use super::outcome::Sent;
use super::sender::{Sender, was_ready};
use crate::api::{Api, ApiError, directory, inquiries};
use crate::auth::Auth;
use crate::features::directory::PageWaiting;
use crate::features::form::{Form, Restored};
use crate::i18n::{language, texts};
use crate::layout::{Crumb, Crumbs};
use crate::remote::{Remote, Stage};
use crate::ui::{ErrorSummary, Failure, Notice, PageTitle, Tone};

type Loaded = Arc<(PublicProfile, InquiryFormTicket)>;

/// `/directory/<handle>/contact`.
#[component]
pub(in crate::features) fn ContactScreen(handle: String) -> impl IntoView {
    let api = expect_context::<Api>();
    let remote = Remote::<Loaded>::new(move || {
        let handle = handle.clone();
        async move {
            let (profile, ticket) =
                futures::join!(directory::profile(api, &handle), inquiries::form(api, &handle));
            Ok(Arc::new((profile?, ticket?)))
        }
    });
    move || match remote.stage() {
        Stage::Loading => view! { <PageWaiting /> }.into_any(),
        Stage::Ready(loaded) => {
            let (profile, ticket) = Arc::unwrap_or_clone(loaded);
            view! { <Page profile=profile ticket=ticket /> }.into_any()
        }
        Stage::Failed(ApiError::NotFound) => view! {
            <PageTitle title=texts::failures::not_found_title />
            <MissingPage />
        }
        .into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! { <Failure title=texts::inquiry::failed_title error=error retry=retry /> }.into_any()
        }
    }
}

#[component]
fn Page(profile: PublicProfile, ticket: InquiryFormTicket) -> impl IntoView {
    let form = new_form(&profile.handle);
    let session = expect_context::<Auth>().session();
    let sender = Memo::new(move |_| session.with(|session| Sender::of(session.as_ref())));
    if let Sender::Merchant { name, email } = sender.get_untracked() {
        fill_in(form, "contact_name", &name);
        fill_in(form, "contact_email", &email);
    }
    let receipt = RwSignal::new(None::<InquiryReceipt>);
    let name = StoredValue::new(profile.name.clone());
    let title = move || match receipt.with(Option::is_some) {
        true => texts::inquiry::sent_title(&name.get_value()),
        false => texts::inquiry::title(&name.get_value()),
    };
    let beside = profile.clone();
    let content = move || match receipt.get() {
        Some(receipt) => view! { <Sent receipt=receipt /> }.into_any(),
        None => {
            let ready = was_ready(&profile.handle);
            view! { <ToFill form=form profile=profile.clone() ticket=ticket.clone() sender=sender ready=ready receipt=receipt /> }
                .into_any()
        }
    };
    view! {
        <PageTitle title=title error=form.is_refused() />
        {crumbs(&beside)}
        <div class="two" data-form="">
            {content}
            <Aside profile=beside sent=Signal::derive(move || receipt.with(Option::is_some)) />
        </div>
    }
}

#[component]
fn ToFill(
    form: Form,
    profile: PublicProfile,
    ticket: InquiryFormTicket,
    sender: Memo<Sender>,
    ready: bool,
    receipt: RwSignal<Option<InquiryReceipt>>,
) -> impl IntoView {
    let name = profile.name.clone();
    let handle = profile.handle.clone();
    let content = move || {
        let (profile, handle, ticket) = (profile.clone(), handle.clone(), ticket.clone());
        let is_other = sender.with(|sender| *sender == Sender::Other);
        match (ticket.accepting, is_other) {
            (false, _) => view! { <Closed profile=profile /> }.into_any(),
            (true, true) => view! { <MerchantsOnly handle=handle /> }.into_any(),
            (true, false) => view! {
                <Welcome form=form sender=sender ready=ready />
                <InquiryForm
                    form=form
                    handle=handle
                    ticket=ticket
                    sender=sender.into()
                    on_sent=Callback::new(move |sent| receipt.set(Some(sent)))
                />
            }
            .into_any(),
        }
    };
    view! {
        <div class="form-page">
            <ErrorSummary errors=form.refused() attempt=form.attempt() />
            <div class="page-head__text">
                <h1 tabindex="-1">{move || texts::inquiry::title(&name)}</h1>
                <p>{texts::inquiry::about}</p>
            </div>
            {content}
        </div>
    }
}

/// Says that everything is as it was typed: after the sign-in, or when a draft was found.
#[component]
fn Welcome(form: Form, sender: Memo<Sender>, ready: bool) -> impl IntoView {
    move || match sender.get() {
        Sender::Merchant { name, .. } if ready => view! {
            <Notice tone=Tone::Success>
                <p>{move || texts::inquiry::ready(&name)}</p>
            </Notice>
        }
        .into_any(),
        Sender::Merchant { .. } | Sender::Visitor | Sender::Other => {
            view! { <Restored form=form /> }.into_any()
        }
    }
}

fn crumbs(profile: &PublicProfile) -> impl IntoView + use<> {
    let handle = profile.handle.clone();
    let href = move || format!("{}/{handle}", root(language()));
    view! {
        <Crumbs crumbs=vec![
            Crumb::link(texts::directory::title, move || root(language())),
            Crumb::link(profile.name.clone(), href),
            Crumb::here(texts::inquiry::crumb),
        ] />
    }
}
