use guildhall_domain::marketplace::{Requested, Requirement};
use leptos::prelude::*;

use crate::i18n::texts;

/// What the merchant asked for: the services as the marketplace called them, and the answers to its questions.
pub(super) fn requirements(services: Vec<Requested>, requirements: Vec<Requirement>) -> AnyView {
    let none = requirements.is_empty();
    view! {
        <section class="card" data-area="now" aria-labelledby="asked-title">
            <div class="card__head">
                <h2 id="asked-title">{texts::records::asked_for}</h2>
            </div>
            <div class="card__body stack">
                <p class="goal">{move || services_in_words(&services)}</p>
                <dl class="answers">{requirements.into_iter().map(answer).collect_view()}</dl>
                {none.then(|| view! { <p class="second">{texts::records::no_requirements}</p> })}
            </div>
        </section>
    }
    .into_any()
}

/// *Store design, Theme changes*.
pub(super) fn services_in_words(services: &[Requested]) -> String {
    match services {
        [] => texts::records::no_services().to_owned(),
        services => services.iter().map(|service| service.name.as_str()).collect::<Vec<_>>().join(", "),
    }
}

fn answer(Requirement { question, responses }: Requirement) -> impl IntoView {
    let none = responses.is_empty();
    view! {
        <div>
            <dt>{question}</dt>
            {responses
                .into_iter()
                .map(|response| view! { <dd>{response.as_str().to_owned()}</dd> })
                .collect_view()}
            {none.then(|| view! { <dd>{texts::records::no_response}</dd> })}
        </div>
    }
}
