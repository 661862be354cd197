use guildhall_contract::reviews::OwnReview;
use guildhall_domain::review::ReviewStatus;
use guildhall_pages::Stars;
use guildhall_pages::address::{Place, root};
use leptos::prelude::*;

use crate::format;
use crate::i18n::{language, texts, words};
use crate::ui::{LinkButton, Notice, Tone};

/// A review that was written: what it says and where it stands. It is locked.
#[component]
pub(super) fn Written(
    /// The review.
    review: OwnReview,
    /// The partner's name.
    partner: String,
) -> impl IntoView {
    let OwnReview { handle, service, quality, communication, text, status, reply, written_at, .. } = review;
    let service = service.words();
    let axis = |name: fn() -> &'static str, stars: u8| {
        view! {
            <span class="rating">
                <Stars hundredths=u32::from(stars) * 100 />
                <span>
                    {name} " " <b>{stars}</b>
                    <span class="visually-hidden">" " {guildhall_pages::i18n::texts::partner::out_of_five}</span>
                </span>
            </span>
        }
    };
    let reply = reply.map(|reply| {
        view! {
            <div class="review__reply">
                <p>
                    <b>{move || guildhall_pages::i18n::texts::reviews::reply(&partner)}</b>
                </p>
                <p>{reply.text}</p>
            </div>
        }
    });
    view! {
        {standing(status)}
        <article class="review card card__body">
            <div class="review__head">
                <h2>{texts::review::yours}</h2>
                <span class="muted">{move || format::date(written_at)}</span>
            </div>
            <div class="review__axes">
                {axis(guildhall_pages::i18n::texts::reviews::quality, quality)}
                {axis(guildhall_pages::i18n::texts::reviews::communication, communication)}
            </div>
            <p>{text}</p>
            <p class="review__service">
                {move || guildhall_pages::i18n::texts::reviews::service(words(&service))}
            </p>
            {reply}
        </article>
        <div class="cluster">
            <LinkButton href=move || {
                format!("{}/{handle}", root(language()))
            }>{texts::inquiry::see_profile}</LinkButton>
            <a href=move || Place::ReviewPolicy.path(language())>{guildhall_pages::i18n::texts::policy::title}</a>
        </div>
    }
}

fn standing(status: ReviewStatus) -> AnyView {
    match status {
        ReviewStatus::Held { until } => view! {
            <Notice tone=Tone::Info>
                <p>{move || texts::review::held(&format::date_and_time(until))}</p>
            </Notice>
        }
        .into_any(),
        ReviewStatus::Published { at } => view! {
            <Notice tone=Tone::Success>
                <p>{move || texts::review::published(&format::date(at))}</p>
            </Notice>
        }
        .into_any(),
        ReviewStatus::Removed { reason, at } => view! {
            <Notice tone=Tone::Warning>
                <p>{move || texts::review::removed(&format::date(at), words(&reason.words()))}</p>
            </Notice>
        }
        .into_any(),
    }
}
