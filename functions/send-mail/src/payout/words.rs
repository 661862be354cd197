//! What the mail about a payout says.

use guildhall_domain::payout::HeldReason;
use guildhall_domain::policy::Words;

use crate::words::words;

pub(super) const SUBJECT_PAID: Words = words(
    "Your payout for {period} was made",
    "Din utbetalning för {period} är gjord",
    "Khoản thanh toán cho kỳ {period} đã được chi trả",
);
pub(super) const SUBJECT_HELD: Words = words(
    "Your payout for {period} is carried over",
    "Din utbetalning för {period} förs över",
    "Khoản thanh toán cho kỳ {period} được chuyển sang kỳ sau",
);
pub(super) const OPENING_PAID: Words = words(
    "**{organisation}** was paid for the period, to the account in its payout details. Banks may need a few days.",
    "**{organisation}** har fått betalt för perioden, till kontot i utbetalningsuppgifterna. Bankerna kan behöva några dagar.",
    "**{organisation}** đã được thanh toán cho kỳ này, vào tài khoản trong thông tin nhận thanh toán. Ngân hàng có thể cần vài ngày.",
);
pub(super) const OPENING_HELD: Words = words(
    "Nothing was paid to **{organisation}** for the period. Nothing is lost: the amount stays in its account and comes with a later payout.",
    "Inget betalades ut till **{organisation}** för perioden. Inget går förlorat: beloppet står kvar på kontot och kommer med en senare utbetalning.",
    "Kỳ này chưa có khoản nào được trả cho **{organisation}**. Không mất gì cả: số tiền vẫn nằm trong tài khoản và sẽ đến cùng một lần thanh toán sau.",
);
pub(super) const FACTS: Words = words("The payout", "Utbetalningen", "Khoản thanh toán");
pub(super) const PERIOD: Words = words("Period", "Period", "Kỳ");
pub(super) const CURRENCY: Words = words("Currency", "Valuta", "Loại tiền");
pub(super) const PAID_ON: Words = words("Paid", "Utbetald", "Ngày thanh toán");
pub(super) const HELD_ON: Words = words("Carried over", "Överförd", "Ngày chuyển kỳ");
pub(super) const REASON: Words = words("Why", "Varför", "Lý do");
pub(super) const ACTION: Words = words("See the payouts", "Visa utbetalningar", "Xem các khoản thanh toán");
pub(super) const ENTER_DETAILS: Words =
    words("Enter the payout details", "Ange utbetalningsuppgifter", "Nhập thông tin nhận thanh toán");
pub(super) const NEXT: Words = words("What happens next", "Vad som händer sedan", "Bước tiếp theo");
pub(super) const NOTICE: Words =
    words("No amount in this mail", "Inget belopp i mejlet", "Thư này không nêu số tiền");
pub(super) const NOTICE_TEXT: Words = words(
    "Mail can be read on its way. Amounts are on Guildhall only, for those who may see them.",
    "Mejl kan läsas på vägen. Belopp finns bara på Guildhall, för dem som får se dem.",
    "Thư có thể bị đọc trên đường gửi. Số tiền chỉ có trên Guildhall, dành cho người được phép xem.",
);
pub(super) const FOOTER: Words = words(
    "You get this mail because you are an owner of {organisation}. You can switch such mails off in your settings.",
    "Du får det här mejlet eftersom du är ägare i {organisation}. Du kan stänga av sådana mejl i dina inställningar.",
    "Bạn nhận được thư này vì bạn là chủ sở hữu của {organisation}. Bạn có thể tắt loại thư này trong phần cài đặt.",
);

/// Why nothing was paid.
pub(super) fn reason(reason: HeldReason) -> Words {
    match reason {
        HeldReason::BelowMinimum => words(
            "Below the minimum that is paid out",
            "Under minimibeloppet för utbetalning",
            "Dưới mức thanh toán tối thiểu",
        ),
        HeldReason::DetailsMissing => words(
            "Nobody has said yet where to pay",
            "Ingen har angett vart pengarna ska betalas än",
            "Chưa có thông tin nhận thanh toán",
        ),
        HeldReason::Suspended => words(
            "Your organisation is suspended",
            "Din organisation är avstängd",
            "Tổ chức của bạn đang bị tạm ngưng",
        ),
    }
}

/// What comes of it, and what its reader can do.
pub(super) fn next(reason: HeldReason) -> Words {
    match reason {
        HeldReason::BelowMinimum => words(
            "You need not do anything: it is paid with the next payout that reaches the minimum.",
            "Du behöver inte göra något: beloppet betalas ut med nästa utbetalning som når upp till minimibeloppet.",
            "Bạn không cần làm gì: số tiền sẽ được trả cùng lần thanh toán kế tiếp đạt mức tối thiểu.",
        ),
        HeldReason::DetailsMissing => words(
            "Enter where to pay in **Payout details**. The next payout takes everything along that waits by then.",
            "Ange vart pengarna ska betalas under **Utbetalningsuppgifter**. Nästa utbetalning tar då med allt som väntar.",
            "Hãy nhập **Thông tin nhận thanh toán**. Lần thanh toán kế tiếp sẽ gồm mọi khoản đang chờ khi đó.",
        ),
        HeldReason::Suspended => words(
            "Amounts wait until the suspension is lifted, and come with the next payout after that.",
            "Beloppen väntar tills avstängningen hävs och kommer med nästa utbetalning därefter.",
            "Các khoản sẽ chờ đến khi việc tạm ngưng được gỡ bỏ, rồi đến cùng lần thanh toán kế tiếp.",
        ),
    }
}
