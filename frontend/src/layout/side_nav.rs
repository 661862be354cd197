use guildhall_domain::actor::{Role, Side};
use guildhall_pages::address::search;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::auth::Session;
use crate::features::marketplace::has_existing_jobs;
use crate::i18n::{language, texts};
use crate::ui::{Icon, Sign};

#[derive(Clone, Copy)]
struct Entry {
    name: fn() -> &'static str,
    /// Pages of the directory have an address in each language.
    href: fn() -> String,
    sign: Sign,
}

const HOME: Entry = Entry { name: texts::home::home, href: || "/home".to_owned(), sign: Sign::Home };
const LEADS: Entry =
    Entry { name: texts::frame::leads, href: || "/referrals/leads".to_owned(), sign: Sign::Lead };
const HISTORY: Entry = Entry {
    name: texts::frame::referral_history,
    href: || "/referrals/history".to_owned(),
    sign: Sign::History,
};
const LEDGER: Entry =
    Entry { name: texts::earnings::ledger, href: || "/referrals/ledger".to_owned(), sign: Sign::Ledger };
const PAYOUTS: Entry =
    Entry { name: texts::earnings::payouts, href: || "/payouts".to_owned(), sign: Sign::Receipt };
const RUNS: Entry =
    Entry { name: texts::payout_runs::runs, href: || "/payout-runs".to_owned(), sign: Sign::Receipt };
const QUEUE: Entry =
    Entry { name: texts::frame::leads_queue, href: || "/referrals/leads".to_owned(), sign: Sign::Lead };
const CHECK: Entry =
    Entry { name: texts::lead_check::nav, href: || "/referrals/check".to_owned(), sign: Sign::Search };
/// A representative begins with what waits for them, the nearest deadline first.
const OWN_QUEUE: Entry = Entry {
    name: texts::frame::leads_queue,
    href: || "/referrals/leads?queue=mine&sort=due_at&direction=asc".to_owned(),
    sign: Sign::Lead,
};
const FIND: Entry =
    Entry { name: texts::directory::title, href: || search(language(), ""), sign: Sign::Search };
const SENT: Entry =
    Entry { name: texts::inquiry::your_inquiries, href: || "/inquiries".to_owned(), sign: Sign::Mail };

const INQUIRIES: Entry =
    Entry { name: texts::inquiries::inquiries, href: || "/inquiries".to_owned(), sign: Sign::Mail };
const PROFILE: Entry =
    Entry { name: texts::profile::profile, href: || "/profile".to_owned(), sign: Sign::Hall };
const RECORDS: Entry =
    Entry { name: texts::records::records, href: || "/records".to_owned(), sign: Sign::Receipt };
const EXISTING_JOBS: Entry = Entry {
    name: texts::existing_jobs::existing_jobs,
    href: || "/existing-jobs".to_owned(),
    sign: Sign::Receipt,
};
const REVIEWS: Entry =
    Entry { name: texts::reviews::reviews, href: || "/reviews".to_owned(), sign: Sign::Tier };
const MODERATION: Entry =
    Entry { name: texts::moderation::moderation, href: || "/moderation".to_owned(), sign: Sign::Check };

const MOVE: Entry = Entry { name: texts::moving::nav, href: || "/move".to_owned(), sign: Sign::ChevronEnd };

const AUDIT: Entry = Entry { name: texts::audit::audit, href: || "/audit".to_owned(), sign: Sign::History };

const EVENTS: Entry =
    Entry { name: texts::platform_events::events, href: || "/platform-events".to_owned(), sign: Sign::Clock };

const PRIVACY: Entry =
    Entry { name: texts::privacy::privacy, href: || "/privacy".to_owned(), sign: Sign::User };

const DATES: Entry = Entry { name: texts::cutover::title, href: || "/cutover".to_owned(), sign: Sign::Clock };

const MIGRATIONS: Entry =
    Entry { name: texts::migrations::title, href: || "/migrations".to_owned(), sign: Sign::Download };

const TEAM: Entry = Entry { name: texts::team::team, href: || "/sales/team".to_owned(), sign: Sign::Users };
const MAILS: Entry =
    Entry { name: texts::mails::mails, href: || "/sales/mails".to_owned(), sign: Sign::Mail };

const MEMBERS: Entry =
    Entry { name: texts::members::members, href: || "/members".to_owned(), sign: Sign::Users };
const WEBHOOKS: Entry =
    Entry { name: texts::webhooks::webhooks, href: || "/webhooks".to_owned(), sign: Sign::External };
const DEVELOPERS: Entry =
    Entry { name: texts::developers::developers, href: || "/developers".to_owned(), sign: Sign::Key };
const STAFF: Entry = Entry { name: texts::members::staff, href: || "/staff".to_owned(), sign: Sign::Users };
const ORGANISATIONS: Entry = Entry {
    name: texts::organisations::organisations,
    href: || "/organisations".to_owned(),
    sign: Sign::Hall,
};

/// Some entries under a title.
struct Part {
    id: &'static str,
    title: fn() -> &'static str,
    entries: &'static [Entry],
}

/// The way home needs no title above it.
const START: &[Entry] = &[HOME];

const REFERRALS_READ: Part =
    Part { id: "side-referrals", title: texts::frame::referrals, entries: &[LEADS, HISTORY] };
const REFERRALS: Part =
    Part { id: "side-referrals", title: texts::frame::referrals, entries: &[LEADS, CHECK, HISTORY] };
const EARNINGS: Part =
    Part { id: "side-earnings", title: texts::earnings::earnings, entries: &[LEDGER, PAYOUTS] };
const OWN_DIRECTORY: Part =
    Part { id: "side-directory", title: texts::frame::directory, entries: &[INQUIRIES, PROFILE, REVIEWS] };
/// What is left of the marketplace, and the way out of it.
const OWN_MOVE: Part =
    Part { id: "side-move", title: texts::records::marketplace, entries: &[MOVE, RECORDS] };
const OWN_ORGANISATION: Part =
    Part { id: "side-organisation", title: texts::members::organisation, entries: &[MEMBERS, DEVELOPERS] };
/// What its owners keep.
const OWNED_ORGANISATION: Part = Part {
    id: "side-organisation",
    title: texts::members::organisation,
    entries: &[MEMBERS, DEVELOPERS, WEBHOOKS],
};
const OWN_SALES: Part = Part { id: "side-sales", title: texts::frame::sales, entries: &[OWN_QUEUE] };
const SALES: Part = Part { id: "side-sales", title: texts::frame::sales, entries: &[QUEUE] };
const MANAGED_SALES: Part =
    Part { id: "side-sales", title: texts::frame::sales, entries: &[QUEUE, TEAM, MAILS] };
const OVERSEEN_SALES: Part = Part { id: "side-sales", title: texts::frame::sales, entries: &[QUEUE, MAILS] };
const PROGRAMME: Part = Part { id: "side-directory", title: texts::frame::directory, entries: &[MODERATION] };
const OVERSIGHT: Part = Part {
    id: "side-programme",
    title: texts::audit::programme,
    entries: &[ORGANISATIONS, STAFF, RUNS, EVENTS, DATES, MIGRATIONS, AUDIT, PRIVACY],
};
const MARKET: Part = Part { id: "side-directory", title: texts::frame::directory, entries: &[FIND, SENT] };
/// The same for a merchant who has jobs to read.
const MARKET_WITH_JOBS: Part =
    Part { id: "side-directory", title: texts::frame::directory, entries: &[FIND, SENT, EXISTING_JOBS] };

/// What a role finds in the navigation; partners who see no money find no pages of it, and merchants without jobs
/// of the marketplace none of those.
fn parts(role: Role, sees_money: bool, has_jobs: bool) -> &'static [Part] {
    match role {
        Role::PartnerViewer if sees_money => {
            &[REFERRALS_READ, EARNINGS, OWN_DIRECTORY, OWN_MOVE, OWN_ORGANISATION]
        }
        Role::PartnerViewer => &[REFERRALS_READ, OWN_DIRECTORY, OWN_MOVE, OWN_ORGANISATION],
        Role::PartnerMember if !sees_money => &[REFERRALS, OWN_DIRECTORY, OWN_MOVE, OWN_ORGANISATION],
        Role::PartnerMember => &[REFERRALS, EARNINGS, OWN_DIRECTORY, OWN_MOVE, OWN_ORGANISATION],
        Role::PartnerOwner => &[REFERRALS, EARNINGS, OWN_DIRECTORY, OWN_MOVE, OWNED_ORGANISATION],
        Role::Rep => &[OWN_SALES],
        Role::SalesManager => &[MANAGED_SALES],
        Role::System => &[SALES],
        Role::ProgramAdmin => &[OVERSEEN_SALES, PROGRAMME, OVERSIGHT],
        Role::Merchant if has_jobs => &[MARKET_WITH_JOBS],
        Role::Merchant => &[MARKET],
    }
}

/// The navigation: a column on wide screens, a popover on phones.
#[component]
pub(super) fn SideNav(
    /// Who is signed in.
    session: Session,
) -> impl IntoView {
    let node = NodeRef::<html::Nav>::new();
    let (role, sees_money) = (session.role, session.sees_money);
    let has_jobs = has_existing_jobs(role);
    let start = if session.role.side() == Side::Partner { START } else { &[] };
    let pathname = use_location().pathname;
    let close = move |_| {
        if let Some(nav) = node.get_untracked() {
            // It is only open on phones; elsewhere the browser refuses, and nothing is to be done.
            let _ = nav.hide_popover();
        }
    };
    let link = move |entry: &Entry| {
        let Entry { name, href, sign } = *entry;
        let current = move || {
            let href = href();
            let page = href.split('?').next().unwrap_or(&href).to_owned();
            pathname.with(|path| path.starts_with(&page)).then_some("page")
        };
        view! {
            <li>
                <a href=href aria-current=current on:click=close>
                    <Icon sign=sign />
                    <span>{name}</span>
                </a>
            </li>
        }
    };
    let part = move |part: &Part| {
        view! {
            <section>
                <h2 id=part.id>{part.title}</h2>
                <ul aria-labelledby=part.id>{part.entries.iter().map(link).collect_view()}</ul>
            </section>
        }
    };
    view! {
        <nav class="side" id="side" popover="auto" node_ref=node aria-label=texts::frame::main_navigation>
            {(!start.is_empty()).then(|| view! { <ul>{start.iter().map(link).collect_view()}</ul> })}
            {move || parts(role, sees_money, has_jobs.get()).iter().map(part).collect_view()}
        </nav>
    }
}
