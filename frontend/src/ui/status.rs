use guildhall_domain::lead::{Outcome, Status};
use guildhall_domain::policy::{Mover, outcome_name, status_name};
use leptos::prelude::*;

use super::{Icon, Sign};
use crate::i18n::{texts, words};

fn sign_of(status: Status) -> Sign {
    match status {
        Status::Submitted => Sign::Submitted,
        Status::InProgress => Sign::InProgress,
        Status::Awarded => Sign::Awarded,
        Status::NotEligible => Sign::NotEligible,
    }
}

/// A status: word, colour and shape.
#[component]
pub fn StatusBadge(
    /// Which.
    status: Status,
    /// For the head of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    view! {
        <span class="status" data-status=status.code() data-size=large.then_some("large")>
            <Icon sign=sign_of(status) />
            {move || words(&status_name(status))}
        </span>
    }
}

/// The truth beside a status that stays: paid, or no payout. Pending shows nothing.
#[component]
pub fn OutcomeLine(
    /// What came of it.
    outcome: Outcome,
) -> impl IntoView {
    let (code, sign) = match outcome {
        Outcome::Pending => return None,
        Outcome::Paid => ("paid", Sign::Paid),
        Outcome::NotEligible => ("not_eligible", Sign::NotEligible),
    };
    Some(view! {
        <span class="outcome" data-status=code>
            <Icon sign=sign />
            {move || words(&outcome_name(outcome))}
        </span>
    })
}

/// Whose move it is, from the partner's seat or from the sales team's.
#[component]
pub fn MoveLine(
    /// Whose, as the policy table says it: *yours* is the partner's.
    mover: Mover,
    /// Whether the reader is on the platform's side.
    #[prop(optional)]
    from_sales: bool,
) -> impl IntoView {
    let whose = match mover {
        Mover::Nobody => return None,
        Mover::Both => Whose::Both,
        Mover::Yours if from_sales => Whose::Partners,
        Mover::Ours if !from_sales => Whose::SalesTeams,
        Mover::Yours | Mover::Ours => Whose::Readers,
    };
    let mine = matches!(whose, Whose::Readers | Whose::Both);
    let text = move || match whose {
        Whose::Readers => texts::ui::your_move(),
        Whose::SalesTeams => texts::ui::our_move(),
        Whose::Partners => texts::ui::partners_move(),
        Whose::Both => texts::ui::both_move(),
    };
    Some(view! {
        <span class="move" data-who=mine.then_some("yours")>
            {text}
        </span>
    })
}

#[derive(Clone, Copy)]
enum Whose {
    Readers,
    SalesTeams,
    Partners,
    Both,
}
