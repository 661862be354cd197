//! What became of the mails about an event.

use std::sync::Arc;

use guildhall_contract::leads::{LeadDetails, MailStatus};
use guildhall_domain::actor::Role;
use guildhall_domain::delivery::Delivery;
use guildhall_domain::notice::Audience;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::SharedLead;
use crate::api::{Api, ApiError, leads};
use crate::auth::Session;
use crate::features::leads::refusals::explanation;
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::{Button, Icon, Kind, Sign, Size, Toasts};

/// The mails that told of one event.
pub(super) fn mails(lead: &SharedLead, seq: u64, remote: Remote<SharedLead>, sales: bool) -> Option<AnyView> {
    let told: Vec<_> = lead.mails.iter().filter(|mail| mail.seq == seq).cloned().collect();
    if told.is_empty() {
        return None;
    }
    let line = |mail| view! { <MailLine mail=mail remote=remote sales=sales /> };
    Some(view! { <ul class="mails">{told.into_iter().map(line).collect_view()}</ul> }.into_any())
}

#[component]
fn MailLine(mail: MailStatus, remote: Remote<SharedLead>, sales: bool) -> impl IntoView {
    let audience = Audience::of_code(&mail.audience);
    let delivery = mail.delivery;
    let role = expect_context::<Session>().role;
    let again = mail.may_be_sent_again && may_send(role, audience);
    let danger = delivery.needs_an_eye();
    let text = move || texts::lead_work::mail_to(audience_words(audience, sales), delivery_words(delivery));
    let sign = match delivery {
        Delivery::Delivered => Sign::Check,
        Delivery::Pending => Sign::Clock,
        _ if danger => Sign::Alert,
        _ => Sign::Mail,
    };
    view! {
        <li>
            <span class="flag" data-tone=danger.then_some("danger")>
                <Icon sign=sign small=true />
                <span>{text}</span>
            </span>
            {again
                .then(|| view! { <SendAgain id=mail.id audience=audience remote=remote sales=sales /> })}
        </li>
    }
}

/// Whoever looks after all mails may, and others for the mails of their own side.
fn may_send(role: Role, audience: Option<Audience>) -> bool {
    match role {
        Role::SalesManager | Role::ProgramAdmin => true,
        Role::PartnerMember | Role::PartnerOwner | Role::Rep => {
            audience.is_some_and(|audience| audience.side() == role.side())
        }
        Role::Merchant | Role::PartnerViewer | Role::System => false,
    }
}

/// Somebody decides to send it once more; the page then says what became of that.
#[component]
fn SendAgain(
    id: String,
    audience: Option<Audience>,
    remote: Remote<SharedLead>,
    sales: bool,
) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let id = StoredValue::new(id);
    let send = move |()| {
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = leads::send_again(api, &id.get_value()).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => {
                    toasts.say(texts::lead_work::mail_again_done());
                    remote.reload();
                }
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    let label = move || texts::lead_work::mail_again_for(audience_words(audience, sales));
    let failure = move || {
        let error = failed.get()?;
        Some(view! { {texts::lead_work::mail_again_failed} " " {explanation(&error)} })
    };
    view! {
        <Button
            kind=Kind::Quiet
            size=Size::Small
            busy=busy
            busy_label=texts::lead::sending
            on_press=Callback::new(send)
        >
            <span aria-hidden="true">{texts::lead_work::mail_again}</span>
            <span class="visually-hidden">{label}</span>
        </Button>
        <span class="flag" data-tone="danger" role="alert">
            {failure}
        </span>
    }
}

/// Whether the mail about an event was tried to its end with the partner.
pub(super) fn partner_was_told(lead: &Arc<LeadDetails>, seq: u64) -> bool {
    lead.mails.iter().any(|mail| {
        mail.seq == seq
            && Audience::of_code(&mail.audience) == Some(Audience::Partner)
            && mail.delivery.is_told()
    })
}

fn audience_words(audience: Option<Audience>, sales: bool) -> &'static str {
    match audience {
        Some(Audience::Partner) if sales => texts::lead_work::to_partner(),
        Some(Audience::Partner) => texts::lead_work::to_you(),
        Some(Audience::Sender) => texts::lead_work::to_sender(),
        Some(Audience::Representative) => texts::lead_work::to_representative(),
        Some(Audience::FormerRepresentative) => texts::lead_work::to_former_representative(),
        Some(Audience::Managers) => texts::lead_work::to_managers(),
        Some(Audience::Merchant | Audience::Reader | Audience::Invited | Audience::Owner) | None => {
            texts::lead_work::to_others()
        }
    }
}

fn delivery_words(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Pending => texts::lead_work::mail_pending(),
        Delivery::Sent => texts::lead_work::mail_sent(),
        Delivery::Delivered => texts::lead_work::mail_delivered(),
        Delivery::Bounced => texts::lead_work::mail_bounced(),
        Delivery::Complained => texts::lead_work::mail_complained(),
        Delivery::Failed => texts::lead_work::mail_failed(),
        Delivery::Unknown => texts::lead_work::mail_unknown(),
        Delivery::NotWanted => texts::lead_work::mail_not_wanted(),
    }
}
