//! A person with traces everywhere, and others whose things must stay.

use guildhall_domain::actor::{Actor, Role, Stamp};
use guildhall_domain::audit::of_lead;
use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::inquiry::Inquiry;
use guildhall_domain::lead::{AwardCheck, Command, Lead, LeadField, LeadForm, NewLead, Product, Support};
use guildhall_domain::notice::{Contact, Person, Preferences};
use guildhall_domain::organisation::{House, Membership};
use guildhall_domain::policy::Language;
use guildhall_domain::privacy::Subject;
use guildhall_domain::review::ReportReason;
use guildhall_store::bulk::Bulk;
use guildhall_store::keys::Key;
use guildhall_store::{
    Audit, Claiming, Doing, Held, Inquiries, Invited, Kept, Leads, MailRecord, Mails, Members, NewInvitation,
    PartnerProfiles, People, Privacy, Reviews, Search,
};

use super::Bench;
use super::leads::{form, lead_of, member, noon, org, rep, start_work, step};
use super::merchants::{EMAIL, held_long_enough, inquiry, merchant, review, sent};
use super::profiles::published;
use super::raw::Attributes;

/// What is in the table.
pub(crate) struct World {
    /// A lead about Anna, awarded.
    pub(crate) lead: Lead,
    /// An inquiry of Anna's.
    pub(crate) inquiry: Inquiry,
    /// A mail about it that did not arrive.
    pub(crate) mail: MailRecord,
    others: Vec<Key>,
}

fn form_of(name: &str, email: &str) -> LeadForm {
    let mut form = form(Product::Plus, Support::Requested);
    (form.contact_name, form.contact_email) = (name.into(), email.into());
    form.phone = None;
    form
}

impl World {
    pub(crate) async fn in_table_of(bench: &Bench) -> Self {
        let (acme, saigon) = (org("acme"), org("saigon"));
        published(&PartnerProfiles::new(bench.table.clone()), &acme, "acme").await;
        let lead = awarded(bench, &acme).await;
        let mut form = form_of("Anna Sjöström", EMAIL);
        form.description = "Anna Sjöström wants a shop.".into();
        bench.leads.create(&lead_of(&saigon, "another", form), "hash").await.unwrap();
        corrected(&bench.leads, &acme).await;
        let stays = lead_of(&acme, "stays", form_of("Joanna Berg", "joanna@shop.example"));
        bench.leads.create(&stays, "hash").await.unwrap();

        let inquiry = sent(&Inquiries::new(bench.table.clone()), &acme, "key").await;
        let olle = self::inquiry(&acme, &merchant("m-olle"), "key", None, noon());
        let olle = of_olle(olle);
        Bulk::new(bench.table.clone()).inquiries(std::slice::from_ref(&olle)).await.unwrap();
        reviewed(bench, &acme).await;
        settings(bench, "m-anna", "Anna Sjöström", "Anna@shop.example").await;
        settings(bench, "m-joanna", "Joanna Berg", "joanna@shop.example").await;
        let mail = failed(bench, &inquiry).await;
        let others = vec![
            Key::lead(&stays.id),
            Key::inquiry(&olle.id),
            Key::person(&"m-joanna".parse().unwrap()),
            Key::partner_profile(&acme),
        ];
        Self { lead, inquiry, mail, others }
    }

    /// Whether an item must stay as it is.
    pub(crate) fn is_of_others(&self, item: &Attributes) -> bool {
        let part = |name: &str| item[name].as_s().unwrap();
        self.others.iter().any(|key| &key.pk == part("PK") && &key.sk == part("SK"))
    }
}

/// A lead with everything that hangs on one.
async fn awarded(bench: &Bench, acme: &OrgId) -> Lead {
    let mut form = form_of("Anna Sjöström", "Anna@Shop.example");
    form.reference = Some("KV-31".to_owned());
    let mut lead = lead_of(acme, "awarded", form);
    bench.leads.create(&lead, "hash").await.unwrap();
    step(&bench.leads, &mut lead, &start_work(), &rep()).await;
    let check = AwardCheck { terms_checked: true, deal_closed: true };
    let award = Command::Award { check, note: Some("Anna Sjöström said yes to us.".into()) };
    step(&bench.leads, &mut lead, &award, &rep()).await;
    let audit = Audit::new(bench.table.clone());
    for entry in lead.timeline.iter().filter_map(|event| of_lead(&lead, event)) {
        audit.keep(&entry).await.unwrap();
    }
    lead
}

/// A lead that was about Anna until the partner answered.
async fn corrected(leads: &Leads, acme: &OrgId) {
    let mut lead = lead_of(acme, "corrected", form_of("Anna Sjöström", EMAIL));
    leads.create(&lead, "hash").await.unwrap();
    let fields = vec![LeadField::ContactName, LeadField::ContactEmail];
    let ask = Command::RequestInformation { fields, message: "Who decides?".into() };
    step(leads, &mut lead, &ask, &rep()).await;
    let mut form = lead.form.clone();
    (form.contact_name, form.contact_email) = ("Nils Ek".into(), "nils@shop.example".into());
    let note = Some("Anna Sjöström left; anna@shop.example is dead.".into());
    step(leads, &mut lead, &Command::ProvideInformation { form: Box::new(form), note }, &member(acme)).await;
}

fn of_olle(inquiry: Inquiry) -> Inquiry {
    let mut inquiry = inquiry;
    inquiry.form.contact_email = "olle@shop.example".into();
    inquiry.form.contact_name = "Olle Nilsson".into();
    inquiry.form.company = "Olles Garn".to_owned();
    inquiry.events[0].by.name = "Olle Nilsson".to_owned();
    inquiry
}

/// Two published reviews; Anna has reported the one that is not hers.
async fn reviewed(bench: &Bench, acme: &OrgId) {
    let reviews = Reviews::new(bench.table.clone());
    for (writer, company) in [("m-anna", "Sjöströms Garn"), ("m-olle", "Olles Garn")] {
        let mut review = review(acme, writer, 4, 5);
        company.clone_into(&mut review.company);
        reviews.create(&review).await.unwrap();
        let count = review.publish(held_long_enough()).unwrap();
        reviews.commit(&review, Some(count)).await.unwrap();
        if writer == "m-olle" {
            let anna = merchant("m-anna");
            review.report(ReportReason::Fake, "Never happened.".into(), &anna, held_long_enough()).unwrap();
            reviews.commit(&review, None).await.unwrap();
        }
    }
}

async fn settings(bench: &Bench, id: &str, name: &str, email: &str) {
    let person = Person {
        id: id.parse().unwrap(),
        name: name.into(),
        email: Some(email.into()),
        role: Role::Merchant,
        org: None,
        preferences: Preferences::from_the_start(Language::Sv),
    };
    let mut by = merchant(id);
    name.clone_into(&mut by.name);
    let kept = Kept::after(0, person, Stamp { by: by.signature(), at: noon() });
    People::new(bench.table.clone()).put(kept).await.unwrap();
}

async fn failed(bench: &Bench, inquiry: &Inquiry) -> MailRecord {
    let (mails, record) = (Mails::new(bench.table.clone()), MailRecord::of_inquiry(&inquiry.id));
    let Claiming::Ours(claim) = mails.claim(&record).await.unwrap() else { panic!("the mail is new") };
    assert!(mails.fail(&claim, "permanent").await.unwrap());
    record
}

/// Everything that is found of somebody, in pieces of so many rows.
pub(crate) async fn find_all(bench: &Bench, subject: &Subject, rows: u16) -> Vec<Held> {
    let privacy = Privacy::new(bench.table.clone()).in_pieces_of(rows);
    let (mut held, mut search) = (Vec::new(), Some(Search::default()));
    while let Some(from) = search {
        let step = privacy.find(subject, from).await.unwrap();
        held.extend(step.held);
        search = step.next;
    }
    held
}

/// Goes on erasing for so many pieces, and then breaks off.
pub(crate) async fn go_on(privacy: &Privacy, subject: &Subject, pieces: usize) {
    let mut search = Search::default();
    for _ in 0..pieces {
        let Some(next) = privacy.erase(subject, search).await.unwrap().next else { return };
        search = next;
    }
}

/// The items in which a text stands, whatever its case; `joanna@shop.example` is another one.
pub(crate) fn mentions(items: &[Attributes], text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let holds = |item: &&Attributes| {
        let written = format!("{item:?}").to_lowercase().replace(&format!("jo{text}"), "");
        written.contains(&text)
    };
    items.iter().filter(holds).map(|item| format!("{item:?}")).collect()
}

/// Anna as a member of an organisation: the house, and the lead that she submitted about somebody else. She is invited
/// to another house as well.
pub(crate) async fn joined(bench: &Bench) -> (House, LeadId) {
    let members = Members::new(bench.table.clone());
    let (acme, saigon) = (House::Organisation(org("acme")), House::Organisation(org("saigon")));
    let member = |id: &str, name: &str, email: &str, role, house: &House| Membership {
        person: id.parse().unwrap(),
        name: name.into(),
        email: email.into(),
        role,
        financials: false,
        house: house.clone(),
        since: noon(),
        ended: false,
    };
    let owner = member("u-olle", "Olle Öberg", "olle@acme.example", Role::PartnerOwner, &acme);
    let anna = member("u-anna", "Anna Sjöström", EMAIL, Role::PartnerMember, &acme);
    assert!(members.establish(&acme, None, &[owner, anna]).await.unwrap());
    let host = member("u-mai", "Mai Tran", "mai@saigon.example", Role::PartnerOwner, &saigon);
    assert!(members.establish(&saigon, None, &[host]).await.unwrap());
    let mai = actor("u-mai", "Mai Tran", Role::PartnerOwner, "saigon");
    let new = NewInvitation {
        house: saigon,
        house_name: "Saigon Web".to_owned(),
        email: "Anna@Shop.example".into(),
        role: Role::PartnerMember,
        financials: false,
        language: Language::Vi,
    };
    let doing = Doing { actor: &mai, is_suspended: false, now: noon() };
    assert!(matches!(members.invite(&new, &doing).await.unwrap(), Invited::New(_)));

    let contact = Some(Contact { email: EMAIL.into(), language: Language::Sv });
    let new = NewLead {
        id: LeadId::derive(&org("acme"), "signed"),
        org_name: "Acme Studio".to_owned(),
        form: form_of("Joanna Berg", "joanna@shop.example"),
        representative: None,
        contact,
    };
    let by = actor("u-anna", "Anna Sjöström", Role::PartnerMember, "acme");
    let lead = Lead::submit(new, &by, noon()).unwrap();
    bench.leads.create(&lead, "hash").await.unwrap();
    (acme, lead.id)
}

fn actor(id: &str, name: &str, role: Role, house: &str) -> Actor {
    Actor { id: id.parse().unwrap(), name: name.to_owned(), role, org: Some(org(house)) }
}
