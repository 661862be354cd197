//! Whose move it is, and what there is to do: one box for each mover.

use guildhall_contract::leads::LeadDetails;
use guildhall_domain::lead::Hold;
use guildhall_domain::policy::{Cell, Mover, NextStep};
use leptos::prelude::*;

use super::story::decision;
use crate::features::leads::due::DueLine;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Icon, Sign};

/// Who sits where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seat {
    Partner,
    Sales,
}

/// The boxes below the text of the catalogue.
pub(super) fn moves(lead: &LeadDetails, step: &NextStep, from_sales: bool) -> AnyView {
    let seats: &[Seat] = match step.mover {
        Mover::Yours => &[Seat::Partner],
        Mover::Ours => &[Seat::Sales],
        Mover::Both => &[Seat::Partner, Seat::Sales],
        Mover::Nobody => return nobody(lead, from_sales),
    };
    let representative = lead.representative.as_ref().map(|person| person.name.clone());
    let (due, escalated) = (lead.due, lead.escalated);
    let boxes = seats.iter().map(|seat| {
        let (cell, seat, name) = (step.cell, *seat, representative.clone());
        let mine = (seat == Seat::Sales) == from_sales;
        let sign = match (seat, mine) {
            (_, true) => Sign::User,
            (Seat::Sales, false) => Sign::Hall,
            (Seat::Partner, false) => Sign::Users,
        };
        view! {
            <div class="next__move" data-who=mine.then_some("yours")>
                <p class="who">
                    <Icon sign=sign />
                    {move || whose(seat, mine, is_final(cell))}
                </p>
                <p>{move || task(cell, seat, name.as_deref(), from_sales)}</p>
                {due.filter(|_| seat == Seat::Sales)
                    .map(|due| view! { <DueLine due=due escalated=escalated /> })}
            </div>
        }
    });
    // The partner moves first, and the sales team has promised something all the same.
    let promised = due.filter(|_| !seats.contains(&Seat::Sales));
    view! {
        <div class="next__moves">{boxes.collect_view()}</div>
        {promised
            .map(|due| {
                view! {
                    <div class="next__after">
                        <DueLine due=due escalated=escalated named=true />
                    </div>
                }
            })}
    }
    .into_any()
}

/// Who has nothing left to do is shown where the money stands; the history is the partner's.
fn nobody(lead: &LeadDetails, from_sales: bool) -> AnyView {
    let paid = decision(&lead.timeline).and_then(|decision| decision.amount);
    let withdrawn = lead.hold == Some(Hold::Withdrawn);
    let text = move || match paid {
        _ if withdrawn => texts::lead_work::task_withdrawn().to_owned(),
        Some(amount) => texts::lead::task_paid(&format::money(amount)),
        None => texts::lead::task_earning().to_owned(),
    };
    view! {
        <div class="next__moves">
            <div class="next__move">
                <p class="who">
                    <Icon sign=Sign::Check />
                    {texts::lead::nothing_to_do}
                </p>
                <p>{text}</p>
                {(!from_sales && !withdrawn)
                    .then(|| {
                        view! {
                            <p>
                                <a href="/referrals/history">{texts::frame::referral_history}</a>
                            </p>
                        }
                    })}
            </div>
        </div>
    }
    .into_any()
}

/// A decision that only whoever disagrees has anything to do about.
fn is_final(cell: Cell) -> bool {
    matches!(cell, Cell::N6 | Cell::N12 | Cell::N13)
}

fn whose(seat: Seat, mine: bool, is_final: bool) -> &'static str {
    match (seat, mine, is_final) {
        (_, true, true) => texts::lead::if_you_disagree(),
        (_, false, true) => texts::lead::if_they_disagree(),
        (_, true, false) => texts::ui::your_move(),
        (Seat::Sales, false, false) => texts::ui::our_move(),
        (Seat::Partner, false, false) => texts::ui::partners_move(),
    }
}

fn task(cell: Cell, seat: Seat, representative: Option<&str>, from_sales: bool) -> String {
    let name = representative.unwrap_or_else(|| texts::lead::the_sales_team());
    match (cell, seat) {
        (Cell::N1 | Cell::N3, _) => texts::lead::task_review().to_owned(),
        (Cell::N2, _) => texts::lead::task_contract(name),
        (Cell::N4, _) => texts::lead::task_check_terms().to_owned(),
        (Cell::N7, Seat::Partner) => texts::lead::task_sell_along(name),
        (Cell::N7 | Cell::N9, _) => texts::lead::task_sell().to_owned(),
        (Cell::N8, _) => texts::lead::task_close(name),
        (Cell::N11, _) => texts::lead::task_pay().to_owned(),
        (Cell::N6 | Cell::N12 | Cell::N13, _) => texts::lead::task_disagree(name),
        (Cell::N14, Seat::Partner) if from_sales => texts::lead_work::task_answer_sales().to_owned(),
        (Cell::N14, _) => texts::lead_work::task_answer().to_owned(),
        (Cell::N15, _) => texts::lead_work::task_withdrawn().to_owned(),
        (Cell::N5 | Cell::N10, _) => texts::lead::task_earning().to_owned(),
    }
}
