//! The RSA key that signs the tokens. It is kept in the data directory, so that tokens hold across
//! restarts; in memory mode there is a new one at each start.

use std::path::Path;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jsonwebtoken::jwk::{Jwk, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, encode};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::StartError;
use crate::data_dir::{self, DataDir};
use crate::gateway::KeySet;

/// The signing key with its public half.
pub(crate) struct SigningKey {
    kid: String,
    private: EncodingKey,
    public: DecodingKey,
    jwk: Jwk,
}

impl SigningKey {
    /// The kept key, or a new one that is kept from now on.
    pub(crate) fn open(data: &DataDir) -> Result<Self, StartError> {
        let Some(path) = data.file("sign-in-key.pem") else {
            return Self::read(&generate()?).map_err(machine);
        };
        if let Some(pem) = data_dir::read(&path)? {
            let damaged = |reason| StartError::Damaged { file: path.clone(), reason };
            return Self::read(&pem).map_err(damaged);
        }
        let pem = generate()?;
        keep(&path, &pem)?;
        Self::read(&pem).map_err(machine)
    }

    fn read(pem: &str) -> Result<Self, String> {
        let private =
            EncodingKey::from_rsa_pem(pem.as_bytes()).map_err(|_| "it holds no RSA key".to_owned())?;
        let mut jwk =
            Jwk::from_encoding_key(&private, Algorithm::RS256).map_err(|error| error.to_string())?;
        let public = DecodingKey::from_jwk(&jwk).map_err(|error| error.to_string())?;
        let modulus = serde_json::to_vec(&jwk.algorithm).map_err(|error| error.to_string())?;
        let kid = URL_SAFE_NO_PAD.encode(&Sha256::digest(modulus)[..16]);
        jwk.common.key_id = Some(kid.clone());
        jwk.common.public_key_use = Some(PublicKeyUse::Signature);
        Ok(Self { kid, private, public, jwk })
    }

    /// Signs claims as RS256 with the id of this key.
    pub(crate) fn sign(&self, claims: &Value) -> String {
        let mut header = Header::new(Algorithm::RS256);
        header.kid = Some(self.kid.clone());
        encode(&header, claims, &self.private).expect("an RSA key that was read can sign JSON")
    }

    /// A secret for another use, which lasts as long as this key.
    pub(crate) fn derive(&self, label: &str) -> [u8; 32] {
        Sha256::new().chain_update(label).chain_update(self.private.as_bytes()).finalize().into()
    }

    /// The public half as a JSON Web Key Set.
    pub(crate) fn key_set(&self) -> Value {
        json!({ "keys": [self.jwk] })
    }
}

/// The verifying side of a signing key.
pub(crate) struct OwnKey(pub(crate) std::sync::Arc<SigningKey>);

impl KeySet for OwnKey {
    fn key(&self, kid: &str) -> Option<&DecodingKey> {
        (kid == self.0.kid).then_some(&self.0.public)
    }
}

fn generate() -> Result<String, StartError> {
    let refused = |_| machine("no RSA key can be made".to_owned());
    let pair = KeyPair::generate(KeySize::Rsa2048).map_err(refused)?;
    let der: Pkcs8V1Der<'_> = pair.as_der().map_err(refused)?;
    let text = STANDARD.encode(der.as_ref());
    let lines: Vec<_> = text.as_bytes().chunks(64).map(String::from_utf8_lossy).collect();
    Ok(format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", lines.join("\n")))
}

fn keep(path: &Path, pem: &str) -> Result<(), StartError> {
    data_dir::replace(path, pem).map_err(|source| StartError::DataDir { path: path.to_owned(), source })
}

fn machine(reason: String) -> StartError {
    StartError::Machine { reason }
}
