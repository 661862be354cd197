use leptos::prelude::*;

/// A bar that is filled by so many of all. Decoration: the figures stand beside it.
#[component]
pub fn Meter(
    /// How many.
    #[prop(into)]
    part: Signal<u32>,
    /// Of how many.
    all: u32,
) -> impl IntoView {
    let width = move || {
        let permille = u64::from(part.get()) * 1000 / u64::from(all.max(1));
        format!("{}.{}%", permille / 10, permille % 10)
    };
    view! {
        <svg class="meter" aria-hidden="true">
            <rect class="meter__ground" width="100%" height="100%" />
            <rect class="meter__bar" width=width height="100%" />
        </svg>
    }
}
