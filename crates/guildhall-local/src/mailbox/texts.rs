//! The words of the mailbox, in every language of the interface.

use crate::sign_in::Language;

/// The words of the mailbox.
pub(super) struct Texts {
    pub(super) title: &'static str,
    pub(super) lead: &'static str,
    pub(super) empty: &'static str,
    pub(super) to: &'static str,
    pub(super) laid_out: &'static str,
    pub(super) plain: &'static str,
    pub(super) headers: &'static str,
    pub(super) back: &'static str,
    pub(super) unknown: &'static str,
}

/// The words in a language.
pub(super) fn texts(language: Language) -> &'static Texts {
    match language {
        Language::English => &ENGLISH,
        Language::Swedish => &SWEDISH,
        Language::Vietnamese => &VIETNAMESE,
    }
}

static ENGLISH: Texts = Texts {
    title: "Mailbox",
    lead: "No mail leaves this machine. Everything that would have been sent, to anybody, is here.",
    empty: "Nothing has been sent yet.",
    to: "To",
    laid_out: "As laid out",
    plain: "As plain text",
    headers: "Headers",
    back: "All mail",
    unknown: "There is no such mail",
};

static SWEDISH: Texts = Texts {
    title: "Brevlåda",
    lead: "Inga mejl lämnar den här datorn. Allt som skulle ha skickats, till vem det än är, finns här.",
    empty: "Inget har skickats än.",
    to: "Till",
    laid_out: "Formaterat",
    plain: "Som ren text",
    headers: "Brevhuvud",
    back: "Alla mejl",
    unknown: "Det mejlet finns inte",
};

static VIETNAMESE: Texts = Texts {
    title: "Hộp thư",
    lead: "Không thư nào rời khỏi máy này. Mọi thư lẽ ra đã được gửi, cho bất kỳ ai, đều ở đây.",
    empty: "Chưa có thư nào được gửi.",
    to: "Đến",
    laid_out: "Bản trình bày",
    plain: "Bản văn bản thuần",
    headers: "Tiêu đề thư",
    back: "Tất cả thư",
    unknown: "Không có thư này",
};
