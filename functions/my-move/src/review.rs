//! Marking what was migrated as reviewed.

use guildhall_domain::migration::{MigratedField, ReviewRefusal};
use guildhall_http::{Caller, OrFail, Organisation, Problem, ProblemCode, not_found};
use guildhall_store::MigratedPut;

use crate::MyMove;

/// How often a mark is taken up again when another field is marked at the same time.
const TRIES: usize = 5;

impl MyMove {
    /// Marks a field of the migrated profile as reviewed. A second time changes nothing.
    pub(crate) async fn review(
        &self,
        caller: &Caller,
        organisation: &Organisation,
        field: MigratedField,
    ) -> Result<(), Problem> {
        let mut there = self.moves.migrated(&organisation.id).await.or_fail()?;
        for _ in 0..TRIES {
            let mut migrated = there.ok_or_else(not_found)?;
            if !migrated.review(field, &caller.actor, self.clock.now()).map_err(refused)? {
                return Ok(());
            }
            there = match self.moves.put_migrated(&migrated).await.or_fail()? {
                MigratedPut::Done => return Ok(()),
                MigratedPut::Conflict(current) => current.map(|current| *current),
            };
        }
        Err(Problem::new(ProblemCode::Unavailable))
    }
}

fn refused(refusal: ReviewRefusal) -> Problem {
    match refusal {
        ReviewRefusal::Forbidden => Problem::new(ProblemCode::Forbidden),
        ReviewRefusal::NotToReview => not_found(),
    }
}
