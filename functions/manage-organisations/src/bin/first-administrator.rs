//! Makes somebody the platform's first administrator, who then invites everybody else. With the table of an
//! installation in the environment, and credentials that may write to it:
//!
//! `TABLE_NAME=guildhall first-administrator <the person's sub> <their name> <their address>`

use guildhall_domain::actor::Role;
use guildhall_domain::clock::{Clock, SystemClock};
use guildhall_domain::organisation::{House, Membership};
use guildhall_domain::personal::Personal;
use guildhall_store::{Members, Table};

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let mut arguments = std::env::args().skip(1);
    let (Some(person), Some(name), Some(email), None) =
        (arguments.next(), arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("say who: the person's sub, their name and their address".into());
    };
    let administrator = Membership {
        person: person.parse()?,
        name: Personal::from(name.as_str()),
        email: Personal::from(email.as_str()),
        role: Role::ProgramAdmin,
        financials: false,
        house: House::Staff,
        since: SystemClock.now(),
        ended: false,
    };
    let members = Members::new(Table::from_env().await?);
    // Only where there never was anybody: otherwise whoever may write to the table could take the platform over unseen.
    if !members.establish(&House::Staff, None, &[administrator]).await? {
        return Err("the platform has its people already: one of its administrators invites more".into());
    }
    tracing::info!("the platform has its first administrator");
    Ok(())
}
