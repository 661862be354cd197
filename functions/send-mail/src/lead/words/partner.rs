//! To partners: what happened to their lead, and copies of what they wrote.

use guildhall_domain::policy::Words;

use super::{Next, Script};
use crate::words::words;

const SEE: Words = words("See the lead", "Visa leadet", "Xem khách hàng tiềm năng");
const WHAT_HAPPENED: Words = words("In detail", "I detalj", "Chi tiết");
/// The committed move, with the status that it led to.
const MOVED: Words = words(
    "{actor} changed the status from {from} to **{status}**.",
    "{actor} ändrade statusen från {from} till **{status}**.",
    "{actor} đã chuyển trạng thái từ {from} sang **{status}**.",
);

pub(in crate::lead) static RECEIVED: Script = Script {
    subject: words(
        "We received your lead {company}",
        "Vi har tagit emot ditt lead {company}",
        "Chúng tôi đã nhận khách hàng tiềm năng {company} của bạn",
    ),
    heading: words(
        "Your lead {company} was received",
        "Ditt lead {company} har tagits emot",
        "Khách hàng tiềm năng {company} của bạn đã được tiếp nhận",
    ),
    opening: &[words(
        "{actor} submitted this {product} lead for {organisation} on {day}. It stands at **{status}**. Please keep this mail: it holds everything that was entered.",
        "{actor} skickade in det här leadet ({product}) för {organisation} den {day}. Statusen är **{status}**. Spara gärna mejlet: det innehåller allt som angavs.",
        "{actor} đã gửi khách hàng tiềm năng {product} này cho {organisation} vào ngày {day}. Trạng thái là **{status}**. Vui lòng lưu thư này: thư ghi lại mọi thông tin đã nhập.",
    )],
    facts: words("What was entered", "Det här angavs", "Thông tin đã nhập"),
    action: Some(SEE),
    next: Next::Policy,
    notice: None,
};

pub(in crate::lead) static REASSIGNED: Script = Script {
    subject: words(
        "{company}: {representative} is now your representative",
        "{company}: {representative} är nu din säljare",
        "{company}: {representative} hiện là nhân viên bán hàng phụ trách của bạn",
    ),
    heading: words(
        "{representative} takes over your lead {company}",
        "{representative} tar över ditt lead {company}",
        "{representative} tiếp nhận khách hàng tiềm năng {company} của bạn",
    ),
    opening: &[words(
        "{actor} gave the lead to **{representative}**. Until now it was with {previous}. The status is still **{status}**.",
        "{actor} gav leadet till **{representative}**. Tidigare hade {previous} det. Statusen är fortfarande **{status}**.",
        "{actor} đã giao khách hàng tiềm năng cho **{representative}**. Trước đây do {previous} phụ trách. Trạng thái vẫn là **{status}**.",
    )],
    facts: WHAT_HAPPENED,
    action: Some(SEE),
    next: Next::Policy,
    notice: None,
};

pub(in crate::lead) static SUPPORT_ENTERED: Script = Script {
    subject: words(
        "{company}: sales support was requested for you",
        "{company}: försäljningssupport har begärts åt dig",
        "{company}: đã yêu cầu hỗ trợ bán hàng thay bạn",
    ),
    heading: words(
        "Sales support was requested for {company}",
        "Försäljningssupport har begärts för {company}",
        "Đã yêu cầu hỗ trợ bán hàng cho {company}",
    ),
    opening: &[words(
        "{actor} noted that you want sales support for this lead. **It cannot be taken back**, so write at once if that is a mistake. The status is still **{status}**.",
        "{actor} noterade att du vill ha försäljningssupport för det här leadet. **Det går inte att ta tillbaka**, så hör av dig genast om det är ett misstag. Statusen är fortfarande **{status}**.",
        "{actor} đã ghi nhận rằng bạn muốn được hỗ trợ bán hàng cho khách hàng tiềm năng này. **Không thể hoàn tác**, vì vậy hãy báo ngay nếu có nhầm lẫn. Trạng thái vẫn là **{status}**.",
    )],
    facts: WHAT_HAPPENED,
    action: Some(SEE),
    next: Next::Policy,
    notice: None,
};

pub(in crate::lead) static WORK_STARTED: Script = Script {
    subject: words("{company} is now {status}", "{company}: {status}", "{company}: {status}"),
    heading: words(
        "Our sales team works on {company}",
        "Vårt försäljningsteam arbetar med {company}",
        "Đội ngũ bán hàng đang xử lý {company}",
    ),
    opening: &[MOVED],
    facts: WHAT_HAPPENED,
    action: Some(SEE),
    next: Next::Policy,
    notice: None,
};

pub(in crate::lead) static AWARDED: Script = Script {
    subject: words("{company} is now {status}", "{company}: {status}", "{company}: {status}"),
    heading: words(
        "You will earn for {company}",
        "Du kommer att tjäna på {company}",
        "Bạn sẽ được hưởng hoa hồng cho {company}",
    ),
    opening: &[MOVED],
    facts: WHAT_HAPPENED,
    action: Some(SEE),
    next: Next::Policy,
    notice: None,
};

pub(in crate::lead) static NOT_ELIGIBLE: Script = Script {
    subject: words("{company} is {status}", "{company}: {status}", "{company}: {status}"),
    heading: words(
        "{company} is not eligible",
        "{company} är inte berättigat",
        "{company} không đủ điều kiện",
    ),
    opening: &[MOVED],
    facts: WHAT_HAPPENED,
    action: Some(SEE),
    next: Next::Policy,
    notice: Some((
        words("If you disagree", "Om du inte håller med", "Nếu bạn không đồng ý"),
        words(
            "Send your representative what shows otherwise. A manager can reopen the lead, with a reason that you will read.",
            "Skicka din säljare det som visar något annat. En chef kan öppna leadet igen, med ett skäl som du får läsa.",
            "Hãy gửi cho nhân viên phụ trách thông tin chứng minh điều ngược lại. Quản lý có thể mở lại khách hàng tiềm năng kèm lý do mà bạn sẽ đọc được.",
        ),
    )),
};

/// Without the amount: whoever reads it may not be one of those who see money.
pub(in crate::lead) static PAID: Script = Script {
    subject: words(
        "{company}: a payout was issued",
        "{company}: en utbetalning har gjorts",
        "{company}: đã thanh toán",
    ),
    heading: words(
        "A payout was issued for {company}",
        "En utbetalning har gjorts för {company}",
        "Đã thanh toán cho {company}",
    ),
    opening: &[words(
        "{actor} recorded the payout on {day}. It also stands in your referral history.",
        "{actor} registrerade utbetalningen den {day}. Den står även i din hänvisningshistorik.",
        "{actor} đã ghi nhận khoản thanh toán vào ngày {day}. Khoản này cũng có trong lịch sử giới thiệu của bạn.",
    )],
    facts: WHAT_HAPPENED,
    action: Some(SEE),
    next: Next::Policy,
    notice: None,
};

pub(in crate::lead) static NO_PAYOUT: Script = Script {
    subject: words(
        "{company}: not eligible for a payout",
        "{company}: inte berättigat till utbetalning",
        "{company}: không đủ điều kiện thanh toán",
    ),
    heading: words(
        "{company} is not eligible for a payout",
        "{company} är inte berättigat till utbetalning",
        "{company} không đủ điều kiện thanh toán",
    ),
    opening: &[words(
        "{actor} decided so on {day}.",
        "{actor} beslutade det den {day}.",
        "{actor} đã quyết định như vậy vào ngày {day}.",
    )],
    facts: WHAT_HAPPENED,
    action: Some(SEE),
    next: Next::Policy,
    notice: None,
};

pub(in crate::lead) static REOPEN_PROPOSED: Script = Script {
    subject: words(
        "{company}: your award may be taken back",
        "{company}: din tilldelning kan komma att tas tillbaka",
        "{company}: quyết định hưởng hoa hồng có thể bị thu hồi",
    ),
    heading: words(
        "It is proposed to take back the award for {company}",
        "Det föreslås att tilldelningen för {company} tas tillbaka",
        "Có đề xuất thu hồi quyết định hưởng hoa hồng cho {company}",
    ),
    opening: &[words(
        "{actor} proposes to reopen this lead. **Nothing has changed yet**: the status is still **{status}**, and a second person must agree first.",
        "{actor} föreslår att leadet öppnas igen. **Inget har ändrats än**: statusen är fortfarande **{status}**, och en andra person måste först hålla med.",
        "{actor} đề xuất mở lại khách hàng tiềm năng này. **Chưa có gì thay đổi**: trạng thái vẫn là **{status}**, và cần người thứ hai đồng ý.",
    )],
    facts: WHAT_HAPPENED,
    action: Some(SEE),
    next: Next::Own(&[
        words(
            "Another manager or an administrator reads the proposal and decides.",
            "En annan chef eller en administratör läser förslaget och beslutar.",
            "Một quản lý khác hoặc quản trị viên đọc đề xuất và quyết định.",
        ),
        words(
            "If they agree, the lead goes back to In progress and its payout is reversed. You are told of that too.",
            "Om de håller med går leadet tillbaka till Bearbetas och utbetalningen återförs. Även det får du veta.",
            "Nếu họ đồng ý, khách hàng tiềm năng trở lại Đang xử lý và khoản thanh toán bị hủy. Bạn cũng sẽ được thông báo.",
        ),
    ]),
    notice: Some((
        words("If you disagree", "Om du inte håller med", "Nếu bạn không đồng ý"),
        words(
            "Ask a question on the lead’s page now, before it is decided. It stands in the timeline, where whoever decides reads it.",
            "Ställ en fråga på leadets sida nu, innan det avgörs. Den står i tidslinjen, där den som beslutar läser den.",
            "Hãy đặt câu hỏi trên trang khách hàng tiềm năng ngay, trước khi có quyết định. Câu hỏi có trên dòng thời gian, nơi người quyết định sẽ đọc.",
        ),
    )),
};

pub(in crate::lead) static REOPENED: Script = Script {
    subject: words(
        "{company} was reopened and is now {status}",
        "{company} har öppnats igen: {status}",
        "{company} đã được mở lại: {status}",
    ),
    heading: words("{company} was reopened", "{company} har öppnats igen", "{company} đã được mở lại"),
    opening: &[MOVED],
    facts: WHAT_HAPPENED,
    action: Some(SEE),
    next: Next::Policy,
    notice: None,
};

pub(in crate::lead) static INFORMATION_NEEDED: Script = Script {
    subject: words(
        "{company}: we need more information from you",
        "{company}: vi behöver mer information från dig",
        "{company}: chúng tôi cần thêm thông tin từ bạn",
    ),
    heading: words(
        "We need more information about {company}",
        "Vi behöver mer information om {company}",
        "Chúng tôi cần thêm thông tin về {company}",
    ),
    opening: &[words(
        "{actor} cannot go on without your answer. **Until then the lead waits for you**, and nothing is promised by a date.",
        "{actor} kan inte gå vidare utan ditt svar. **Tills dess väntar leadet på dig**, och ingen tidsfrist löper.",
        "{actor} không thể tiếp tục nếu chưa có câu trả lời của bạn. **Cho đến lúc đó, khách hàng tiềm năng chờ bạn** và không tính thời hạn.",
    )],
    facts: words("What is asked", "Det här efterfrågas", "Nội dung cần bổ sung"),
    action: Some(words(
        "Answer on the lead’s page",
        "Svara på leadets sida",
        "Trả lời trên trang khách hàng tiềm năng",
    )),
    next: Next::Policy,
    notice: None,
};

pub(in crate::lead) static WITHDRAWN: Script = Script {
    subject: words("{company} was withdrawn", "{company} har dragits tillbaka", "{company} đã được rút lại"),
    heading: words(
        "Your lead {company} was withdrawn",
        "Ditt lead {company} har dragits tillbaka",
        "Khách hàng tiềm năng {company} của bạn đã được rút lại",
    ),
    opening: &[words(
        "{actor}, who belongs to {organisation} as well, took the lead back on {day}, for good.",
        "{actor}, som också hör till {organisation}, drog tillbaka leadet för gott den {day}.",
        "{actor}, cũng thuộc {organisation}, đã rút hẳn khách hàng tiềm năng này vào ngày {day}.",
    )],
    facts: WHAT_HAPPENED,
    action: Some(SEE),
    next: Next::Nothing,
    notice: None,
};

pub(in crate::lead) static QUESTION_COPY: Script = Script {
    subject: words(
        "Copy of your question about {company}",
        "Kopia av din fråga om {company}",
        "Bản sao câu hỏi của bạn về {company}",
    ),
    heading: words(
        "Your question about {company} is on its way",
        "Din fråga om {company} är på väg",
        "Câu hỏi của bạn về {company} đang được gửi",
    ),
    opening: &[words(
        "This is a copy of what you asked {recipient}. The answer comes by mail or phone, and your question stands in the lead’s timeline.",
        "Det här är en kopia av det du frågade {recipient}. Svaret kommer via e-post eller telefon, och din fråga står i leadets tidslinje.",
        "Đây là bản sao câu hỏi bạn gửi {recipient}. Câu trả lời sẽ đến qua email hoặc điện thoại, và câu hỏi có trên dòng thời gian.",
    )],
    facts: words("What you asked", "Det här frågade du", "Nội dung bạn đã hỏi"),
    action: Some(SEE),
    next: Next::Nothing,
    notice: None,
};

/// Whom a question goes to while nobody has the lead.
pub(in crate::lead) const THE_SALES_TEAM: Words =
    words("the sales team", "försäljningsteamet", "đội ngũ bán hàng");
