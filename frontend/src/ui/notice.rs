use leptos::prelude::*;

use super::{Icon, Sign};

/// What kind of news it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Plain information needs no colour.
    #[default]
    Plain,
    /// Something worth knowing now.
    Info,
    /// Something went well.
    Success,
    /// Something needs care.
    Warning,
    /// Something failed.
    Danger,
}

impl Tone {
    fn code(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Info => Some("info"),
            Self::Success => Some("success"),
            Self::Warning => Some("warning"),
            Self::Danger => Some("danger"),
        }
    }

    fn sign(self) -> Sign {
        match self {
            Self::Plain | Self::Info => Sign::Info,
            Self::Success => Sign::Check,
            Self::Warning | Self::Danger => Sign::Alert,
        }
    }
}

/// News inside the page. A failure is announced at once; the rest is read where it stands.
#[component]
pub fn Notice(
    /// What kind of news.
    #[prop(optional)]
    tone: Tone,
    /// One action beside it.
    #[prop(optional, into)]
    action: Option<AnyView>,
    /// The news.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="notice" data-tone=tone.code() role=(tone == Tone::Danger).then_some("alert")>
            <Icon sign=tone.sign() />
            <div class="notice__body">{children()}</div>
            {action.map(|action| view! { <div class="notice__act">{action}</div> })}
        </div>
    }
}
