//! What the table looks like: the single source of its names. The deployed template is held against it.

/// Partition key of the table and of [`BY_CHANGE`].
pub const PK: &str = "PK";
/// Sort key of the table.
pub const SK: &str = "SK";
/// When the item was last written, by the machine's clock, in microseconds; sort key of [`BY_CHANGE`].
pub const CHANGED_AT: &str = "changed_at";
/// Partition key of [`BY_OWNER`].
pub const GSI1PK: &str = "GSI1PK";
/// Sort key of [`BY_OWNER`]: `changed_at` as a text of fixed length.
pub const GSI1SK: &str = "GSI1SK";
/// When DynamoDB may delete the item, in seconds since 1970. Deletion lags by days, so reads look too.
pub const EXPIRES_AT: &str = "expires_at";

/// Local index over a partition in order of change: what the lists are kept in step with.
pub const BY_CHANGE: &str = "by_change";
/// Global index over what belongs to somebody across partitions, in order of change.
pub const BY_OWNER: &str = "by_owner";

/// What sort of item it is.
pub const TYPE: &str = "type";
/// One more with every write of the item.
pub const VERSION: &str = "version";

/// What [`BY_CHANGE`] and [`BY_OWNER`] project: whatever a list shows, and nothing else, so that
/// catching up with an organisation's changes is cheap. DynamoDB allows 20 names; these are 20.
///
/// A kind of item with few fields puts them into the map `record` instead of taking names of its own.
pub const LIST_COLUMNS: [&str; 20] = [
    TYPE,
    VERSION,
    EXPIRES_AT,
    "org",
    "product",
    "support",
    "status",
    "outcome",
    "rep",
    "rep_name",
    "name",
    "email",
    "company",
    "website",
    "country",
    "reference",
    "submitted",
    "updated",
    "record",
    "sums",
];
