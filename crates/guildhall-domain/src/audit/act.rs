//! What is kept in the log, and about what.

use crate::taxonomy::choices;

choices! {
    /// A privileged act.
    AuditAct {
        LeadAssigned = "lead_assigned", "Representative assigned", "Säljare utsedd", "Phân công nhân viên bán hàng phụ trách";
        SupportRequested = "support_requested", "Sales support requested for a partner", "Försäljningssupport begärd åt en partner", "Yêu cầu hỗ trợ bán hàng thay đối tác";
        WorkStarted = "work_started", "Work on a lead started", "Arbete med ett lead påbörjat", "Bắt đầu xử lý khách hàng tiềm năng";
        InformationRequested = "information_requested", "Information requested", "Uppgifter begärda", "Yêu cầu bổ sung thông tin";
        Awarded = "awarded", "Lead set to Awarded", "Lead satt till Tilldelad", "Chuyển thành Được hưởng hoa hồng";
        MarkedNotEligible = "marked_not_eligible", "Lead set to Not eligible", "Lead satt till Inte berättigad", "Chuyển thành Không đủ điều kiện";
        PayoutRecorded = "payout_recorded", "Payout recorded", "Utbetalning registrerad", "Ghi nhận thanh toán";
        FoundIneligible = "found_ineligible", "Found not eligible for a payout", "Inte berättigad till utbetalning", "Xác định không đủ điều kiện thanh toán";
        ReopenProposed = "reopen_proposed", "Reopening proposed", "Återöppning föreslagen", "Đề xuất mở lại";
        Reopened = "reopened", "Lead reopened", "Lead återöppnat", "Mở lại khách hàng tiềm năng";
        Escalated = "escalated", "Lead escalated", "Lead eskalerat", "Chuyển khách hàng tiềm năng lên cấp trên";
        ProfileApproved = "profile_approved", "Profile approved", "Profil godkänd", "Duyệt hồ sơ";
        ProfileChangesAsked = "profile_changes_asked", "Changes to a profile asked for", "Ändringar av en profil begärda", "Yêu cầu chỉnh sửa hồ sơ";
        ProfileSuspended = "profile_suspended", "Profile suspended", "Profil avstängd", "Tạm ngưng hồ sơ";
        ProfileReinstated = "profile_reinstated", "Suspension of a profile ended", "Avstängning av en profil hävd", "Kết thúc tạm ngưng hồ sơ";
        TierChanged = "tier_changed", "Partner tier changed", "Partnernivå ändrad", "Đổi hạng đối tác";
        ReviewRemoved = "review_removed", "Review removed", "Omdöme borttaget", "Gỡ đánh giá";
        ReportDismissed = "report_dismissed", "Report of a review dismissed", "Anmälan av ett omdöme avskriven", "Bác báo cáo về đánh giá";
        RepresentativeAdded = "representative_added", "Representative added", "Säljare tillagd", "Thêm nhân viên bán hàng phụ trách";
        RepresentativeChanged = "representative_changed", "Representative changed", "Säljare ändrad", "Thay đổi nhân viên bán hàng phụ trách";
        DeskChanged = "desk_changed", "Sales desk changed", "Säljdisken ändrad", "Thay đổi bộ phận bán hàng";
        CutoverChanged = "cutover_changed", "Dates of the Experts Marketplace changed", "Datum för Experts Marketplace ändrade", "Thay đổi các mốc thời gian của Experts Marketplace";
        SettingsChanged = "settings_changed", "Settings changed", "Inställningar ändrade", "Thay đổi cài đặt";
        LeadAddressChanged = "lead_address_changed", "Address for lead mails changed", "Adress för leadmejl ändrad", "Thay đổi địa chỉ nhận email";
        MailSentAgain = "mail_sent_again", "Mail sent again", "Mejl skickat igen", "Gửi lại email";
        MailDismissed = "mail_dismissed", "Undelivered mail dismissed", "Olevererat mejl avskrivet", "Bỏ qua email chưa gửi được";
        OrganisationCreated = "organisation_created", "Organisation added", "Organisation tillagd", "Thêm tổ chức";
        OrganisationRenamed = "organisation_renamed", "Organisation renamed", "Organisation omdöpt", "Đổi tên tổ chức";
        OrganisationSuspended = "organisation_suspended", "Organisation suspended", "Organisation avstängd", "Tạm ngưng tổ chức";
        OrganisationReinstated = "organisation_reinstated", "Suspension of an organisation ended", "Avstängning av en organisation hävd", "Kết thúc tạm ngưng tổ chức";
        MemberInvited = "member_invited", "Member invited", "Medlem inbjuden", "Mời thành viên";
        InvitationWithdrawn = "invitation_withdrawn", "Invitation withdrawn", "Inbjudan återkallad", "Thu hồi lời mời";
        MemberJoined = "member_joined", "Invitation accepted", "Inbjudan accepterad", "Chấp nhận lời mời";
        MemberRoleChanged = "member_role_changed", "Role of a member changed", "En medlems roll ändrad", "Đổi vai trò của thành viên";
        FinancialsGranted = "financials_granted", "Financials opened to a member", "Ekonomi öppnad för en medlem", "Cho thành viên xem tài chính";
        FinancialsDenied = "financials_denied", "Financials closed to a member", "Ekonomi stängd för en medlem", "Không cho thành viên xem tài chính";
        MemberRemoved = "member_removed", "Member removed", "Medlem borttagen", "Xóa thành viên";
        MemberLeft = "member_left", "Member left", "Medlem har lämnat", "Thành viên rời đi";
        ApiTokenCreated = "api_token_created", "API token created", "API-nyckel skapad", "Tạo khóa API";
        WebhookAdded = "webhook_added", "Webhook added", "Webhook tillagd", "Thêm webhook";
        WebhookChanged = "webhook_changed", "Webhook changed", "Webhook ändrad", "Thay đổi webhook";
        WebhookStopped = "webhook_stopped", "Webhook switched off", "Webhook avstängd", "Tắt webhook";
        WebhookResumed = "webhook_resumed", "Webhook switched on", "Webhook påslagen", "Bật webhook";
        WebhookRemoved = "webhook_removed", "Webhook removed", "Webhook borttagen", "Xóa webhook";
        ApiTokenRevoked = "api_token_revoked", "API token revoked", "API-nyckel återkallad", "Thu hồi khóa API";
        PayoutRunBegun = "payout_run_begun", "Payout run begun", "Utbetalningskörning påbörjad", "Bắt đầu đợt chi trả";
        PayoutRunFinished = "payout_run_finished", "Payout run finished", "Utbetalningskörning avslutad", "Hoàn tất đợt chi trả";
        MigrationBegun = "migration_begun", "Moving of profiles and records begun", "Överföring av profiler och poster påbörjad", "Bắt đầu chuyển hồ sơ và bản ghi";
        MigrationStopped = "migration_stopped", "Moving of profiles and records stopped", "Överföring av profiler och poster stoppad", "Dừng chuyển hồ sơ và bản ghi";
        MigrationFinished = "migration_finished", "Moving of profiles and records finished", "Överföring av profiler och poster avslutad", "Hoàn tất chuyển hồ sơ và bản ghi";
        MigrationUndone = "migration_undone", "Moving of profiles and records rolled back", "Överföring av profiler och poster ångrad", "Hoàn tác việc chuyển hồ sơ và bản ghi";
        PayoutReportTaken = "payout_report_taken", "Report of a payout run downloaded", "Rapport om en utbetalningskörning hämtad", "Tải báo cáo đợt chi trả";
        PayoutDetailsChanged = "payout_details_changed", "Payout details changed", "Utbetalningsuppgifter ändrade", "Thay đổi thông tin nhận tiền";
        ArchiveMade = "archive_made", "Archive of an organisation made", "Arkiv för en organisation skapat", "Tạo bản lưu trữ của tổ chức";
        PlatformEventTold = "platform_event_told", "Event of the platform told by hand", "Händelse från plattformen angiven för hand", "Nhập tay sự kiện từ nền tảng";
        PlatformEventTried = "platform_event_tried", "Waiting event tried again", "Väntande händelse prövad igen", "Thử lại sự kiện đang chờ";
        LeadsExported = "leads_exported", "Leads exported", "Leads exporterade", "Xuất danh sách khách hàng tiềm năng";
        AuditLogExported = "audit_log_exported", "Audit log exported", "Granskningslogg exporterad", "Xuất nhật ký kiểm tra";
        CustomersNamed = "customers_named", "Customers named", "Kunder angivna", "Khai báo khách hàng hiện có";
        PersonSearched = "person_searched", "Personal data looked up", "Personuppgifter eftersökta", "Tra cứu dữ liệu cá nhân";
        PersonErased = "person_erased", "Personal data erased", "Personuppgifter raderade", "Xóa dữ liệu cá nhân";
        ClearanceChecked = "clearance_checked", "Clearance checked", "Fri väg kontrollerad", "Kiểm tra khách hàng trước khi tiếp cận";
    }
}

choices! {
    /// What an act was about.
    SubjectKind {
        Lead = "lead", "Lead", "Lead", "Khách hàng tiềm năng";
        Profile = "profile", "Profile", "Profil", "Hồ sơ";
        Review = "review", "Review", "Omdöme", "Đánh giá";
        Representative = "representative", "Representative", "Säljare", "Nhân viên bán hàng phụ trách";
        Desk = "desk", "Sales desk", "Säljdisk", "Bộ phận bán hàng";
        Cutover = "cutover", "Experts Marketplace: dates", "Experts Marketplace: datum", "Experts Marketplace: các mốc thời gian";
        Settings = "settings", "Settings", "Inställningar", "Cài đặt";
        Mail = "mail", "Mail", "Mejl", "Email";
        Organisation = "organisation", "Organisation", "Organisation", "Tổ chức";
        Member = "member", "Member", "Medlem", "Thành viên";
        Invitation = "invitation", "Invitation", "Inbjudan", "Lời mời";
        Webhook = "webhook", "Webhook", "Webhook", "Webhook";
        ApiToken = "api_token", "API token", "API-nyckel", "Khóa API";
        Migration = "migration", "Moving of profiles and records", "Överföring av profiler och poster", "Chuyển hồ sơ và bản ghi";
        PayoutRun = "payout_run", "Payout run", "Utbetalningskörning", "Đợt chi trả";
        PlatformEvent = "platform_event", "Event of the platform", "Händelse från plattformen", "Sự kiện từ nền tảng";
        List = "list", "List", "Lista", "Danh sách";
        Customers = "customers", "Customers", "Kunder", "Khách hàng hiện có";
        Person = "person", "Person", "Person", "Cá nhân";
        Clearance = "clearance", "Clearance check", "Kontroll av fri väg", "Lần kiểm tra khách hàng";
    }
}
