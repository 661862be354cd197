//! The language of the reader's mail follows the language of the pages when they switch it.

use guildhall_contract::settings::{OwnSettings, SettingsBody};
use guildhall_domain::policy::Language;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, settings};
use crate::auth::Auth;

/// Whoever switches twice at once changes the settings twice, and the first change makes the second one late.
const TRIES: u32 = 3;

/// Keeps the language of the mail, from the context.
#[derive(Clone, Copy)]
pub struct MailLanguage {
    api: Api,
    auth: Auth,
    newest: StoredValue<u32>,
    followed: RwSignal<u32>,
}

impl MailLanguage {
    /// Makes it and puts it into the context.
    pub fn provide(api: Api, auth: Auth) {
        let newest = StoredValue::new(0);
        provide_context(Self { api, auth, newest, followed: RwSignal::new(0) });
    }

    /// Counts how often the mail has followed; a page that shows the settings looks again.
    #[must_use]
    pub fn followed(self) -> Signal<u32> {
        self.followed.into()
    }

    /// Has mail come in this language from now on, for whoever is signed in. If that fails the settings say what
    /// the language is, and nothing else depends on it; so nobody is troubled with it.
    pub fn follow(self, language: Language) {
        if self.auth.session().with_untracked(Option::is_none) {
            return;
        }
        let number = self.newest.get_value() + 1;
        self.newest.set_value(number);
        spawn_local(async move {
            for _ in 0..TRIES {
                match self.attempt(language, number).await {
                    Ok(true) => return self.followed.update(|count| *count += 1),
                    Ok(false) => return,
                    Err(ApiError::Conflict(_)) => {}
                    Err(_) => return,
                }
            }
        });
    }

    /// Whether something was saved: a later switch makes this one void.
    async fn attempt(self, language: Language, number: u32) -> Result<bool, ApiError> {
        let own = settings::load(self.api).await?;
        // What was never saved is told in the language of whoever asks, which says nothing of later.
        let is_so = own.version > 0 && own.language == language;
        if is_so || self.newest.get_value() != number {
            return Ok(false);
        }
        settings::save(self.api, &in_language(&own, language), own.version).await?;
        Ok(true)
    }
}

/// The same settings in another language.
fn in_language(own: &OwnSettings, language: Language) -> SettingsBody {
    let off = own.topics.iter().filter(|setting| !setting.on).map(|setting| setting.topic).collect();
    SettingsBody { language, off }
}
