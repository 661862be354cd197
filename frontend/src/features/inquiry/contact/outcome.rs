//! What became of it: it was sent, or why it was not.

use guildhall_contract::inquiries::InquiryReceipt;
use guildhall_contract::problem::ProblemCode;
use guildhall_pages::address::search;
use leptos::prelude::*;

use super::sending::is_trapped;
use crate::api::ApiError;
use crate::i18n::{language, texts};
use crate::ui::{Icon, Kind, LinkButton, Notice, Sign, Tone};
use crate::{browser, format};

/// It was sent: what happens next.
#[component]
pub(super) fn Sent(receipt: InquiryReceipt) -> impl IntoView {
    let InquiryReceipt { id, partner, is_repeat, .. } = receipt;
    browser::focus_for_reading_soon("main h1");
    let name = partner.clone();
    let step = |sign: Sign, text: fn() -> &'static str| {
        view! {
            <li>
                <span class="timeline__mark">
                    <Icon sign=sign />
                </span>
                <p>{text}</p>
            </li>
        }
    };
    view! {
        <div class="sent">
            <div class="page-head__text">
                <h1 tabindex="-1">{move || texts::inquiry::sent_title(&name)}</h1>
                <p>{move || texts::inquiry::sent_text(&partner)}</p>
            </div>
            {is_repeat.then(|| view! { <Notice>{texts::inquiry::sent_repeat}</Notice> })}
            <section class="card" aria-labelledby="next-title">
                <div class="card__head">
                    <h2 id="next-title">{texts::inquiry::sent_next}</h2>
                </div>
                <div class="card__body">
                    <ol class="timeline">
                        {step(Sign::Mail, texts::inquiry::sent_copy)} {step(Sign::User, texts::inquiry::sent_answer)}
                        {step(Sign::Users, texts::inquiry::how_agree)} {step(Sign::Check, texts::inquiry::how_pay)}
                    </ol>
                </div>
            </section>
            <div class="cluster">
                <LinkButton kind=Kind::Primary href=format!("/inquiries/{id}")>
                    {texts::inquiry::sent_look}
                </LinkButton>
                <LinkButton href="/inquiries">{texts::inquiry::your_inquiries}</LinkButton>
                <LinkButton kind=Kind::Quiet href=move || search(language(), "")>
                    {texts::inquiry::sent_another}
                </LinkButton>
            </div>
        </div>
    }
}

/// It was not sent, or nobody knows: what is safe, and what to do.
#[component]
pub(super) fn NotSent(error: ApiError) -> impl IntoView {
    let at = browser::now_ms();
    view! {
        <Notice tone=Tone::Danger>
            <p>{move || explanation(&error, at)}</p>
        </Notice>
    }
}

fn explanation(error: &ApiError, at: f64) -> String {
    let text = match (error, error.problem().map(|problem| problem.code)) {
        (ApiError::TooMany { wait, .. }, _) => return too_many(*wait, at),
        (ApiError::Invalid(problem), _) if is_trapped(problem) => texts::inquiry::failed_trap(),
        (_, Some(ProblemCode::FormClosed)) => texts::inquiry::failed_closed(),
        (_, Some(ProblemCode::IdempotencyKeyReused)) => texts::inquiry::failed_key_reused(),
        (_, Some(ProblemCode::Unavailable)) => texts::submit::failed_unavailable(),
        (ApiError::Offline, _) => texts::submit::failed_offline(),
        (ApiError::Timeout, _) => texts::submit::failed_timeout(),
        (ApiError::Unauthorised, _) => texts::submit::failed_unauthorised(),
        (ApiError::NotFound, _) => texts::inquiry::failed_gone(),
        (error, _) => return unexplained(error),
    };
    text.to_owned()
}

fn unexplained(error: &ApiError) -> String {
    match error.request_id() {
        Some(id) => format!("{} {}.", texts::inquiry::failed_other(), texts::ui::request_number(id)),
        None => texts::inquiry::failed_other().to_owned(),
    }
}

fn too_many(wait: Option<u32>, at: f64) -> String {
    match wait {
        Some(seconds) => {
            let minutes = u64::from(seconds.div_ceil(60));
            let time = format::time_of_day(at + f64::from(seconds) * 1_000.0);
            texts::inquiry::failed_too_many(minutes, &time)
        }
        None => texts::inquiry::failed_too_many_later().to_owned(),
    }
}
