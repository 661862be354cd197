//! Which network addresses belong to the public internet. Everything else is refused: our own machines, their
//! neighbours, and the places where a cloud tells a machine its secrets.
//!
//! Source: the registries of special-purpose addresses for IPv4 and IPv6 (IANA, RFC 6890 and those that update it).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Blocks of IPv4 that are not the public internet, each with the length of its prefix.
const CLOSED_V4: [(Ipv4Addr, u32); 17] = [
    // This network, and "any address of mine".
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    // Private.
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    // Shared behind a carrier's translation.
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    // This machine.
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    // This link: the metadata of a cloud's machines is at 169.254.169.254.
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    // Protocol assignments, and the way to IPv6 that nobody uses any more.
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    // Delegated to nobody: answers of name servers for private addresses.
    (Ipv4Addr::new(192, 31, 196, 0), 24),
    (Ipv4Addr::new(192, 175, 48, 0), 24),
    // Documentation.
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    // Measuring of devices.
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    // To many at once; reserved; to everybody.
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// The only block of IPv6 that is given out. What lies outside of it is this machine, this link, private, many at once,
/// or an IPv4 address in another dress (mapped, translated by `64:ff9b::/96`).
const OPEN_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// What within it is not the public internet all the same.
const CLOSED_V6: [(Ipv6Addr, u32); 4] = [
    // Protocol assignments: Teredo, which holds an IPv4 address, measuring, hashes.
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    // Documentation.
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
    // 6to4, which holds an IPv4 address.
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
];

/// Whether an address belongs to the public internet.
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => !CLOSED_V4.iter().any(|(block, length)| is_in_v4(address, *block, *length)),
        IpAddr::V6(address) => {
            is_in_v6(address, OPEN_V6.0, OPEN_V6.1)
                && !CLOSED_V6.iter().any(|(block, length)| is_in_v6(address, *block, *length))
        }
    }
}

fn is_in_v4(address: Ipv4Addr, block: Ipv4Addr, length: u32) -> bool {
    (u32::from(address) ^ u32::from(block)) >> (32 - length) == 0
}

fn is_in_v6(address: Ipv6Addr, block: Ipv6Addr, length: u32) -> bool {
    (u128::from(address) ^ u128::from(block)) >> (128 - length) == 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("0.0.0.0")]
    #[case("0.255.255.255")]
    #[case("10.1.2.3")]
    #[case("100.64.0.1")]
    #[case("100.127.255.255")]
    #[case("127.0.0.1")]
    #[case("127.255.255.254")]
    #[case("169.254.169.254")]
    #[case("169.254.170.2")]
    #[case("172.16.0.1")]
    #[case("172.31.255.255")]
    #[case("192.0.0.170")]
    #[case("192.0.2.1")]
    #[case("192.88.99.1")]
    #[case("192.168.1.1")]
    #[case("198.18.0.1")]
    #[case("198.19.255.255")]
    #[case("198.51.100.1")]
    #[case("203.0.113.1")]
    #[case("224.0.0.1")]
    #[case("239.255.255.255")]
    #[case("240.0.0.1")]
    #[case("255.255.255.255")]
    #[case("::")]
    #[case("::1")]
    #[case("::ffff:127.0.0.1")]
    #[case("::ffff:169.254.169.254")]
    #[case("::ffff:8.8.8.8")]
    #[case("::127.0.0.1")]
    #[case("64:ff9b::a9fe:a9fe")]
    #[case("64:ff9b:1::1")]
    #[case("100::1")]
    #[case("2001::1")]
    #[case("2001:2::1")]
    #[case("2001:10::1")]
    #[case("2001:db8::1")]
    #[case("2002:a9fe:a9fe::1")]
    #[case("3fff::1")]
    #[case("5f00::1")]
    #[case("fc00::1")]
    #[case("fd00:ec2::254")]
    #[case("fe80::1")]
    #[case("fec0::1")]
    #[case("ff02::1")]
    fn what_is_not_the_public_internet_is_refused(#[case] address: &str) {
        assert!(!is_public(address.parse().unwrap()), "{address}");
    }

    #[rstest]
    #[case("1.1.1.1")]
    #[case("8.8.8.8")]
    #[case("9.255.255.255")]
    #[case("11.0.0.0")]
    #[case("100.63.255.255")]
    #[case("100.128.0.0")]
    #[case("126.255.255.255")]
    #[case("128.0.0.1")]
    #[case("172.15.255.255")]
    #[case("172.32.0.0")]
    #[case("192.167.255.255")]
    #[case("192.169.0.0")]
    #[case("198.17.255.255")]
    #[case("198.20.0.0")]
    #[case("223.255.255.255")]
    #[case("2001:200::1")]
    #[case("2001:4860:4860::8888")]
    #[case("2606:4700:4700::1111")]
    #[case("2a05:d018::1")]
    fn the_public_internet_is_let_through(#[case] address: &str) {
        assert!(is_public(address.parse().unwrap()), "{address}");
    }

    proptest! {
        /// The standard library's own words for addresses agree, whatever the address.
        #[test]
        fn nothing_that_the_standard_library_calls_private_is_public(bits in any::<u32>()) {
            let address = Ipv4Addr::from(bits);
            let closed = address.is_private()
                || address.is_loopback()
                || address.is_link_local()
                || address.is_broadcast()
                || address.is_documentation()
                || address.is_multicast()
                || address.is_unspecified();
            prop_assert!(!(closed && is_public(address.into())), "{address}");
        }

        /// An IPv4 address in the dress of IPv6 is never let through, private or not.
        #[test]
        fn an_ipv4_address_in_another_dress_is_never_public(bits in any::<u32>()) {
            let [a, b, c, d] = bits.to_be_bytes().map(u16::from);
            let (high, low) = (a << 8 | b, c << 8 | d);
            let dressed = [
                Ipv4Addr::from(bits).to_ipv6_mapped(),
                Ipv4Addr::from(bits).to_ipv6_compatible(),
                Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, high, low),
                Ipv6Addr::new(0x2002, high, low, 0, 0, 0, 0, 1),
                Ipv6Addr::new(0x2001, 0, high, low, 0, 0, 0, 1),
            ];
            for address in dressed {
                prop_assert!(!is_public(address.into()), "{address}");
            }
        }

        #[test]
        fn nothing_outside_of_what_is_given_out_is_public(bits in any::<u128>()) {
            let address = Ipv6Addr::from(bits);
            let given_out = address.segments()[0] >> 13 == 1;
            prop_assert!(given_out || !is_public(address.into()), "{address}");
        }
    }
}
