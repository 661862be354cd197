//! Who asks, when the content delivery network asks for them.
//!
//! To the gateway every request that comes through the network comes from the network. So the network says whom it asks
//! for, in a header that it sets itself, and shows a secret with it: without that anybody could call the gateway and name
//! whomever they like.

use lambda_http::Request;
use sha2::{Digest, Sha256};

use crate::receive::source_address;

/// The header with the secret. The template has the network set it.
const SECRET: &str = "x-edge-secret";
/// The header with the network address of whoever asks. The template has the network set it.
const VIEWER: &str = "x-viewer-address";

/// The content delivery network in front of the gateway, if there is one.
#[derive(Default, Clone)]
pub struct Edge {
    /// The secret's digest: comparing digests takes the same time whatever is sent.
    secret: Option<[u8; 32]>,
}

impl Edge {
    /// The network that shows a secret.
    #[must_use]
    pub fn with_secret(secret: &[u8]) -> Self {
        Self { secret: Some(Sha256::digest(secret).into()) }
    }

    /// No network: requests come from whoever sends them, as on one machine.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// The network address that a request comes from: as the network says, if it shows its secret, and else as the
    /// gateway saw it.
    #[must_use]
    pub fn source_address<'r>(&self, request: &'r Request) -> Option<&'r str> {
        let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
        let shown = header(SECRET).map(|secret| <[u8; 32]>::from(Sha256::digest(secret)));
        let is_the_network = self.secret.is_some() && shown == self.secret;
        header(VIEWER).filter(|_| is_the_network).or_else(|| source_address(request))
    }
}

#[cfg(test)]
mod tests {
    use lambda_http::Body;

    use super::*;

    fn request(headers: &[(&str, &str)]) -> Request {
        let request = headers
            .iter()
            .fold(http::Request::builder(), |request, (name, value)| request.header(*name, *value));
        request.body(Body::Empty).expect("a request")
    }

    #[test]
    fn the_network_says_for_whom_it_asks() {
        let edge = Edge::with_secret(b"between us");
        let through = request(&[(SECRET, "between us"), (VIEWER, "203.0.113.7")]);
        assert_eq!(edge.source_address(&through), Some("203.0.113.7"));
    }

    #[test]
    fn nobody_else_can_say_it() {
        let edge = Edge::with_secret(b"between us");
        for headers in [&[(VIEWER, "203.0.113.7")][..], &[(SECRET, "guessed"), (VIEWER, "203.0.113.7")]] {
            assert_eq!(edge.source_address(&request(headers)), None, "{headers:?}");
        }
        let forged = request(&[(SECRET, ""), (VIEWER, "203.0.113.7")]);
        assert_eq!(Edge::none().source_address(&forged), None);
    }
}
