use leptos::prelude::*;

/// The pictures of the sprite `frontend/public/icons.svg`. The last five are the shapes of statuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the thing it shows")]
pub enum Sign {
    Alert,
    Check,
    ChevronDown,
    ChevronEnd,
    ChevronStart,
    Clock,
    Close,
    Copy,
    Download,
    External,
    Filter,
    Globe,
    Hall,
    History,
    Home,
    Info,
    Key,
    Lead,
    Ledger,
    Mail,
    Menu,
    Offline,
    Phone,
    Pin,
    Plus,
    Receipt,
    Search,
    Sort,
    SortDown,
    SortUp,
    Theme,
    Tier,
    User,
    Users,
    Submitted,
    InProgress,
    Awarded,
    NotEligible,
    Paid,
}

impl Sign {
    /// The address of the drawing.
    #[must_use]
    pub fn href(self) -> &'static str {
        match self {
            Self::Alert => "/icons.svg#alert",
            Self::Check => "/icons.svg#check",
            Self::ChevronDown => "/icons.svg#chevron-down",
            Self::ChevronEnd => "/icons.svg#chevron-end",
            Self::ChevronStart => "/icons.svg#chevron-start",
            Self::Clock => "/icons.svg#clock",
            Self::Close => "/icons.svg#close",
            Self::Copy => "/icons.svg#copy",
            Self::Download => "/icons.svg#download",
            Self::External => "/icons.svg#external",
            Self::Filter => "/icons.svg#filter",
            Self::Globe => "/icons.svg#globe",
            Self::Hall => "/icons.svg#hall",
            Self::History => "/icons.svg#history",
            Self::Home => "/icons.svg#home",
            Self::Info => "/icons.svg#info",
            Self::Key => "/icons.svg#key",
            Self::Lead => "/icons.svg#lead",
            Self::Ledger => "/icons.svg#ledger",
            Self::Mail => "/icons.svg#mail",
            Self::Menu => "/icons.svg#menu",
            Self::Offline => "/icons.svg#offline",
            Self::Phone => "/icons.svg#phone",
            Self::Pin => "/icons.svg#pin",
            Self::Plus => "/icons.svg#plus",
            Self::Receipt => "/icons.svg#receipt",
            Self::Search => "/icons.svg#search",
            Self::Sort => "/icons.svg#sort",
            Self::SortDown => "/icons.svg#sort-down",
            Self::SortUp => "/icons.svg#sort-up",
            Self::Theme => "/icons.svg#theme",
            Self::Tier => "/icons.svg#tier",
            Self::User => "/icons.svg#user",
            Self::Users => "/icons.svg#users",
            Self::Submitted => "/icons.svg#status-submitted",
            Self::InProgress => "/icons.svg#status-in-progress",
            Self::Awarded => "/icons.svg#status-awarded",
            Self::NotEligible => "/icons.svg#status-not-eligible",
            Self::Paid => "/icons.svg#status-paid",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Submitted | Self::InProgress | Self::Awarded | Self::NotEligible | Self::Paid => "shape",
            _ => "icon",
        }
    }
}

/// A picture beside a word. Never alone: the word may be visually hidden, but it is there.
#[component]
pub fn Icon(
    /// Which one; a signal where it changes.
    #[prop(into)]
    sign: Signal<Sign>,
    /// Smaller, for chips and heads.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    view! {
        <svg class=move || sign.get().class() class:icon--sm=small aria-hidden="true">
            <use href=move || sign.get().href() />
        </svg>
    }
}
