//! What the mails about leads say. Each mail is a script: its sentences, and what follows them.

pub(super) mod entered;
pub(super) mod partner;
pub(super) mod sales;

use guildhall_domain::policy::{Promise, Words};

use crate::words::words;

/// The sentences of one mail. `{name}` is filled in.
#[derive(Debug)]
pub(super) struct Script {
    pub(super) subject: Words,
    pub(super) heading: Words,
    pub(super) opening: &'static [Words],
    /// The heading above what was said, or entered.
    pub(super) facts: Words,
    /// What the button says; its reader may open the lead.
    pub(super) action: Option<Words>,
    pub(super) next: Next,
    pub(super) notice: Option<(Words, Words)>,
}

/// Where the lines under *what to expect next* come from.
#[derive(Debug)]
pub(super) enum Next {
    /// From the policy: what the partner is told wherever they look.
    Policy,
    /// From here.
    Own(&'static [Words]),
    /// Nothing follows.
    Nothing,
}

// What stands beside what.

pub(super) const MERCHANT: Words = words("Merchant", "Handlare", "Thương nhân");
pub(super) const PARTNER: Words = words("Partner", "Partner", "Đối tác");
pub(super) const STATUS: Words = words("Status", "Status", "Trạng thái");
pub(super) const REPRESENTATIVE: Words = words("Representative", "Säljare", "Nhân viên bán hàng phụ trách");
pub(super) const NOBODY: Words = words("Nobody yet", "Ingen än", "Chưa có ai");
pub(super) const LEAD: Words = words("Lead", "Lead", "Mã khách hàng tiềm năng");
pub(super) const NOTE: Words = words("Note", "Anteckning", "Ghi chú");
pub(super) const REASON: Words = words("Reason", "Skäl", "Lý do");
pub(super) const MESSAGE: Words = words("Message", "Meddelande", "Lời nhắn");
pub(super) const QUESTION: Words = words("Question", "Fråga", "Câu hỏi");
pub(super) const ASKED_FOR: Words = words("Asked for", "Efterfrågat", "Cần bổ sung");
pub(super) const NOTHING: Words = words("nothing", "inget", "trống");

/// What keeps a lead from moving on, in the place of its status.
pub(super) const WAITING: Words =
    words("Waiting for information", "Väntar på information", "Đang chờ thông tin");
pub(super) const WITHDRAWN: Words = words("Withdrawn", "Tillbakadraget", "Đã rút lại");

pub(super) const NEXT: Words =
    words("What to expect next", "Vad du kan förvänta dig härnäst", "Bước tiếp theo");
pub(super) const NEXT_SALES: Words =
    words("What to do next", "Det här behöver göras", "Việc cần làm tiếp theo");

/// How the representative is reached, for the partner.
pub(super) const CONTACT: Words = words(
    "Your representative is {recipient}. **Reply to this mail** and your answer goes to them.",
    "Din säljare är {recipient}. **Svara på det här mejlet** så når svaret {recipient}.",
    "Nhân viên bán hàng phụ trách của bạn là {recipient}. **Trả lời thư này** để gửi đến người phụ trách.",
);

/// By when, for the partner.
pub(super) fn promised(promise: Promise) -> Words {
    match promise {
        Promise::FirstAnswer => words(
            "Our sales team answers by **{date}**.",
            "Vårt försäljningsteam svarar senast **{date}**.",
            "Đội ngũ bán hàng trả lời trước hết ngày **{date}**.",
        ),
        Promise::Decision => words(
            "Our sales team decides by **{date}**.",
            "Vårt försäljningsteam beslutar senast **{date}**.",
            "Đội ngũ bán hàng quyết định trước hết ngày **{date}**.",
        ),
    }
}

/// By when, for the sales team.
pub(super) fn owed(promise: Promise) -> Words {
    match promise {
        Promise::FirstAnswer => words(
            "The partner was promised a first answer by **{date}**.",
            "Partnern har utlovats ett första svar senast **{date}**.",
            "Đối tác được hẹn phản hồi đầu tiên trước hết ngày **{date}**.",
        ),
        Promise::Decision => words(
            "The partner was promised a decision by **{date}**.",
            "Partnern har utlovats ett beslut senast **{date}**.",
            "Đối tác được hẹn có quyết định trước hết ngày **{date}**.",
        ),
    }
}

/// Why the reader gets the mail.
pub(super) mod footer {
    use super::{Words, words};

    pub(in crate::lead) const SUBMITTER: Words = words(
        "You get this mail because you submitted this lead for {organisation}. What you want by mail you choose in your settings.",
        "Du får det här mejlet eftersom du skickade in det här leadet för {organisation}. Vilka mejl du vill ha väljer du i dina inställningar.",
        "Bạn nhận được thư này vì bạn đã gửi khách hàng tiềm năng này cho {organisation}. Bạn chọn loại thư muốn nhận trong phần cài đặt.",
    );
    pub(in crate::lead) const SHARED: Words = words(
        "You get this mail because {organisation} wants mail about its leads at this address. An owner can change it in the settings.",
        "Du får det här mejlet eftersom {organisation} vill ha mejl om sina leads till den här adressen. En ägare kan ändra det i inställningarna.",
        "Bạn nhận được thư này vì {organisation} muốn nhận thư về khách hàng tiềm năng tại địa chỉ này. Chủ sở hữu có thể thay đổi trong phần cài đặt.",
    );
    pub(in crate::lead) const REOPENING: Words = words(
        "Mail about awards that may be taken back is always sent: {organisation} is told before anything changes.",
        "Mejl om tilldelningar som kan tas tillbaka skickas alltid: {organisation} får veta det innan något ändras.",
        "Thư về việc thu hồi quyết định hưởng hoa hồng luôn được gửi: {organisation} được thông báo trước khi có thay đổi.",
    );
    pub(in crate::lead) const SENDER: Words = words(
        "You get this copy because you asked about this lead of {organisation}.",
        "Du får den här kopian eftersom du frågade om det här leadet från {organisation}.",
        "Bạn nhận được bản sao này vì bạn đã hỏi về khách hàng tiềm năng này của {organisation}.",
    );
    pub(in crate::lead) const REPRESENTATIVE: Words = words(
        "You get this mail because this lead is yours. What you want by mail you choose in your settings.",
        "Du får det här mejlet eftersom det här leadet är ditt. Vilka mejl du vill ha väljer du i dina inställningar.",
        "Bạn nhận được thư này vì bạn phụ trách khách hàng tiềm năng này. Bạn chọn loại thư muốn nhận trong phần cài đặt.",
    );
    pub(in crate::lead) const FORMER: Words = words(
        "You get this mail because this lead was yours. What you want by mail you choose in your settings.",
        "Du får det här mejlet eftersom det här leadet var ditt. Vilka mejl du vill ha väljer du i dina inställningar.",
        "Bạn nhận được thư này vì bạn từng phụ trách khách hàng tiềm năng này. Bạn chọn loại thư muốn nhận trong phần cài đặt.",
    );
    pub(in crate::lead) const MANAGERS: Words = words(
        "This mail goes to the address that the sales desk names for overdue leads. Managers can change it.",
        "Det här mejlet går till den adress som säljteamet anger för försenade leads. Chefer kan ändra den.",
        "Thư này được gửi đến địa chỉ mà bộ phận bán hàng dùng cho khách hàng tiềm năng quá hạn. Quản lý có thể thay đổi.",
    );
}
