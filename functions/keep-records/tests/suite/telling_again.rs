//! However often, in whichever order and in whichever parts changes are told, the log comes to the same.

use guildhall_domain::lead::{AwardCheck, Command};
use guildhall_domain::profile::ProfileCommand;

use crate::bench::Bench;
use crate::people::{admin, manager, rep};

async fn busy() -> Bench {
    let bench = Bench::new().await;
    let mut lead = bench.submit().await;
    bench.step(&mut lead, Command::StartWork { note: None }, &rep(), 1).await;
    let check = AwardCheck { terms_checked: true, deal_closed: true };
    bench.step(&mut lead, Command::Award { check, note: None }, &rep(), 2).await;
    bench.step(&mut lead, Command::Reopen { reason: "too early".into() }, &manager(), 3).await;
    let mut profile = bench.waiting_profile().await;
    bench.decide(&mut profile, ProfileCommand::Approve, &admin(), 4).await;
    bench
}

#[tokio::test]
async fn told_twice_each_act_is_kept_once_and_as_it_was() {
    let bench = busy().await;
    let changes = bench.changes().await;
    bench.tell(&changes).await;
    let first = bench.log().await;
    assert_eq!(first.len(), 4, "{first:?}");
    let mut backwards = changes.clone();
    backwards.reverse();
    bench.tell(&backwards).await;
    bench.tell(&changes[2..]).await;
    assert_eq!(bench.log().await, first);
}

#[tokio::test]
async fn the_order_and_the_parts_in_which_changes_come_do_not_matter() {
    let (forwards, backwards) = (busy().await, busy().await);
    forwards.tell(&forwards.changes().await).await;
    for change in backwards.changes().await.iter().rev() {
        backwards.tell(std::slice::from_ref(change)).await;
    }
    assert_eq!(forwards.log().await, backwards.log().await);
}

#[tokio::test]
async fn an_entry_is_no_act() {
    let bench = busy().await;
    bench.tell(&bench.changes().await).await;
    let kept = bench.log().await;
    // The entries are changes of the table too.
    bench.tell(&bench.changes().await).await;
    assert_eq!(bench.log().await, kept);
}
