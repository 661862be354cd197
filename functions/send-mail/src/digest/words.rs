//! What the weekly summary says.

use guildhall_domain::policy::Words;

use crate::words::words;

/// `3 leads wait for you, 1 for us`; a partner's other side is us, and the sales team's are the partners.
pub(super) fn subject(is_partner: bool, yours: usize) -> Words {
    match (is_partner, yours) {
        (true, 1) => words(
            "1 lead waits for you, {theirs} for us",
            "1 lead väntar på dig, {theirs} på oss",
            "1 khách hàng tiềm năng chờ bạn, {theirs} chờ chúng tôi",
        ),
        (true, _) => words(
            "{yours} leads wait for you, {theirs} for us",
            "{yours} leads väntar på dig, {theirs} på oss",
            "{yours} khách hàng tiềm năng chờ bạn, {theirs} chờ chúng tôi",
        ),
        (false, 1) => words(
            "1 lead waits for you, {theirs} for partners",
            "1 lead väntar på dig, {theirs} på partner",
            "1 khách hàng tiềm năng chờ bạn, {theirs} chờ đối tác",
        ),
        (false, _) => words(
            "{yours} leads wait for you, {theirs} for partners",
            "{yours} leads väntar på dig, {theirs} på partner",
            "{yours} khách hàng tiềm năng chờ bạn, {theirs} chờ đối tác",
        ),
    }
}

pub(super) const OPENING: Words = words(
    "This is your summary of the week: whose move it is on the leads that are still open.",
    "Här är veckans sammanfattning: vems drag det är i de leads som ännu är öppna.",
    "Đây là bản tóm tắt trong tuần: đến lượt ai với những khách hàng tiềm năng còn mở.",
);
pub(super) const COUNTS: Words = words("Open leads", "Öppna leads", "Khách hàng tiềm năng còn mở");
pub(super) const FOR_YOU: Words = words("Waiting for you", "Väntar på dig", "Đang chờ bạn");
pub(super) const FOR_US: Words = words("Waiting for us", "Väntar på oss", "Đang chờ chúng tôi");
pub(super) const FOR_PARTNERS: Words = words("Waiting for partners", "Väntar på partner", "Đang chờ đối tác");
pub(super) const FOR_BOTH: Words =
    words("Both sides at work", "Båda sidor arbetar", "Hai bên đang cùng xử lý");
pub(super) const ACTION: Words = words("See the leads", "Visa leads", "Xem khách hàng tiềm năng");
pub(super) const QUIET: Words = words(
    "Nothing has happened for two weeks",
    "Inget har hänt på två veckor",
    "Hai tuần qua chưa có gì mới",
);
pub(super) const SINCE: Words =
    words("{company}, since {date}", "{company}, sedan {date}", "{company}, từ {date}");
pub(super) const MORE: Words = words("And {count} more", "Och {count} till", "Và {count} mục nữa");
pub(super) const REMINDER: Words = words("Only a reminder", "Bara en påminnelse", "Chỉ là lời nhắc");
pub(super) const REMINDER_TEXT: Words = words(
    "A lead that nothing happens to stays as it is. Nobody decides against it for that.",
    "Ett lead som inget händer med förblir som det är. Ingen avgör det emot dig för den sakens skull.",
    "Khách hàng tiềm năng không có gì mới vẫn giữ nguyên. Không ai quyết định bất lợi vì lý do đó.",
);
pub(super) const FOOTER: Words = words(
    "You get this mail once a week because you chose it in your settings, where you can switch it off.",
    "Du får det här mejlet en gång i veckan eftersom du har valt det i dina inställningar, där du kan stänga av det.",
    "Bạn nhận được thư này mỗi tuần một lần vì đã chọn trong phần cài đặt, nơi bạn có thể tắt.",
);
