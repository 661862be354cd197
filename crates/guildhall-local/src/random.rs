//! Random text from the operating system's generator.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// 256 random bits in URL-safe text: codes, tokens, identifiers.
pub(crate) fn token() -> String {
    URL_SAFE_NO_PAD.encode(bytes::<32>())
}

/// 128 random bits in hexadecimal digits: request numbers.
pub(crate) fn request_id() -> String {
    format!("{:032x}", u128::from_be_bytes(bytes()))
}

fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    aws_lc_rs::rand::fill(&mut bytes)
        .expect("the generator is seeded by the operating system and never fails");
    bytes
}
