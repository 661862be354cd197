//! What the mails about an inquiry say.

use guildhall_domain::policy::Words;

use crate::words::words;

// The fields, in the order of the form.

pub(super) const NAME: Words = words("Name", "Namn", "Tên");
pub(super) const EMAIL: Words = words("Email", "E-post", "Email");
pub(super) const PHONE: Words = words("Phone", "Telefon", "Điện thoại");
pub(super) const COMPANY: Words = words("Company", "Företag", "Công ty");
pub(super) const STORE: Words = words("Store", "Butik", "Cửa hàng");
pub(super) const WEBSITE: Words = words("Website", "Webbplats", "Trang web");
pub(super) const COUNTRY: Words = words("Country", "Land", "Quốc gia");
pub(super) const SERVICE: Words = words("Service", "Tjänst", "Dịch vụ");
pub(super) const BUDGET: Words = words("Budget", "Budget", "Ngân sách");
pub(super) const GOAL: Words = words("Problem or goal", "Problem eller mål", "Vấn đề hoặc mục tiêu");
pub(super) const CONSENT: Words = words("Consent", "Samtycke", "Sự đồng ý");
pub(super) const CONSENT_GIVEN: Words = words(
    "The sender agreed that these details are sent to {partner}.",
    "Avsändaren har godkänt att uppgifterna skickas till {partner}.",
    "Người gửi đã đồng ý để các thông tin này được gửi đến {partner}.",
);

/// Above an inquiry that is not the sender's first one.
pub(super) const REPEAT: Words = words("Repeated inquiry", "Upprepad förfrågan", "Yêu cầu gửi lại");

/// To the partner.
pub(super) mod partner {
    use super::{Words, words};

    pub(in super::super) const SUBJECT: Words = words(
        "New inquiry from {company}: {service}",
        "Ny förfrågan från {company}: {service}",
        "Yêu cầu mới từ {company}: {service}",
    );
    pub(in super::super) const SUBJECT_REPEAT: Words = words(
        "Repeated inquiry from {company}: {service}",
        "Upprepad förfrågan från {company}: {service}",
        "Yêu cầu gửi lại từ {company}: {service}",
    );
    pub(in super::super) const HEADING: Words = words(
        "{company} would like to work with you",
        "{company} vill arbeta med dig",
        "{company} muốn làm việc với bạn",
    );
    pub(in super::super) const OPENING: Words = words(
        "{name} found your profile in the partner directory and sent you this inquiry about **{service}**.",
        "{name} hittade din profil i partnerkatalogen och har skickat den här förfrågan om **{service}**.",
        "{name} đã tìm thấy hồ sơ của bạn trong danh bạ đối tác và gửi cho bạn yêu cầu này về **{service}**.",
    );
    pub(in super::super) const REPEATED: Words = words(
        "The same sender wrote to you within the last 180 days. This may be a reminder, or something new.",
        "Samma avsändare har skrivit till dig under de senaste 180 dagarna. Det kan vara en påminnelse eller något nytt.",
        "Cùng người gửi này đã viết cho bạn trong 180 ngày qua. Đây có thể là lời nhắc hoặc một việc mới.",
    );
    pub(in super::super) const FACTS: Words = words("The inquiry", "Förfrågan", "Nội dung yêu cầu");
    pub(in super::super) const ACTION: Words = words("Open the inquiry", "Öppna förfrågan", "Mở yêu cầu");
    pub(in super::super) const NEXT: Words =
        words("What you can do next", "Det här kan du göra nu", "Bạn có thể làm gì tiếp theo");
    pub(in super::super) const STEPS: [Words; 3] = [
        words(
            "**Reply to this mail.** Your answer goes straight to {name}.",
            "**Svara på det här mejlet.** Ditt svar går direkt till {name}.",
            "**Trả lời thư này.** Câu trả lời của bạn được gửi thẳng đến {name}.",
        ),
        words(
            "Agree on scope, time and price between you.",
            "Kom överens sinsemellan om omfattning, tid och pris.",
            "Hai bên tự thỏa thuận phạm vi, thời gian và giá.",
        ),
        words(
            "Mark the inquiry in your dashboard, so that your colleagues see that it is taken care of.",
            "Markera förfrågan i din översikt, så att dina kollegor ser att den är omhändertagen.",
            "Đánh dấu yêu cầu trong trang quản lý để đồng nghiệp biết đã có người xử lý.",
        ),
    ];
    pub(in super::super) const NOTICE: Words =
        words("Between you and the merchant", "Mellan dig och handlaren", "Giữa bạn và người bán");
    pub(in super::super) const NOTICE_TEXT: Words = words(
        "Contact, agreement and payment are between the two of you, with your own tools. The directory takes no fee: you keep 100 % of what you earn.",
        "Kontakt, avtal och betalning sköter ni sinsemellan med era egna verktyg. Katalogen tar ingen avgift: du behåller 100 % av det du tjänar.",
        "Việc liên hệ, thỏa thuận và thanh toán là giữa hai bên, bằng công cụ của riêng bạn. Danh bạ không thu phí: bạn giữ 100 % số tiền kiếm được.",
    );
    pub(in super::super) const FOOTER: Words = words(
        "You get this mail because your profile {partner} names this address for inquiries. You can change it in your profile.",
        "Du får det här mejlet eftersom din profil {partner} anger den här adressen för förfrågningar. Du kan ändra den i din profil.",
        "Bạn nhận được thư này vì hồ sơ {partner} của bạn ghi địa chỉ này để nhận yêu cầu. Bạn có thể thay đổi trong hồ sơ.",
    );
}

/// To the merchant.
pub(super) mod merchant {
    use super::{Words, words};

    pub(in super::super) const SUBJECT: Words = words(
        "Your inquiry to {partner}: {service}",
        "Din förfrågan till {partner}: {service}",
        "Yêu cầu của bạn gửi {partner}: {service}",
    );
    pub(in super::super) const HEADING: Words = words(
        "Your inquiry is on its way to {partner}",
        "Din förfrågan är på väg till {partner}",
        "Yêu cầu của bạn đang được gửi đến {partner}",
    );
    pub(in super::super) const OPENING: Words = words(
        "This is a copy of what you sent. **{partner} answers you directly**, outside the directory.",
        "Det här är en kopia av det du skickade. **{partner} svarar dig direkt**, utanför katalogen.",
        "Đây là bản sao nội dung bạn đã gửi. **{partner} sẽ trả lời bạn trực tiếp**, ngoài danh bạ.",
    );
    pub(in super::super) const REPEATED: Words = words(
        "You wrote to this partner within the last 180 days. This inquiry was sent as well, marked as repeated.",
        "Du har skrivit till den här partnern under de senaste 180 dagarna. Även den här förfrågan har skickats, markerad som upprepad.",
        "Bạn đã viết cho đối tác này trong 180 ngày qua. Yêu cầu này vẫn được gửi và được đánh dấu là gửi lại.",
    );
    pub(in super::super) const FACTS: Words =
        words("What you sent", "Det här skickade du", "Nội dung bạn đã gửi");
    pub(in super::super) const ACTION: Words =
        words("See your inquiry", "Visa din förfrågan", "Xem yêu cầu của bạn");
    pub(in super::super) const NEXT: Words =
        words("What happens next", "Det här händer nu", "Tiếp theo sẽ thế nào");
    pub(in super::super) const STEPS: [Words; 3] = [
        words(
            "{partner} reads your inquiry and writes to you at {email}.",
            "{partner} läser din förfrågan och skriver till dig på {email}.",
            "{partner} đọc yêu cầu của bạn và viết cho bạn theo địa chỉ {email}.",
        ),
        words(
            "You agree on scope, time and price between you.",
            "Ni kommer överens sinsemellan om omfattning, tid och pris.",
            "Hai bên tự thỏa thuận phạm vi, thời gian và giá.",
        ),
        words(
            "Do you want to add something? Reply to this mail: your answer goes to {partner}.",
            "Vill du lägga till något? Svara på det här mejlet: ditt svar går till {partner}.",
            "Bạn muốn bổ sung? Hãy trả lời thư này: câu trả lời của bạn được gửi đến {partner}.",
        ),
    ];
    pub(in super::super) const NOTICE: Words =
        words("Between you and the partner", "Mellan dig och partnern", "Giữa bạn và đối tác");
    pub(in super::super) const NOTICE_TEXT: Words = words(
        "Contact, agreement and payment are between the two of you. You pay the partner directly. The directory takes no fee, and the partner keeps 100 %.",
        "Kontakt, avtal och betalning sköter ni sinsemellan. Du betalar partnern direkt. Katalogen tar ingen avgift, och partnern behåller 100 %.",
        "Việc liên hệ, thỏa thuận và thanh toán là giữa hai bên. Bạn thanh toán trực tiếp cho đối tác. Danh bạ không thu phí, và đối tác giữ 100 %.",
    );
    pub(in super::super) const FOOTER: Words = words(
        "You get this mail because somebody signed in to the partner directory entered this address in an inquiry to {partner}. If that was not you, ignore it.",
        "Du får det här mejlet eftersom någon som är inloggad i partnerkatalogen angav den här adressen i en förfrågan till {partner}. Om det inte var du kan du bortse från det.",
        "Bạn nhận được thư này vì một người đã đăng nhập danh bạ đối tác nhập địa chỉ này trong yêu cầu gửi {partner}. Nếu không phải bạn, hãy bỏ qua.",
    );
}
