//! What the environment must say.

/// Why mail cannot even be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SetupError {
    /// The environment does not say whom mail is from.
    #[error("the environment variable SENDER_ADDRESS is not set")]
    NoSender,
    /// The environment does not say where the application is.
    #[error("the environment variable SITE_URL is not set")]
    NoSite,
}
