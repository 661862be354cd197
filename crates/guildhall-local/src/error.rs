//! Why Guildhall does not start, each with a way out.

use std::io;
use std::path::PathBuf;

use crate::template::TemplateError;

/// Why the system did not start. The text says what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Somebody else listens on the port.
    #[error(
        "Port {port} is taken by another program.\n\
         Stop that program, or choose another port: --port {} (--port 0 takes any free one).",
        port.saturating_add(1)
    )]
    PortTaken {
        /// The port that was asked for.
        port: u16,
    },

    /// The port cannot be used for another reason.
    #[error("Port {port} cannot be used ({source}).\nChoose another one: --port 0 takes any free one.")]
    Port {
        /// The port that was asked for.
        port: u16,
        /// What the system said.
        source: io::Error,
    },

    /// The data directory cannot be made, or a file in it cannot be read or written.
    #[error(
        "{} cannot be used ({source}).\n\
         Check who may write there, choose another directory with --data DIR, or keep nothing with --memory.",
        path.display()
    )]
    DataDir {
        /// The directory or file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// Another instance uses the same data.
    #[error(
        "Another Guildhall is using the data in {}.\n\
         Stop that one, or give this one its own data: --data DIR (or --memory).",
        dir.display()
    )]
    Locked {
        /// The data directory.
        dir: PathBuf,
    },

    /// A file in the data directory does not hold what it should.
    #[error(
        "{} is damaged: {reason}.\n\
         Move it away to begin again without it, or use another directory with --data DIR.",
        file.display()
    )]
    Damaged {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        reason: String,
    },

    /// There is no built frontend.
    #[error(
        "There is no built frontend in {}.\n\
         `cargo xtask run` builds it and starts Guildhall; --site DIR takes one from elsewhere.",
        dir.display()
    )]
    SiteNotBuilt {
        /// The directory that was looked in.
        dir: PathBuf,
    },

    /// The DynamoDB endpoint does not answer.
    #[error(
        "DynamoDB at {endpoint} does not answer: {reason}.\n\
         Check that it runs and that the address is right, or leave --dynamodb out to use the embedded one."
    )]
    DatabaseSilent {
        /// The endpoint.
        endpoint: String,
        /// What went wrong.
        reason: String,
    },

    /// The infrastructure template says something that the gateway cannot follow.
    #[error("infra/template.yaml cannot be served: {0}.")]
    Template(#[from] TemplateError),

    /// The template and the functions of this program name different functions.
    #[error("infra/template.yaml runs `{function}`, which this program does not have.")]
    UnknownFunction {
        /// The name in the template.
        function: String,
    },

    /// Something was given in place of a function that does not exist.
    #[error("`{function}` is to be replaced, and is no function that answers requests.")]
    StrayFunction {
        /// The name that was given.
        function: String,
    },

    /// The demo data could not be loaded.
    #[error("The demo data could not be loaded: {reason}.\nStart with --empty to do without.")]
    Demo {
        /// What went wrong.
        reason: String,
    },

    /// The machine refused something that always works.
    #[error("This machine cannot run Guildhall: {reason}.")]
    Machine {
        /// What it refused.
        reason: String,
    },
}
