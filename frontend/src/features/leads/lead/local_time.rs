use std::time::Duration;

use leptos::prelude::*;

use crate::browser;
use crate::format;
use crate::i18n::texts;

const MINUTE: Duration = Duration::from_secs(60);

/// What time it is where somebody works, so that a caller knows whether to call.
#[component]
pub(super) fn LocalTime(
    /// Their IANA time zone.
    zone: String,
) -> impl IntoView {
    let now = RwSignal::new(browser::now_ms());
    if let Ok(timer) = set_interval_with_handle(move || now.set(browser::now_ms()), MINUTE) {
        on_cleanup(move || timer.clear());
    }
    let place = place_of(&zone);
    move || format::time_in_zone(now.get(), &zone).map(|time| texts::lead::local_time(&place, &time))
}

/// The place that a zone is named after.
fn place_of(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_named_by_its_city() {
        assert_eq!(place_of("Asia/Ho_Chi_Minh"), "Ho Chi Minh");
        assert_eq!(place_of("America/Argentina/Buenos_Aires"), "Buenos Aires");
        assert_eq!(place_of("UTC"), "UTC");
    }
}
