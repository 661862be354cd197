//! What the measurements share: an emulator, and made-up leads.

use std::error::Error;

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::lead::{
    Lead, LeadForm, NewLead, PlusDetails, PosDetails, Product, ProductDetails, Support,
};
use tokio::net::TcpSocket;

pub(crate) type Failure = Box<dyn Error + Send + Sync>;

/// The embedded DynamoDB on a thread and a runtime of its own, as if it were elsewhere.
pub(crate) fn emulator() -> Result<String, Failure> {
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::spawn(move || -> Result<(), Failure> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        runtime.block_on(async {
            let socket = TcpSocket::new_v4()?;
            socket.set_nodelay(true)?;
            socket.bind(([127, 0, 0, 1], 0).into())?;
            let listener = socket.listen(64)?;
            send.send(listener.local_addr()?)?;
            dynoxide::server::serve_on(listener, dynoxide::Database::memory()?).await;
            Ok(())
        })
    });
    Ok(format!("http://{}", receive.recv()?))
}

/// A lead like any other; the same place gives the same lead.
pub(crate) fn lead(org: &OrgId, place: usize) -> Result<Lead, Failure> {
    const FIRST: [&str; 8] = ["Anna", "Björn", "Cecilia", "Đặng", "Erik", "Fatima", "Göran", "Hương"];
    const LAST: [&str; 7] = ["Eklund", "Lindqvist", "Nguyễn", "Berg", "Trần", "Holm", "Öberg"];
    const SHOPS: [&str; 6] = ["Nord", "Fjäll", "Sài Gòn", "Kust", "Skog", "Lotus"];
    let number = place.wrapping_mul(2_654_435_761) % 100_003;
    let name = format!("{} {}", FIRST[number % 8], LAST[number % 7]);
    let product = Product::ALL[number % 2];
    let form = LeadForm {
        contact_name: name.as_str().into(),
        contact_email: format!("buyer{number}@shop{}.example", number % 997).as_str().into(),
        company: format!("{} {}", SHOPS[number % 6], number % 5_003),
        website: (!number.is_multiple_of(4)).then(|| format!("https://www.shop{number}.example")),
        country: ["SE", "VN", "US", "DE"][number % 4].parse()?,
        phone: None,
        description: "Has outgrown the shop they built themselves.".into(),
        existing_store: None,
        reference: None,
        sales_support: Support::ALL[number / 2 % 2],
        consent: true,
        inquiry: None,
        details: match product {
            Product::Plus => ProductDetails::Plus(PlusDetails::default()),
            Product::Pos => ProductDetails::Pos(PosDetails::default()),
        },
    };
    let member = Actor {
        id: "u-bench".parse()?,
        name: "Maria Lind".to_owned(),
        role: Role::PartnerMember,
        org: Some(org.clone()),
    };
    let id = LeadId::derive(org, &place.to_string());
    let since: DateTime<Utc> = "2025-01-01T00:00:00Z".parse()?;
    let at = since + TimeDelta::minutes(i64::try_from(number)?);
    let new = NewLead { id, org_name: "Bench Studio".to_owned(), form, representative: None, contact: None };
    Ok(Lead::submit(new, &member, at)?)
}
