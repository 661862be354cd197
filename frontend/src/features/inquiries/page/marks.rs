use std::sync::Arc;

use guildhall_contract::inquiries::InquiryDetails;
use guildhall_contract::problem::ProblemCode;
use guildhall_domain::inquiry::InquiryCommandKind;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::SharedInquiry;
use crate::api::{Api, ApiError, received};
use crate::browser;
use crate::features::not_done::not_done;
use crate::i18n::{texts, words};
use crate::remote::Remote;
use crate::ui::{Button, Notice, Toasts, Tone};

/// What the partner says about the inquiry, and what saying it does.
#[component]
pub(super) fn Marks(inquiry: SharedInquiry, remote: Remote<SharedInquiry>) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let busy = RwSignal::new(None::<InquiryCommandKind>);
    let failure = RwSignal::new(None::<ApiError>);
    let id = inquiry.item.id.to_string();
    let allowed: Vec<_> =
        InquiryCommandKind::MARKS.into_iter().filter(|mark| inquiry.allowed.contains(mark)).collect();
    let seen = StoredValue::new(inquiry.clone());
    let id = StoredValue::new(id);
    let mark = move |command: InquiryCommandKind| {
        if busy.get_untracked().is_some() {
            return;
        }
        busy.set(Some(command));
        failure.set(None);
        let inquiry = seen.get_value();
        spawn_local(async move {
            let answer = received::mark(api, &inquiry, command).await;
            if busy.try_set(None).is_some() {
                return;
            }
            match answer {
                Ok(now) => {
                    toasts.say(untrack(|| marked(&now)));
                    remote.put(Arc::new(now));
                    browser::focus_id_soon("marks-title");
                }
                Err(error) if is_stale(&error) => {
                    // Somebody said something else meanwhile: that is shown, and nothing is overwritten.
                    let newer = received::details(api, &id.get_value()).await;
                    toasts.say(untrack(texts::inquiries::changed_meanwhile));
                    if let Ok(now) = newer {
                        remote.put(Arc::new(now));
                    }
                    browser::focus_id_soon("marks-title");
                }
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    let button = |command: InquiryCommandKind| {
        view! {
            <Button
                busy=Signal::derive(move || busy.get() == Some(command))
                busy_label=texts::profile::saving
                on_press=Callback::new(move |()| mark(command))
            >
                {move || name_of(command)}
            </Button>
        }
    };
    let offers_work = allowed.contains(&InquiryCommandKind::MarkWorkedOn);
    let hint = if offers_work { texts::inquiries::worked_on_means } else { texts::inquiries::may_review };
    let status = inquiry.item.status;
    let now = move || texts::inquiries::stands(words(&status.words()));
    let has_any = !allowed.is_empty();
    view! {
        <div class="next__moves">
            <div class="next__move">
                <h2 class="who" id="marks-title" tabindex="-1">
                    {now}
                </h2>
                {has_any
                    .then(|| {
                        view! {
                            <div class="cluster">{allowed.into_iter().map(button).collect_view()}</div>
                            <p class="muted">{hint}</p>
                        }
                    })}
                {move || {
                    failure
                        .get()
                        .map(|error| {
                            view! {
                                <Notice tone=Tone::Danger>
                                    <p>{move || not_done(&error)}</p>
                                </Notice>
                            }
                        })
                }}
            </div>
        </div>
    }
}

fn is_stale(error: &ApiError) -> bool {
    error
        .problem()
        .is_some_and(|problem| matches!(problem.code, ProblemCode::VersionConflict | ProblemCode::NotNow))
}

fn marked(now: &InquiryDetails) -> String {
    texts::inquiries::marked(words(&now.item.status.words()))
}

fn name_of(command: InquiryCommandKind) -> &'static str {
    match command {
        InquiryCommandKind::MarkAnswered => texts::inquiries::mark_answered(),
        InquiryCommandKind::MarkWorkedOn => texts::inquiries::mark_worked_on(),
        InquiryCommandKind::MarkDeclined => texts::inquiries::mark_declined(),
        InquiryCommandKind::MarkNew => texts::inquiries::mark_new(),
        InquiryCommandKind::LinkLead => texts::inquiries::turn_title(),
    }
}
