//! What can be chosen on the command line.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use clap::Parser;
use guildhall_domain::webhook::Allowed;
use guildhall_http::{AuthorizerEntry, Entry};
use http::Uri;

use crate::clock::parse_time;

/// Runs the whole of Guildhall on this machine.
#[derive(Clone, Parser)]
#[command(name = "guildhall-local", version, about)]
pub struct Options {
    /// Port to serve on; 0 takes any free one.
    #[arg(long, value_name = "PORT", default_value_t = 8080)]
    pub port: u16,

    /// Directory that keeps the data, the sign-in key and the clock.
    #[arg(long, value_name = "DIR", default_value = ".data")]
    pub data: PathBuf,

    /// Keep everything in memory and forget it at the end.
    #[arg(long, conflicts_with = "data")]
    pub memory: bool,

    /// Use this DynamoDB endpoint in place of the embedded one, as `http://127.0.0.1:8000`.
    #[arg(long, value_name = "URL")]
    pub dynamodb: Option<Endpoint>,

    /// Set the movable business clock, as `2026-11-21T09:00:00Z`; it keeps ticking from there.
    #[arg(long, value_name = "TIME", value_parser = parse_time)]
    pub clock: Option<DateTime<Utc>>,

    /// Load no demo data.
    #[arg(long)]
    pub empty: bool,

    /// How many partners the directory of the demo data has.
    #[arg(long, value_name = "NUMBER", default_value_t = 5_000, overrides_with = "profiles")]
    pub profiles: usize,

    /// Directory of the built frontend.
    #[arg(long, value_name = "DIR", default_value = "target/site")]
    pub site: Option<PathBuf>,

    /// Deliver to webhooks at these, whatever they are, as `127.0.0.1:9301,localhost:9302`; any other address must be of
    /// the public internet.
    #[arg(long, value_name = "HOST:PORT", default_value = "")]
    pub allow_webhooks: Allowed,

    /// What takes the place of functions of this program; not for the command line.
    #[arg(skip)]
    pub functions: Replacements,

    /// What takes the place of authorizers of this program, by the names of their binaries; not for the command line.
    #[arg(skip)]
    pub authorizers: BTreeMap<String, AuthorizerEntry>,
}

/// What answers requests in place of a function, by the name of the function's binary.
pub type Replacements = BTreeMap<String, Entry>;

impl Options {
    /// What a test starts with: any free port, nothing kept, no demo data (and little of it where a test wants
    /// some), no frontend.
    #[must_use]
    pub fn in_memory() -> Self {
        Self {
            port: 0,
            data: PathBuf::new(),
            memory: true,
            dynamodb: None,
            clock: None,
            empty: true,
            profiles: 60,
            site: None,
            allow_webhooks: Allowed::nobody(),
            functions: Replacements::new(),
            authorizers: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for Options {
    /// A function has nothing to show but its name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            port,
            data,
            memory,
            dynamodb,
            clock,
            empty,
            profiles,
            site,
            allow_webhooks,
            functions,
            authorizers,
        } = self;
        f.debug_struct("Options")
            .field("port", port)
            .field("data", data)
            .field("memory", memory)
            .field("dynamodb", dynamodb)
            .field("clock", clock)
            .field("empty", empty)
            .field("profiles", profiles)
            .field("site", site)
            .field("allow_webhooks", allow_webhooks)
            .field("functions", &functions.keys())
            .field("authorizers", &authorizers.keys())
            .finish()
    }
}

/// The address of a DynamoDB endpoint: scheme and authority, nothing after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint(String);

impl Endpoint {
    /// The address as text, without a slash at the end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a text is not the address of a DynamoDB endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write it as http://127.0.0.1:8000, without a path")]
pub struct EndpointError;

impl FromStr for Endpoint {
    type Err = EndpointError;

    fn from_str(text: &str) -> Result<Self, EndpointError> {
        let uri: Uri = text.parse().map_err(|_| EndpointError)?;
        let scheme = uri.scheme_str().filter(|scheme| *scheme == "http");
        let authority = uri.authority().filter(|authority| !authority.as_str().contains('@'));
        let (Some(scheme), Some(authority)) = (scheme, authority) else { return Err(EndpointError) };
        if uri.path() != "/" || uri.query().is_some() {
            return Err(EndpointError);
        }
        Ok(Self(format!("{scheme}://{authority}")))
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn parse(arguments: &[&str]) -> Result<Options, clap::Error> {
        Options::try_parse_from(std::iter::once("guildhall-local").chain(arguments.iter().copied()))
    }

    #[test]
    fn the_command_line_is_well_formed() {
        Options::command().debug_assert();
    }

    #[test]
    fn without_arguments_the_data_stays_in_the_working_directory() {
        let options = parse(&[]).unwrap();
        assert_eq!(options.port, 8080);
        assert_eq!(options.data, PathBuf::from(".data"));
        assert_eq!(options.site, Some(PathBuf::from("target/site")));
        assert!(!options.memory && !options.empty);
    }

    #[test]
    fn memory_and_a_data_directory_exclude_each_other() {
        assert!(parse(&["--memory", "--data", "here"]).is_err());
        assert!(parse(&["--memory"]).is_ok());
    }

    #[test]
    fn an_endpoint_is_a_scheme_and_an_authority() {
        assert_eq!("http://127.0.0.1:8000/".parse::<Endpoint>().unwrap().as_str(), "http://127.0.0.1:8000");
        for text in [
            "",
            "127.0.0.1:8000",
            "ftp://host",
            "https://host",
            "http://host/path",
            "http://a:b@host",
            "http://host?x=1",
        ] {
            assert_eq!(text.parse::<Endpoint>(), Err(EndpointError), "{text}");
        }
    }

    #[test]
    fn a_clock_without_a_zone_is_refused() {
        assert!(parse(&["--clock", "2026-11-21T09:00:00"]).is_err());
        assert!(parse(&["--clock", "2026-11-21T09:00:00+01:00"]).is_ok());
    }
}
