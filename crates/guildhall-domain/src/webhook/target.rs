//! Where a webhook leads, read strictly: what could be understood in two ways is refused, so that nobody can have one
//! address checked and another one asked.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use super::is_public;

/// The longest address that is taken, in bytes.
pub const URL_MAX: usize = 500;
/// The ports that are asked; any other would make a scanner of us.
const PORTS: [u16; 2] = [443, 8443];
/// Names that end so are never of the public internet.
const CLOSED_NAMES: [&str; 5] = ["localhost", "local", "internal", "arpa", "onion"];

/// Why a text is no address for a webhook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UrlFault {
    /// It is longer than [`URL_MAX`].
    #[error("too long")]
    Long,
    /// It does not begin with `https://`.
    #[error("not https")]
    Scheme,
    /// It holds something else than visible ASCII, or a backslash.
    #[error("characters that do not belong into an address")]
    Characters,
    /// It holds a name or a password.
    #[error("a name or a password in the address")]
    UserInfo,
    /// It holds a fragment, which would never be sent.
    #[error("a fragment")]
    Fragment,
    /// The host is neither a full name nor an address in its usual spelling.
    #[error("no host of the public internet")]
    Host,
    /// The port is none of those that are asked.
    #[error("a port that is not asked")]
    Port,
    /// The host is an address, or a name, that is not of the public internet.
    #[error("an address that is not public")]
    Private,
}

impl UrlFault {
    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Long => "long",
            Self::Scheme => "scheme",
            Self::Characters => "characters",
            Self::UserInfo => "user_info",
            Self::Fragment => "fragment",
            Self::Host => "host",
            Self::Port => "port",
            Self::Private => "private",
        }
    }
}

/// Hosts with ports that are let through whatever they are, also without TLS: for tests and for one machine.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allowed(Vec<(String, u16)>);

/// A text that is no list of hosts with ports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write it as host:port, several of them with commas between")]
pub struct AllowedError;

impl Allowed {
    /// Nobody, as in production.
    #[must_use]
    pub const fn nobody() -> Self {
        Self(Vec::new())
    }

    fn lets_through(&self, host: &str, port: u16) -> bool {
        self.0.iter().any(|(allowed, at)| allowed == host && *at == port)
    }
}

impl FromStr for Allowed {
    type Err = AllowedError;

    fn from_str(text: &str) -> Result<Self, AllowedError> {
        let entries = text.split(',').map(str::trim).filter(|entry| !entry.is_empty());
        let read = entries.map(|entry| {
            let (host, port) = entry.rsplit_once(':').ok_or(AllowedError)?;
            let port = port.parse().map_err(|_| AllowedError)?;
            if host.is_empty() { Err(AllowedError) } else { Ok((host.to_ascii_lowercase(), port)) }
        });
        read.collect::<Result<_, _>>().map(Self)
    }
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Host {
    /// A name, in small letters.
    Name(String),
    /// An address.
    Address(IpAddr),
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(name),
            Self::Address(IpAddr::V4(address)) => address.fmt(f),
            Self::Address(IpAddr::V6(address)) => write!(f, "[{address}]"),
        }
    }
}

/// Where a webhook leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Whether to speak TLS; always, but for what is let through explicitly.
    pub is_tls: bool,
    /// Whom to ask.
    pub host: Host,
    /// At which port.
    pub port: u16,
    /// Path and query, from the slash on.
    pub path: String,
    /// Whether it is let through explicitly, whatever its address is.
    pub is_allowed: bool,
}

impl Target {
    /// Reads an address. A name is let through here; where it leads to is checked when it is asked.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(text: &str, allowed: &Allowed) -> Result<Self, UrlFault> {
        if text.len() > URL_MAX {
            return Err(UrlFault::Long);
        }
        if !text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\\\"<>^`{|}".contains(&byte)) {
            return Err(UrlFault::Characters);
        }
        let (scheme, rest) = text.split_once("://").ok_or(UrlFault::Scheme)?;
        let is_tls = match scheme.to_ascii_lowercase().as_str() {
            "https" => true,
            "http" => false,
            _ => return Err(UrlFault::Scheme),
        };
        if rest.contains('#') {
            return Err(UrlFault::Fragment);
        }
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, tail) = rest.split_at(end);
        if authority.contains('@') {
            return Err(UrlFault::UserInfo);
        }
        let path = if tail.starts_with('/') { tail.to_owned() } else { format!("/{tail}") };
        let (host, port) = split_port(authority)?;
        let port = port.unwrap_or(if is_tls { 443 } else { 80 });
        if allowed.lets_through(&host, port) {
            let host = host.trim_matches(['[', ']']).parse().map_or(Host::Name(host.clone()), Host::Address);
            return Ok(Self { is_tls, host, port, path, is_allowed: true });
        }
        if !is_tls {
            return Err(UrlFault::Scheme);
        }
        let host = read_host(&host)?;
        if !PORTS.contains(&port) {
            return Err(UrlFault::Port);
        }
        Ok(Self { is_tls, host, port, path, is_allowed: false })
    }
}

/// The host in small letters, and the port if one is named.
fn split_port(authority: &str) -> Result<(String, Option<u16>), UrlFault> {
    let host_end = if authority.starts_with('[') {
        authority.find(']').ok_or(UrlFault::Host)? + 1
    } else {
        authority.find(':').unwrap_or(authority.len())
    };
    let (host, rest) = authority.split_at(host_end);
    let port = match rest.strip_prefix(':') {
        None if rest.is_empty() => None,
        None => return Err(UrlFault::Host),
        // `parse` would take a plus sign, and leading zeros have more than one spelling.
        Some(digits) if digits.starts_with(|first: char| first.is_ascii_digit() && first != '0') => {
            Some(digits.parse().map_err(|_| UrlFault::Port)?)
        }
        Some(_) => return Err(UrlFault::Port),
    };
    Ok((host.to_ascii_lowercase(), port))
}

fn read_host(host: &str) -> Result<Host, UrlFault> {
    if let Some(inner) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let address: Ipv6Addr = inner.parse().map_err(|_| UrlFault::Host)?;
        return public(address.into());
    }
    // The standard library takes four plain decimal numbers and nothing else: no octal, no hexadecimal, none left out.
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        return public(address.into());
    }
    let labels: Vec<_> = host.split('.').collect();
    let last = labels.last().copied().unwrap_or_default();
    // Other programs read a name whose last label is a number as an address.
    let ends_in_letters = last.bytes().all(|byte| byte.is_ascii_alphabetic()) || last.starts_with("xn--");
    if labels.len() < 2 || host.len() > 253 || !ends_in_letters || !labels.iter().all(|label| is_label(label))
    {
        let closed = CLOSED_NAMES.contains(&host);
        return Err(if closed { UrlFault::Private } else { UrlFault::Host });
    }
    if CLOSED_NAMES.contains(&last) {
        return Err(UrlFault::Private);
    }
    Ok(Host::Name(host.to_owned()))
}

fn public(address: IpAddr) -> Result<Host, UrlFault> {
    if is_public(address) { Ok(Host::Address(address)) } else { Err(UrlFault::Private) }
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests;
