//! Recording an event, whoever told of it.

use guildhall_domain::referral::{Happening, PlatformEvent};
use guildhall_store::{Recorded, StoreError};

use crate::RecordReferral;
use crate::customers::names_of;

impl RecordReferral {
    /// Whether the organisation that an event is about exists.
    pub(crate) async fn is_known(&self, event: &PlatformEvent) -> Result<bool, StoreError> {
        Ok(self.members.organisation(&event.org).await?.is_some())
    }

    /// Applies the event or lets it wait. A merchant who was referred is a customer from then on: whoever asks about them
    /// is told to ask.
    pub(crate) async fn record(&self, event: &PlatformEvent) -> Result<Recorded, StoreError> {
        let recorded = self.events.record(event, self.clock.now()).await?;
        // Also when it was known: whoever recorded it may not have come this far.
        if let Happening::Referred { merchant, .. } = &event.happened
            && recorded.is_applied()
        {
            let names = names_of(merchant);
            if !names.is_empty() {
                self.customers.put_many(&names).await?;
            }
        }
        Ok(recorded)
    }
}
