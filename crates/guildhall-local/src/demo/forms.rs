//! What the partners wrote into the form about a merchant.

use guildhall_domain::lead::{
    AnnualRevenue, ExpectedTiming, LeadForm, PaymentsInterest, PlusDetails, PosDetails, Product,
    ProductDetails, Support,
};
use guildhall_domain::personal::Personal;

use super::dice::Dice;
use super::merchants::Merchant;
use crate::people::SAIGON_WEB;

/// A filled-in form. `reference` is the partner's own number, if they gave one.
pub(super) fn fill(
    merchant: &Merchant,
    organisation: &str,
    product: Product,
    sales_support: Support,
    reference: Option<String>,
    dice: &mut Dice,
) -> LeadForm {
    let is_pos = product == Product::Pos;
    LeadForm {
        contact_name: Personal::new(merchant.contact.clone()),
        contact_email: Personal::new(merchant.email.clone()),
        company: merchant.company.clone(),
        // A shop may do without a site; an enterprise merchant never does.
        website: (!is_pos || dice.percent(78)).then(|| merchant.website.clone()),
        country: merchant.country,
        phone: dice.percent(70).then(|| Personal::new(merchant.phone.clone())),
        description: Personal::from(*dice.pick(descriptions(organisation, product))),
        existing_store: dice.percent(18).then(|| format!("{}.myshopify.com", merchant.slug)),
        reference,
        sales_support,
        consent: true,
        inquiry: None,
        details: if is_pos { ProductDetails::Pos(pos(dice)) } else { ProductDetails::Plus(plus(dice)) },
    }
}

fn plus(dice: &mut Dice) -> PlusDetails {
    PlusDetails {
        expected_timing: dice.percent(85).then(|| *dice.pick(ExpectedTiming::ALL)),
        current_platform: dice.percent(75).then(|| (*dice.pick(PLATFORMS)).to_owned()),
        annual_revenue: dice.percent(80).then(|| *dice.pick(AnnualRevenue::ALL)),
    }
}

fn pos(dice: &mut Dice) -> PosDetails {
    PosDetails {
        location_count: dice.percent(90).then(|| u32::try_from(dice.between(1, 14)).unwrap_or(1)),
        current_pos: dice.percent(70).then(|| (*dice.pick(TILLS)).to_owned()),
        payments_interest: dice.percent(80).then(|| *dice.pick(PaymentsInterest::ALL)),
    }
}

const PLATFORMS: &[&str] =
    &["WooCommerce", "Magento", "PrestaShop", "Own build", "Shopware", "BigCommerce", "Excel and e-mail"];

const TILLS: &[&str] = &["Cash register", "Own build", "Lightspeed", "Sapo", "KiotViet", "Vend", "None yet"];

fn descriptions(organisation: &str, product: Product) -> &'static [&'static str] {
    match (organisation == SAIGON_WEB.id, product) {
        (false, Product::Plus) => PLUS_NORTH,
        (false, Product::Pos) => POS_NORTH,
        (true, Product::Plus) => PLUS_SOUTH_EAST,
        (true, Product::Pos) => POS_SOUTH_EAST,
    }
}

const PLUS_NORTH: &[&str] = &[
    "Växer ur sin nuvarande plattform. Vill sälja i fyra länder före jul och behöver flera lager.",
    "Family business, third generation. 40,000 orders a year, and the checkout is the bottleneck.",
    "Vi har byggt deras webbplats i sex år. Ledningen har sagt ja till ett byte under våren.",
    "They open in Germany and the Netherlands this year and want one system for both.",
    "Grossisthandel och butik i samma system. Önskar B2B med egna prislistor.",
    "The board has approved a move; the current agreement ends in five months.",
    "Kampanjer fäller sajten varje november. Behöver något som håller.",
    "Asked us for an audit after two failed relaunches. Budget is set aside.",
];

const POS_NORTH: &[&str] = &[
    "Tre butiker och en webbshop med skilda lager. Vill se samma saldo överallt.",
    "Opens a second shop in spring and wants one till for both.",
    "Butiken har stått med samma kassa i elva år. Avtalet löper ut i sommar.",
    "Market stalls at weekends, a shop on weekdays. Needs something that moves along.",
    "Vill kunna lämna ut webbköp i butik utan att skriva på lappar.",
    "Four cafés with merchandise. The owner has seen it at a neighbour’s.",
];

const PLUS_SOUTH_EAST: &[&str] = &[
    "Doanh nghiệp gia đình, khoảng 25.000 đơn hàng mỗi năm, muốn bán sang Singapore và Thái Lan.",
    "Trang hiện tại quá tải mỗi đợt khuyến mãi. Ban giám đốc đã duyệt ngân sách chuyển đổi.",
    "Sells at home through three marketplaces and wants a channel of its own abroad.",
    "Đang dùng hệ thống tự viết, kho và bán hàng không khớp nhau. Cần giải pháp ổn định.",
    "Exports to eleven countries by e-mail today. Wants wholesale prices behind a login.",
    "Chúng tôi đã làm thương hiệu cho họ từ đầu. Họ sẵn sàng ký trong quý này.",
];

const POS_SOUTH_EAST: &[&str] = &[
    "Chuỗi năm cửa hàng, mỗi nơi một sổ. Muốn thấy tồn kho chung.",
    "Sắp mở cửa hàng thứ hai ở Quận 7 và cần một hệ thống cho cả hai.",
    "A roastery with a shop and two kiosks. Takes cash and QR payments today.",
    "Bán tại hội chợ cuối tuần và cửa hàng ngày thường, cần máy bán hàng di động.",
    "Hợp đồng phần mềm hiện tại hết hạn trong ba tháng. Chủ tiệm muốn đổi.",
];
