//! What the mail about an endpoint that was switched off says.

use guildhall_domain::policy::Words;

use crate::words::words;

pub(super) const SUBJECT: Words = words(
    "Your webhook at {host} was switched off",
    "Din webhook på {host} har stängts av",
    "Webhook của bạn tại {host} đã bị tắt",
);
pub(super) const HEADING: Words =
    words("A webhook was switched off", "En webhook har stängts av", "Một webhook đã bị tắt");
pub(super) const OPENING: Words = words(
    "Everything that was sent to **{host}** for a day or more failed. So the webhook is off, and is told of nothing until an owner switches it on again.",
    "Allt som skickats till **{host}** har misslyckats i ett dygn eller mer. Webhooken är därför avstängd och får inget veta förrän en ägare slår på den igen.",
    "Mọi thứ gửi đến **{host}** trong một ngày trở lên đều thất bại. Vì vậy webhook đã tắt và sẽ không nhận gì cho đến khi một chủ sở hữu bật lại.",
);
pub(super) const FACTS: Words = words("The webhook", "Webhooken", "Webhook");
pub(super) const ADDRESS: Words = words("Host", "Värd", "Máy chủ");
pub(super) const SINCE: Words = words("Switched off", "Avstängd", "Ngày tắt");
pub(super) const ACTION: Words = words("See the webhook", "Visa webhooken", "Xem webhook");
pub(super) const NEXT: Words = words("What you can do", "Det här kan du göra", "Việc bạn có thể làm");
pub(super) const STEPS: [Words; 3] = [
    words(
        "See in the webhook’s deliveries what went wrong.",
        "Se i webhookens leveranser vad som gick fel.",
        "Xem trong các lần gửi của webhook để biết lỗi gì đã xảy ra.",
    ),
    words(
        "Once the address answers with a status 200 to 299 within 10 seconds, **switch the webhook on** again.",
        "När adressen svarar med en status 200 till 299 inom 10 sekunder kan du **slå på webhooken** igen.",
        "Khi địa chỉ trả lời bằng mã 200 đến 299 trong vòng 10 giây, hãy **bật lại webhook**.",
    ),
    words(
        "What happens while it is off is not sent later. Read it from the API.",
        "Det som händer medan den är avstängd skickas inte i efterhand. Läs det från API:et.",
        "Những gì xảy ra khi webhook đang tắt sẽ không được gửi sau. Hãy đọc qua API.",
    ),
];
pub(super) const FOOTER: Words = words(
    "You get this mail because you are an owner of the organisation that the webhook belongs to. You can switch such mails off in your settings.",
    "Du får det här mejlet eftersom du är ägare i organisationen som webhooken tillhör. Du kan stänga av sådana mejl i dina inställningar.",
    "Bạn nhận được thư này vì bạn là chủ sở hữu của tổ chức có webhook này. Bạn có thể tắt loại thư này trong phần cài đặt.",
);
