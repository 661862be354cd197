use leptos::prelude::*;

use crate::i18n::texts;
use crate::ui::{Icon, Sign};

/// One to five stars, as five radio buttons: arrow keys choose, and each says its number.
#[component]
pub(super) fn StarsField(
    /// The id of the first control, so that an error summary can lead to it.
    id: &'static str,
    /// What is judged.
    label: fn() -> &'static str,
    /// What to think of.
    hint: fn() -> &'static str,
    /// The number; empty for none.
    value: RwSignal<String>,
    /// What is wrong with the answer.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let number = move || value.with(|text| text.parse::<u64>().unwrap_or(0));
    let star = move |place: u64| {
        let own_id = if place == 1 { id.to_owned() } else { format!("{id}-{place}") };
        view! {
            <label class="rate__star" data-on=move || (place <= number()).then_some("")>
                <input
                    type="radio"
                    id=own_id
                    name=id
                    value=place.to_string()
                    prop:checked=move || number() == place
                    on:change=move |_| value.set(place.to_string())
                />
                <svg viewBox="0 0 20 20" aria-hidden="true">
                    <use href="/icons.svg#stars" width="100" height="20" />
                </svg>
                <span class="visually-hidden">
                    {move || guildhall_pages::i18n::texts::reviews::stars(place)}
                </span>
            </label>
        }
    };
    let meaning = move || match number() {
        1 => texts::review::stars_1(),
        2 => texts::review::stars_2(),
        3 => texts::review::stars_3(),
        4 => texts::review::stars_4(),
        5 => texts::review::stars_5(),
        _ => "",
    };
    let described_by = move || match error.with(Option::is_some) {
        true => format!("{id}-hint {id}-error"),
        false => format!("{id}-hint"),
    };
    let failed = move || {
        error.get().map(|message| {
            view! {
                <p class="field__error" id=format!("{id}-error")>
                    <Icon sign=Sign::Alert />
                    <span>
                        <span class="visually-hidden">{texts::ui::error_prefix} " "</span>
                        {message}
                    </span>
                </p>
            }
        })
    };
    view! {
        <div
            class="field"
            role="radiogroup"
            aria-labelledby=format!("{id}-label")
            aria-required="true"
            aria-describedby=described_by
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            data-error=move || error.with(Option::is_some).then_some("")
        >
            <p class="field__label" id=format!("{id}-label")>
                {label}
            </p>
            <p class="field__hint" id=format!("{id}-hint")>
                {hint}
            </p>
            {failed}
            <div class="rate">
                {(1..=5).map(star).collect_view()} <span class="rate__word" aria-hidden="true">
                    {meaning}
                </span>
            </div>
        </div>
    }
}
