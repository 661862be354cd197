//! Light, dark, or whatever the system says. `boot.js` applies the kept choice before the first paint.

use crate::browser;

const KEPT_AS: &str = "guildhall.theme";

/// Which theme the reader wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// The system's.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All, in the order to offer them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value in storage and in `data-theme`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with this code; the system's for anything else.
    #[must_use]
    pub fn by_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.code() == code).unwrap_or(Self::System)
    }

    /// The choice kept in this browser.
    #[must_use]
    pub fn kept() -> Self {
        browser::kept(KEPT_AS).map_or(Self::System, |code| Self::by_code(&code))
    }

    /// Applies and keeps the choice.
    pub fn choose(self) {
        if self == Self::System {
            browser::forget(KEPT_AS);
            browser::set_root_attribute("data-theme", None);
            return;
        }
        browser::keep(KEPT_AS, self.code());
        browser::set_root_attribute("data-theme", Some(self.code()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_theme_is_the_systems() {
        assert_eq!(Theme::by_code("dark"), Theme::Dark);
        assert_eq!(Theme::by_code("sepia"), Theme::System);
    }
}
