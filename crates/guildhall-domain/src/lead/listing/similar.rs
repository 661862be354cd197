//! Leads for the same merchant: the same registrable domain, or the same address of the contact.

use super::LeadRow;
use crate::lead::Product;
use crate::text::{fold, website_host};

/// A merchant, as far as leads can be told to be about the same one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merchant {
    /// The registrable part of the site's host, folded: `acme.co.uk` of `https://www.shop.acme.co.uk/`.
    pub domain: Option<String>,
    /// The contact's address, folded.
    pub email: Option<String>,
}

impl Merchant {
    /// The merchant of a site and a contact. What names no domain that somebody could register (an IP address, a
    /// public suffix like `co.uk`) tells nothing.
    #[must_use]
    pub fn new(website: Option<&str>, email: Option<&str>) -> Self {
        let domain = website.and_then(registrable_domain);
        let email = email.map(fold).filter(|email| !email.is_empty());
        Self { domain, email }
    }

    /// Whether nothing is known that could be compared.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.domain.is_none() && self.email.is_none()
    }

    /// Whether a lead is about this merchant.
    #[must_use]
    pub fn is_of(&self, row: &LeadRow) -> bool {
        let same_address = self.email.as_deref().is_some_and(|email| row.folded_email() == email);
        let same_domain = self.domain.as_deref().is_some_and(|domain| is_within(row.folded_host(), domain));
        same_address || same_domain
    }

    /// The leads about this merchant, of one product or of any, oldest first.
    pub fn leads<'a>(
        &self,
        product: Option<Product>,
        rows: impl Iterator<Item = &'a LeadRow>,
    ) -> Vec<&'a LeadRow> {
        let mut found: Vec<_> = rows
            .filter(|row| product.is_none_or(|product| row.lead.product == product) && self.is_of(row))
            .collect();
        found.sort_by(|left, right| {
            (left.lead.submitted_at, &left.lead.id).cmp(&(right.lead.submitted_at, &right.lead.id))
        });
        found
    }
}

/// The part of a web address that somebody registered, by the public suffix list; `None` if there is none.
#[must_use]
pub fn registrable_domain(website: &str) -> Option<String> {
    let host = website_host(website);
    let domain = psl::domain(host.as_bytes())?;
    // A suffix that nobody has listed is a typing mistake or a number, not a place on the web; but for the one that
    // is set aside for examples (RFC 2606), where made-up merchants live.
    if !domain.suffix().is_known() && domain.suffix() != b"example".as_slice() {
        return None;
    }
    std::str::from_utf8(domain.as_bytes()).ok().map(str::to_owned)
}

/// Whether a host is the domain itself or stands below it.
fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("https://www.shop.acme.co.uk/about?x=1", Some("acme.co.uk"))]
    #[case("ACME.com", Some("acme.com"))]
    #[case("butik.åkeri.se", Some("akeri.se"))]
    #[case("acme.myshopify.com", Some("acme.myshopify.com"))]
    #[case("shop.acme.example", Some("acme.example"))]
    #[case("co.uk", None)]
    #[case("127.0.0.1", None)]
    #[case("localhost", None)]
    #[case("acme.notasuffix", None)]
    fn the_registrable_domain_tells_merchants_apart(#[case] website: &str, #[case] domain: Option<&str>) {
        assert_eq!(registrable_domain(website).as_deref(), domain);
    }

    #[rstest]
    #[case("shop.acme.com", true)]
    #[case("acme.com", true)]
    #[case("notacme.com", false)]
    #[case("acme.com.example", false)]
    fn a_host_belongs_to_the_domain_it_stands_below(#[case] host: &str, #[case] belongs: bool) {
        assert_eq!(is_within(host, "acme.com"), belongs);
    }
}
