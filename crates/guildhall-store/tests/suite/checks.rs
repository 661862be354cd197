//! Customers, and counting against limits.

use futures::future::join_all;
use guildhall_domain::audit::{AuditOrganisation, of_clearance};
use guildhall_domain::limit::Limit;
use guildhall_store::{Audit, Counted, CustomerKey, Customers, Limits, Micros};
use rstest::rstest;

use crate::support::leads::{member, noon, org};
use crate::support::{Backend, Bench};

const PER_PERSON: Limit = Limit { scope: "test-person", burst: 3, interval: 60 };
const PER_ORGANISATION: Limit = Limit { scope: "test-org", burst: 5, interval: 60 };

fn customers(bench: &Bench, secret: &str) -> Customers {
    Customers::new(bench.table.clone(), CustomerKey::from_secret(secret.as_bytes()))
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_customer_is_known_to_whoever_has_the_secret_at_the_cost_of_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let known = customers(&bench, "secret");
    // Named twice, and said twice.
    for _ in 0..2 {
        known.put_many(&names(&["acme.com", "anna@shop.example", "acme.com"])).await.unwrap();
    }
    bench.calls();
    for (asked, is_known) in [
        (vec!["acme.com"], true),
        (vec!["free.com", "anna@shop.example"], true),
        (vec!["free.com", "shop.example"], false),
    ] {
        assert_eq!(known.knows(&names(&asked)).await.unwrap(), is_known, "{asked:?}");
        assert_eq!(bench.only_call().operation, "BatchGetItem");
    }
    assert!(!customers(&bench, "else").knows(&names(&["acme.com"])).await.unwrap());
    assert!(!known.knows(&[]).await.unwrap());
    let many: Vec<_> = (0..500).map(|place| format!("shop-{place}.com")).collect();
    known.put_many(&many).await.unwrap();
    assert!(known.knows(&names(&["shop-499.com"])).await.unwrap());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_is_counted_is_counted_with_its_entry_and_no_limit_is_passed(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (limits, audit) = (Limits::new(bench.table.clone()), Audit::new(bench.table.clone()));
    let acme = org("acme");
    let organisation = AuditOrganisation { id: acme.clone(), name: None, handle: None };
    let entry = |number| of_clearance(&member(&acme), organisation.clone(), "ask", number, noon());
    let counted = [(PER_PERSON, "maria"), (PER_ORGANISATION, "acme")];
    bench.calls();
    for number in 0..3 {
        let allowance = limits.look(&counted).await.unwrap();
        assert_eq!(allowance.retry_after(Micros::now()), None);
        assert_eq!(limits.count(&allowance, Some(&entry(number))).await.unwrap(), Counted::Done);
        let operations: Vec<_> = bench.calls().iter().map(|call| call.operation).collect();
        assert_eq!(operations, ["BatchGetItem", "TransactWriteItems"]);
        let kept = entry(number);
        assert_eq!(audit.get(kept.month(), kept.id).await.unwrap(), Some(kept));
        bench.calls();
    }
    let allowance = limits.look(&counted).await.unwrap();
    assert!((1..=60).contains(&allowance.retry_after(Micros::now()).unwrap()));
    assert_eq!(limits.count(&allowance, Some(&entry(9))).await.unwrap(), Counted::Raced);
    assert_eq!(audit.get(entry(9).month(), entry(9).id).await.unwrap(), None, "what is refused is not kept");
    // A colleague has what is left of the organisation's.
    let colleague = [(PER_PERSON, "johan"), (PER_ORGANISATION, "acme")];
    for number in 10..12 {
        let allowance = limits.look(&colleague).await.unwrap();
        assert_eq!(limits.count(&allowance, Some(&entry(number))).await.unwrap(), Counted::Done);
    }
    assert!(limits.look(&colleague).await.unwrap().retry_after(Micros::now()).is_some());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn of_many_at_once_that_saw_the_same_one_is_counted(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let limits = Limits::new(bench.table.clone());
    let allowance = limits.look(&[(PER_PERSON, "maria")]).await.unwrap();
    bench.calls();
    let ended = join_all((0..5).map(|_| limits.count(&allowance, None))).await;
    let done = ended.into_iter().filter(|end| matches!(end, Ok(Counted::Done))).count();
    assert_eq!(done, 1);
    assert!(
        bench.calls().iter().all(|call| call.operation == "UpdateItem"),
        "one alone needs no transaction"
    );
}
