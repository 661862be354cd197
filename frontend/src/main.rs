//! The browser begins here.

fn main() {
    frontend::start();
}
