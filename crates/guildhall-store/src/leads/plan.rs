//! What a side means to do next: its own matter, beside the lead's story.

use guildhall_domain::actor::Side;
use guildhall_domain::lead::{Lead, Plan};

use super::Leads;
use crate::changes::Changes;
use crate::item::{PARTNER_PLAN, SALES_PLAN, nested, number, text};
use crate::keys::Key;
use crate::table::{CHANGED_AT, GSI1SK, TYPE, Written};
use crate::{Micros, StoreError, kind};

impl Leads {
    /// Writes, or with `None` takes away, what a side means to do next. The version stays: nothing happened to the lead,
    /// and whoever decides on it meanwhile is not disturbed. The later of two plans of one side stands. `false` if the
    /// lead is gone, or somebody else's since it was read.
    ///
    /// # Errors
    /// When the table does not answer. Merchants have no plans; theirs is refused as unwritable.
    pub async fn plan(&self, lead: &Lead, side: Side, plan: Option<&Plan>) -> Result<bool, StoreError> {
        let (name, day) = match side {
            Side::Merchant => return Err(StoreError::Unwritable("a plan of a merchant".to_owned())),
            Side::Partner => (PARTNER_PLAN, "record.partner_plan"),
            Side::Platform => (SALES_PLAN, "record.sales_plan"),
        };
        let now = Micros::now();
        let mut changes = Changes::default()
            .put(name, plan.map(nested).transpose()?)
            .put(day, plan.map(|plan| nested(&plan.date)).transpose()?)
            .put(CHANGED_AT, Some(number(now.0)))
            .put(GSI1SK, Some(text(now.padded())));
        let mut condition = format!("{} = {}", changes.name(TYPE), changes.value("lead", text(kind::LEAD)));
        let rep = changes.name("rep");
        match &lead.representative {
            Some(representative) => {
                let same = changes.value("rep", text(representative.id.as_str()));
                condition.push_str(&format!(" AND {rep} = {same}"));
            }
            None => condition.push_str(&format!(" AND attribute_not_exists({rep})")),
        }
        let update = self.table.update(&Key::lead(&lead.id), changes, condition)?;
        Ok(matches!(self.table.update_alone(update).await?, Written::Done))
    }
}
