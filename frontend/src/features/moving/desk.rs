//! The move as the service knows it, and what is ticked off.

use std::sync::Arc;

use guildhall_contract::moving::{MoveAction, Moving};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, moving};
use crate::features::not_done::not_done;
use crate::remote::Remote;
use crate::ui::Toasts;

/// The move, and the way to change it.
#[derive(Clone, Copy)]
pub(crate) struct MoveDesk {
    /// What is known.
    pub(crate) remote: Remote<Arc<Moving>>,
    /// Whether something is under way.
    pub(crate) is_busy: RwSignal<bool>,
    api: Api,
    toasts: Toasts,
}

impl MoveDesk {
    /// Loads it.
    pub(crate) fn load() -> Self {
        let api = expect_context::<Api>();
        let remote = Remote::new(move || async move { moving::show(api).await.map(Arc::new) });
        Self { remote, is_busy: RwSignal::new(false), api, toasts: expect_context() }
    }

    /// Does something and says so. `end` is told whether it was done.
    pub(crate) fn act(self, action: MoveAction, said: fn() -> &'static str, end: impl Fn(bool) + 'static) {
        if self.is_busy.get_untracked() {
            return end(false);
        }
        self.is_busy.set(true);
        spawn_local(async move {
            let answer = moving::act(self.api, &action).await;
            // Nothing is left to show when the page is gone.
            if self.is_busy.try_set(false).is_some() {
                return;
            }
            let is_done = answer.is_ok();
            match answer {
                Ok(moving) => {
                    self.remote.put(Arc::new(moving));
                    self.toasts.say(untrack(said));
                }
                Err(error) => self.toasts.say(untrack(|| not_done(&error))),
            }
            end(is_done);
        });
    }
}
