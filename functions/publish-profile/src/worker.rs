use std::collections::BTreeSet;

use guildhall_domain::profile::PublicCopy;
use guildhall_domain::taxonomy::Service;
use guildhall_worker::{BatchWorker, Change, Failed};

use crate::touched::{Touched, services_of};
use crate::{PublishError, Publisher};

impl BatchWorker for Publisher {
    /// Several changes of one partner come to one page, and all of a batch to one set of lists.
    async fn handle(&self, batch: &[Change]) -> Vec<Failed> {
        let mut failed = Vec::new();
        let mut touched = Touched::default();
        for change in batch {
            if let Err(error) = touched.add(change) {
                failed.push(Failed::new(change, error));
            }
        }
        if touched.is_empty() {
            return failed;
        }
        let mut read = Vec::new();
        let mut services = BTreeSet::new();
        for partner in touched.copies.values() {
            match self.publish(&partner.handle).await {
                Ok(copy) => {
                    services.extend(partner.services.iter().copied());
                    services.extend(copy.iter().flat_map(services_of));
                    read.extend(copy);
                }
                Err(error) => failed.extend(all_failed(&partner.changes, error)),
            }
        }
        if let Err(error) = self.publish_lists(&touched, &read, &services).await {
            let changes = touched.copies.values().flat_map(|partner| &partner.changes).copied();
            let changes: Vec<_> = changes.chain(touched.reviewed.values().flatten().copied()).collect();
            failed.extend(all_failed(&changes, error));
        }
        failed
            .sort_by_key(|one| batch.iter().position(|change| change.sequence_number == one.sequence_number));
        failed.dedup_by(|a, b| a.sequence_number == b.sequence_number);
        failed
    }
}

impl Publisher {
    async fn publish_lists(
        &self,
        touched: &Touched<'_>,
        read: &[PublicCopy],
        services: &BTreeSet<Service>,
    ) -> Result<(), PublishError> {
        let rows = self.shown.rows(read).await?;
        for row in rows.iter().filter(|row| touched.reviewed.contains_key(&row.org)) {
            // A review that counts has changed the partner's own item as well, and its page is made already.
            if !touched.copies.contains_key(row.handle.as_str()) {
                self.publish(&row.handle).await?;
            }
        }
        if touched.copies.is_empty() {
            return Ok(());
        }
        let written = if self.has_begun().await? {
            self.publish_listings_of(services, rows).await?
        } else {
            self.publish_listings(rows).await?
        };
        tracing::info!(partners = touched.copies.len(), written, "published pages");
        Ok(())
    }
}

fn all_failed(changes: &[&Change], error: PublishError) -> Vec<Failed> {
    let error = guildhall_worker::WorkError::from(error);
    changes.iter().map(|change| Failed::new(change, error.clone())).collect()
}
