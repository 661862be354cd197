use guildhall_contract::clearance::Clearance;
use leptos::prelude::*;

use super::page::Answered;
use crate::features::leads::{begin_with, own_line};
use crate::i18n::texts;
use crate::ui::{Icon, Kind, LinkButton, Sign};

/// One of the three answers, and what to do next.
#[component]
pub(super) fn AnswerCard(answered: Answered) -> impl IntoView {
    let Answered { typed, named, answer } = answered;
    let (title, sign, status): (fn() -> &'static str, _, _) = match answer.answer {
        Clearance::Clear => (texts::lead_check::clear, Sign::Check, "awarded"),
        Clearance::Yours => (texts::lead_check::yours, Sign::User, "submitted"),
        Clearance::Ask => (texts::lead_check::ask, Sign::Info, "in_progress"),
    };
    // Whoever should ask first is not urged on.
    let loud = if answer.answer == Clearance::Clear { Kind::Primary } else { Kind::Plain };
    let keep = move |_| begin_with(&named);
    let submit = view! {
        <div class="cluster" on:click=keep>
            <LinkButton href="/referrals/leads/new/plus" kind=loud>
                {texts::leads::submit_plus}
            </LinkButton>
            <LinkButton href="/referrals/leads/new/pos">{texts::leads::submit_pos}</LinkButton>
        </div>
    };
    let next = match answer.answer {
        Clearance::Clear => view! {
            <p>{texts::lead_check::clear_text}</p>
            {submit}
        }
        .into_any(),
        Clearance::Yours => view! {
            <p>{texts::lead_check::yours_text}</p>
            <ul class="lines">{answer.leads.into_iter().map(own_line).collect_view()}</ul>
        }
        .into_any(),
        Clearance::Ask => view! {
            <p>{texts::lead_check::ask_text}</p>
            <div class="cluster">
                <LinkButton href="/referrals/leads">{texts::lead_check::to_leads}</LinkButton>
            </div>
            <p>{texts::lead_check::ask_submit}</p>
            {submit}
        }
        .into_any(),
    };
    view! {
        <section class="card answer" aria-labelledby="answer-title">
            <div class="card__head">
                <h2 id="answer-title" tabindex="-1">
                    <span class="status" data-status=status data-size="large">
                        <Icon sign=sign />
                        {title}
                    </span>
                </h2>
                <span class="move">{move || texts::lead_check::checked(&typed)}</span>
            </div>
            <div class="card__body stack">{next}</div>
        </section>
    }
}
