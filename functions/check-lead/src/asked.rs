//! Whom a question is about.

use guildhall_contract::clearance::Named;
use guildhall_domain::lead::listing::{Merchant, registrable_domain};
use guildhall_domain::personal::Personal;

/// A merchant as leads are compared with, and the names that customers are known by.
pub(crate) struct Asked {
    pub(crate) merchant: Merchant,
    /// Registrable domains and folded addresses.
    pub(crate) names: Vec<String>,
}

impl Asked {
    /// The merchant of a site and a contact, either of which may be missing or half typed.
    pub(crate) fn new(website: Option<&str>, email: Option<&Personal>) -> Self {
        let merchant = Merchant::new(website, email.map(Personal::as_str));
        let names = names(&merchant);
        Self { merchant, names }
    }

    /// Whether there is nothing that could be compared.
    pub(crate) fn is_nobody(&self) -> bool {
        self.merchant.is_unknown()
    }
}

impl From<Named> for Asked {
    fn from(named: Named) -> Self {
        match named {
            Named::Website(website) => Self::new(Some(&website), None),
            // The contact's own address, or a site where the mail comes from: a merchant's address often says both.
            Named::Email(email) => {
                let host = email.as_str().rsplit_once('@').map(|(_, host)| host);
                Self::new(host, Some(&email))
            }
        }
    }
}

fn names(merchant: &Merchant) -> Vec<String> {
    let email = merchant.email.clone();
    let host = email.as_deref().and_then(|email| email.rsplit_once('@')).map(|(_, host)| host);
    let of_mail = host.and_then(registrable_domain).filter(|domain| merchant.domain.as_ref() != Some(domain));
    [merchant.domain.clone(), of_mail, email].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_owner_and_where_the_mail_comes_from() {
        let asked = Asked::from(Named::Email("Anna@shop.Acme.co.uk".into()));
        assert_eq!(asked.names, ["acme.co.uk", "anna@shop.acme.co.uk"]);
        let asked = Asked::from(Named::Website("https://www.acme.com/about".to_owned()));
        assert_eq!(asked.names, ["acme.com"]);
        let asked = Asked::new(Some("acme.com"), Some(&"anna@mail.example".into()));
        assert_eq!(asked.names, ["acme.com", "mail.example", "anna@mail.example"]);
    }

    #[test]
    fn what_nobody_could_have_registered_is_nobody() {
        assert!(Asked::from(Named::Website("https://localhost".to_owned())).is_nobody());
        assert!(Asked::new(Some("ac"), None).is_nobody());
        assert!(!Asked::new(None, Some(&"anna@localhost".into())).is_nobody());
    }
}
