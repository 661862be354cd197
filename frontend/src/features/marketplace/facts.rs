use chrono::{DateTime, Utc};
use guildhall_domain::marketplace::JobStatus;
use leptos::prelude::*;

use super::status::{meaning, name};
use crate::i18n::texts;
use crate::ui::ExactTime;

/// What is known of a job besides who wanted what.
pub(super) struct Facts {
    pub(super) number: String,
    pub(super) status: JobStatus,
    pub(super) created_at: DateTime<Utc>,
    pub(super) last_event_at: DateTime<Utc>,
    /// Until when it was to go on, if anybody said.
    pub(super) ends_at: Option<DateTime<Utc>>,
    pub(super) confirmed_completed: bool,
}

/// The dates and states of a job.
pub(super) fn facts(facts: Facts) -> AnyView {
    let Facts { number, status, created_at, last_event_at, ends_at, confirmed_completed } = facts;
    let ends = match ends_at {
        Some(at) => view! { <ExactTime at=at day_only=true /> }.into_any(),
        None => view! { {texts::records::ends_unknown} }.into_any(),
    };
    let confirmed = if confirmed_completed { texts::records::yes } else { texts::records::no };
    view! {
        <section class="card" data-area="details" aria-labelledby="facts-title">
            <div class="card__head">
                <h2 id="facts-title">{texts::records::facts}</h2>
            </div>
            <div class="card__body">
                <dl class="facts">
                    <div data-wide="">
                        <dt>{texts::records::status}</dt>
                        <dd>{move || format!("{}. {}", name(status), meaning(status))}</dd>
                    </div>
                    <div>
                        <dt>{texts::records::created}</dt>
                        <dd>
                            <ExactTime at=created_at />
                        </dd>
                    </div>
                    <div>
                        <dt>{texts::records::last_event}</dt>
                        <dd>
                            <ExactTime at=last_event_at />
                        </dd>
                    </div>
                    <div>
                        <dt>{texts::records::ends}</dt>
                        <dd>{ends}</dd>
                    </div>
                    <div>
                        <dt>{texts::records::confirmed}</dt>
                        <dd>{confirmed}</dd>
                    </div>
                    <div>
                        <dt>{texts::records::number}</dt>
                        <dd>{number}</dd>
                    </div>
                </dl>
            </div>
        </section>
    }
    .into_any()
}
