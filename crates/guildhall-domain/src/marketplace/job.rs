//! A job of the marketplace.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::MarketplaceId;
use crate::ids::OrgId;
use crate::personal::Personal;

/// Where a job stood when it was exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum JobStatus {
    /// Nobody has looked at it.
    New,
    /// The partner has looked at it.
    Opened,
    /// The partner has answered.
    Responded,
    /// The merchant waits for the partner.
    AwaitingResponse,
    /// The work is done.
    Completed,
    /// It was ended otherwise.
    Closed,
    /// The partner did not want it.
    Declined,
    /// Nobody answered within three days.
    Expired,
    /// Nothing has happened for long.
    Inactive,
}

impl JobStatus {
    /// Every status.
    pub const ALL: [Self; 9] = [
        Self::New,
        Self::Opened,
        Self::Responded,
        Self::AwaitingResponse,
        Self::Completed,
        Self::Closed,
        Self::Declined,
        Self::Expired,
        Self::Inactive,
    ];

    /// The word on the wire, as the marketplace wrote it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "NEW",
            Self::Opened => "OPENED",
            Self::Responded => "RESPONDED",
            Self::AwaitingResponse => "AWAITING_RESPONSE",
            Self::Completed => "COMPLETED",
            Self::Closed => "CLOSED",
            Self::Declined => "DECLINED",
            Self::Expired => "EXPIRED",
            Self::Inactive => "INACTIVE",
        }
    }

    /// Whether there is still something to do between the two.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::New | Self::Opened | Self::Responded | Self::AwaitingResponse => true,
            Self::Completed | Self::Closed | Self::Declined | Self::Expired | Self::Inactive => false,
        }
    }
}

/// A service as the marketplace called it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Requested {
    /// Its name in addresses.
    pub handle: String,
    /// What people called it.
    pub name: String,
}

/// A question that the merchant was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Requirement {
    /// The question.
    pub question: String,
    /// What the merchant said.
    pub responses: Vec<Personal>,
}

/// The store that the job was for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shop {
    /// Its id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: MarketplaceId,
    /// Its name.
    pub name: String,
    /// Its own address, `acme.myshopify.com`.
    pub domain: String,
}

/// The merchant, as the partner knew them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Customer {
    /// Their name.
    pub name: Personal,
    /// Their address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Personal>,
    /// Their number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Personal>,
}

/// A job. It was imported and is only ever read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Its name in the marketplace.
    pub id: MarketplaceId,
    /// Whose job it is.
    pub org: OrgId,
    /// When the merchant asked for it.
    pub created_at: DateTime<Utc>,
    /// When something last happened.
    pub last_event_at: DateTime<Utc>,
    /// Where it stood.
    pub status: JobStatus,
    /// What was asked for.
    #[serde(default)]
    pub services: Vec<Requested>,
    /// What the merchant said.
    #[serde(default)]
    pub requirements: Vec<Requirement>,
    /// For which store.
    pub shop: Shop,
    /// For whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<Customer>,
    /// The conversation about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation: Option<MarketplaceId>,
    /// Whether the merchant confirmed that it is done.
    #[serde(default)]
    pub confirmed_completed: bool,
    /// Until when it was to go on, if anybody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<DateTime<Utc>>,
}

impl Job {
    /// Whether the partner has to arrange to go on with it elsewhere: it is open, and not said to end before
    /// merchants lose their access.
    #[must_use]
    pub fn outlasts(&self, closing: DateTime<Utc>) -> bool {
        self.status.is_open() && self.ends_at.is_none_or(|end| end >= closing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(status: JobStatus, ends_at: Option<&str>) -> Job {
        let at: DateTime<Utc> = "2023-06-01T00:00:00Z".parse().unwrap();
        Job {
            id: "1".parse().unwrap(),
            org: "acme".parse().unwrap(),
            created_at: at,
            last_event_at: at,
            status,
            services: Vec::new(),
            requirements: Vec::new(),
            shop: Shop {
                id: "9".parse().unwrap(),
                name: "Shop".to_owned(),
                domain: "shop.myshopify.com".to_owned(),
            },
            customer: None,
            conversation: None,
            confirmed_completed: false,
            ends_at: ends_at.map(|end| end.parse().unwrap()),
        }
    }

    #[test]
    fn open_jobs_that_end_later_or_nobody_knows_when_outlast_the_marketplace() {
        let closing = "2023-12-01T00:00:00Z".parse().unwrap();
        for status in JobStatus::ALL {
            assert_eq!(job(status, None).outlasts(closing), status.is_open(), "{status:?}");
            assert_eq!(job(status, Some("2023-12-01T00:00:00Z")).outlasts(closing), status.is_open());
            assert!(!job(status, Some("2023-11-30T23:59:59Z")).outlasts(closing), "{status:?}");
        }
    }

    #[test]
    fn a_status_is_spelt_as_the_marketplace_spelt_it() {
        for status in JobStatus::ALL {
            assert_eq!(serde_json::to_string(&status).unwrap(), format!("\"{}\"", status.code()));
        }
        assert!(serde_json::from_str::<JobStatus>("\"PAUSED\"").is_err());
    }
}
