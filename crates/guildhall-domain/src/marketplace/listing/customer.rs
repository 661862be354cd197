//! The customers of a partner: whoever their jobs and conversations were with.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::super::{Customer, MarketplaceId};
use super::{ConversationRow, JobRow, words_of};
use crate::listing::{Key, Row};
use crate::organisation::plain_address;
use crate::text::fold;

/// Tells the customers of one organisation apart: 32 hexadecimal digits, which follow from the customer's address, or
/// from name and number where there is none. The marketplace had no name for them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CustomerId(String);

/// A text that is not the id of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the id of a customer is 32 hexadecimal digits")]
pub struct InvalidCustomerId;

impl CustomerId {
    /// The id of a customer.
    #[must_use]
    pub fn of(customer: &Customer) -> Self {
        let known_by = match &customer.email {
            Some(email) => format!("email\n{}", plain_address(email.as_str())),
            None => {
                let phone = customer.phone.as_ref().map(|phone| fold(phone.as_str())).unwrap_or_default();
                format!("name\n{}\n{phone}", fold(customer.name.as_str()))
            }
        };
        let digits =
            Sha256::digest(known_by.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        Self(digits)
    }
}

impl FromStr for CustomerId {
    type Err = InvalidCustomerId;

    fn from_str(text: &str) -> Result<Self, InvalidCustomerId> {
        let fits = text.len() == 32 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if fits { Ok(Self(text.to_owned())) } else { Err(InvalidCustomerId) }
    }
}

impl TryFrom<String> for CustomerId {
    type Error = InvalidCustomerId;

    fn try_from(text: String) -> Result<Self, InvalidCustomerId> {
        text.parse()
    }
}

impl From<CustomerId> for String {
    fn from(id: CustomerId) -> Self {
        id.0
    }
}

impl fmt::Display for CustomerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A customer in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerRow {
    /// What tells them apart.
    pub id: CustomerId,
    /// Name, address and number, as the newest job or conversation has them.
    pub customer: Customer,
    /// Their stores' names, in order.
    pub shops: BTreeSet<String>,
    /// How many jobs they had.
    pub jobs: u32,
    /// How many of those are open.
    pub open_jobs: u32,
    /// Their newest job.
    pub newest_job: Option<MarketplaceId>,
    /// When something last happened with them; `None` for a conversation in which nobody wrote.
    pub last_event_at: Option<DateTime<Utc>>,
    name: String,
    text: String,
}

impl CustomerRow {
    fn new(id: CustomerId, customer: Customer) -> Self {
        Self {
            id,
            customer,
            shops: BTreeSet::new(),
            jobs: 0,
            open_jobs: 0,
            newest_job: None,
            last_event_at: None,
            name: String::new(),
            text: String::new(),
        }
    }

    /// Takes over how the customer is called if this is newer than what is known.
    fn see(&mut self, customer: &Customer, at: Option<DateTime<Utc>>) {
        if at >= self.last_event_at {
            self.customer = customer.clone();
            self.last_event_at = at;
        }
    }

    fn folded(mut self) -> Self {
        self.name = fold(self.customer.name.as_str());
        let contact = [&self.customer.email, &self.customer.phone]
            .map(|part| part.as_ref().map(|part| fold(part.as_str())).unwrap_or_default());
        let shops = self.shops.iter().map(|shop| fold(shop));
        let words = std::iter::once(self.name.clone()).chain(contact).chain(shops);
        self.text = words.collect::<Vec<_>>().join("\n");
        self
    }
}

/// The customers of all these jobs and conversations, each once.
pub fn customers_of<'a>(
    jobs: impl Iterator<Item = &'a JobRow>,
    conversations: impl Iterator<Item = &'a ConversationRow>,
) -> Vec<CustomerRow> {
    let mut rows: BTreeMap<CustomerId, CustomerRow> = BTreeMap::new();
    for row in jobs {
        let job = &row.job;
        let Some(customer) = &job.customer else { continue };
        let id = CustomerId::of(customer);
        let known = rows.entry(id.clone()).or_insert_with(|| CustomerRow::new(id, customer.clone()));
        if Some(job.last_event_at) >= known.last_event_at {
            known.newest_job = Some(job.id.clone());
        }
        known.see(customer, Some(job.last_event_at));
        known.shops.insert(job.shop.name.clone());
        known.jobs += 1;
        known.open_jobs += u32::from(job.status.is_open());
    }
    for row in conversations {
        let conversation = &row.conversation;
        let id = CustomerId::of(&conversation.customer);
        let known =
            rows.entry(id.clone()).or_insert_with(|| CustomerRow::new(id, conversation.customer.clone()));
        known.see(&conversation.customer, conversation.last_message_at);
    }
    rows.into_values().map(CustomerRow::folded).collect()
}

/// What customers are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CustomerColumn {
    /// The customer's name.
    Name,
    /// When something last happened.
    LastEventAt,
}

impl CustomerColumn {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Name, Self::LastEventAt];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::LastEventAt => "last_event_at",
        }
    }
}

impl Row for CustomerRow {
    type Id = CustomerId;
    type Column = CustomerColumn;

    fn id(&self) -> &CustomerId {
        &self.id
    }

    fn key(&self, column: CustomerColumn) -> Key<'_> {
        match column {
            CustomerColumn::Name => Key::Text(&self.name),
            CustomerColumn::LastEventAt => {
                self.last_event_at.map_or(Key::Missing, |at| Key::Number(at.timestamp_micros()))
            }
        }
    }
}

/// What a list of customers is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CustomerFilter {
    /// Words that must all occur in name, address, number or stores.
    pub search: String,
}

impl CustomerFilter {
    /// The rows that pass, in one pass.
    pub fn narrow<'a>(&self, rows: impl Iterator<Item = &'a CustomerRow>) -> Vec<&'a CustomerRow> {
        let words = words_of(&self.search);
        rows.filter(|row| words.iter().all(|word| row.text.contains(word))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{ConversationStatus, Job, JobStatus, Shop};
    use super::super::ConversationSummary;
    use super::*;

    fn customer(name: &str, email: Option<&str>) -> Customer {
        Customer { name: name.into(), email: email.map(Into::into), phone: None }
    }

    fn job(id: &str, status: JobStatus, day: u32, customer: Option<Customer>) -> JobRow {
        let at: DateTime<Utc> = format!("2023-06-{day:02}T00:00:00Z").parse().unwrap();
        let job = Job {
            id: id.parse().unwrap(),
            org: "acme".parse().unwrap(),
            created_at: at,
            last_event_at: at,
            status,
            services: Vec::new(),
            requirements: Vec::new(),
            shop: Shop { id: id.parse().unwrap(), name: format!("Shop {id}"), domain: String::new() },
            customer,
            conversation: None,
            confirmed_completed: false,
            ends_at: None,
        };
        JobRow::new(job, 1)
    }

    #[test]
    fn a_customer_is_known_by_the_address_and_called_as_last() {
        let anna = |name: &str| Some(customer(name, Some("Anna@shop.example")));
        let jobs = [
            job("1", JobStatus::Completed, 3, anna("Anna Berg")),
            job("2", JobStatus::New, 1, anna("Anna Ek")),
            job("3", JobStatus::New, 2, Some(customer("Olle", None))),
            job("4", JobStatus::New, 2, None),
        ];
        let conversation = ConversationSummary {
            id: "9".parse().unwrap(),
            status: ConversationStatus::Active,
            has_unread: false,
            customer: customer("Anna Ny", Some("anna@shop.example")),
            messages: 1,
            last_message_at: Some("2023-07-01T00:00:00Z".parse().unwrap()),
        };
        let rows = customers_of(jobs.iter(), [ConversationRow::new(conversation, 1)].iter());
        let told = |row: &CustomerRow| {
            (row.customer.name.as_str().to_owned(), row.jobs, row.open_jobs, row.shops.len())
        };
        let mut told: Vec<_> = rows.iter().map(told).collect();
        told.sort();
        assert_eq!(told, [("Anna Ny".to_owned(), 2, 1, 2), ("Olle".to_owned(), 1, 1, 1)]);
        let anna = CustomerFilter { search: "ANNA shop.example".to_owned() };
        let found = anna.narrow(rows.iter());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].newest_job.as_ref().map(MarketplaceId::as_str), Some("1"));
    }
}
