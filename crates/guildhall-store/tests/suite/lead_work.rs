//! What is kept beside a lead's story: plans, corrections of the form, what became of mails. And what each costs.

use guildhall_domain::actor::Side;
use guildhall_domain::delivery::Delivery;
use guildhall_domain::lead::{Command, Lead, LeadField, Plan};
use guildhall_store::keys::Key;
use guildhall_store::{LeadList, MailRecord};
use rstest::rstest;

use crate::support::leads::{lead, manager, member, noon, org, rep, representative, start_work, step};
use crate::support::{Backend, Bench};

fn plan(day: u64, note: &str) -> Plan {
    let date = noon().date_naive() + chrono::Days::new(day);
    Plan { date, note: Some(note.into()), by: "Erik Holm".to_owned() }
}

async fn created(bench: &Bench) -> Lead {
    let lead = lead(&org("acme"), "key");
    bench.leads.create(&lead, "hash").await.unwrap();
    bench.calls();
    lead
}

async fn read(bench: &Bench, lead: &Lead) -> Lead {
    bench.leads.get(&lead.id).await.unwrap().unwrap()
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_plan_costs_five_write_units_in_one_call_and_moves_no_version(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let lead = created(&bench).await;
    let (views, list) = (bench.views(), LeadList::Sales);
    views.read(&list).await.unwrap();
    bench.calls();
    let (sales, partner) = (plan(3, "Call the board"), plan(5, "Lunch with Anna"));
    assert!(bench.leads.plan(&lead, Side::Platform, Some(&sales)).await.unwrap());
    let call = bench.only_call();
    assert_eq!((call.operation, call.units), ("UpdateItem", 5.0), "{call:?}");
    assert!(bench.leads.plan(&lead, Side::Partner, Some(&partner)).await.unwrap());

    let there = read(&bench, &lead).await;
    assert_eq!(
        (there.plans.of(Side::Platform), there.plans.of(Side::Partner)),
        (Some(&sales), Some(&partner))
    );
    assert_eq!((there.version, &there.timeline), (lead.version, &lead.timeline));
    // A list hears of it all the same.
    let snapshot = views.read(&list).await.unwrap();
    let row = snapshot.iter().next().unwrap();
    assert_eq!((row.lead.sales_plan, row.lead.partner_plan), (Some(sales.date), Some(partner.date)));
    assert_eq!(row.lead.version, lead.version);

    assert!(bench.leads.plan(&lead, Side::Platform, None).await.unwrap());
    let there = read(&bench, &lead).await;
    assert_eq!((there.plans.of(Side::Platform), there.plans.of(Side::Partner)), (None, Some(&partner)));
    assert!(bench.leads.plan(&lead, Side::Merchant, None).await.is_err());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_plan_disturbs_nobody_who_decides_and_outlives_the_decision(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut deciding = created(&bench).await;
    assert!(bench.leads.plan(&deciding, Side::Platform, Some(&plan(1, "Call"))).await.unwrap());
    // Whoever read the lead before the plan was made writes on.
    step(&bench.leads, &mut deciding, &start_work(), &rep()).await;
    assert!(read(&bench, &deciding).await.plans.sales.is_some());

    // Once the lead is somebody else's, the old representative plans nothing about it any more.
    let seen = deciding.clone();
    let assign = Command::Assign { representative: representative("rep-lan", "Lan Tran"), note: None };
    step(&bench.leads, &mut deciding, &assign, &manager()).await;
    assert!(!bench.leads.plan(&seen, Side::Platform, None).await.unwrap());
    assert!(read(&bench, &deciding).await.plans.sales.is_some());
    // Nor about one that is gone.
    let missing = lead(&org("acme"), "other");
    assert!(!bench.leads.plan(&missing, Side::Partner, Some(&plan(1, "Call"))).await.unwrap());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_corrected_form_is_written_with_the_answer_in_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut lead = created(&bench).await;
    let views = bench.views();
    views.read(&LeadList::Sales).await.unwrap();
    let fields = vec![LeadField::Company, LeadField::Website, LeadField::Phone];
    let ask = Command::RequestInformation { fields, message: "Who are they?".into() };
    step(&bench.leads, &mut lead, &ask, &rep()).await;
    bench.calls();

    let mut form = lead.form.clone();
    form.company = "Acme Group AB".to_owned();
    form.website = None;
    form.phone = Some("+46 8 555 01 77".into());
    let answer = Command::ProvideInformation { form: Box::new(form.clone()), note: None };
    step(&bench.leads, &mut lead, &answer, &member(&org("acme"))).await;
    let call = bench.only_call();
    // As another change costs; but the lead has outgrown a kilobyte by now.
    assert_eq!((call.operation, call.units), ("UpdateItem", 6.0), "{call:?}");
    assert_eq!(read(&bench, &lead).await, lead);
    assert_eq!(read(&bench, &lead).await.form, form);
    let snapshot = views.read(&LeadList::Sales).await.unwrap();
    let row = &snapshot.iter().next().unwrap().lead;
    assert_eq!((row.company.as_str(), row.website.as_ref(), row.hold), ("Acme Group AB", None, None));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_became_of_a_mail_is_noted_once_without_a_version(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let lead = created(&bench).await;
    let mail = MailRecord::new(&Key::lead(&lead.id), 1, "partner", "lead_submitted");
    assert!(bench.leads.record_delivery(&lead.id, &mail, Delivery::Sent).await.unwrap());
    let costs: Vec<_> = bench.calls().iter().map(|call| (call.operation, call.units)).collect();
    assert_eq!(costs, [("GetItem", 1.0), ("UpdateItem", 5.0)]);
    // Told again, it costs a look.
    assert!(!bench.leads.record_delivery(&lead.id, &mail, Delivery::Sent).await.unwrap());
    assert_eq!(bench.only_call().operation, "GetItem");
    assert!(!read(&bench, &lead).await.has_undelivered_mail());
    assert!(bench.leads.record_delivery(&lead.id, &mail, Delivery::Bounced).await.unwrap());
    let there = read(&bench, &lead).await;
    assert_eq!((there.version, there.mails.len()), (lead.version, 1));
    assert_eq!(there.mails[0].delivery, Delivery::Bounced);
    let snapshot = bench.views().read(&LeadList::Sales).await.unwrap();
    assert!(snapshot.iter().all(|row| row.lead.undelivered));
}
