//! The states of the switches in words.

use super::Switch;
use super::behaviour::{ExistingJobs, MarketplaceAddress, ProfileEditing, Visibility};
use crate::policy::Words;

const fn words(en: &'static str, sv: &'static str, vi: &'static str) -> Words {
    Words { en, sv, vi }
}

pub(super) static YES: Words = words("Yes", "Ja", "Có");
pub(super) static NO: Words = words("No", "Nej", "Không");
pub(super) static OLD_FEE: Words = words("10 % of the revenue", "10 % av intäkterna", "10% doanh thu");
pub(super) static NO_FEE: Words = words(
    "0 % of work through the directory; old jobs keep their terms",
    "0 % på arbete via katalogen; gamla uppdrag behåller sina villkor",
    "0% cho công việc qua danh bạ; công việc cũ giữ nguyên điều khoản",
);

static IN_MARKETPLACE: Words =
    words("In the Experts Marketplace", "I Experts Marketplace", "Trong Trung tâm chuyên gia");
static TO_DIRECTORY: Words = words(
    "Redirected to the Partner Directory",
    "Omdirigeras till partnerkatalogen",
    "Chuyển hướng đến Danh bạ đối tác",
);
static INSIDE: Words = words(
    "By a link inside the Partner Directory, to read",
    "Via en länk i partnerkatalogen, för läsning",
    "Qua liên kết trong Danh bạ đối tác, chỉ để đọc",
);
static NOWHERE: Words = words("Not any more", "Inte längre", "Không còn nữa");
static NOT_YET: Words = words("Not yet", "Inte än", "Chưa");
static MIGRATED_COPY: Words = words(
    "Partners review their migrated profile",
    "Partner granskar sin migrerade profil",
    "Đối tác xem lại hồ sơ đã di chuyển",
);
static PARTNERS_EDIT: Words =
    words("Partners edit their profile", "Partner redigerar sin profil", "Đối tác chỉnh sửa hồ sơ");
static PREVIEW: Words = words(
    "Partners see a preview of their own profile",
    "Partner ser en förhandsvisning av sin egen profil",
    "Đối tác xem trước hồ sơ của mình",
);
static PUBLIC: Words = words("Open to everybody", "Öppen för alla", "Mở cho mọi người");

impl Switch {
    /// What it is called.
    #[must_use]
    pub fn words(self) -> &'static Words {
        match self {
            Self::NewJobs => &NEW_JOBS,
            Self::Address => &ADDRESS,
            Self::ExistingJobs => &EXISTING_JOBS,
            Self::Messages => &MESSAGES,
            Self::Profiles => &PROFILES,
            Self::Directory => &DIRECTORY,
            Self::LeadForm => &LEAD_FORM,
            Self::Fee => &FEE,
            Self::Records => &RECORDS,
        }
    }
}

static NEW_JOBS: Words = words(
    "New jobs in the Experts Marketplace",
    "Nya uppdrag i Experts Marketplace",
    "Công việc mới trong Trung tâm chuyên gia",
);
static ADDRESS: Words = words(
    "Merchants who open the Experts Marketplace",
    "Handlare som öppnar Experts Marketplace",
    "Thương nhân mở Trung tâm chuyên gia",
);
static EXISTING_JOBS: Words = words(
    "Merchants see existing jobs",
    "Handlare ser befintliga uppdrag",
    "Thương nhân xem công việc hiện có",
);
static MESSAGES: Words = words(
    "Messages in the Experts Marketplace",
    "Meddelanden i Experts Marketplace",
    "Tin nhắn trong Trung tâm chuyên gia",
);
static PROFILES: Words = words("Profiles", "Profiler", "Hồ sơ");
static DIRECTORY: Words = words("Partner Directory", "Partnerkatalogen", "Danh bạ đối tác");
static LEAD_FORM: Words = words("Lead form", "Leadformulär", "Biểu mẫu khách hàng tiềm năng");
static FEE: Words = words(
    "The platform’s share of the work",
    "Plattformens andel av arbetet",
    "Phần của nền tảng trên công việc",
);
static RECORDS: Words = words("Download of records", "Nedladdning av poster", "Tải xuống bản ghi");

impl MarketplaceAddress {
    pub(super) fn words(self) -> &'static Words {
        match self {
            Self::Marketplace => &IN_MARKETPLACE,
            Self::Directory => &TO_DIRECTORY,
        }
    }
}

impl ExistingJobs {
    pub(super) fn words(self) -> &'static Words {
        match self {
            Self::Marketplace => &IN_MARKETPLACE,
            Self::InsideDirectory => &INSIDE,
            Self::Nowhere => &NOWHERE,
        }
    }
}

impl ProfileEditing {
    pub(super) fn words(self) -> &'static Words {
        match self {
            Self::NotYet => &NOT_YET,
            Self::MigratedCopy => &MIGRATED_COPY,
            Self::Open => &PARTNERS_EDIT,
        }
    }
}

impl Visibility {
    pub(super) fn words(self) -> &'static Words {
        match self {
            Self::Nobody => &NOT_YET,
            Self::Preview => &PREVIEW,
            Self::Public => &PUBLIC,
        }
    }
}
