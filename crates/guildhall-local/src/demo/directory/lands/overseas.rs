//! Asia, the Americas and the Pacific.

use guildhall_domain::taxonomy::SpokenLanguage::{
    Arabic, Bengali, BrazilianPortuguese, English, French, Hebrew, Hindi, Indonesian, Japanese, Korean,
    SimplifiedChinese, Spanish, Thai, TraditionalChinese, Urdu, Vietnamese,
};

use super::Land;
use crate::demo::directory::phrases::Tongue;

#[rustfmt::skip]
pub(super) static VIETNAM: Land = Land {
    country: "VN", weight: 135, currency: "VND", level: 40, phone: "+84 90 ### ## ##", tongue: Tongue::Vietnamese,
    languages: (&[Vietnamese], &[English, English, English, Japanese, Korean, SimplifiedChinese, French]),
    near: &["SG", "TH", "US", "AU", "JP"],
    cities: &["Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", "Hà Nội", "Hà Nội", "Đà Nẵng", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Nha Trang", "Huế", "Biên Hòa", "Đà Lạt", "Vũng Tàu", "Quy Nhơn", "Hội An", "Bắc Ninh"],
    stems: &["Sen Vàng", "Đò Ngang", "Nắng Sớm", "Bến Mơ", "Cánh Diều", "Mái Ngói", "Trăng Non", "Lúa Mới", "Giếng Nước", "Phố Nhỏ", "Hạt Mầm", "Tre Việt", "Sóng Xanh", "Chợ Nổi", "Đèn Lồng", "Gió Nam", "Ngõ Hoa", "Cầu Vồng", "Hoa Gạo", "Mực Tím", "Nón Lá", "Rạng Đông Xanh", "Bàn Gỗ", "Chim Én", "Đá Cuội", "Hồ Gươm Xanh", "Khói Bếp", "Mây Hồng"],
    kinds: &["Studio", "Digital", "Thương Mại Số", "Thiết Kế", "Công Nghệ", "Truyền Thông", "Web", "Sáng Tạo", "Bán Lẻ Số", "Giải Pháp", "Media", "Commerce", "Agency", "Tech", "Xưởng Số", "Creative", "Phần Mềm", "Tiếp Thị"],
    families: &[],
    people: &["Nguyễn Hoàng Yến", "Trần Đức Thịnh", "Lê Khánh Vy", "Phạm Minh Khôi", "Võ Thùy Dương", "Đặng Quốc Trung", "Bùi Hải Đăng", "Huỳnh Bảo Trâm", "Đỗ Nhật Nam", "Vũ Thu Hà"],
};

#[rustfmt::skip]
pub(super) static STATES: Land = Land {
    country: "US", weight: 130, currency: "USD", level: 130, phone: "+1 415 555 01##", tongue: Tongue::English,
    languages: (&[English], &[Spanish, Spanish, French, Hebrew, SimplifiedChinese, Vietnamese, Korean]),
    near: &["CA", "MX", "GB", "AU"],
    cities: &["New York", "New York", "Los Angeles", "Los Angeles", "Chicago", "Austin", "Portland", "Seattle", "Denver", "San Francisco", "Atlanta", "Nashville", "Minneapolis", "Boston", "Miami", "Salt Lake City", "Asheville", "Pittsburgh"],
    stems: &["Cedar Row", "Prairie Dog", "Mason Jar", "Tumbleweed", "Front Porch", "Big Ladder", "Dry Creek", "Sugar Maple", "Hitching Post", "Canyon Light", "Bluebonnet", "River Bend", "Tin Roof", "Salt Flat", "Fieldstone", "Rolling Cart", "Night Owl", "Sycamore"],
    kinds: &["Studio", "Commerce", "Digital", "Creative", "Labs", "Agency", "Group", "Works", "Web", "Media", "Design", "Consulting"],
    families: &["Abernathy", "Birchfield", "Castellanos", "Delacroix", "Everhart", "Fitzwater", "Goldwin", "Hollingsworth", "Kowalczyk", "Lindenmuth", "Merriweather", "Okonkwo"],
    people: &["Ava Birchfield", "Caleb Everhart", "Daniela Castellanos", "Jordan Merriweather", "Kwame Okonkwo", "Mai Truong", "Nora Lindenmuth", "Wes Fitzwater"],
};

#[rustfmt::skip]
pub(super) static CANADA: Land = Land {
    country: "CA", weight: 62, currency: "CAD", level: 120, phone: "+1 604 555 01##", tongue: Tongue::English,
    languages: (&[English], &[French, French, French, SimplifiedChinese, TraditionalChinese, Hindi, Arabic]),
    near: &["US", "GB", "FR"],
    cities: &["Toronto", "Toronto", "Vancouver", "Montréal", "Montréal", "Calgary", "Ottawa", "Halifax", "Winnipeg", "Québec", "Victoria", "Kelowna"],
    stems: &["Loon Lake", "Maple & Main", "Snowshoe", "Tamarack", "Portage", "Grey Goose Bay", "Kettle Valley", "Firefly", "Birch Bark", "Cold Harbour", "Muskeg", "Toboggan"],
    kinds: &["Studio", "Commerce", "Digital", "Creative", "Labs", "Agency", "Works", "Design", "Media"],
    families: &["Arsenault", "Beauregard", "Chisholm", "Desrosiers", "Gillespie", "Lafrenière", "MacAskill", "Tremaine"],
    people: &["Camille Desrosiers", "Ewan MacAskill", "Maxime Lafrenière", "Priyanka Gillespie", "Wen Chisholm"],
};

#[rustfmt::skip]
pub(super) static AUSTRALIA: Land = Land {
    country: "AU", weight: 60, currency: "AUD", level: 120, phone: "+61 4## ### ###", tongue: Tongue::English,
    languages: (&[English], &[Vietnamese, SimplifiedChinese, Hindi, Arabic]),
    near: &["NZ", "SG", "US", "GB"],
    cities: &["Sydney", "Sydney", "Melbourne", "Melbourne", "Brisbane", "Perth", "Adelaide", "Hobart", "Byron Bay", "Canberra", "Geelong"],
    stems: &["Magpie Lane", "Salt Bush", "Paddock", "Red Gum", "Verandah", "Kookaburra Street", "Wharf Nine", "Ironbark", "Jacaranda", "Corrugated", "Billycart", "Tidewater"],
    kinds: &["Studio", "Commerce", "Digital", "Creative", "Agency", "Works", "Design", "Media", "Co"],
    families: &["Ballantyne", "Carmody", "Dunstan", "Eastaugh", "Farquharson", "Holloway", "Milburn", "Tancred"],
    people: &["Alinta Dunstan", "Cooper Ballantyne", "Georgia Carmody", "Hao Milburn", "Tess Eastaugh"],
};

#[rustfmt::skip]
pub(super) static NEW_ZEALAND: Land = Land {
    country: "NZ", weight: 16, currency: "AUD", level: 105, phone: "+64 21 ### ####", tongue: Tongue::English,
    languages: (&[English], &[SimplifiedChinese, Hindi]),
    near: &["AU", "US"],
    cities: &["Auckland", "Auckland", "Wellington", "Christchurch", "Dunedin", "Nelson"],
    stems: &["Kōwhai", "Flax & Fern", "Long Cloud", "Pōhutukawa", "Southerly", "Woolshed", "Harbour Steps", "Tussock"],
    kinds: &["Studio", "Commerce", "Digital", "Design", "Works", "Media"],
    families: &["Ashcroft", "Calder", "Hargreave", "Ngata-Reid", "Pemberley"],
    people: &["Aroha Ngata-Reid", "Finn Calder", "Isla Pemberley"],
};

#[rustfmt::skip]
pub(super) static JAPAN: Land = Land {
    country: "JP", weight: 45, currency: "JPY", level: 100, phone: "+81 90 #### ####", tongue: Tongue::English,
    languages: (&[Japanese], &[English, English, SimplifiedChinese, Korean]),
    near: &["SG", "US", "KR", "TW"],
    cities: &["Tokyo", "Tokyo", "Tokyo", "Osaka", "Osaka", "Kyoto", "Fukuoka", "Nagoya", "Sapporo", "Kobe", "Sendai", "Kanazawa"],
    stems: &["Asagao", "Hoshizora", "Komorebi", "Mizutama", "Tsubame", "Yamabiko", "Kazaguruma", "Origami Bashi", "Minato", "Suzunari", "Akari", "Tombo", "Hinoki"],
    kinds: &["Studio", "Digital", "Commerce", "Design", "Works", "Koubou", "Lab", "Web", "Shoten"],
    families: &["Asakura", "Fujishiro", "Hayasaka", "Kuramochi", "Minamoto", "Shirakawa", "Tachibana", "Yukimura"],
    people: &["Aoi Fujishiro", "Daichi Kuramochi", "Haruka Shirakawa", "Ren Hayasaka", "Yui Tachibana"],
};

#[rustfmt::skip]
pub(super) static SINGAPORE: Land = Land {
    country: "SG", weight: 28, currency: "SGD", level: 110, phone: "+65 9### ####", tongue: Tongue::English,
    languages: (&[English], &[SimplifiedChinese, Indonesian, Hindi, Vietnamese]),
    near: &["MY", "ID", "TH", "VN", "AU"],
    cities: &["Singapore"],
    stems: &["Rain Tree", "Pandan Leaf", "Five Foot Way", "Shophouse Nine", "Angsana", "Banyan Step", "Straits Lantern", "Kaya"],
    kinds: &["Studio", "Commerce", "Digital", "Labs", "Creative", "Partners", "Retail Works", "Media", "Design"],
    families: &["Chiang", "Fernandez", "Ho", "Subramaniam", "Teo"],
    people: &["Aisyah Rahmat", "Daryl Teo", "Kavitha Subramaniam", "Serene Ho"],
};

#[rustfmt::skip]
pub(super) static THAILAND: Land = Land {
    country: "TH", weight: 20, currency: "USD", level: 45, phone: "+66 8# ### ####", tongue: Tongue::English,
    languages: (&[Thai, English], &[SimplifiedChinese, Japanese]),
    near: &["SG", "VN", "MY"],
    cities: &["Bangkok", "Bangkok", "Chiang Mai", "Phuket", "Khon Kaen", "Hat Yai"],
    stems: &["Ban Rim Nam", "Dok Mai", "Fah Sai", "Longtail", "Mali", "Rong Tao", "Ton Son", "Nok Noi"],
    kinds: &["Studio", "Digital", "Commerce", "Creative", "Media", "Design", "Tech"],
    families: &[],
    people: &["Ploy Rattanakul", "Nattapong Suksawat", "Mint Chaiyasit"],
};

#[rustfmt::skip]
pub(super) static INDIA: Land = Land {
    country: "IN", weight: 38, currency: "USD", level: 40, phone: "+91 98### #####", tongue: Tongue::English,
    languages: (&[English, Hindi], &[Bengali, Urdu, Arabic]),
    near: &["AE", "GB", "US", "AU"],
    cities: &["Bengaluru", "Bengaluru", "Mumbai", "Mumbai", "Delhi", "Pune", "Hyderabad", "Chennai", "Kolkata", "Jaipur", "Ahmedabad", "Kochi"],
    stems: &["Neem Tree", "Marigold", "Monsoon", "Peepal", "Kite Festival", "Blue Haveli", "Chai Break", "Stepwell", "Tamarind", "Rickshaw", "Banyan Court", "Indigo Loom"],
    kinds: &["Studio", "Technologies", "Digital", "Commerce", "Softworks", "Labs", "Solutions", "Design", "Media"],
    families: &["Bhattacharjee", "Chitnis", "Deshpande", "Kulkarni", "Menonparambil", "Raghunathan", "Shrivastav"],
    people: &["Ananya Deshpande", "Farhan Chitnis", "Lakshmi Raghunathan", "Rohan Kulkarni", "Tanvi Shrivastav"],
};

#[rustfmt::skip]
pub(super) static BRAZIL: Land = Land {
    country: "BR", weight: 22, currency: "USD", level: 50, phone: "+55 11 9#### ####", tongue: Tongue::English,
    languages: (&[BrazilianPortuguese, English], &[Spanish, Japanese]),
    near: &["PT", "AR", "US"],
    cities: &["São Paulo", "São Paulo", "Rio de Janeiro", "Belo Horizonte", "Curitiba", "Porto Alegre", "Recife", "Florianópolis"],
    stems: &["Caju", "Vila Nova Luz", "Beija-Flor", "Maré Alta", "Pau-Brasil", "Varanda", "Sol Poente", "Barro & Fio"],
    kinds: &["Estúdio", "Digital", "Comércio", "Oficina", "Mídia", "Design", "Web"],
    families: &["Albuquerque", "Cavalcante", "Figueiredo", "Nogueira", "Vasconcelos"],
    people: &["Bianca Nogueira", "Caio Figueiredo", "Lívia Cavalcante", "Thiago Vasconcelos"],
};
