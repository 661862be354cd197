//! What rows show, or cards on a phone.

use guildhall_contract::payouts::{PayoutRunItem, RunRowItem};
use guildhall_domain::country::Country;
use guildhall_domain::payout::listing::{PeriodColumn, RunColumn};
use leptos::prelude::*;

use super::words;
use crate::features::earnings::{Sum, period_words};
use crate::features::list::Column;
use crate::format;
use crate::i18n::texts;
use crate::ui::Icon;

/// A period.
pub(super) fn periods() -> Vec<Column<PeriodColumn, PayoutRunItem>> {
    vec![
        Column::sorted(PeriodColumn::Period, |run: &PayoutRunItem| {
            let period = run.period;
            view! { <a href=format!("/payout-runs/{period}")>{move || period_words(period)}</a> }.into_any()
        }),
        Column::plain(texts::payout_runs::state, stage).first_on_a_card(),
        Column::plain(texts::payout_runs::accounts, accounts).width("l"),
        Column::plain(texts::payout_runs::paid_out, |run: &PayoutRunItem| {
            let totals = run.totals.clone();
            view! { <span class="amount">{move || words::sums(&totals)}</span> }.into_any()
        })
        .width("l")
        .numeric(),
    ]
}

fn stage(run: &PayoutRunItem) -> AnyView {
    let (sign, code) = words::stage_sign(run.stage);
    let shown = run.clone();
    let by = run.started.as_ref().map(|stamp| stamp.by.name.clone());
    view! {
        <span>
            <span class="outcome" data-status=code>
                <Icon sign=sign small=true />
                {move || words::stage(&shown)}
            </span>
            {by.map(|by| view! { <span class="second">{move || texts::payout_runs::begun_by(&by)}</span> })}
        </span>
    }
    .into_any()
}

fn accounts(run: &PayoutRunItem) -> AnyView {
    let counts = run.paid.zip(run.held);
    let said = move || match counts {
        Some((paid, held)) => {
            texts::payout_runs::paid_and_held(&format::number(held as u64), &format::number(paid as u64))
        }
        None => "–".to_owned(),
    };
    view! { <span>{said}</span> }.into_any()
}

/// An account in a run.
pub(super) fn rows() -> Vec<Column<RunColumn, RunRowItem>> {
    vec![
        Column::sorted(RunColumn::Organisation, organisation),
        Column::sorted(RunColumn::State, state).first_on_a_card(),
        Column::plain(texts::payout_runs::pays_to, account).width("l"),
        Column::sorted(RunColumn::Amount, |row: &RunRowItem| view! { <Sum amount=row.amount /> }.into_any())
            .width("l")
            .numeric(),
    ]
}

fn organisation(row: &RunRowItem) -> AnyView {
    let leads = row.leads;
    let said = move || texts::payout_runs::with_leads(&format::number(leads as u64));
    view! {
        <span>
            <a href=format!("/organisations/{}", row.organisation)>{row.name.clone()}</a>
            {(leads > 0).then(|| view! { <span class="second">{said}</span> })}
        </span>
    }
    .into_any()
}

fn state(row: &RunRowItem) -> AnyView {
    let (sign, code) = words::state_sign(row.state);
    let (shown, row) = (row.state, row.clone());
    view! {
        <span>
            <span class="outcome" data-status=code>
                <Icon sign=sign small=true />
                {move || words::state(shown)}
            </span>
            {row.held.is_some().then(|| view! { <span class="second">{move || words::held(&row)}</span> })}
        </span>
    }
    .into_any()
}

/// To whom, and to which account as far as that is shown.
fn account(row: &RunRowItem) -> AnyView {
    let (Some(payee), Some(ending)) = (&row.payee, &row.account_ending) else {
        return view! { <span class="muted">"–"</span> }.into_any();
    };
    let country = row.country.map(Country::code).unwrap_or_default();
    let ending = format!("{country} …{}", ending.as_str());
    view! {
        <span>
            {payee.as_str().to_owned()}
            <span class="second nowrap">{ending}</span>
        </span>
    }
    .into_any()
}
