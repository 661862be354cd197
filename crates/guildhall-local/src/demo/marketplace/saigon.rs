//! Jobs of the studio in Saigon.

use guildhall_domain::marketplace::JobStatus;

use super::Told;
use super::merchants::{CAPHE, GOM, LUA, TOM};
use super::talks::SAIGON;

const BUILD: &[(&str, &str)] = &[("store-build", "Xây dựng cửa hàng")];
const DESIGN: &[(&str, &str)] = &[("store-design", "Thiết kế cửa hàng")];

pub(super) static JOBS: [Told; 6] = [
    Told {
        status: JobStatus::Completed,
        merchant: &LUA,
        asked: "2023-05-15",
        days: 38,
        ends: None,
        services: BUILD,
        goal: "Trang bán lụa bằng tiếng Việt và tiếng Anh.",
        talk: Some(&SAIGON),
    },
    Told {
        status: JobStatus::Responded,
        merchant: &CAPHE,
        asked: "2023-09-05",
        days: 16,
        ends: Some("2024-03-31"),
        services: DESIGN,
        goal: "Bán cà phê theo gói tháng.",
        talk: None,
    },
    Told {
        status: JobStatus::AwaitingResponse,
        merchant: &GOM,
        asked: "2023-09-20",
        days: 5,
        ends: None,
        services: DESIGN,
        goal: "Ảnh gốm xem được mọi phía.",
        talk: None,
    },
    Told {
        status: JobStatus::Expired,
        merchant: &GOM,
        asked: "2023-01-09",
        days: 3,
        ends: None,
        services: BUILD,
        goal: "",
        talk: None,
    },
    Told {
        status: JobStatus::Declined,
        merchant: &CAPHE,
        asked: "2022-11-14",
        days: 1,
        ends: None,
        services: BUILD,
        goal: "Cửa hàng trong hai ngày.",
        talk: None,
    },
    Told {
        status: JobStatus::Completed,
        merchant: &TOM,
        asked: "2022-06-27",
        days: 24,
        ends: None,
        services: DESIGN,
        goal: "Packaging inserts that match the store.",
        talk: None,
    },
];
