use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn read(text: &str) -> Result<Target, UrlFault> {
    Target::read(text, &Allowed::nobody())
}

#[rstest]
#[case("https://hooks.acme.com", "hooks.acme.com", 443, "/")]
#[case("HTTPS://Hooks.Acme.COM/a/b?c=d", "hooks.acme.com", 443, "/a/b?c=d")]
#[case("https://hooks.acme.com:8443?x", "hooks.acme.com", 8443, "/?x")]
#[case("https://xn--rksmrgs-5wao1o.se/", "xn--rksmrgs-5wao1o.se", 443, "/")]
#[case("https://8.8.8.8/", "8.8.8.8", 443, "/")]
#[case("https://[2606:4700:4700::1111]/", "[2606:4700:4700::1111]", 443, "/")]
fn an_address_of_the_public_internet_is_taken(
    #[case] text: &str,
    #[case] host: &str,
    #[case] port: u16,
    #[case] path: &str,
) {
    let target = read(text).unwrap();
    assert_eq!((target.host.to_string().as_str(), target.port, target.path.as_str()), (host, port, path));
    assert!(target.is_tls && !target.is_allowed);
}

#[rstest]
#[case("", UrlFault::Scheme)]
#[case("hooks.acme.com", UrlFault::Scheme)]
#[case("http://hooks.acme.com", UrlFault::Scheme)]
#[case("ftp://hooks.acme.com", UrlFault::Scheme)]
#[case("file:///etc/passwd", UrlFault::Scheme)]
#[case("https:/hooks.acme.com", UrlFault::Scheme)]
#[case("https://", UrlFault::Host)]
#[case("https:///hooks", UrlFault::Host)]
// Somebody else's host behind a name.
#[case("https://user@acme.com", UrlFault::UserInfo)]
#[case("https://user:secret@acme.com", UrlFault::UserInfo)]
#[case("https://acme.com@127.0.0.1/", UrlFault::UserInfo)]
#[case("https://@acme.com/", UrlFault::UserInfo)]
#[case("https://acme.com\\@127.0.0.1/", UrlFault::Characters)]
#[case("https://acme.com/\r\nHost: else", UrlFault::Characters)]
#[case("https://acme.com/ a", UrlFault::Characters)]
#[case("https://\u{ff11}27.0.0.1/", UrlFault::Characters)]
#[case("https://acme\u{3002}com/", UrlFault::Characters)]
#[case("https://127.0.0.1#@acme.com/", UrlFault::Fragment)]
// Addresses of IPv4 in every dress.
#[case("https://127.0.0.1/", UrlFault::Private)]
#[case("https://169.254.169.254/latest/meta-data", UrlFault::Private)]
#[case("https://10.0.0.1:8443/", UrlFault::Private)]
#[case("https://2130706433/", UrlFault::Host)]
#[case("https://0x7f000001/", UrlFault::Host)]
#[case("https://0x7f.0.0.1/", UrlFault::Host)]
#[case("https://0177.0.0.1/", UrlFault::Host)]
#[case("https://127.1/", UrlFault::Host)]
#[case("https://127.0.0.1./", UrlFault::Host)]
#[case("https://127.0.0.0x1/", UrlFault::Host)]
#[case("https://acme.1/", UrlFault::Host)]
#[case("https://acme.0x1/", UrlFault::Host)]
#[case("https://%31%32%37.0.0.1/", UrlFault::Host)]
// And of IPv6.
#[case("https://[::1]/", UrlFault::Private)]
#[case("https://[::]/", UrlFault::Private)]
#[case("https://[::ffff:127.0.0.1]/", UrlFault::Private)]
#[case("https://[::ffff:7f00:1]/", UrlFault::Private)]
#[case("https://[64:ff9b::7f00:1]/", UrlFault::Private)]
#[case("https://[fd00:ec2::254]/", UrlFault::Private)]
#[case("https://[fe80::1%25eth0]/", UrlFault::Host)]
#[case("https://[fe80::1%eth0]/", UrlFault::Host)]
#[case("https://[::1", UrlFault::Host)]
#[case("https://[::1]acme.com/", UrlFault::Host)]
#[case("https://::1/", UrlFault::Port)]
// Names of this machine and this network.
#[case("https://localhost/", UrlFault::Private)]
#[case("https://LOCALHOST:8443/", UrlFault::Private)]
#[case("https://a.localhost/", UrlFault::Private)]
#[case("https://localhost./", UrlFault::Host)]
#[case("https://printer.local/", UrlFault::Private)]
#[case("https://metadata.google.internal/", UrlFault::Private)]
#[case("https://intranet/", UrlFault::Host)]
#[case("https://-acme.com/", UrlFault::Host)]
#[case("https://acme..com/", UrlFault::Host)]
#[case("https://ac_me.com/", UrlFault::Host)]
// Ports.
#[case("https://acme.com:22/", UrlFault::Port)]
#[case("https://acme.com:9001/", UrlFault::Port)]
#[case("https://acme.com:/", UrlFault::Port)]
#[case("https://acme.com:+443/", UrlFault::Port)]
#[case("https://acme.com:0443/", UrlFault::Port)]
#[case("https://acme.com:65979/", UrlFault::Port)]
#[case("https://acme.com:443:443/", UrlFault::Port)]
fn anything_else_is_refused_with_the_reason(#[case] text: &str, #[case] fault: UrlFault) {
    assert_eq!(read(text), Err(fault), "{text}");
}

#[test]
fn an_address_has_a_longest_length() {
    let long = |length: usize| format!("https://acme.com/{}", "a".repeat(length - 17));
    assert!(read(&long(URL_MAX)).is_ok());
    assert_eq!(read(&long(URL_MAX + 1)), Err(UrlFault::Long));
}

#[test]
fn what_is_let_through_explicitly_is_let_through_at_its_port_and_nowhere_else() {
    let allowed: Allowed = "127.0.0.1:9301, Localhost:9302".parse().unwrap();
    let target = Target::read("http://127.0.0.1:9301/hook", &allowed).unwrap();
    assert!(target.is_allowed && !target.is_tls);
    assert_eq!(target.host, Host::Address("127.0.0.1".parse().unwrap()));
    assert!(Target::read("http://localhost:9302/hook", &allowed).is_ok());
    assert_eq!(Target::read("http://127.0.0.1:9302/hook", &allowed), Err(UrlFault::Scheme));
    assert_eq!(Target::read("https://127.0.0.1/hook", &allowed), Err(UrlFault::Private));
    assert_eq!(Target::read("http://user@127.0.0.1:9301/", &allowed), Err(UrlFault::UserInfo));
    for text in ["127.0.0.1", ":80", "host:port", "host:99999"] {
        assert_eq!(text.parse::<Allowed>(), Err(AllowedError), "{text}");
    }
    assert_eq!("".parse(), Ok(Allowed::nobody()));
}

proptest! {
    /// Whatever is taken, its host is public and says the same to whoever reads it again.
    #[test]
    fn nothing_private_is_ever_taken(text in r"https://[\[\]@:./?#\\%0-9a-fxX-]{0,40}") {
        if let Ok(target) = read(&text) {
            if let Host::Address(address) = target.host {
                prop_assert!(is_public(address), "{text}");
            }
            prop_assert!(PORTS.contains(&target.port));
        }
    }

    #[test]
    fn no_spelling_of_a_private_address_is_taken(a in 0_u8..=255, b in 0_u8..=255, c in 0_u8..=255) {
        for text in [
            format!("https://127.{a}.{b}.{c}/"),
            format!("https://10.{a}.{b}.{c}/"),
            format!("https://169.254.{b}.{c}/"),
            format!("https://0{a:o}.{b}.{c}.1/"),
            format!("https://0x{a:x}.{b}.{c}.1/"),
            format!("https://{}/", u32::from(Ipv4Addr::new(127, a, b, c))),
            format!("https://[::ffff:{a:x}{b:02x}:{c:x}]/"),
        ] {
            prop_assert!(read(&text).is_err(), "{text}");
        }
    }

    #[test]
    fn reading_never_panics(text in any::<String>()) {
        let _ = read(&text);
        let _ = read(&format!("https://{text}"));
    }
}
