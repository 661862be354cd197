//! What changes and what there is to do, in words.

use super::{OutcomeKind, Task, TaskState};
use crate::policy::Words;

/// Something that the move changes for partners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Merchants find them more easily.
    EasierToFind,
    /// They keep all of what they earn.
    WholeRevenue,
    /// Merchants write to them from the directory.
    DirectContact,
    /// They use tools of their own.
    OwnTools,
}

impl Change {
    /// All four, in the order of the announcement.
    pub const ALL: [Self; 4] = [Self::EasierToFind, Self::WholeRevenue, Self::DirectContact, Self::OwnTools];

    /// What it is called.
    #[must_use]
    pub fn title(self) -> Words {
        let [en, sv, vi] = match self {
            Self::EasierToFind => {
                ["Easier ways to find you", "Lättare att hitta dig", "Khách hàng dễ tìm thấy bạn hơn"]
            }
            Self::WholeRevenue => {
                ["More revenue per project", "Mer intäkter per projekt", "Doanh thu cao hơn cho mỗi dự án"]
            }
            Self::DirectContact => {
                ["A direct way to connect", "En direkt väg till kontakt", "Kết nối trực tiếp, liền mạch"]
            }
            Self::OwnTools => [
                "Your own communication and invoicing",
                "Egen kommunikation och fakturering",
                "Giao tiếp và lập hóa đơn ngoài nền tảng",
            ],
        };
        Words { en, sv, vi }
    }

    /// What it means.
    #[must_use]
    pub fn text(self) -> Words {
        let [en, sv, vi] = match self {
            Self::EasierToFind => [
                "The Partner Directory improves browsing, search, profile listings and reviews, and sorts its results. Merchants discover you more easily, whatever your skills are.",
                "Partnerkatalogen förbättrar bläddring, sökning, profiler och omdömen, och sorterar resultaten. Handlare upptäcker dig lättare, vilka färdigheter du än har.",
                "Danh bạ đối tác cải tiến việc duyệt xem, tìm kiếm, danh sách hồ sơ, đánh giá và kết quả có sắp xếp. Người bán dễ dàng tìm ra bạn hơn, dù bạn có kỹ năng gì.",
            ],
            Self::WholeRevenue => [
                "You keep 100 % of the revenue for work through the directory. The Experts Marketplace took 10 % of it.",
                "Du behåller 100 % av intäkterna för arbete via katalogen. Experts Marketplace tog 10 % av dem.",
                "Bạn giữ 100% doanh thu cho công việc qua danh bạ. Trung tâm chuyên gia đã thu 10%.",
            ],
            Self::DirectContact => [
                "Merchants write to you with the lead form on your profile, for one project or for many.",
                "Handlare skriver till dig med formuläret på din profil, för ett projekt eller för många.",
                "Người bán liên hệ bạn bằng biểu mẫu khách hàng tiềm năng trên hồ sơ, cho một hay nhiều dự án.",
            ],
            Self::OwnTools => [
                "With leads from the directory, you write and are paid with tools and processes of your own.",
                "Med leads från katalogen skriver du och får betalt med dina egna verktyg och processer.",
                "Với khách hàng tiềm năng từ danh bạ, bạn dùng công cụ và quy trình của riêng mình để liên hệ và nhận thanh toán.",
            ],
        };
        Words { en, sv, vi }
    }
}

impl Task {
    /// What it is called.
    #[must_use]
    pub fn title(self) -> Words {
        let [en, sv, vi] = match self {
            Self::ReviewProfile => ["Review your profile", "Granska din profil", "Xem lại hồ sơ của bạn"],
            Self::FindTools => [
                "Choose communication and invoicing tools",
                "Välj verktyg för kommunikation och fakturering",
                "Xác định công cụ giao tiếp và lập hóa đơn",
            ],
            Self::ContactCustomers => [
                "Contact customers with jobs in progress",
                "Kontakta kunder med pågående uppdrag",
                "Liên hệ khách hàng có công việc đang diễn ra",
            ],
            Self::DownloadRecords => {
                ["Download your records", "Ladda ner dina uppgifter", "Tải xuống bản ghi của bạn"]
            }
        };
        Words { en, sv, vi }
    }

    /// What there is to do.
    #[must_use]
    pub fn text(self) -> Words {
        let [en, sv, vi] = match self {
            Self::ReviewProfile => [
                "Your details came over from your old profile; some fields were added, modified or removed. Review phone and e-mail, additional locations, services offered and social media profile links, so that customers find you.",
                "Dina uppgifter kom över från din gamla profil; några fält har lagts till, ändrats eller tagits bort. Granska telefon och e-post, fler platser, tjänster som erbjuds och länkar till sociala medier, så att kunder hittar dig.",
                "Thông tin được chuyển từ hồ sơ cũ; một số trường đã được thêm, sửa đổi hoặc xóa. Hãy xem lại số điện thoại và email, địa điểm bổ sung, dịch vụ cung cấp và liên kết đến hồ sơ truyền thông xã hội để khách hàng tìm thấy bạn.",
            ],
            Self::FindTools => [
                "Leads from the directory are yours to write to and to invoice. Decide which tools you will use for both.",
                "Leads från katalogen skriver du själv till och fakturerar själv. Bestäm vilka verktyg du ska använda.",
                "Bạn tự liên hệ và lập hóa đơn cho khách hàng tiềm năng từ danh bạ. Hãy chọn công cụ cho cả hai việc.",
            ],
            Self::ContactCustomers => [
                "Once merchants have no access to the Experts Marketplace, they cannot contact you through it. Agree with each customer whose job goes on how to continue elsewhere.",
                "När handlare inte längre når Experts Marketplace kan de inte kontakta dig där. Kom överens med varje kund vars uppdrag fortsätter om hur ni går vidare på annat håll.",
                "Khi người bán không còn truy cập Trung tâm chuyên gia, họ không thể liên hệ bạn qua đó. Hãy thỏa thuận với từng khách hàng còn công việc về cách tiếp tục ngoài nền tảng.",
            ],
            Self::DownloadRecords => [
                "Keep what you want of jobs and customers, by file or by the API. What asks for marketplace records does not work on the directory.",
                "Spara det du vill ha av uppdrag och kunder, som fil eller via API:et. Det som frågar efter marknadsplatsens uppgifter fungerar inte för katalogen.",
                "Lưu những gì bạn cần về công việc và khách hàng, bằng tệp hoặc qua API. Truy vấn của trung tâm không dùng được cho danh bạ.",
            ],
        };
        Words { en, sv, vi }
    }
}

impl TaskState {
    /// What it is called.
    #[must_use]
    pub fn words(self) -> Words {
        let [en, sv, vi] = match self {
            Self::NotNeeded => ["Nothing to do", "Inget att göra", "Không cần làm gì"],
            Self::ToDo => ["To do", "Att göra", "Cần làm"],
            Self::Begun => ["Begun", "Påbörjad", "Đang làm"],
            Self::Done => ["Done", "Klar", "Đã xong"],
        };
        Words { en, sv, vi }
    }
}

impl OutcomeKind {
    /// What it is called.
    #[must_use]
    pub fn words(self) -> Words {
        let [en, sv, vi] = match self {
            Self::Kept => ["Kept", "Behållet", "Giữ nguyên"],
            Self::Modified => ["Modified", "Ändrat", "Đã sửa đổi"],
            Self::Added => ["Added, empty", "Tillagt, tomt", "Đã thêm, còn trống"],
            Self::Removed => ["Removed", "Borttaget", "Đã xóa"],
        };
        Words { en, sv, vi }
    }
}
