//! Norrsken's jobs.

use guildhall_domain::marketplace::JobStatus;

use super::Told;
use super::merchants::{
    FJALL, HARBOUR, KARDEMUMMA, LYKTA, MOSS, Merchant, SILENT, TALLGREN, TOM, UNNAMED, VINTER,
};
use super::talks::{BLOCKED, ONGOING, QUESTION, REDESIGN, Talk};

use JobStatus::{AwaitingResponse, Closed, Completed, Declined, Expired, Inactive, New, Opened, Responded};

type Services = &'static [(&'static str, &'static str)];

const DESIGN: Services = &[("store-design", "Store design"), ("theme-changes", "Theme changes")];
const BUILD: Services = &[("store-build", "Store build or redesign")];
const MIGRATE: Services = &[("store-migration", "Store migration")];
const CARE: Services = &[("troubleshooting", "Troubleshooting and problem resolution")];
const SEO: Services = &[("seo", "Search engine optimisation")];
const PHOTOS: Services = &[("product-photos", "Product photography")];
const NONE: Services = &[];

const fn told(
    status: JobStatus,
    merchant: &'static Merchant,
    (asked, days): (&'static str, i64),
    services: Services,
    goal: &'static str,
) -> Told {
    Told { status, merchant, asked, days, ends: None, services, goal, talk: None }
}

const fn until(day: &'static str, told: Told) -> Told {
    Told { ends: Some(day), ..told }
}

const fn with(talk: &'static Talk, told: Told) -> Told {
    Told { talk: Some(talk), ..told }
}

pub(super) static JOBS: [Told; 28] = [
    // Those that Tom may read until the marketplace closes.
    with(
        &REDESIGN,
        told(Completed, &TOM, ("2022-08-24", 61), DESIGN, "A calmer home page before the autumn season."),
    ),
    until(
        "2024-02-29",
        with(
            &ONGOING,
            told(
                AwaitingResponse,
                &TOM,
                ("2023-08-30", 30),
                CARE,
                "Somebody who looks after the store every month.",
            ),
        ),
    ),
    told(Closed, &TOM, ("2023-02-06", 12), SEO, "More visitors who search for waxed jackets."),
    // Those that go on, with and without an end.
    until(
        "2024-01-31",
        told(
            Responded,
            &LYKTA,
            ("2023-07-11", 66),
            MIGRATE,
            "Move 1,200 products from another platform, with their addresses.",
        ),
    ),
    told(
        Responded,
        &MOSS,
        ("2023-09-04", 20),
        BUILD,
        "A store for balconies: small parcels, large pots, and a planner that says what grows where.",
    ),
    told(Opened, &TALLGREN, ("2023-09-26", 1), PHOTOS, "Forty bowls, photographed by daylight."),
    told(New, &FJALL, ("2023-09-29", 0), DESIGN, "New colours for the winter collection."),
    // Those that end before.
    until(
        "2023-11-15",
        told(Responded, &HARBOUR, ("2023-09-18", 9), DESIGN, "Product pages that show where the hemp grew."),
    ),
    until(
        "2023-11-30",
        told(
            Opened,
            &KARDEMUMMA,
            ("2023-09-21", 2),
            CARE,
            "Orders for the next day stop at four; ours must stop at six.",
        ),
    ),
    with(
        &QUESTION,
        told(
            Completed,
            &LYKTA,
            ("2022-11-02", 80),
            MIGRATE,
            "How long a move would take, and what it would cost.",
        ),
    ),
    with(&BLOCKED, told(Declined, &SILENT, ("2023-04-17", 1), BUILD, "A store by tomorrow.")),
    told(Declined, &VINTER, ("2022-05-09", 2), BUILD, "A shop for bicycles with a workshop calendar."),
    told(Expired, &UNNAMED, ("2023-03-13", 3), DESIGN, "A theme that lets rings turn."),
    told(Expired, &SILENT, ("2022-12-27", 3), NONE, ""),
    told(Inactive, &VINTER, ("2022-09-19", 45), CARE, "The basket forgets the frame size."),
    told(Inactive, &FJALL, ("2022-03-01", 90), SEO, "To be found by those who look for it."),
    told(Closed, &KARDEMUMMA, ("2022-06-14", 33), PHOTOS, "Buns."),
    told(Closed, &HARBOUR, ("2022-10-03", 14), SEO, "More orders from Germany."),
    told(Completed, &FJALL, ("2021-11-22", 40), BUILD, "Our first store of our own."),
    told(Completed, &FJALL, ("2022-08-01", 25), DESIGN, "A page for gift cards."),
    told(Completed, &KARDEMUMMA, ("2022-01-17", 30), BUILD, "Order today, collect tomorrow."),
    told(Completed, &HARBOUR, ("2022-02-28", 51), MIGRATE, "Bring customers and their orders over."),
    told(Completed, &MOSS, ("2022-04-04", 62), DESIGN, "A header that fits our name."),
    told(Completed, &TALLGREN, ("2022-07-05", 15), PHOTOS, "Cups and saucers."),
    told(Completed, &VINTER, ("2021-09-13", 22), CARE, "Prices with and without tax."),
    told(Completed, &LYKTA, ("2021-12-06", 44), DESIGN, "Lamps by room."),
    told(Completed, &UNNAMED, ("2022-10-24", 28), DESIGN, "Engraving as an option."),
    told(AwaitingResponse, &MOSS, ("2023-09-12", 10), SEO, "To be first for balcony herbs."),
];
