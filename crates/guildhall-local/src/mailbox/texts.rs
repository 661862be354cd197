//! The words of the mailbox, in every language of the interface.

use guildhall_domain::delivery::Delivery;

use super::carrier::Told;
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
    pub(super) came: &'static str,
    pub(super) tell: &'static str,
    pub(super) not_known: &'static str,
    /// In the order of [`Told::ALL`].
    buttons: [&'static str; 3],
    /// In the order of [`Delivery::ALL`].
    states: [&'static str; 8],
}

impl Texts {
    /// What a button says.
    pub(super) fn button(&self, told: Told) -> &'static str {
        match told {
            Told::Delivered => self.buttons[0],
            Told::Bounced => self.buttons[1],
            Told::Complained => self.buttons[2],
        }
    }

    /// How far a message came.
    pub(super) fn state(&self, delivery: Delivery) -> &'static str {
        let place = match delivery {
            Delivery::Pending => 0,
            Delivery::Sent => 1,
            Delivery::Delivered => 2,
            Delivery::Bounced => 3,
            Delivery::Complained => 4,
            Delivery::Failed => 5,
            Delivery::Unknown => 6,
            Delivery::NotWanted => 7,
        };
        self.states[place]
    }
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
    came: "How far it came",
    tell: "Let the carrier tell what became of it:",
    not_known: "Not in the books",
    buttons: ["Deliver", "Bounce", "Complain"],
    states: [
        "About to be sent",
        "Sent",
        "Delivered",
        "Bounced",
        "Reported as unwanted",
        "Not sent",
        "Outcome unknown",
        "Not wanted",
    ],
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
    came: "Hur långt det kom",
    tell: "Låt bäraren berätta vad som hände med det:",
    not_known: "Finns inte i böckerna",
    buttons: ["Leverera", "Studsa", "Klaga"],
    states: [
        "Ska just skickas",
        "Skickat",
        "Levererat",
        "Studsade",
        "Anmält som oönskat",
        "Inte skickat",
        "Okänt utfall",
        "Inte önskat",
    ],
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
    came: "Thư đã đi đến đâu",
    tell: "Để bên chuyển thư báo kết quả:",
    not_known: "Không có trong sổ",
    buttons: ["Đã giao", "Bị trả lại", "Khiếu nại"],
    states: [
        "Sắp được gửi",
        "Đã gửi",
        "Đã giao",
        "Bị trả lại",
        "Bị báo là không mong muốn",
        "Chưa gửi được",
        "Không rõ kết quả",
        "Không muốn nhận",
    ],
};
