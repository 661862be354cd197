//! How long a review waits, and why one may be reported or removed.

use chrono::Duration;

use crate::taxonomy::choices;

/// How long a review is held before it is published, so that a rash or false one can be caught.
pub const HOLD: Duration = Duration::hours(48);

choices! {
    /// Why somebody reports a review.
    ReportReason {
        Fake = "fake", "It is not about real work", "Den handlar inte om verkligt arbete", "Không nói về công việc có thật";
        Incentivised = "incentivised", "It was paid for or rewarded", "Den är betald eller belönad", "Được trả tiền hoặc thưởng";
        Identity = "misleading_identity", "The writer is somebody else", "Skribenten är någon annan", "Người viết mạo danh";
        Abusive = "abusive", "It is abusive or shows private matters", "Den är kränkande eller avslöjar privata uppgifter", "Xúc phạm hoặc tiết lộ chuyện riêng tư";
        OffTopic = "off_topic", "It is about something else", "Den handlar om något annat", "Nói về chuyện khác";
    }
}

choices! {
    /// Why the programme removes a review. Source: the programme's review policy.
    RemovalReason {
        Fake = "fake", "Not about real work", "Handlar inte om verkligt arbete", "Không nói về công việc có thật";
        Incentivised = "incentivised", "Paid for or rewarded", "Betald eller belönad", "Được trả tiền hoặc thưởng";
        SeveralAccounts = "several_accounts", "One person wrote several", "En person har skrivit flera", "Một người viết nhiều đánh giá";
        Identity = "misleading_identity", "Written under another's name", "Skriven i någon annans namn", "Viết dưới tên người khác";
        Abusive = "abusive", "Abusive, or shows private matters", "Kränkande, eller avslöjar privata uppgifter", "Xúc phạm hoặc tiết lộ chuyện riêng tư";
        OffTopic = "off_topic", "About something else", "Handlar om något annat", "Nói về chuyện khác";
    }
}
