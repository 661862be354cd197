//! The words of the sign-in page, in every language of the interface.

use guildhall_domain::actor::Role;
use http::{HeaderMap, header};

/// The languages, as in `ui_locales`.
pub(super) const LANGUAGES: [&str; 3] = ["en", "sv", "vi"];

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Swedish,
    Vietnamese,
}

/// The sentences of the page.
pub(super) struct Texts {
    pub(super) title: &'static str,
    pub(super) lead: &'static str,
    pub(super) platform: &'static str,
    pub(super) merchants: &'static str,
    pub(super) since: &'static str,
    pub(super) back: &'static str,
    pub(super) refused: &'static str,
    pub(super) home: &'static str,
    pub(super) somebody_else: &'static str,
    pub(super) somebody_else_note: &'static str,
    pub(super) name: &'static str,
    pub(super) email: &'static str,
    pub(super) sign_in: &'static str,
}

impl Language {
    /// What the client asks for, or else the browser, or else English.
    pub(crate) fn of(ui_locales: Option<&str>, headers: &HeaderMap) -> Self {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let asked = ui_locales.unwrap_or_default().split(' ');
        asked.chain(accepted.unwrap_or_default().split(',')).find_map(Self::from_tag).unwrap_or(Self::English)
    }

    /// Reads `sv`, `sv-SE` or `sv;q=0.8`. Browsers list the preferred language first.
    fn from_tag(tag: &str) -> Option<Self> {
        match tag.trim().split(['-', ';']).next()?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "sv" => Some(Self::Swedish),
            "vi" => Some(Self::Vietnamese),
            _ => None,
        }
    }

    /// The tag for `<html lang>`.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Swedish => "sv",
            Self::Vietnamese => "vi",
        }
    }

    /// The sentences in this language.
    pub(super) fn texts(self) -> &'static Texts {
        match self {
            Self::English => &ENGLISH,
            Self::Swedish => &SWEDISH,
            Self::Vietnamese => &VIETNAMESE,
        }
    }

    /// A role in this language.
    pub(super) fn role(self, role: Role) -> &'static str {
        let [english, swedish, vietnamese] = match role {
            Role::PartnerOwner => ["Owner", "Ägare", "Chủ sở hữu"],
            Role::PartnerMember => ["Member", "Medlem", "Thành viên"],
            Role::PartnerViewer => ["Viewer", "Läsare", "Người xem"],
            Role::Rep => ["Sales representative", "Säljare", "Nhân viên bán hàng"],
            Role::SalesManager => ["Sales manager", "Försäljningschef", "Quản lý bán hàng"],
            Role::ProgramAdmin => {
                ["Programme administrator", "Programadministratör", "Quản trị viên chương trình"]
            }
            Role::Merchant => ["Merchant", "Handlare", "Người bán"],
            Role::System => ["System", "System", "Hệ thống"],
        };
        match self {
            Self::English => english,
            Self::Swedish => swedish,
            Self::Vietnamese => vietnamese,
        }
    }
}

static ENGLISH: Texts = Texts {
    title: "Who are you today?",
    lead: "This Guildhall runs on your own machine. Choose a person to sign in as; no password is needed.",
    platform: "The platform’s people",
    merchants: "Merchants",
    since: "Partner since",
    back: "Back without signing in",
    refused: "This sign-in cannot go on",
    home: "Go to Guildhall",
    somebody_else: "Somebody else",
    somebody_else_note: "Anybody you like: a merchant, until they accept an invitation. The same address is the same person.",
    name: "Name",
    email: "Email",
    sign_in: "Sign in",
};

static SWEDISH: Texts = Texts {
    title: "Vem är du i dag?",
    lead: "Den här Guildhall körs på din egen dator. Välj vem du vill logga in som; inget lösenord behövs.",
    platform: "Plattformens medarbetare",
    merchants: "Handlare",
    since: "Partner sedan",
    back: "Tillbaka utan att logga in",
    refused: "Inloggningen kan inte fortsätta",
    home: "Gå till Guildhall",
    somebody_else: "Någon annan",
    somebody_else_note: "Vem du vill: en handlare, tills de accepterar en inbjudan. Samma adress är samma person.",
    name: "Namn",
    email: "E-post",
    sign_in: "Logga in",
};

static VIETNAMESE: Texts = Texts {
    title: "Hôm nay bạn là ai?",
    lead: "Guildhall này chạy trên máy của chính bạn. Chọn một người để đăng nhập; không cần mật khẩu.",
    platform: "Nhân sự của nền tảng",
    merchants: "Người bán",
    since: "Đối tác từ",
    back: "Quay lại mà không đăng nhập",
    refused: "Không thể tiếp tục đăng nhập",
    home: "Đến Guildhall",
    somebody_else: "Người khác",
    somebody_else_note: "Bất kỳ ai: là người bán cho đến khi chấp nhận lời mời. Cùng một địa chỉ là cùng một người.",
    name: "Tên",
    email: "Email",
    sign_in: "Đăng nhập",
};

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::the_client_asks(Some("vi"), "sv", Language::Vietnamese)]
    #[case::the_browser_asks(None, "sv-SE,sv;q=0.9,en;q=0.8", Language::Swedish)]
    #[case::a_language_we_lack(Some("fr de"), "fr", Language::English)]
    #[case::the_second_choice(None, "fr,vi;q=0.5", Language::Vietnamese)]
    #[case::nobody_asks(None, "", Language::English)]
    fn the_page_speaks_the_readers_language(
        #[case] ui_locales: Option<&str>,
        #[case] accepted: &str,
        #[case] expected: Language,
    ) {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, accepted.parse().unwrap());
        assert_eq!(Language::of(ui_locales, &headers), expected);
    }
}
