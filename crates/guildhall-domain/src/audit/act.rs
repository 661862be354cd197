//! What is kept in the log, and about what.

use crate::taxonomy::choices;

choices! {
    /// A privileged act.
    AuditAct {
        LeadAssigned = "lead_assigned", "Lead assigned", "Lead tilldelat", "Giao khách hàng tiềm năng";
        SupportRequested = "support_requested", "Sales support requested for a partner", "Försäljningssupport begärd åt en partner", "Yêu cầu hỗ trợ bán hàng thay đối tác";
        WorkStarted = "work_started", "Work on a lead started", "Arbete med ett lead påbörjat", "Bắt đầu xử lý khách hàng tiềm năng";
        InformationRequested = "information_requested", "Information requested", "Uppgifter begärda", "Yêu cầu bổ sung thông tin";
        Awarded = "awarded", "Lead awarded", "Lead beviljat", "Ghi nhận khách hàng tiềm năng thành công";
        MarkedNotEligible = "marked_not_eligible", "Lead marked not eligible", "Lead markerat som ej berättigat", "Đánh dấu không đủ điều kiện";
        PayoutRecorded = "payout_recorded", "Payout recorded", "Utbetalning registrerad", "Ghi nhận khoản chi trả";
        FoundIneligible = "found_ineligible", "Found not eligible for a payout", "Ej berättigat till utbetalning", "Không đủ điều kiện nhận chi trả";
        ReopenProposed = "reopen_proposed", "Reopening proposed", "Återöppning föreslagen", "Đề xuất mở lại";
        Reopened = "reopened", "Lead reopened", "Lead återöppnat", "Mở lại khách hàng tiềm năng";
        Escalated = "escalated", "Lead escalated", "Lead eskalerat", "Báo cáo khách hàng tiềm năng lên cấp trên";
        ProfileApproved = "profile_approved", "Profile approved", "Profil godkänd", "Duyệt hồ sơ";
        ProfileChangesAsked = "profile_changes_asked", "Changes to a profile asked for", "Ändringar av en profil begärda", "Yêu cầu chỉnh sửa hồ sơ";
        ProfileSuspended = "profile_suspended", "Profile suspended", "Profil avstängd", "Tạm ngưng hồ sơ";
        ProfileReinstated = "profile_reinstated", "Profile reinstated", "Profil återinsatt", "Khôi phục hồ sơ";
        TierChanged = "tier_changed", "Tier changed", "Nivå ändrad", "Thay đổi hạng";
        ReviewRemoved = "review_removed", "Review removed", "Omdöme borttaget", "Gỡ bỏ đánh giá";
        ReportDismissed = "report_dismissed", "Report of a review dismissed", "Anmälan av ett omdöme avvisad", "Bác bỏ báo cáo về đánh giá";
        RepresentativeAdded = "representative_added", "Representative added", "Säljare tillagd", "Thêm người phụ trách";
        RepresentativeChanged = "representative_changed", "Representative changed", "Säljare ändrad", "Thay đổi người phụ trách";
        DeskChanged = "desk_changed", "Sales desk changed", "Säljdisken ändrad", "Thay đổi bộ phận bán hàng";
        SettingsChanged = "settings_changed", "Settings changed", "Inställningar ändrade", "Thay đổi cài đặt";
        LeadAddressChanged = "lead_address_changed", "Address for lead mails changed", "Adress för leadmejl ändrad", "Thay đổi địa chỉ nhận email";
        MailSentAgain = "mail_sent_again", "Mail sent again", "Mejl skickat igen", "Gửi lại email";
        ClearanceChecked = "clearance_checked", "Clearance checked", "Klartecken kontrollerat", "Kiểm tra khả năng tiếp cận";
    }
}

choices! {
    /// What an act was about.
    SubjectKind {
        Lead = "lead", "Lead", "Lead", "Khách hàng tiềm năng";
        Profile = "profile", "Profile", "Profil", "Hồ sơ";
        Review = "review", "Review", "Omdöme", "Đánh giá";
        Representative = "representative", "Representative", "Säljare", "Người phụ trách";
        Desk = "desk", "Sales desk", "Säljdisk", "Bộ phận bán hàng";
        Settings = "settings", "Settings", "Inställningar", "Cài đặt";
        Mail = "mail", "Mail", "Mejl", "Email";
        Clearance = "clearance", "Clearance check", "Kontroll av klartecken", "Lần kiểm tra";
    }
}
