//! Sài Gòn Web Studio.

use guildhall_domain::inquiry::Budget::{Below1000, To5000, To20000, Undecided};
use guildhall_domain::inquiry::Delivery::{Delivered, Sent};
use guildhall_domain::inquiry::InquiryStatus::{Answered, Declined, WorkedOn};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{Availability, FeaturedWork, ProfileContent, SocialNetwork};
use guildhall_domain::taxonomy::{Industry, Service, SpokenLanguage, Tier};

use super::story::{Opinion, Story, Then, Who};
use super::{House, offer};
use crate::demo::directory::content::social_link;
use crate::people::SAIGON_WEB;

pub(super) static HOUSE: House = House {
    organisation: &SAIGON_WEB,
    handle: "saigon-web-studio",
    tier: Tier::Select,
    owner: "saigonweb-owner",
    member: "saigonweb-member",
    content,
    stories: STORIES,
};

fn content() -> ProfileContent {
    let country = |code: &str| code.parse().expect("the countries exist");
    let vnd = |service, featured, prices, words| offer(service, featured, "VND", prices, words);
    let work = |title: &str, description: &str, link: Option<&str>| FeaturedWork {
        title: title.to_owned(),
        description: description.to_owned(),
        link: link.map(str::to_owned),
    };
    ProfileContent {
        name: SAIGON_WEB.name.to_owned(),
        tagline: "Thiết kế cửa hàng trực tuyến cho thương hiệu Việt bán ra thế giới.".to_owned(),
        bio: BIO.to_owned(),
        contact_email: Personal::from("xinchao@saigon-web-studio.example"),
        contact_language: Language::Vi,
        contact_phone: Some(Personal::from("+84 28 5550 0188")),
        website: Some("https://saigon-web-studio.example".to_owned()),
        city: "Thành phố Hồ Chí Minh".to_owned(),
        country: country("VN"),
        supported_countries: ["SG", "TH", "AU", "US"].map(country).to_vec(),
        languages: vec![SpokenLanguage::Vietnamese, SpokenLanguage::English],
        industries: vec![Industry::FoodAndDrink, Industry::HomeAndGarden, Industry::HealthAndBeauty],
        services: vec![
            vnd(
                Service::CustomizeDesign,
                true,
                (35_000_000, 90_000_000),
                "Giao diện riêng, nhân viên tự chỉnh được.",
            ),
            vnd(Service::InternationalExpansion, true, (45_000_000, 0), "Singapore, Thái Lan, Úc, Hoa Kỳ."),
            vnd(Service::ProductPhotos, false, (6_000_000, 18_000_000), "Theo ngày chụp, kèm chỉnh sửa."),
            vnd(Service::ProductDescriptions, false, (4_000_000, 0), "Tiếng Việt và tiếng Anh."),
            vnd(Service::SocialMediaMarketing, false, (12_000_000, 30_000_000), "Theo tháng."),
            vnd(Service::Migration, false, (0, 0), ""),
        ],
        featured_work: vec![
            work(
                "Hoa Sen Cà Phê bán sang Singapore",
                "Cửa hàng hai ngôn ngữ, vận chuyển lạnh và ảnh mới cho ba mươi loại cà phê.",
                Some("https://hoa-sen-ca-phe.example"),
            ),
            work(
                "Bến Thành Gốm Sứ",
                "A store in two languages for a pottery that is older than the city hall.",
                None,
            ),
        ],
        social: vec![
            social_link(SocialNetwork::Facebook, "saigon-web-studio"),
            social_link(SocialNetwork::Instagram, "saigon-web-studio"),
        ],
        availability: Availability::Open,
    }
}

const BIO: &str = "Chúng tôi thiết kế và vận hành cửa hàng trực tuyến cho các thương hiệu Việt muốn bán ra thế giới: \
    cà phê, gốm sứ, lụa, mỹ phẩm. Sáu người ở Thành phố Hồ Chí Minh, ai cũng từng đứng sau quầy.\n\n\
    Mỗi cửa hàng được viết bằng hai ngôn ngữ ngay từ đầu, không dịch máy. Chúng tôi lo cả ảnh, lời, thuế và vận chuyển, \
    để khách ở Singapore hay Sydney mua dễ như khách ở Quận 1.\n\n\
    We design and run stores for Vietnamese brands that sell abroad, and we are glad to write to you in English.";

const fn said(days: i64, quality: u8, communication: u8, text: &'static str, then: Then) -> Option<Opinion> {
    Some(Opinion { days, quality, communication, text, then })
}

#[rustfmt::skip]
const STORIES: &[Story] = &[
    Story { days: 430, who: Who::From("VN", 0), service: Service::CustomizeDesign, budget: To5000, goal: "Chúng tôi bán trà Thái Nguyên và muốn có cửa hàng riêng thay vì chỉ bán trên sàn.", marks: &[(429, Answered), (370, WorkedOn)], delivery: Delivered, opinion: said(340, 5, 5, "Cửa hàng đẹp, khách khen hoài. Các bạn còn chỉ cho mẹ tôi tự đăng sản phẩm mới.", Then::Reply("Cảm ơn chị và bác! Bác học nhanh hơn tụi em nhiều.")) },
    Story { days: 372, who: Who::From("VN", 1), service: Service::InternationalExpansion, budget: To20000, goal: "Muốn bán mỹ phẩm thiên nhiên sang Singapore, cần tư vấn từ nhãn mác đến vận chuyển.", marks: &[(371, Answered), (300, WorkedOn)], delivery: Delivered, opinion: said(260, 5, 4, "Sau ba tháng đã có đơn đều từ Singapore. Phần thuế giải thích rất dễ hiểu.", Then::Nothing) },
    Story { days: 310, who: Who::From("VN", 2), service: Service::ProductPhotos, budget: Below1000, goal: "Cần chụp 40 sản phẩm gốm, nền trắng và trên bàn ăn.", marks: &[(309, Answered), (280, WorkedOn)], delivery: Delivered, opinion: said(251, 4, 5, "Ảnh đẹp, giao đúng hẹn. Vài tấm phải chụp lại vì men bị lóa, nhưng không tính thêm tiền.", Then::Nothing) },
    Story { days: 244, who: Who::From("TH", 0), service: Service::Migration, budget: Undecided, goal: "We have a store with another platform in Bangkok and think of moving. Do you do that?", marks: &[(243, Declined)], delivery: Delivered, opinion: None },
    Story { days: 190, who: Who::From("VN", 3), service: Service::ProductDescriptions, budget: Below1000, goal: "Viết lại mô tả cho 25 loại cà phê bằng tiếng Việt và tiếng Anh.", marks: &[(189, Answered), (160, WorkedOn)], delivery: Delivered, opinion: said(130, 5, 5, "Đọc xong chính tôi cũng muốn mua. Bản tiếng Anh do khách Úc khen.", Then::Reply("Vì cà phê của anh ngon thật mà!")) },
    Story { days: 141, who: Who::From("VN", 4), service: Service::CustomizeDesign, budget: To5000, goal: "Trang hiện tại chạy chậm trên điện thoại, muốn làm lại từ đầu.", marks: &[(140, Answered), (90, WorkedOn)], delivery: Delivered, opinion: said(60, 3, 4, "Thiết kế đẹp nhưng trễ hai tuần so với hẹn.", Then::Reply("Đúng là tụi em trễ. Lần sau sẽ báo lịch sớm hơn và chừa thời gian cho ảnh.")) },
    Story { days: 80, who: Who::From("VN", 5), service: Service::SocialMediaMarketing, budget: To5000, goal: "Cần người lo mạng xã hội ba tháng trước Tết.", marks: &[(79, Answered)], delivery: Delivered, opinion: None },
    Story { days: 55, who: Who::Tom, service: Service::ProductPhotos, budget: Below1000, goal: "We have rucksacks made near Hội An and would like to have them photographed before they are shipped. Is that something you could arrange?", marks: &[(53, Answered)], delivery: Delivered, opinion: None },
    Story { days: 37, who: Who::From("VN", 6), service: Service::InternationalExpansion, budget: To20000, goal: "Cà phê đặc sản, muốn vào thị trường Úc. Có nên mở kho bên đó không?", marks: &[(36, Answered)], delivery: Delivered, opinion: None },
    Story { days: 21, who: Who::From("VN", 5), service: Service::SocialMediaMarketing, budget: To5000, goal: "Em nhắn lại vì Tết gần tới rồi ạ. Anh chị còn nhận không?", marks: &[], delivery: Delivered, opinion: None },
    Story { days: 9, who: Who::From("VN", 7), service: Service::CustomizeDesign, budget: Undecided, goal: "Mở tiệm bánh ở Đà Nẵng, cần trang đặt bánh trước một ngày.", marks: &[], delivery: Delivered, opinion: None },
    Story { days: 2, who: Who::From("VN", 8), service: Service::ProductPhotos, budget: Below1000, goal: "Chụp giúp 12 mẫu áo dài cho bộ sưu tập Tết.", marks: &[], delivery: Sent, opinion: None },
];
