//! The form. Neither the number of the account nor anything else of it is kept as a draft: it would lie in the browser
//! for whoever comes next.

use guildhall_contract::fields::{FieldCode, FieldError as Fault};
use guildhall_contract::payouts::{
    PAYEE, PAYOUT_ACCOUNT, PAYOUT_COUNTRY_FIELD, PayoutDetailsEntry, read_payout_details,
};
use guildhall_contract::problem::CurrentState;
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, payouts};
use crate::browser;
use crate::features::form::fault_words;
use crate::features::not_done::not_done;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, ErrorSummary, FieldError, Kind, Notice, SelectField, Size, TextField, Toasts, Tone};

/// The form as it stands.
#[derive(Clone, Copy)]
struct Desk {
    /// What is saved, as far as is known.
    kept: RwSignal<PayoutDetailsEntry>,
    payee: RwSignal<String>,
    country: RwSignal<String>,
    account: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
    attempt: RwSignal<u32>,
    is_busy: RwSignal<bool>,
    is_overtaken: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
    api: Api,
    toasts: Toasts,
}

impl Desk {
    fn new(entry: PayoutDetailsEntry) -> Self {
        let desk = Self {
            kept: RwSignal::new(entry),
            payee: RwSignal::new(String::new()),
            country: RwSignal::new(String::new()),
            account: RwSignal::new(String::new()),
            faults: RwSignal::new(Vec::new()),
            attempt: RwSignal::new(0),
            is_busy: RwSignal::new(false),
            is_overtaken: RwSignal::new(false),
            failure: RwSignal::new(None),
            api: expect_context(),
            toasts: expect_context(),
        };
        desk.fill();
        desk
    }

    /// Shows what is saved. The account is never filled in: left empty, it stays.
    fn fill(self) {
        let (payee, country) = self.kept.with_untracked(|kept| {
            let payee = kept.payee.as_ref().map(|payee| payee.as_str().to_owned());
            (payee, kept.country.map(|country| country.code().to_owned()))
        });
        self.payee.set(payee.unwrap_or_default());
        self.country.set(country.unwrap_or_default());
        self.account.set(String::new());
    }

    fn body(self) -> Map<String, Value> {
        let fields = [
            (PAYEE.name, self.payee),
            (PAYOUT_COUNTRY_FIELD.name, self.country),
            (PAYOUT_ACCOUNT.name, self.account),
        ];
        let given = fields.map(|(name, value)| (name.to_owned(), Value::String(value.get_untracked())));
        given
            .into_iter()
            .filter(|(_, value)| value.as_str().is_some_and(|text| !text.trim().is_empty()))
            .collect()
    }

    /// What is wrong, by the contract's own rules and what only this page knows.
    fn check(self, body: &Map<String, Value>) -> Vec<Fault> {
        let mut faults = read_payout_details(body).err().unwrap_or_default();
        let is_first = self.kept.with_untracked(|kept| kept.account_ending.is_none());
        if is_first && !body.contains_key(PAYOUT_ACCOUNT.name) {
            faults.push(Fault::field(PAYOUT_ACCOUNT.name, FieldCode::Required));
        }
        faults
    }

    fn submit(self) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.failure.set(None);
        self.is_overtaken.set(false);
        let body = self.body();
        let faults = self.check(&body);
        if !faults.is_empty() {
            return self.refuse(faults);
        }
        self.faults.set(Vec::new());
        self.is_busy.set(true);
        let seen = self.kept.with_untracked(|kept| kept.version);
        spawn_local(async move {
            let answer = payouts::save_details(self.api, &body, seen).await;
            // Nothing is left to show when the page is gone.
            if self.is_busy.try_set(false).is_none() {
                self.take(answer);
            }
        });
    }

    fn take(self, answer: Result<PayoutDetailsEntry, ApiError>) {
        match answer {
            Ok(entry) => {
                self.kept.set(entry);
                self.fill();
                self.toasts.say(texts::payout_details::saved());
            }
            Err(ApiError::Invalid(problem)) if !problem.errors.is_empty() => self.refuse(problem.errors),
            Err(error) => match newer(&error) {
                Some(entry) => {
                    self.kept.set(entry);
                    self.is_overtaken.set(true);
                    browser::focus_id_soon("overtaken");
                }
                None => self.failure.set(Some(error)),
            },
        }
    }

    fn refuse(self, faults: Vec<Fault>) {
        self.faults.set(faults);
        self.attempt.update(|attempt| *attempt += 1);
    }

    /// What is wrong with a field.
    fn error(self, name: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.faults.with(|faults| faults.iter().find(|fault| fault.name() == Some(name)).map(say))
        })
    }

    fn summary(self) -> Signal<Vec<FieldError>> {
        Signal::derive(move || {
            self.faults.with(|faults| {
                let error = |fault: &Fault| FieldError {
                    field: fault.name().unwrap_or_default().to_owned(),
                    message: say(fault),
                };
                faults.iter().map(error).collect()
            })
        })
    }
}

fn say(fault: &Fault) -> String {
    fault_words(fault, |field| match field {
        "payee" => texts::payout_details::payee_needed(),
        "country" => texts::payout_details::country_needed(),
        _ => texts::payout_details::account_needed(),
    })
}

/// How it stands, if somebody was faster.
fn newer(error: &ApiError) -> Option<PayoutDetailsEntry> {
    let ApiError::Conflict(problem) = error else { return None };
    match problem.current_state.as_deref()? {
        CurrentState::PayoutDetails(entry) => Some(entry.clone()),
        CurrentState::Settings(_)
        | CurrentState::LeadAddress(_)
        | CurrentState::Representative(_)
        | CurrentState::Desk(_)
        | CurrentState::Cutover(_)
        | CurrentState::Migration(_)
        | CurrentState::Member(_)
        | CurrentState::Tools(_)
        | CurrentState::Organisation(_) => None,
    }
}

/// Payee, country and account.
#[component]
pub(super) fn DetailsForm(entry: PayoutDetailsEntry) -> impl IntoView {
    let desk = Desk::new(entry);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        desk.submit();
    };
    let countries = || {
        let none = (String::new(), texts::payout_details::choose_country().to_owned());
        let all = format::countries().into_iter().map(|(code, name)| (code.to_owned(), name));
        std::iter::once(none).chain(all).collect::<Vec<_>>()
    };
    let ending =
        move || desk.kept.with(|kept| kept.account_ending.as_ref().map(|ending| ending.as_str().to_owned()));
    let hint = move || match ending() {
        Some(ending) => texts::payout_details::account_kept(&ending),
        None => texts::payout_details::account_hint().to_owned(),
    };
    let changed = move || {
        let stamp = desk.kept.with(|kept| kept.changed.clone())?;
        let at = format::date_and_time(stamp.at);
        Some(view! { <p class="muted">{texts::payout_details::changed(&at, &stamp.by.name)}</p> })
    };
    view! {
        <ErrorSummary errors=desk.summary() attempt=desk.attempt />
        <form class="form" novalidate on:submit=submit>
            {move || desk.is_overtaken.get().then(overtaken)}
            {move || {
                desk.failure
                    .get()
                    .map(|error| view! { <Notice tone=Tone::Danger>{move || not_done(&error)}</Notice> })
            }}
            <TextField
                id=PAYEE.name
                label=texts::payout_details::payee
                value=desk.payee
                limit=PAYEE.kind.max_length()
                hint=Some(texts::payout_details::payee_hint.into())
                error=desk.error(PAYEE.name)
            />
            <SelectField
                id=PAYOUT_COUNTRY_FIELD.name
                label=texts::payout_details::country
                value=desk.country
                options=Signal::derive(countries)
                hint=None
                error=desk.error(PAYOUT_COUNTRY_FIELD.name)
            />
            <TextField
                id=PAYOUT_ACCOUNT.name
                label=texts::payout_details::account
                value=desk.account
                limit=PAYOUT_ACCOUNT.kind.max_length()
                hint=Some(hint.into())
                error=desk.error(PAYOUT_ACCOUNT.name)
            />
            <div class="form__actions">
                <Button
                    kind=Kind::Primary
                    size=Size::Large
                    submit=true
                    busy=desk.is_busy
                    busy_label=texts::settings::saving
                >
                    {texts::payout_details::save}
                </Button>
            </div>
            {changed}
        </form>
    }
}

/// Somebody else changed it meanwhile; what was typed stands beside what they saved.
fn overtaken() -> AnyView {
    view! {
        <div id="overtaken" tabindex="-1">
            <Notice tone=Tone::Warning>{texts::payout_details::overtaken}</Notice>
        </div>
    }
    .into_any()
}
