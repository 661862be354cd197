use guildhall_domain::lead::CommandKind;
use leptos::prelude::*;

use super::catalogue::name_of;
use super::{Actions, SharedLead};
use crate::i18n::texts;
use crate::ui::{Button, Kind};

/// What a partner may do from the head of the page.
#[component]
pub(in crate::features::leads) fn HeadActions(
    /// The lead.
    lead: SharedLead,
    /// Opens the dialog.
    actions: Actions,
) -> impl IntoView {
    let offered = [CommandKind::RequestSupport, CommandKind::Withdraw];
    let buttons = offered.into_iter().filter(|kind| lead.allowed.contains(kind)).map(|kind| {
        let start = Callback::new(move |()| actions.start(kind));
        view! { <Button on_press=start>{move || name_of(kind)}</Button> }
    });
    buttons.collect_view()
}

/// What the platform's people may do now; the step that the lead waits for is the primary one.
#[component]
pub(in crate::features::leads) fn SalesActions(
    /// The lead.
    lead: SharedLead,
    /// Opens the dialog.
    actions: Actions,
) -> impl IntoView {
    let offered = in_order(&lead.allowed);
    if offered.is_empty() {
        return None;
    }
    let buttons = offered.into_iter().enumerate().map(|(place, kind)| {
        let start = Callback::new(move |()| actions.start(kind));
        let loud = if place == 0 { Kind::Primary } else { Kind::Plain };
        let second = kind == CommandKind::Reopen && lead.reopen_proposed;
        let name = move || if second { texts::sales::agree_to_reopen() } else { name_of(kind) };
        view! { <Button kind=loud on_press=start>{name}</Button> }
    });
    Some(view! {
        <section class="card" aria-labelledby="actions-title">
            <div class="card__head">
                <h2 id="actions-title">{texts::sales::actions}</h2>
            </div>
            <div class="card__body stack">{buttons.collect_view()}</div>
        </section>
    })
}

/// The way forward first, then the way out, then what goes with neither.
fn in_order(allowed: &[CommandKind]) -> Vec<CommandKind> {
    const ORDER: [CommandKind; 9] = [
        CommandKind::StartWork,
        CommandKind::Award,
        CommandKind::RecordPayout,
        CommandKind::RequestInformation,
        CommandKind::MarkNotEligible,
        CommandKind::RecordIneligible,
        CommandKind::Reopen,
        CommandKind::Assign,
        CommandKind::RequestSupport,
    ];
    ORDER.into_iter().filter(|kind| allowed.contains(kind)).collect()
}

#[cfg(test)]
mod tests {
    use guildhall_domain::actor::Role;
    use guildhall_domain::policy::may_ever;

    use super::*;

    #[test]
    fn every_command_of_the_sales_team_is_offered() {
        let mut asked = CommandKind::ALL.into_iter().filter(|kind| {
            [Role::Rep, Role::SalesManager, Role::ProgramAdmin].into_iter().any(|role| may_ever(*kind, role))
        });
        let offered = in_order(&CommandKind::ALL);
        assert!(asked.all(|kind| offered.contains(&kind)));
        assert_eq!(offered[0], CommandKind::StartWork);
    }
}
