//! What becomes of each kind of item.

use crate::policy::Words;
use crate::taxonomy::choices;

choices! {
    /// A kind of item that the table holds, spelt as the table spells it.
    Holding {
        Lead = "lead", "Lead", "Lead", "Khách hàng tiềm năng";
        Erased = "erased", "Erased item", "Raderad post", "Mục đã xóa";
        Referral = "referral", "Referral record", "Värvningspost", "Bản ghi giới thiệu";
        Entry = "entry", "Entry of the ledger", "Post i huvudboken", "Bút toán trong sổ cái";
        Account = "account", "Account of an organisation", "Organisationens konto", "Tài khoản của tổ chức";
        Payout = "payout", "Payout", "Utbetalning", "Khoản chi trả";
        PayoutDetails = "payout_details", "Payout details of an organisation", "Organisationens utbetalningsuppgifter", "Thông tin nhận tiền của tổ chức";
        PayoutRun = "payout_run", "Payout run", "Utbetalningskörning", "Đợt chi trả";
        PlatformEvent = "event", "Event of the platform", "Händelse från plattformen", "Sự kiện từ nền tảng";
        Representative = "rep", "Representative", "Säljare", "Nhân viên bán hàng phụ trách";
        Desk = "desk", "Sales desk", "Säljdisk", "Bộ phận bán hàng";
        Cutover = "cutover", "Dates of the Experts Marketplace", "Datum för Experts Marketplace", "Các mốc thời gian của Experts Marketplace";
        Person = "person", "Mail settings", "Mejlinställningar", "Cài đặt email";
        Digest = "digest", "Weekly summary", "Veckosammanfattning", "Bản tóm tắt hằng tuần";
        LeadMail = "lead_mail", "Organisation’s address for lead mails", "Organisationens adress för leadmejl", "Địa chỉ nhận email của tổ chức";
        Profile = "profile", "Public profile", "Publik profil", "Hồ sơ công khai";
        PartnerProfile = "partner_profile", "Partner’s profile", "Partnerns profil", "Hồ sơ của đối tác";
        MigrationRun = "migration_run", "Run of the migration", "Körning av överföringen", "Đợt chuyển dữ liệu";
        MigrationLock = "migration_lock", "Run of the migration that is under way", "Pågående körning av överföringen", "Đợt chuyển dữ liệu đang chạy";
        MigrationNote = "migration_note", "Note of a run of the migration", "Notering från en körning av överföringen", "Ghi chú của đợt chuyển dữ liệu";
        MigrationBefore = "migration_before", "Profile before a run of the migration", "Profil före en körning av överföringen", "Hồ sơ trước đợt chuyển dữ liệu";
        MigratedProfile = "migrated_profile", "What became of an old profile", "Vad som blev av en gammal profil", "Kết quả chuyển hồ sơ cũ";
        MoveNotes = "move_notes", "Partner’s notes on the move", "Partnerns anteckningar om flytten", "Ghi chú của đối tác về việc chuyển";
        Inquiry = "inquiry", "Inquiry", "Förfrågan", "Yêu cầu báo giá";
        Sender = "sender", "Marker of a last inquiry", "Markör för senaste förfrågan", "Dấu của yêu cầu gần nhất";
        Limit = "limit", "Limit", "Gräns", "Giới hạn";
        Customer = "customer", "Known customer", "Känd kund", "Khách hàng đã biết";
        Review = "review", "Review", "Omdöme", "Đánh giá";
        Reference = "ref", "Marker of a partner’s own number", "Markör för partnerns eget nummer", "Dấu số hiệu riêng của đối tác";
        Mail = "mail", "Record of a mail", "Notering om ett mejl", "Bản ghi email";
        Job = "job", "Job of the Experts Marketplace", "Uppdrag i Experts Marketplace", "Công việc trong Trung tâm chuyên gia";
        Conversation = "conversation", "Conversation of the Experts Marketplace", "Konversation i Experts Marketplace", "Cuộc trò chuyện trong Trung tâm chuyên gia";
        ConversationPart = "conversation_part", "Messages of the Experts Marketplace", "Meddelanden i Experts Marketplace", "Tin nhắn trong Trung tâm chuyên gia";
        Audit = "audit", "Entry of the audit log", "Post i granskningsloggen", "Mục trong nhật ký kiểm tra";
        Organisation = "organisation", "Organisation", "Organisation", "Tổ chức";
        Membership = "membership", "Membership", "Medlemskap", "Tư cách thành viên";
        Roll = "roll", "Roll of an organisation", "Organisationens rulla", "Danh sách thành viên";
        ApiTokens = "api_tokens", "API tokens of an organisation", "Organisationens API-nycklar", "Khóa API của tổ chức";
        Webhooks = "webhooks", "Webhooks of an organisation", "Organisationens webhookar", "Webhook của tổ chức";
        HookDelivery = "hook_delivery", "Delivery to a webhook", "Leverans till en webhook", "Lần gửi tới webhook";
        HookHealth = "hook_health", "State of a webhook", "En webhooks tillstånd", "Tình trạng webhook";
        ApiTokenUse = "api_token_use", "Use of an API token", "En API-nyckels användning", "Việc sử dụng khóa API";
        Invitation = "invitation", "Invitation", "Inbjudan", "Lời mời";
    }
}

choices! {
    /// How an item is tied to a person.
    Tie {
        Own = "own", "About the person", "Om personen", "Về người này";
        Mentioned = "mentioned", "Mentions the person", "Nämner personen", "Nhắc đến người này";
        Signed = "signed", "Signed by the person", "Signerat av personen", "Do người này ký";
    }
}

choices! {
    /// What becomes of an item when a person is erased.
    Fate {
        Erased = "erased", "Erased, an empty mark stays", "Raderas, en tom markering blir kvar", "Xóa, chỉ còn dấu trống";
        Deleted = "deleted", "Deleted", "Tas bort", "Xóa hẳn";
        Blanked = "blanked", "Kept without what is personal", "Behålls utan det personliga", "Giữ lại, bỏ phần cá nhân";
        Kept = "kept", "Kept, see why", "Behålls, se varför", "Giữ lại, xem lý do";
    }
}

/// What becomes of one kind of item, by how it is tied to the person, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Treatment {
    /// An item about the person.
    pub own: Fate,
    /// An item about somebody else that mentions the person's address.
    pub mentioned: Fate,
    /// An item about somebody else with the person's name under something they did, as a merchant or at a partner. What
    /// the platform's own people sign is the record of their work, and is never looked for.
    pub signed: Fate,
    /// Why.
    pub why: Words,
}

impl Treatment {
    /// What becomes of an item with this tie.
    #[must_use]
    pub const fn of(self, tie: Tie) -> Fate {
        match tie {
            Tie::Own => self.own,
            Tie::Mentioned => self.mentioned,
            Tie::Signed => self.signed,
        }
    }
}

const fn row(own: Fate, mentioned: Fate, signed: Fate, why: Words) -> Treatment {
    Treatment { own, mentioned, signed, why }
}

/// What becomes of a kind of item, and why. The one place where that is decided.
#[must_use]
pub const fn treatment(holding: Holding) -> Treatment {
    use Fate::{Blanked, Deleted, Erased, Kept};
    match holding {
        Holding::Lead => row(Erased, Blanked, Blanked, LEAD),
        Holding::Inquiry => row(Erased, Blanked, Blanked, INQUIRY),
        Holding::Review => row(Erased, Blanked, Blanked, REVIEW),
        Holding::Referral => row(Blanked, Blanked, Kept, REFERRAL),
        Holding::Entry | Holding::PlatformEvent => row(Kept, Kept, Kept, LEDGER),
        Holding::Payout => row(Kept, Kept, Kept, PAID),
        Holding::PayoutDetails => row(Kept, Kept, Blanked, PAYEE),
        Holding::Person => row(Deleted, Blanked, Blanked, SETTINGS),
        Holding::Digest => row(Deleted, Deleted, Kept, SETTINGS),
        Holding::Membership => row(Deleted, Deleted, Blanked, MEMBERSHIP),
        Holding::Invitation => row(Deleted, Deleted, Blanked, MEMBERSHIP),
        Holding::Mail => row(Blanked, Blanked, Kept, MAIL),
        Holding::Audit => row(Blanked, Blanked, Kept, AUDIT),
        Holding::Job | Holding::Conversation => row(Blanked, Blanked, Kept, MARKETPLACE),
        Holding::ConversationPart => row(Deleted, Blanked, Kept, MARKETPLACE),
        Holding::Sender | Holding::Reference => row(Deleted, Deleted, Kept, MARKER),
        Holding::Representative | Holding::Desk | Holding::Cutover => row(Kept, Kept, Kept, STAFF),
        Holding::Profile | Holding::MigrationBefore => row(Kept, Kept, Kept, PUBLISHED),
        Holding::ApiTokens | Holding::Webhooks => row(Kept, Kept, Blanked, TOKENS),
        Holding::PartnerProfile
        | Holding::MigratedProfile
        | Holding::MoveNotes
        | Holding::LeadMail
        | Holding::Organisation => row(Kept, Kept, Blanked, PUBLISHED),
        Holding::Erased
        | Holding::Limit
        | Holding::Customer
        | Holding::Roll
        | Holding::HookDelivery
        | Holding::HookHealth
        | Holding::Account
        | Holding::PayoutRun
        | Holding::MigrationRun
        | Holding::MigrationLock
        | Holding::MigrationNote
        | Holding::ApiTokenUse => row(Kept, Kept, Kept, NOBODY),
    }
}

const LEAD: Words = Words {
    en: "A lead about the person is erased with its timeline. In other leads the address and the name are struck out.",
    sv: "Ett lead om personen raderas med hela sin historik. I andra leads stryks adressen och namnet.",
    vi: "Khách hàng tiềm năng là người này bị xóa cùng toàn bộ diễn biến. Ở nơi khác, địa chỉ và tên được xóa bỏ.",
};
const INQUIRY: Words = Words {
    en: "An inquiry that the person sent is erased. It leaves the partner’s list and the merchant’s own.",
    sv: "En förfrågan som personen har skickat raderas. Den försvinner ur partnerns och handlarens listor.",
    vi: "Yêu cầu do người này gửi bị xóa khỏi danh sách của đối tác và của người bán.",
};
const REVIEW: Words = Words {
    en: "A review stands or falls with its writer: nobody could answer for it any more. It is erased, and its stars leave the rating.",
    sv: "Ett omdöme står och faller med den som skrev det: ingen kan längre stå för det. Det raderas, och stjärnorna lämnar betyget.",
    vi: "Đánh giá gắn liền với người viết: không còn ai chịu trách nhiệm cho nó. Đánh giá bị xóa và số sao được rút khỏi điểm chung.",
};
const REFERRAL: Words = Words {
    en: "Accounting law wants amounts, dates and plan. The merchant’s name is struck out.",
    sv: "Bokföringslagen kräver belopp, datum och plan. Handlarens namn stryks.",
    vi: "Luật kế toán yêu cầu giữ số tiền, ngày và gói. Tên người bán được xóa bỏ.",
};
const LEDGER: Words = Words {
    en: "Accounting law wants amounts and dates, and nothing in the ledger is ever changed. The words of a correction may hold no address.",
    sv: "Bokföringslagen kräver belopp och datum, och inget i huvudboken ändras någonsin. Texten till en rättelse får inte innehålla någon adress.",
    vi: "Luật kế toán yêu cầu giữ số tiền và ngày, và sổ cái không bao giờ bị sửa. Lời ghi điều chỉnh không được chứa địa chỉ email.",
};
const PAID: Words = Words {
    en: "Accounting law wants to know what was paid to whom.",
    sv: "Bokföringslagen kräver att det framgår vad som betalades till vem.",
    vi: "Luật kế toán yêu cầu biết đã trả gì cho ai.",
};
const PAYEE: Words = Words {
    en: "The organisation’s own account. Ask its owner to change it; names under what was done there are struck out.",
    sv: "Organisationens eget konto. Be ägaren ändra det; namn under det som har gjorts där stryks.",
    vi: "Tài khoản của chính tổ chức. Hãy yêu cầu chủ tổ chức sửa; tên ký dưới các thao tác được xóa bỏ.",
};
const SETTINGS: Words = Words {
    en: "Nothing needs them once the person is gone.",
    sv: "Ingenting behöver dem när personen är borta.",
    vi: "Không còn cần đến khi người này đã rời đi.",
};
const MEMBERSHIP: Words = Words {
    en: "The person leaves the organisation. The account for signing in is deleted by the runbook’s command.",
    sv: "Personen lämnar organisationen. Inloggningskontot tas bort med driftshandbokens kommando.",
    vi: "Người này rời tổ chức. Tài khoản đăng nhập được xóa bằng lệnh trong sổ tay vận hành.",
};
const MAIL: Words = Words {
    en: "That a mail was sent once stays, so that it is never sent twice. The carrier’s number is removed, and nobody can send it again.",
    sv: "Att ett mejl har skickats står kvar, så att det aldrig skickas två gånger. Leverantörens nummer tas bort, och ingen kan skicka det igen.",
    vi: "Việc email đã gửi được giữ lại để không gửi hai lần. Mã của nhà chuyển thư bị xóa và không ai gửi lại được.",
};
const AUDIT: Words = Words {
    en: "Who decided what and when stays, as evidence of how the programme was run. The person’s name and free text are removed.",
    sv: "Vem som beslutade vad och när står kvar, som bevis på hur programmet har skötts. Personens namn och fritext tas bort.",
    vi: "Ai quyết định điều gì, khi nào được giữ làm bằng chứng. Tên và ghi chú tự do về người này bị xóa.",
};
const MARKETPLACE: Words = Words {
    en: "That there was a job stays the partner’s record. The customer, their store’s name and all that was written are removed.",
    sv: "Att det fanns ett uppdrag står kvar hos partnern. Kunden, butikens namn och allt som skrevs tas bort.",
    vi: "Việc từng có công việc được giữ trong hồ sơ của đối tác. Khách hàng, tên cửa hàng và mọi nội dung đã viết bị xóa.",
};
const MARKER: Words = Words {
    en: "It goes with what it marks.",
    sv: "Den försvinner med det som den markerar.",
    vi: "Bị xóa cùng mục mà nó đánh dấu.",
};
const STAFF: Words = Words {
    en: "Business data of an employee. A sales manager changes it in the sales team.",
    sv: "Uppgifter om en anställd i tjänsten. En säljchef ändrar dem i säljteamet.",
    vi: "Dữ liệu công việc của nhân viên. Quản lý bán hàng sửa trong đội bán hàng.",
};
const PUBLISHED: Words = Words {
    en: "The organisation’s own contact. Ask its owner to change it; names under what was done there are struck out.",
    sv: "Organisationens egen kontaktväg. Be ägaren ändra den; namn under det som har gjorts där stryks.",
    vi: "Thông tin liên hệ của chính tổ chức. Hãy yêu cầu chủ tổ chức sửa; tên ký dưới các thao tác được xóa bỏ.",
};
const TOKENS: Words = Words {
    en: "They belong to the organisation and go on working. The name of whoever made one is struck out.",
    sv: "De tillhör organisationen och fortsätter att gälla. Namnet på den som skapade en stryks.",
    vi: "Khóa thuộc về tổ chức và vẫn dùng được. Tên người tạo được xóa bỏ.",
};
const NOBODY: Words = Words {
    en: "It names nobody: at most it holds a hash that nobody can turn back.",
    sv: "Den nämner ingen: som mest finns en kontrollsumma som ingen kan räkna tillbaka.",
    vi: "Không nêu tên ai: nhiều nhất là một mã băm không thể giải ngược.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_belongs_to_others_is_kept() {
        let kept = |holding: &&Holding| treatment(**holding).own == Fate::Kept;
        let kept: Vec<_> = Holding::ALL.iter().filter(kept).map(|holding| holding.slug()).collect();
        let expected = [
            "erased",
            "entry",
            "account",
            "payout",
            "payout_details",
            "payout_run",
            "event",
            "rep",
            "desk",
            "cutover",
            "lead_mail",
            "profile",
            "partner_profile",
            "migration_run",
            "migration_lock",
            "migration_note",
            "migration_before",
            "migrated_profile",
            "move_notes",
            "limit",
            "customer",
            "organisation",
            "roll",
            "api_tokens",
            "webhooks",
            "hook_delivery",
            "hook_health",
            "api_token_use",
        ];
        assert_eq!(kept, expected);
    }

    #[test]
    fn nothing_about_somebody_else_is_erased_because_it_mentions_the_person() {
        for holding in Holding::ALL {
            let treatment = treatment(*holding);
            assert_ne!(treatment.mentioned, Fate::Erased, "{holding:?}");
            assert!(matches!(treatment.signed, Fate::Blanked | Fate::Kept), "{holding:?}");
        }
    }

    #[test]
    fn each_reason_is_said_in_every_language() {
        for holding in Holding::ALL {
            let why = treatment(*holding).why;
            assert!([why.en, why.sv, why.vi].iter().all(|words| words.ends_with('.')), "{holding:?}");
        }
    }
}
