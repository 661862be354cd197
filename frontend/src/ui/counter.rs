use leptos::prelude::*;

use crate::i18n::texts;

/// What is left of a text's length, once most of it is used. It is read out then, and not before.
#[component]
pub(super) fn Counter(
    /// The text.
    value: RwSignal<String>,
    /// How many characters fit.
    limit: usize,
) -> impl IntoView {
    let near = move || {
        let used = value.with(|text| text.chars().count());
        is_near(used, limit).then(|| match limit.checked_sub(used) {
            Some(left) => texts::ui::characters_left(left as u64),
            None => texts::ui::characters_too_many((used - limit) as u64),
        })
    };
    view! {
        <p class="field__count" role="status">
            {near}
        </p>
    }
}

/// The last tenth is near.
fn is_near(used: usize, limit: usize) -> bool {
    used * 10 >= limit * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_tenth_is_counted() {
        assert!(!is_near(0, 120));
        assert!(!is_near(107, 120));
        assert!(is_near(108, 120));
        assert!(is_near(130, 120));
    }
}
