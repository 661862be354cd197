//! What a token may be used for.

use crate::taxonomy::choices;

choices! {
    /// What a token may be used for. None of them is part of another one.
    Scope {
        LeadsRead = "leads:read", "Read leads", "Läsa leads", "Đọc khách hàng tiềm năng";
        LeadsWrite = "leads:write", "Submit leads and answer questions about them", "Lämna in leads och svara på frågor om dem", "Gửi khách hàng tiềm năng và trả lời câu hỏi về họ";
        ReferralsRead = "referrals:read", "Read the referral history", "Läsa värvningshistoriken", "Đọc lịch sử giới thiệu";
        FinancialsRead = "financials:read", "See amounts: what was earned and paid", "Se belopp: vad som har tjänats in och betalats ut", "Xem số tiền: đã kiếm được và đã trả";
        InquiriesRead = "inquiries:read", "Read inquiries", "Läsa förfrågningar", "Đọc yêu cầu báo giá";
        RecordsRead = "records:read", "Read jobs and customers of the Experts Marketplace", "Läsa uppdrag och kunder i Experts Marketplace", "Đọc công việc và khách hàng của Trung tâm chuyên gia";
    }
}
