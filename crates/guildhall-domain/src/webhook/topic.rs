//! What an endpoint can be told of, and why it could not be told.

use crate::taxonomy::choices;

choices! {
    /// What an endpoint can be told of.
    HookTopic {
        LeadSubmitted = "lead.submitted", "Lead submitted", "Lead inskickat", "Đã gửi khách hàng tiềm năng";
        LeadChanged = "lead.changed", "Lead changed", "Lead ändrat", "Khách hàng tiềm năng thay đổi";
        LeadDecided = "lead.decided", "Lead decided", "Lead avgjort", "Đã quyết định về khách hàng tiềm năng";
        LeadPayoutIssued = "lead.payout_issued", "Payout for a lead issued", "Utbetalning för ett lead utfärdad", "Đã thanh toán cho khách hàng tiềm năng";
        InquiryReceived = "inquiry.received", "Inquiry received", "Förfrågan mottagen", "Nhận yêu cầu báo giá";
        ReferralCreated = "referral.created", "Referral added", "Värvning tillagd", "Thêm giới thiệu";
        LedgerEntryAdded = "ledger.entry_added", "Ledger entry added", "Post i reskontran tillagd", "Thêm bút toán vào sổ cái";
        PayoutPaid = "payout.paid", "Payout paid", "Utbetalning gjord", "Đã chi trả";
    }
}

choices! {
    /// Why an endpoint could not be told of something.
    HookFailure {
        Status = "status", "The answer was not a success", "Svaret var inget lyckat svar", "Phản hồi không báo thành công";
        Redirect = "redirect", "The answer led elsewhere; redirects are not followed", "Svaret ledde någon annanstans; omdirigeringar följs inte", "Phản hồi chuyển hướng; hệ thống không đi theo";
        Timeout = "timeout", "No answer within 10 seconds", "Inget svar inom 10 sekunder", "Không có phản hồi trong 10 giây";
        NameUnknown = "name_unknown", "The name leads nowhere", "Namnet leder ingenstans", "Tên miền không tồn tại";
        AddressRefused = "address_refused", "The address is not of the public internet", "Adressen hör inte till det publika internet", "Địa chỉ không thuộc internet công cộng";
        Unreachable = "unreachable", "No connection", "Ingen anslutning", "Không kết nối được";
        Tls = "tls", "The certificate was not accepted", "Certifikatet godtogs inte", "Chứng chỉ không được chấp nhận";
        Broken = "broken", "The answer could not be read", "Svaret kunde inte läsas", "Không đọc được phản hồi";
    }
}
