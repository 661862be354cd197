//! Something that is loaded from the API and may be loaded again.

use std::future::Future;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::ApiError;

/// Where the loading stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage<T> {
    /// Nothing has come yet.
    Loading,
    /// It is here.
    Ready(T),
    /// It could not be loaded.
    Failed(ApiError),
}

/// A value that follows a question. While an answer to a new question is under way the old answer
/// stays, so a list does not jump; [`Remote::is_busy`] says so. A late answer to an old question is
/// dropped.
pub struct Remote<T: Send + Sync + 'static> {
    stage: RwSignal<Stage<T>>,
    busy: RwSignal<bool>,
    again: Trigger,
}

impl<T: Send + Sync + 'static> Clone for Remote<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Remote<T> {}

impl<T: Clone + Send + Sync + 'static> Remote<T> {
    /// Loads now, and whenever what `load` reads changes. `load` reads its signals before it returns
    /// the future.
    pub fn new<F>(load: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        let remote =
            Self { stage: RwSignal::new(Stage::Loading), busy: RwSignal::new(false), again: Trigger::new() };
        let newest = StoredValue::new(0_u32);
        Effect::new(move || {
            remote.again.track();
            let number = newest.get_value() + 1;
            newest.set_value(number);
            remote.busy.set(true);
            let answer = load();
            spawn_local(async move {
                let answer = answer.await;
                // Nothing is left to show when the page is gone.
                if newest.try_get_value() != Some(number) {
                    return;
                }
                remote.busy.set(false);
                remote.take(answer);
            });
        });
        remote
    }

    /// Where it stands.
    #[must_use]
    pub fn stage(self) -> Stage<T> {
        self.stage.get()
    }

    /// What is here, if anything is.
    #[must_use]
    pub fn ready(self) -> Option<T> {
        self.stage.with(|stage| match stage {
            Stage::Ready(value) => Some(value.clone()),
            Stage::Loading | Stage::Failed(_) => None,
        })
    }

    /// Whether an answer is under way.
    #[must_use]
    pub fn is_busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Asks again.
    pub fn reload(self) {
        self.again.notify();
    }

    /// Puts a newer value in, for example what a change was answered with.
    pub fn put(self, value: T) {
        self.stage.set(Stage::Ready(value));
    }

    fn take(self, answer: Result<T, ApiError>) {
        self.stage.set(match answer {
            Ok(value) => Stage::Ready(value),
            Err(error) => Stage::Failed(error),
        });
    }
}
