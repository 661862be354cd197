use std::collections::BTreeSet;

use guildhall_domain::profile::PublicCopy;
use guildhall_domain::taxonomy::Service;
use guildhall_worker::{BatchWorker, Change, Failed};

use crate::progress::Progress;
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
        failed.extend(self.follow_dates(&touched.dates).await);
        if touched.is_nobodys() {
            return failed;
        }
        let turn = self.turn.lock().await;
        match self.is_open().await {
            Ok(true) => {}
            // Once it opens, everything is made as it is then.
            Ok(false) => return failed,
            Err(error) => {
                failed.extend(all_failed(&touched.about_pages(), error.into()));
                return in_order(failed, batch);
            }
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
            failed.extend(all_failed(&touched.about_pages(), error));
        }
        drop(turn);
        in_order(failed, batch)
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
        let written = match self.files.progress().await? {
            Progress::Done => self.publish_listings_of(services, rows).await?,
            Progress::Unknown | Progress::Guides => self.publish_listings(rows).await?,
            // Everything is being made, and the lists come last.
            Progress::After(_) | Progress::Withdrawn => 0,
        };
        tracing::info!(partners = touched.copies.len(), written, "published pages");
        Ok(())
    }

    /// Somebody changed the dates: what was believed of them is over.
    async fn follow_dates(&self, changes: &[&Change]) -> Vec<Failed> {
        if changes.is_empty() {
            return Vec::new();
        }
        self.cutover.forget();
        match self.announce().await {
            Ok(()) => Vec::new(),
            Err(error) => all_failed(changes, error),
        }
    }

    /// The dates stand on a page too, whether or not they switch something now.
    async fn announce(&self) -> Result<(), PublishError> {
        self.keep_in_step().await?;
        let _turn = self.turn.lock().await;
        self.publish_guides().await.map(drop)
    }
}

/// As the stream wants to hear of it: each once, in its order.
fn in_order(mut failed: Vec<Failed>, batch: &[Change]) -> Vec<Failed> {
    failed.sort_by_key(|one| batch.iter().position(|change| change.sequence_number == one.sequence_number));
    failed.dedup_by(|a, b| a.sequence_number == b.sequence_number);
    failed
}

fn all_failed(changes: &[&Change], error: PublishError) -> Vec<Failed> {
    let error = guildhall_worker::WorkError::from(error);
    changes.iter().map(|change| Failed::new(change, error.clone())).collect()
}
