//! The processors that functions can be built for.

use std::fmt::{self, Display};

use clap::ValueEnum;

/// A processor, by the name that Lambda and the template have for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Architecture {
    /// AWS Graviton, which costs a fifth less.
    #[value(name = "arm64")]
    Arm64,
    /// For machines that can build only that.
    #[value(name = "x86_64")]
    X86,
}

impl Architecture {
    /// The option of `cargo lambda build`.
    pub(super) fn option(self) -> &'static str {
        match self {
            Self::Arm64 => "--arm64",
            Self::X86 => "--x86-64",
        }
    }

    /// What rustc calls it.
    pub(crate) fn target(self) -> &'static str {
        match self {
            Self::Arm64 => "aarch64-unknown-linux-gnu",
            Self::X86 => "x86_64-unknown-linux-gnu",
        }
    }

    /// The architecture with the template's name for it.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::value_variants().iter().copied().find(|known| known.to_string() == name)
    }
}

impl Display for Architecture {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Arm64 => "arm64",
            Self::X86 => "x86_64",
        })
    }
}
