//! Whether there is a network, as a signal.

use leptos::ev;
use leptos::prelude::*;

use crate::browser;

/// The signal, in the context.
#[derive(Clone, Copy)]
struct Online(RwSignal<bool>);

/// Starts to watch, and puts the signal into the context.
pub fn watch() {
    let online = RwSignal::new(browser::is_online());
    let _ = window_event_listener(ev::online, move |_| online.set(true));
    let _ = window_event_listener(ev::offline, move |_| online.set(false));
    provide_context(Online(online));
}

/// Whether there is a network.
#[must_use]
pub fn is_online() -> Signal<bool> {
    use_context::<Online>().map_or_else(|| Signal::stored(true), |online| online.0.into())
}
