//! What came from the Experts Marketplace, as rows.

use std::fmt::Write;

use guildhall_contract::sheets::Cell;
use guildhall_domain::marketplace::listing::CustomerRow;
use guildhall_domain::marketplace::{Conversation, Job, MarketplaceId, MessageVia, Party, Requirement};
use guildhall_domain::personal::Personal;

/// What the columns of jobs are called.
pub(crate) const JOB_COLUMNS: [&str; 15] = [
    "id",
    "created_at",
    "last_event_at",
    "status",
    "services",
    "shop_id",
    "shop",
    "shop_domain",
    "customer",
    "customer_email",
    "customer_phone",
    "conversation",
    "confirmed_completed",
    "ends_at",
    "requirements",
];

/// A job.
pub(crate) fn job_cells(job: &Job) -> [Cell; 15] {
    let customer = job.customer.as_ref();
    let services: Vec<_> = job.services.iter().map(|service| service.name.as_str()).collect();
    [
        job.id.as_str().into(),
        Cell::time(job.created_at),
        Cell::time(job.last_event_at),
        job.status.code().into(),
        services.join("; ").into(),
        job.shop.id.as_str().into(),
        job.shop.name.as_str().into(),
        job.shop.domain.as_str().into(),
        customer.map(|customer| customer.name.as_str()).into(),
        customer.and_then(|customer| customer.email.as_ref()).map(Personal::as_str).into(),
        customer.and_then(|customer| customer.phone.as_ref()).map(Personal::as_str).into(),
        job.conversation.as_ref().map(MarketplaceId::as_str).into(),
        if job.confirmed_completed { "yes" } else { "no" }.into(),
        job.ends_at.map(Cell::time).into(),
        requirements(&job.requirements).into(),
    ]
}

/// A line for each question.
fn requirements(all: &[Requirement]) -> String {
    let mut text = String::new();
    for Requirement { question, responses } in all {
        let responses: Vec<_> = responses.iter().map(Personal::as_str).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{question}: {}", responses.join("; "));
    }
    text.truncate(text.trim_end().len());
    text
}

/// What the columns of conversations are called.
pub(crate) const CONVERSATION_COLUMNS: [&str; 10] = [
    "id",
    "status",
    "unread",
    "customer",
    "customer_email",
    "sent_at",
    "sent_by",
    "sent_via",
    "message",
    "files",
];

/// A row for each message, and one for a conversation without any.
pub(crate) fn conversation_rows(conversation: &Conversation) -> Vec<Vec<Cell>> {
    let head = || -> [Cell; 5] {
        [
            conversation.id.as_str().into(),
            conversation.status.code().into(),
            if conversation.has_unread { "yes" } else { "no" }.into(),
            conversation.customer.name.as_str().into(),
            conversation.customer.email.as_ref().map(Personal::as_str).into(),
        ]
    };
    let messages = conversation.messages.iter().map(|message| {
        let by = match message.sent_by {
            Party::Partner => "PARTNER",
            Party::Merchant => "MERCHANT",
        };
        let via = match message.sent_via {
            MessageVia::Dashboard => "DASHBOARD",
            MessageVia::Email => "EMAIL",
        };
        let files = message.file_urls.join("\n");
        let rest: [Cell; 5] =
            [Cell::time(message.sent_at), by.into(), via.into(), message.body.as_str().into(), files.into()];
        head().into_iter().chain(rest).collect()
    });
    let mut rows: Vec<Vec<Cell>> = messages.collect();
    if rows.is_empty() {
        rows.push(head().into_iter().chain(["", "", "", "", ""].map(Cell::from)).collect());
    }
    rows
}

/// What the columns of customers are called.
pub(crate) const CUSTOMER_COLUMNS: [&str; 9] =
    ["id", "name", "email", "phone", "shops", "jobs", "open_jobs", "newest_job", "last_event_at"];

/// A customer.
pub(crate) fn customer_cells(row: &CustomerRow) -> [Cell; 9] {
    let shops: Vec<_> = row.shops.iter().map(String::as_str).collect();
    [
        row.id.to_string().into(),
        row.customer.name.as_str().into(),
        row.customer.email.as_ref().map(Personal::as_str).into(),
        row.customer.phone.as_ref().map(Personal::as_str).into(),
        shops.join("; ").into(),
        Cell::Number(row.jobs.to_string()),
        Cell::Number(row.open_jobs.to_string()),
        row.newest_job.as_ref().map(MarketplaceId::as_str).into(),
        row.last_event_at.map(Cell::time).into(),
    ]
}
