//! What the sales team wants to know: for the partner a form of exactly that, for others the question.

use guildhall_contract::leads::OpenQuestion;
use guildhall_domain::lead::{CommandKind, Product};
use leptos::prelude::*;

use super::SharedLead;
use super::events::field_name;
use super::provide::Provide;
use super::purpose::Purpose;
use crate::features::leads::actions::{Conflict, Difference};
use crate::format;
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::{Notice, Tone};

/// What decides about the card. While it stays the same so does the card, with what is typed in it.
#[derive(Clone, PartialEq)]
struct Asked {
    question: OpenQuestion,
    product: Product,
    may_answer: bool,
}

/// The open question of a lead.
#[component]
pub(super) fn Question(
    /// The lead.
    lead: Memo<Option<SharedLead>>,
    /// Takes what an answer is answered with.
    remote: Remote<SharedLead>,
    /// Whose drafts are kept.
    user_id: String,
    /// For the sales team.
    sales: bool,
) -> impl IntoView {
    let asked = Memo::new(move |_| {
        lead.with(|lead| {
            let lead = lead.as_ref()?;
            let question = lead.question.clone()?;
            let may_answer = lead.allowed.contains(&CommandKind::ProvideInformation);
            Some(Asked { question, product: lead.product, may_answer })
        })
    });
    // It outlives the form: whoever was too late is told what happened, also when there is nothing to answer any more.
    let conflict = RwSignal::new(None::<Difference>);
    let user_id = StoredValue::new(user_id);
    let late = move || {
        let difference = conflict.get().filter(|_| asked.with(Option::is_none))?;
        Some(view! {
            <div id="too-late" tabindex="-1">
                <Notice tone=Tone::Warning>
                    <p>{texts::lead_work::answer_gone}</p>
                    <Conflict difference=difference />
                </Notice>
            </div>
        })
    };
    let card = move || {
        let asked = asked.get()?;
        let seen = lead.get_untracked()?;
        let product = asked.product;
        let title =
            if sales { texts::lead_work::question_sales_title } else { texts::lead_work::answer_title };
        let fields = asked.question.fields.clone();
        let names = move || {
            let names: Vec<_> = fields.iter().map(|field| field_name(*field, product)).collect();
            texts::lead_work::asked_for(&names.join(", "))
        };
        let at = asked.question.asked_at;
        let message = asked.question.message.as_str().to_owned();
        let answer = if asked.may_answer {
            let user_id = user_id.get_value();
            view! {
                <Provide
                    seen=seen
                    purpose=Purpose::Answer(asked.question.fields)
                    remote=remote
                    user_id=user_id
                    conflict=conflict
                />
            }
            .into_any()
        } else {
            view! {
                <p class="muted">{names}</p>
                {(!sales).then(|| view! { <p>{texts::lead_work::answer_viewer}</p> })}
            }
            .into_any()
        };
        Some(view! {
            <section class="card ask" data-for=(!sales).then_some("you") aria-labelledby="question-title">
                <div class="card__head">
                    <h2 id="question-title" tabindex="-1">
                        {title}
                    </h2>
                    <span class="move">
                        {move || texts::lead_work::answer_asked(&format::date_and_time(at))}
                    </span>
                </div>
                <div class="card__body stack">
                    <p class="quoted">{message}</p>
                    {answer}
                </div>
            </section>
        })
    };
    view! {
        {late}
        {card}
    }
}
