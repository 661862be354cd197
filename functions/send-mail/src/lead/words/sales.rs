//! To the sales team: what became theirs, what partners ask, what is late.

use guildhall_domain::policy::Words;

use super::{Next, Script};
use crate::words::words;

const OPEN: Words = words("Open the lead", "Öppna leadet", "Mở khách hàng tiềm năng");
const THE_LEAD: Words = words("The lead", "Leadet", "Khách hàng tiềm năng");
const REPLY: (Words, Words) = (
    words("Your answer", "Ditt svar", "Câu trả lời của bạn"),
    words(
        "Reply to this mail and your answer goes straight to {actor}. It does not join the lead’s timeline.",
        "Svara på det här mejlet så går ditt svar direkt till {actor}. Det hamnar inte i leadets tidslinje.",
        "Trả lời thư này để gửi thẳng đến {actor}. Câu trả lời không được thêm vào dòng thời gian.",
    ),
);

pub(in crate::lead) static ASSIGNED: Script = Script {
    subject: words(
        "New lead for you: {company} ({product})",
        "Nytt lead till dig: {company} ({product})",
        "Khách hàng tiềm năng mới cho bạn: {company} ({product})",
    ),
    heading: words(
        "{company} is now your lead",
        "{company} är nu ditt lead",
        "{company} hiện do bạn phụ trách",
    ),
    opening: &[words(
        "{organisation} submitted this lead. It was given to you by {actor}, and its status is **{status}**.",
        "{organisation} har skickat in leadet. Du fick det av {actor}, och statusen är **{status}**.",
        "{organisation} đã gửi khách hàng tiềm năng này. {actor} giao cho bạn, và trạng thái là **{status}**.",
    )],
    facts: THE_LEAD,
    action: Some(OPEN),
    next: Next::Own(&[words(
        "Read the lead, then start work on it, ask the partner for what is missing, or say why it is not eligible.",
        "Läs leadet och börja sedan arbeta med det, be partnern om det som saknas, eller ange varför det inte är berättigat.",
        "Đọc thông tin, sau đó bắt đầu xử lý, yêu cầu đối tác bổ sung, hoặc nêu lý do không đủ điều kiện.",
    )]),
    notice: None,
};

pub(in crate::lead) static TAKEN: Script = Script {
    subject: words(
        "{company} now belongs to {representative}",
        "{company} är nu hos {representative}",
        "{company} hiện do {representative} phụ trách",
    ),
    heading: words(
        "{representative} takes over {company} from you",
        "{representative} tar över {company} från dig",
        "{representative} tiếp nhận {company} từ bạn",
    ),
    opening: &[words(
        "{actor} gave this lead to **{representative}**. You need do nothing more, and it is no longer in your list.",
        "{actor} gav leadet till **{representative}**. Du behöver inte göra något mer, och det finns inte längre i din lista.",
        "{actor} đã giao khách hàng tiềm năng này cho **{representative}**. Bạn không cần làm gì thêm, và nó không còn trong danh sách của bạn.",
    )],
    facts: THE_LEAD,
    action: None,
    next: Next::Nothing,
    notice: None,
};

pub(in crate::lead) static SUPPORT_WANTED: Script = Script {
    subject: words(
        "{company}: {organisation} wants sales support",
        "{company}: {organisation} vill ha försäljningssupport",
        "{company}: {organisation} muốn được hỗ trợ bán hàng",
    ),
    heading: words(
        "Sales support is wanted for {company}",
        "Försäljningssupport önskas för {company}",
        "{company} cần hỗ trợ bán hàng",
    ),
    opening: &[words(
        "{actor} asked for sales support for this {product} lead. From now on it is yours to work on together with {organisation}; its status is **{status}**.",
        "{actor} begärde försäljningssupport för det här leadet ({product}). Från och med nu arbetar du med det tillsammans med {organisation}; statusen är **{status}**.",
        "{actor} đã yêu cầu hỗ trợ bán hàng cho khách hàng tiềm năng {product} này. Từ nay bạn cùng {organisation} xử lý; trạng thái là **{status}**.",
    )],
    facts: THE_LEAD,
    action: Some(OPEN),
    next: Next::Own(&[words(
        "Answer {organisation}, and agree who talks to the merchant first.",
        "Svara {organisation} och kom överens om vem som först talar med handlaren.",
        "Trả lời {organisation} và thống nhất ai trao đổi với thương nhân trước.",
    )]),
    notice: None,
};

pub(in crate::lead) static QUESTION: Script = Script {
    subject: words(
        "Question about {company} from {organisation}",
        "Fråga om {company} från {organisation}",
        "Câu hỏi về {company} từ {organisation}",
    ),
    heading: words("{actor} asks about {company}", "{actor} frågar om {company}", "{actor} hỏi về {company}"),
    opening: &[words(
        "{actor} of {organisation} wrote to you about this {product} lead. Its status is **{status}**.",
        "{actor} på {organisation} har skrivit till dig om det här leadet ({product}). Statusen är **{status}**.",
        "{actor} của {organisation} đã viết cho bạn về khách hàng tiềm năng {product} này. Trạng thái là **{status}**.",
    )],
    facts: words("What was asked", "Det här frågades", "Nội dung câu hỏi"),
    action: Some(OPEN),
    next: Next::Nothing,
    notice: Some(REPLY),
};

pub(in crate::lead) static INFORMATION_GIVEN: Script = Script {
    subject: words(
        "{company}: {organisation} has answered",
        "{company}: {organisation} har svarat",
        "{company}: {organisation} đã trả lời",
    ),
    heading: words(
        "The information about {company} is there",
        "Informationen om {company} har kommit",
        "Đã có thông tin về {company}",
    ),
    opening: &[words(
        "{actor} of {organisation} answered what was asked. The lead no longer waits for the partner; its status is **{status}**.",
        "{actor} på {organisation} har svarat på det som efterfrågades. Leadet väntar inte längre på partnern; statusen är **{status}**.",
        "{actor} của {organisation} đã trả lời những gì được hỏi. Khách hàng tiềm năng không còn chờ đối tác; trạng thái là **{status}**.",
    )],
    facts: words("What was answered", "Det här svarades", "Nội dung trả lời"),
    action: Some(OPEN),
    next: Next::Own(&[words(
        "Go on with the lead: it is your move again.",
        "Gå vidare med leadet: det är ditt drag igen.",
        "Tiếp tục xử lý: đến lượt bạn.",
    )]),
    notice: None,
};

pub(in crate::lead) static DETAILS_CORRECTED: Script = Script {
    subject: words(
        "{company}: {organisation} has corrected the details",
        "{company}: {organisation} har rättat uppgifterna",
        "{company}: {organisation} đã sửa thông tin",
    ),
    heading: words(
        "The details of {company} were corrected",
        "Uppgifterna om {company} har rättats",
        "Thông tin về {company} đã được sửa",
    ),
    opening: &[words(
        "{actor} of {organisation} corrected what was entered. The status is still **{status}**, and nothing that was promised has moved.",
        "{actor} på {organisation} har rättat det som angavs. Statusen är fortfarande **{status}**, och inget som utlovats har flyttats.",
        "{actor} của {organisation} đã sửa những gì đã nhập. Trạng thái vẫn là **{status}**, và mọi điều đã hẹn không thay đổi.",
    )],
    facts: words("What was corrected", "Det här rättades", "Nội dung đã sửa"),
    action: Some(OPEN),
    next: Next::Nothing,
    notice: None,
};

pub(in crate::lead) static WITHDRAWN: Script = Script {
    subject: words(
        "{company} was withdrawn by {organisation}",
        "{organisation} har dragit tillbaka {company}",
        "{organisation} đã rút {company}",
    ),
    heading: words("{company} was withdrawn", "{company} har dragits tillbaka", "{company} đã được rút lại"),
    opening: &[words(
        "{actor} of {organisation} took this lead back for good. Please do not contact the merchant about it any more.",
        "{actor} på {organisation} har dragit tillbaka leadet för gott. Kontakta inte handlaren om det längre.",
        "{actor} của {organisation} đã rút hẳn khách hàng tiềm năng này. Vui lòng không liên hệ thương nhân về việc này nữa.",
    )],
    facts: THE_LEAD,
    action: Some(OPEN),
    next: Next::Nothing,
    notice: None,
};

const LATE: Words = words(
    "What the partner was promised by **{deadline}** has not happened. The status is still **{status}**.",
    "Det som partnern utlovades till **{deadline}** har inte skett. Statusen är fortfarande **{status}**.",
    "Điều đã hẹn với đối tác trước hết ngày **{deadline}** vẫn chưa được thực hiện. Trạng thái vẫn là **{status}**.",
);

pub(in crate::lead) static OVERDUE: Script = Script {
    subject: words("Overdue: {company}", "Försenat: {company}", "Quá hạn: {company}"),
    heading: words("{company} is late", "{company} är försenat", "{company} đã quá hạn"),
    opening: &[
        LATE,
        words(
            "The managers were told as well. Nothing is decided by this: the lead is still yours.",
            "Även cheferna har meddelats. Inget avgörs av det: leadet är fortfarande ditt.",
            "Quản lý cũng đã được thông báo. Việc này không quyết định điều gì: bạn vẫn phụ trách khách hàng tiềm năng.",
        ),
    ],
    facts: THE_LEAD,
    action: Some(OPEN),
    next: Next::Own(&[words(
        "Answer the partner today, even if it is only to say when you will know more.",
        "Svara partnern i dag, även om det bara är för att säga när du vet mer.",
        "Hãy trả lời đối tác ngay hôm nay, dù chỉ để cho biết khi nào có thêm thông tin.",
    )]),
    notice: None,
};

pub(in crate::lead) static OVERDUE_FOR_MANAGERS: Script = Script {
    subject: words(
        "Overdue: {company} ({holder})",
        "Försenat: {company} ({holder})",
        "Quá hạn: {company} ({holder})",
    ),
    heading: words("{company} is late", "{company} är försenat", "{company} đã quá hạn"),
    opening: &[LATE],
    facts: THE_LEAD,
    action: Some(OPEN),
    next: Next::Own(&[words(
        "See to it that the partner gets an answer, or give the lead to somebody who has time.",
        "Se till att partnern får ett svar, eller ge leadet till någon som har tid.",
        "Hãy bảo đảm đối tác nhận được câu trả lời, hoặc giao khách hàng tiềm năng cho người có thời gian.",
    )]),
    notice: None,
};
