//! Where in the application a mail leads.

use guildhall_domain::ids::{InquiryId, LeadId};
use guildhall_domain::organisation::InvitationId;
use guildhall_domain::webhook::HookId;

use crate::SetupError;

/// The address of the application, as `https://guildhall.example`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site(String);

impl Site {
    /// The application at this address.
    #[must_use]
    pub fn new(address: &str) -> Self {
        Self(address.trim_end_matches('/').to_owned())
    }

    /// The application that the environment names: `SITE_URL`.
    ///
    /// # Errors
    /// When it is not set.
    pub fn from_env() -> Result<Self, SetupError> {
        std::env::var("SITE_URL").map(|address| Self::new(&address)).map_err(|_| SetupError::NoSite)
    }

    /// An inquiry, which the application shows to the partner and to the merchant, each in their way.
    pub(crate) fn inquiry(&self, id: &InquiryId) -> String {
        format!("{}/inquiries/{id}", self.0)
    }

    /// A lead, which the application shows to the partner and to the sales team, each in their way.
    pub(crate) fn lead(&self, id: &LeadId) -> String {
        format!("{}/{id}", self.leads())
    }

    /// An invitation, which the application shows to whoever signs in with its address.
    pub(crate) fn invitation(&self, id: InvitationId) -> String {
        format!("{}/invitations/{id}", self.0)
    }

    /// What was paid to the reader's organisation, and what was not.
    pub(crate) fn payouts(&self) -> String {
        format!("{}/payouts", self.0)
    }

    /// Where the reader's organisation says where it is paid.
    pub(crate) fn payout_details(&self) -> String {
        format!("{}/payouts/details", self.0)
    }

    /// An endpoint of the reader's organisation.
    pub(crate) fn webhook(&self, id: HookId) -> String {
        format!("{}/webhooks/{id}", self.0)
    }

    /// The reader's list of leads.
    pub(crate) fn leads(&self) -> String {
        format!("{}/referrals/leads", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_end_with_a_slash_or_not() {
        let id: InquiryId = "acme.0123456789abcdef0123456789abcdef".parse().unwrap();
        let url = format!("https://guildhall.example/inquiries/{id}");
        assert_eq!(Site::new("https://guildhall.example/").inquiry(&id), url);
        assert_eq!(Site::new("https://guildhall.example").inquiry(&id), url);
    }
}
