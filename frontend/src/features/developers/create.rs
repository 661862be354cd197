use chrono::{Days, NaiveDate};
use guildhall_contract::api_tokens::{CreatedApiToken, NewApiTokenBody, TOKEN_NAME};
use guildhall_domain::api_token::Scope;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::words::{not_kept, scope_words};
use crate::api::{Api, ApiError, api_tokens};
use crate::browser;
use crate::i18n::{Text, texts};
use crate::ui::{Button, CopyButton, Dialog, Kind, Notice, SelectField, TextField, Tone};

/// For how many days a token is good, as it is chosen; nothing is for ever.
const PERIODS: [(&str, Text); 4] = [
    ("30", texts::developers::days_30),
    ("90", texts::developers::days_90),
    ("365", texts::developers::days_365),
    ("never", texts::developers::never_expires),
];

/// The dialog in which a token is made, and shown once.
#[component]
pub(super) fn Create(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Loads the tokens anew.
    reload: Callback<()>,
) -> impl IntoView {
    view! {
        <Dialog open=open id="create" title=texts::developers::create>
            <Making open=open reload=reload />
        </Dialog>
    }
}

/// First the form, then the token. Nothing of it outlives the dialog.
#[component]
fn Making(open: RwSignal<bool>, reload: Callback<()>) -> impl IntoView {
    let made = RwSignal::new(None::<CreatedApiToken>);
    let take = Callback::new(move |created: CreatedApiToken| {
        made.set(Some(created));
        reload.run(());
        browser::focus_id_soon("token");
    });
    move || match made.get() {
        Some(created) => view! { <Made created=created open=open /> }.into_any(),
        None => view! { <Asking open=open take=take reload=reload /> }.into_any(),
    }
}

#[component]
fn Asking(open: RwSignal<bool>, take: Callback<CreatedApiToken>, reload: Callback<()>) -> impl IntoView {
    let api = expect_context::<Api>();
    let (name, period) = (RwSignal::new(String::new()), RwSignal::new("90".to_owned()));
    let scopes = RwSignal::new(Vec::<Scope>::new());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let tried = RwSignal::new(false);
    let is_named = move || name.with(|name| !name.trim().is_empty());
    let name_error = Signal::derive(move || {
        (tried.get() && !is_named()).then(|| texts::developers::name_needed().to_owned())
    });
    let is_bare = move || tried.get() && scopes.with(Vec::is_empty);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        tried.set(true);
        failure.set(None);
        let body = NewApiTokenBody {
            name: name.get_untracked().trim().to_owned(),
            scopes: scopes.get_untracked(),
            expires_on: period.with_untracked(|period| last_day(period, browser::today())),
        };
        if body.name.is_empty() {
            return browser::focus_id_soon("token-name");
        }
        if body.scopes.is_empty() {
            return browser::focus_id_soon(&scope_id(Scope::LeadsRead));
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api_tokens::create(api, &body).await;
            // Closed meanwhile: nobody will ever see what was made, so the list shows it, to be revoked.
            if busy.try_set(false).is_some() {
                return reload.run(());
            }
            match answer {
                Ok(created) => take.run(created),
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    let periods =
        Signal::derive(|| PERIODS.map(|(code, words)| (code.to_owned(), words().to_owned())).to_vec());
    let failed = move || {
        failure
            .get()
            .map(|error| view! { <Notice tone=Tone::Danger><p>{move || not_kept(&error)}</p></Notice> })
    };
    view! {
        <form novalidate on:submit=submit>
            <div class="dialog__body">
                <TextField
                    id="token-name"
                    label=texts::developers::name
                    value=name
                    hint=Some(texts::developers::name_hint.into())
                    limit=TOKEN_NAME.kind.max_length()
                    error=name_error
                />
                <div
                    class="field"
                    role="group"
                    aria-labelledby="scopes-label"
                    aria-describedby="scopes-hint scopes-error"
                    data-error=move || is_bare().then_some("")
                >
                    <p class="field__label" id="scopes-label">{texts::developers::scopes}</p>
                    <p class="field__hint" id="scopes-hint">{texts::developers::scopes_hint}</p>
                    <div id="scopes-error">
                        <Show when=is_bare>
                            <p class="field__error">{texts::developers::scopes_needed}</p>
                        </Show>
                    </div>
                    <div class="choices">
                        {Scope::ALL.iter().map(|scope| tick(*scope, scopes)).collect_view()}
                    </div>
                </div>
                <SelectField
                    id="period"
                    label=texts::developers::expires
                    value=period
                    options=periods
                    hint=Some(texts::developers::expires_hint.into())
                    short=true
                />
                {failed}
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| open.set(false))>{texts::submit::cancel}</Button>
                <Button kind=Kind::Primary submit=true busy=busy busy_label=texts::profile::saving>
                    {texts::developers::create}
                </Button>
            </div>
        </form>
    }
}

fn scope_id(scope: Scope) -> String {
    format!("scope-{}", scope.slug().replace(':', "-"))
}

fn tick(scope: Scope, chosen: RwSignal<Vec<Scope>>) -> impl IntoView {
    let change = move |event| {
        let is_on = event_target_checked(&event);
        chosen.update(|chosen| {
            chosen.retain(|other| *other != scope);
            if is_on {
                chosen.push(scope);
            }
        });
    };
    view! {
        <label class="choice" data-bare="">
            <input
                type="checkbox"
                id=scope_id(scope)
                prop:checked=move || chosen.with(|chosen| chosen.contains(&scope))
                on:change=change
            />
            <span class="choice__label">
                {move || scope_words(scope)} " " <code lang="en">{scope.slug()}</code>
            </span>
        </label>
    }
}

/// The last day of a period that begins today; `None` if there is none.
fn last_day(period: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days: u64 = period.parse().ok()?;
    today.checked_add_days(Days::new(days))
}

/// The token, this once.
#[component]
fn Made(created: CreatedApiToken, open: RwSignal<bool>) -> impl IntoView {
    let CreatedApiToken { token, secret } = created;
    let name = token.name;
    let shown = secret.clone();
    view! {
        <div class="dialog__body">
            <Notice tone=Tone::Warning>
                <p>{texts::developers::once}</p>
            </Notice>
            <p>{move || texts::developers::made(&name)}</p>
            <p class="secret" id="token" tabindex="-1">
                <code lang="en">{shown}</code>
            </p>
            <p>
                <CopyButton text=secret label=texts::developers::copy />
            </p>
        </div>
        <div class="dialog__actions">
            <Button kind=Kind::Primary on_press=Callback::new(move |()| open.set(false))>
                {texts::developers::kept}
            </Button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_ends_so_many_days_from_now() {
        let today = "2026-11-22".parse().unwrap();
        assert_eq!(last_day("30", today), "2026-12-22".parse().ok());
        assert_eq!(last_day("never", today), None);
    }
}
