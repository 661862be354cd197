//! Where the tokens of organisations live.

use guildhall_domain::ids::{ApiTokenId, OrgId};

use super::Key;

const TOKENS: &str = "TOKENS";

impl Key {
    /// The tokens of an organisation.
    #[must_use]
    pub fn api_tokens(org: &OrgId) -> Self {
        Self { pk: format!("ORG#{org}#{TOKENS}"), sk: TOKENS.to_owned() }
    }

    /// How much a token is used. It lies apart from the tokens: whoever notes the use of one cannot change any.
    #[must_use]
    pub fn api_token_use(id: &ApiTokenId) -> Self {
        Self { pk: format!("TOKEN#{id}"), sk: "USE".to_owned() }
    }
}

/// The organisation whose tokens stand at a key.
pub(crate) fn api_tokens_at(pk: &str, sk: &str) -> Option<OrgId> {
    pk.strip_prefix("ORG#")?.strip_suffix("#TOKENS").filter(|_| sk == TOKENS)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_tokens_of_an_organisation_are_found_at_their_key() {
        let org: OrgId = "acme".parse().unwrap();
        let key = Key::api_tokens(&org);
        assert_eq!(api_tokens_at(&key.pk, &key.sk), Some(org.clone()));
        assert_eq!(api_tokens_at("ORG#acme#SETTINGS", TOKENS), None);
        let used = Key::api_token_use(&ApiTokenId::from_parts(org, Uuid::from_u128(1)));
        assert_eq!(used.pk, "TOKEN#acme.00000000000000000000000000000001");
        assert_eq!(api_tokens_at(&used.pk, &used.sk), None);
    }
}
