use leptos::prelude::*;

/// The mark, a stepped gable with its door open, and the word drawn beside it.
#[component]
pub fn Brand(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
) -> impl IntoView {
    view! {
        <a class="brand" href=move || href.get()>
            <svg viewBox="0 0 146 28" width="136" height="26" role="img" aria-label="Guildhall">
                <path class="brand__mark" d="M2 26V15h4V9.5h4.5V4h7v5.5H22V15h4v11h-8v-5.5a4 4 0 0 0-8 0V26Z" />
                <g class="brand__word" transform="translate(36 0)">
                    <path d="M17.2 7.8A9.5 9.5 0 1 0 20 14.5h-7.6M25 12v7a5 5 0 0 0 10 0v-7M35 12v12.2M40.5 12v12.2M46 4.5v19.7M63 4.5v19.7M68.5 4.5v19.7M68.5 17a5 5 0 0 1 10 0v7.2M96 12v12.2M101.5 4.5v19.7M107 4.5v19.7" />
                    <circle cx="57" cy="18" r="6" />
                    <circle cx="90" cy="18" r="6" />
                    <circle class="brand__dot" cx="40.5" cy="6.9" r="1.7" />
                </g>
            </svg>
        </a>
    }
}
