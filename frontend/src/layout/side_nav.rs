use guildhall_domain::actor::Side;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::auth::Session;
use crate::i18n::texts;
use crate::ui::{Icon, Sign};

#[derive(Clone, Copy)]
struct Entry {
    name: fn() -> &'static str,
    href: &'static str,
    sign: Sign,
}

const LEADS: Entry = Entry { name: texts::frame::leads, href: "/referrals/leads", sign: Sign::Lead };
const HISTORY: Entry =
    Entry { name: texts::frame::referral_history, href: "/referrals/history", sign: Sign::History };
const QUEUE: Entry = Entry { name: texts::frame::leads_queue, href: "/referrals/leads", sign: Sign::Lead };

/// What a side of the table finds in the navigation.
fn entries(side: Side) -> (fn() -> &'static str, &'static [Entry]) {
    match side {
        Side::Partner => (texts::frame::referrals, &[LEADS, HISTORY]),
        Side::Platform => (texts::frame::sales, &[QUEUE]),
        Side::Merchant => (texts::frame::referrals, &[]),
    }
}

/// The navigation: a column on wide screens, a popover on phones.
#[component]
pub(super) fn SideNav(
    /// Who is signed in.
    session: Session,
) -> impl IntoView {
    let node = NodeRef::<html::Nav>::new();
    let (title, entries) = entries(session.role.side());
    let pathname = use_location().pathname;
    let close = move |_| {
        if let Some(nav) = node.get_untracked() {
            // It is only open on phones; elsewhere the browser refuses, and nothing is to be done.
            let _ = nav.hide_popover();
        }
    };
    let link = move |entry: &Entry| {
        let Entry { name, href, sign } = *entry;
        let current = move || pathname.with(|path| path.starts_with(href)).then_some("page");
        view! {
            <li>
                <a href=href aria-current=current on:click=close>
                    <Icon sign=sign />
                    <span>{name}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="side" id="side" popover="auto" node_ref=node aria-label=texts::frame::main_navigation>
            {(!entries.is_empty())
                .then(|| {
                    view! {
                        <h2 id="side-title">{title}</h2>
                        <ul aria-labelledby="side-title">{entries.iter().map(link).collect_view()}</ul>
                    }
                })}
        </nav>
    }
}
