use guildhall_contract::reviews::PublicReview;
use leptos::prelude::*;

use crate::features::directory::Reported;
use crate::i18n::{texts, words};
use crate::ui::{Button, ExactTime, Kind, Size};

/// What can be done with a review.
#[derive(Clone, Copy)]
pub(super) struct ReviewActs {
    /// Answer it; nothing for who may not.
    pub reply: Option<Callback<PublicReview>>,
    /// Report it.
    pub report: RwSignal<Option<Reported>>,
}

/// The two axes of a review.
#[component]
pub(crate) fn Axes(
    /// Stars for the quality of work.
    quality: u8,
    /// Stars for communication.
    communication: u8,
) -> impl IntoView {
    let axis = |name: fn() -> &'static str, number: u8| {
        view! {
            <span class="rating">
                <guildhall_pages::Stars hundredths=u32::from(number) * 100 />
                <span>
                    {name} " " <b aria-hidden="true">{number}</b>
                    <span class="visually-hidden">
                        {move || texts::reviews::out_of(&number.to_string())}
                    </span>
                </span>
            </span>
        }
    };
    view! {
        <p class="review__axes">
            {axis(texts::reviews::quality, quality)}
            {axis(texts::reviews::communication, communication)}
        </p>
    }
}

/// One published review.
pub(super) fn card(review: PublicReview, acts: ReviewActs) -> AnyView {
    let service = review.service;
    let title = format!("review-{}", review.id.to_string().replace('.', "-"));
    let labelled_by = title.clone();
    let reply = review.reply.clone().map(|reply| {
        view! {
            <div class="review__reply">
                <p>
                    <b>{texts::reviews::your_answer}</b> " · " <ExactTime at=reply.at day_only=true />
                </p>
                <p>{reply.text}</p>
            </div>
        }
    });
    let reported = Reported { id: review.id.to_string(), company: review.company.clone() };
    let report = move |()| acts.report.set(Some(reported.clone()));
    let answer = acts.reply.filter(|_| review.reply.is_none()).map(|answer| {
        let review = review.clone();
        view! {
            <Button size=Size::Small on_press=Callback::new(move |()| answer.run(review.clone()))>
                {texts::reviews::answer}
            </Button>
        }
    });
    view! {
        <li class="card">
            <article class="card__body stack" aria-labelledby=labelled_by>
                <div class="spread">
                    <h3 id=title tabindex="-1">
                        {review.company.clone()}
                    </h3>
                    <span class="move">
                        <ExactTime at=review.published_at day_only=true />
                    </span>
                </div>
                <Axes quality=review.quality communication=review.communication />
                <p class="said">{review.text.clone()}</p>
                <p class="move">{move || words(&service.words())}</p>
                {reply}
                <div class="cluster">
                    {answer}
                    <Button kind=Kind::Quiet size=Size::Small on_press=Callback::new(report)>
                        {texts::reviews::report}
                    </Button>
                </div>
            </article>
        </li>
    }
    .into_any()
}
