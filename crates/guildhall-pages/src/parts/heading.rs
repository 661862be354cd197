//! Headings of a part that stands by itself on one page and inside another page elsewhere.

use leptos::prelude::*;

/// How deep a heading is. No page that is drawn here goes deeper than five.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    One,
    Two,
    Three,
    Four,
    Five,
}

impl Level {
    /// The level of what stands below a heading of this one.
    pub(crate) fn below(self) -> Self {
        match self {
            Self::One => Self::Two,
            Self::Two => Self::Three,
            Self::Three => Self::Four,
            Self::Four | Self::Five => Self::Five,
        }
    }

    /// A heading. The page's own takes the focus after a navigation; no other one does.
    pub(crate) fn heading(self, id: Option<&'static str>, text: impl IntoView + 'static) -> AnyView {
        match self {
            Self::One => view! { <h1 id=id tabindex="-1">{text}</h1> }.into_any(),
            Self::Two => view! { <h2 id=id>{text}</h2> }.into_any(),
            Self::Three => view! { <h3 id=id>{text}</h3> }.into_any(),
            Self::Four => view! { <h4 id=id>{text}</h4> }.into_any(),
            Self::Five => view! { <h5 id=id>{text}</h5> }.into_any(),
        }
    }
}
