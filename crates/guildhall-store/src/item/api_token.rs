//! The tokens of an organisation, and how much each is used.

use chrono::{DateTime, Utc};
use guildhall_domain::api_token::ApiTokens;
use guildhall_domain::ids::OrgId;

use super::kept::{kept_draft, read_kept};
use super::{Attributes, Reader, kind};
use crate::StoreError;
use crate::kept::Kept;
use crate::keys::Key;
use crate::table::TYPE;

/// When the token's bucket will be full again, in microseconds of the machine's clock.
pub(crate) const FULL_AT: &str = "full_at";
/// When the token was used last, by the business clock.
pub(crate) const USED_AT: &str = "used_at";

/// How much a token is used.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TokenUse {
    pub(crate) full_at: i64,
    pub(crate) used_at: DateTime<Utc>,
}

/// The whole item.
pub(crate) fn api_tokens_item(org: &OrgId, tokens: &Kept<ApiTokens>) -> Result<Attributes, StoreError> {
    Ok(kept_draft(&Key::api_tokens(org), kind::API_TOKENS, tokens)?.finish())
}

/// The tokens of an item.
pub(crate) fn read_api_tokens(reader: Reader) -> Result<Kept<ApiTokens>, StoreError> {
    read_kept(reader, kind::API_TOKENS)
}

/// The use of an item.
pub(crate) fn read_token_use(mut reader: Reader) -> Result<TokenUse, StoreError> {
    if !reader.is(kind::API_TOKEN_USE) {
        return Err(reader.damage(TYPE));
    }
    Ok(TokenUse { full_at: reader.number(FULL_AT)?, used_at: reader.moment(USED_AT)? })
}
