//! Room for `referral-history`.
