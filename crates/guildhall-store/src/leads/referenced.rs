//! Leads by the partner's own numbers.

use std::collections::{HashMap, HashSet};

use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::lead::Lead;

use super::Leads;
use super::create::HOLDER;
use crate::StoreError;
use crate::item::{LeadItem, Reader};
use crate::keys::Key;

impl Leads {
    /// The organisation's leads that have these references (a hundred at most), in the same order; `None` where no lead
    /// has it. Two calls, which both read what stands now.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn referenced(
        &self,
        org: &OrgId,
        references: &[&str],
    ) -> Result<Vec<Option<Lead>>, StoreError> {
        let markers: Vec<_> = references.iter().map(|reference| Key::reference(org, reference)).collect();
        let mut holders: HashMap<Key, LeadId> = HashMap::new();
        for (key, marker) in self.found(&markers).await? {
            holders.insert(key, Reader::new(marker).parsed(HOLDER)?);
        }
        let places: Vec<_> = holders.values().map(Key::lead).collect();
        let mut leads = HashMap::new();
        for (key, item) in self.found(&places).await? {
            if let Some(lead) = LeadItem::living(item).map(LeadItem::read).transpose()? {
                leads.insert(key, lead);
            }
        }
        let lead = |marker: &Key| leads.get(&Key::lead(holders.get(marker)?)).cloned();
        Ok(markers.iter().map(lead).collect())
    }

    /// What stands at these keys. No key may be asked for twice, and one at least must be.
    async fn found(&self, keys: &[Key]) -> Result<HashMap<Key, crate::item::Attributes>, StoreError> {
        let each: HashSet<_> = keys.iter().collect();
        if each.is_empty() {
            return Ok(HashMap::new());
        }
        self.table.get_many(&each.into_iter().collect::<Vec<_>>()).await
    }
}
