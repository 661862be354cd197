//! What profiles are described with: services, industries, languages, tiers. All of it is data; the
//! directory's addresses, filters, facets and texts read these tables.
//!
//! Source: the taxonomy of the commerce platform's partner directory.

mod category;
mod industry;
mod service;
mod spoken_language;
mod tier;

pub use category::Category;
pub use industry::Industry;
pub use service::Service;
pub use spoken_language::SpokenLanguage;
pub use tier::Tier;

/// A closed list of choices, each with its name on the wire (and in addresses) and its words.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $slug:tt, $en:literal, $sv:literal, $vi:literal;)+ }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
        )]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum $name {
            $(#[doc = $en] #[serde(rename = $slug)] $variant),+
        }

        impl $name {
            /// Every choice, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name on the wire and in addresses.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }

            /// What people call it.
            #[must_use]
            pub const fn words(self) -> crate::policy::Words {
                match self { $(Self::$variant => crate::policy::Words { en: $en, sv: $sv, vi: $vi }),+ }
            }

            /// The choice of a name on the wire.
            #[must_use]
            pub fn by_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.slug() == slug)
            }

            /// Its place in [`Self::ALL`].
            #[must_use]
            pub const fn index(self) -> usize {
                self as usize
            }
        }
    };
}
pub(crate) use choices;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn six_categories_hold_36_services_each_in_one() {
        assert_eq!(Category::ALL.len(), 6);
        assert_eq!(Service::ALL.len(), 36);
        let held: usize = Category::ALL.iter().map(|category| category.services().count()).sum();
        assert_eq!(held, Service::ALL.len());
        assert_eq!(Industry::ALL.len(), 15);
        assert_eq!(SpokenLanguage::ALL.len(), 31);
    }

    #[test]
    fn no_two_choices_share_a_name_on_the_wire() {
        let slugs: BTreeSet<_> = Service::ALL
            .iter()
            .map(|service| service.slug())
            .chain(Category::ALL.iter().map(|category| category.slug()))
            .collect();
        assert_eq!(slugs.len(), Service::ALL.len() + Category::ALL.len());
    }

    #[test]
    fn a_choice_is_spelt_on_the_wire_as_in_addresses_and_reads_back() {
        for service in Service::ALL {
            assert_eq!(serde_json::to_value(service).unwrap(), service.slug());
            assert_eq!(Service::by_slug(service.slug()), Some(*service));
            assert_eq!(Service::ALL[service.index()], *service);
        }
        assert_eq!(Service::by_slug("marketing-and-sales"), None);
    }
}
