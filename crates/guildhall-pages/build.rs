//! Turns `locales/<language>/<section>.json` into `texts.rs`: one function for each key.

fn main() {
    guildhall_locales::build();
}
