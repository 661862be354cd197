use leptos::prelude::*;

use super::phase::PhaseNotice;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead};
use crate::ui::{Kind, LinkButton, PageTitle, Tab, Tabs};

/// What of the records a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Jobs,
    Conversations,
    Customers,
    Download,
}

impl Part {
    const ALL: [Self; 4] = [Self::Jobs, Self::Conversations, Self::Customers, Self::Download];

    fn name(self) -> &'static str {
        match self {
            Self::Jobs => texts::records::jobs(),
            Self::Conversations => texts::records::conversations(),
            Self::Customers => texts::records::customers(),
            Self::Download => texts::records::download_tab(),
        }
    }

    fn href(self) -> &'static str {
        match self {
            Self::Jobs => "/records",
            Self::Conversations => "/records/conversations",
            Self::Customers => "/records/customers",
            Self::Download => "/records/download",
        }
    }
}

/// What stands above each kind of records: what they are, where the move stands, and the other kinds.
#[component]
pub(super) fn RecordsHead(
    /// What of them the page shows.
    part: Part,
) -> impl IntoView {
    let tab = move |one: Part| Tab {
        label: one.name().to_owned(),
        href: one.href().to_owned(),
        count: None,
        current: one == part,
    };
    view! {
        <PageTitle title=move || format!("{} · {}", part.name(), texts::records::records()) />
        <Crumbs crumbs=vec![
            Crumb::here(texts::records::records),
            Crumb::here(move || part.name()),
        ] />
        <PageHead title=texts::records::records text=texts::records::about>
            {(part != Part::Download)
                .then(|| {
                    view! {
                        <LinkButton href=Part::Download.href() kind=Kind::Primary>
                            {texts::records::download}
                        </LinkButton>
                    }
                })}
        </PageHead>
        <PhaseNotice />
        <Tabs
            label=texts::records::sections
            tabs=Signal::derive(move || Part::ALL.map(tab).to_vec())
        />
    }
}
