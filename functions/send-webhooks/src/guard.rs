//! Whom a name leads to, checked at the moment of asking. What is checked here is what is connected to: the client is
//! handed the very addresses that were looked at, so a name that leads elsewhere a moment later changes nothing.

use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use futures::FutureExt;
use futures::future::BoxFuture;
use guildhall_domain::webhook::is_public;
use http_client::dns::{Addrs, Name, Resolve, Resolving};

/// Asks name servers.
pub(crate) type Lookup = Arc<dyn Fn(String) -> BoxFuture<'static, io::Result<Vec<IpAddr>>> + Send + Sync>;

/// Why nobody is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refusal {
    /// The name leads nowhere.
    #[error("the name leads nowhere")]
    Unknown,
    /// One of the addresses is not of the public internet. One is enough: whoever mixes them means no good.
    #[error("an address that is not public")]
    Private,
}

/// Lets names through that lead to the public internet, and only there.
pub(crate) struct PublicOnly {
    lookup: Lookup,
}

impl PublicOnly {
    pub(crate) fn new(lookup: Lookup) -> Self {
        Self { lookup }
    }

    pub(crate) fn by_name_servers() -> Self {
        Self::new(Arc::new(|name| {
            async move {
                let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
                Ok(found.map(|address| address.ip()).collect())
            }
            .boxed()
        }))
    }
}

impl fmt::Debug for PublicOnly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PublicOnly")
    }
}

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        let found = (self.lookup)(name.as_str().to_owned());
        async move {
            let found = found.await.map_err(|_| Refusal::Unknown)?;
            let addresses = checked(found)?;
            // Port 0 stands for the port of the address that is asked for.
            Ok(Box::new(addresses.into_iter().map(|address| SocketAddr::new(address, 0))) as Addrs)
        }
        .boxed()
    }
}

/// All of the addresses, if each of them is public.
fn checked(found: Vec<IpAddr>) -> Result<Vec<IpAddr>, Refusal> {
    if found.is_empty() {
        return Err(Refusal::Unknown);
    }
    if found.iter().all(|address| is_public(*address)) { Ok(found) } else { Err(Refusal::Private) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(texts: &[&str]) -> Vec<IpAddr> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn one_private_address_among_public_ones_is_enough_to_refuse() {
        assert_eq!(checked(Vec::new()), Err(Refusal::Unknown));
        assert!(checked(addresses(&["1.1.1.1", "2606:4700:4700::1111"])).is_ok());
        for private in ["127.0.0.1", "169.254.169.254", "10.0.0.1", "::1", "::ffff:10.0.0.1", "fd00:ec2::254"]
        {
            assert_eq!(checked(addresses(&["1.1.1.1", private])), Err(Refusal::Private), "{private}");
        }
    }
}
