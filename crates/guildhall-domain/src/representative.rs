//! Sales representatives: what they cover, and which of them a new lead goes to.

use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::ids::{LeadId, UserId};
use crate::lead::Product;
use crate::policy::Language;

/// A sales representative as the roster keeps them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Representative {
    /// The representative's user id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: UserId,
    /// Name to show.
    pub name: String,
    /// Work address, shown to the partners they serve.
    pub email: String,
    /// Work phone.
    pub phone: String,
    /// IANA time zone, so that a partner knows when to call.
    pub time_zone: String,
    /// Where they work: the working days of this country count for what is promised to partners.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub country: Country,
    /// The language that they get mail in.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub language: Language,
    /// What they sell.
    pub products: Vec<Product>,
    /// Where they sell it; empty means everywhere.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub countries: Vec<Country>,
    /// Whether they take leads now.
    pub active: bool,
}

impl Representative {
    /// Whether a lead of this product and country may be theirs.
    #[must_use]
    pub fn covers(&self, product: Product, country: Country) -> bool {
        self.active
            && self.products.contains(&product)
            && (self.countries.is_empty() || self.countries.contains(&country))
    }

    /// What a lead keeps of its representative.
    #[must_use]
    pub fn reference(&self) -> RepRef {
        RepRef { id: self.id.clone(), name: self.name.clone() }
    }
}

/// A representative as a lead and its timeline name them; contact details live in the roster.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RepRef {
    /// The representative's user id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: UserId,
    /// The name at the time.
    pub name: String,
}

/// Who may get a new lead, and why they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Coverage<'a> {
    /// These name the country.
    Local(Vec<&'a Representative>),
    /// Nobody names it, and these sell everywhere.
    Everywhere(Vec<&'a Representative>),
    /// Nobody covers it: the lead stays without a representative until somebody assigns it.
    Nobody,
}

impl<'a> Coverage<'a> {
    /// Those who may get the lead.
    #[must_use]
    pub fn candidates(&self) -> &[&'a Representative] {
        match self {
            Self::Local(candidates) | Self::Everywhere(candidates) => candidates,
            Self::Nobody => &[],
        }
    }
}

/// Who may get a new lead of this product and country. Whoever names the country comes before whoever covers
/// everywhere.
#[must_use]
pub fn coverage(roster: &[Representative], product: Product, country: Country) -> Coverage<'_> {
    let covering = || roster.iter().filter(move |rep| rep.covers(product, country));
    let local: Vec<_> = covering().filter(|rep| !rep.countries.is_empty()).collect();
    if !local.is_empty() {
        return Coverage::Local(local);
    }
    let everywhere: Vec<_> = covering().collect();
    if everywhere.is_empty() { Coverage::Nobody } else { Coverage::Everywhere(everywhere) }
}

/// The representative that a new lead goes to, or `None` if nobody covers it.
///
/// Among the candidates the lead's id chooses, which spreads leads evenly and gives a repeated submission the
/// same answer.
#[must_use]
pub fn route<'a>(
    roster: &'a [Representative],
    product: Product,
    country: Country,
    lead: &LeadId,
) -> Option<&'a Representative> {
    let coverage = coverage(roster, product, country);
    let candidates = coverage.candidates();
    let count = u128::try_from(candidates.len()).ok().filter(|count| *count > 0)?;
    let place = usize::try_from(lead.key().as_u128() % count).ok()?;
    candidates.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rep(id: &str, products: &[Product], countries: &[&str], active: bool) -> Representative {
        Representative {
            id: id.parse().unwrap(),
            name: id.to_owned(),
            email: format!("{id}@guildhall.example"),
            phone: "+46 8 555 00 00".to_owned(),
            time_zone: "Europe/Stockholm".to_owned(),
            country: "SE".parse().unwrap(),
            language: Language::Sv,
            products: products.to_vec(),
            countries: countries.iter().map(|code| code.parse().unwrap()).collect(),
            active,
        }
    }

    #[test]
    fn a_country_is_covered_by_name_by_the_fallback_or_by_nobody() {
        let roster = [
            rep("world", &[Product::Plus], &[], true),
            rep("nordic", &[Product::Plus], &["SE"], true),
            rep("left", &[Product::Pos], &["SE"], false),
        ];
        let of = |product, country: &str| coverage(&roster, product, country.parse().unwrap());
        assert_eq!(of(Product::Plus, "SE"), Coverage::Local(vec![&roster[1]]));
        assert_eq!(of(Product::Plus, "VN"), Coverage::Everywhere(vec![&roster[0]]));
        assert_eq!(of(Product::Pos, "SE"), Coverage::Nobody);
    }

    fn routed(roster: &[Representative], product: Product, country: &str) -> Option<String> {
        let lead = LeadId::derive(&"acme".parse().unwrap(), "key");
        route(roster, product, country.parse().unwrap(), &lead).map(|rep| rep.name.clone())
    }

    #[test]
    fn whoever_names_the_country_comes_before_the_fallback() {
        let roster = [
            rep("world", &[Product::Plus, Product::Pos], &[], true),
            rep("nordic", &[Product::Plus], &["SE"], true),
        ];
        assert_eq!(routed(&roster, Product::Plus, "SE").as_deref(), Some("nordic"));
        assert_eq!(routed(&roster, Product::Pos, "SE").as_deref(), Some("world"));
        assert_eq!(routed(&roster, Product::Plus, "VN").as_deref(), Some("world"));
    }

    #[test]
    fn nobody_who_left_or_sells_something_else_gets_a_lead() {
        let roster = [rep("left", &[Product::Plus], &["SE"], false), rep("pos", &[Product::Pos], &[], true)];
        assert_eq!(routed(&roster, Product::Plus, "SE"), None);
        assert_eq!(routed(&[], Product::Plus, "SE"), None);
    }
}
