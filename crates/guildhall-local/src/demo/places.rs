//! Where the merchants of the demo data are, and what people and shops are called there. All made up.

/// A country with its names.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) country: &'static str,
    /// With `#` for each digit that is thrown.
    pub(super) phone: &'static str,
    pub(super) first_names: &'static [&'static str],
    pub(super) last_names: &'static [&'static str],
    /// Written before the first name, as in Vietnam.
    pub(super) family_first: bool,
    /// What a shop's name begins with.
    pub(super) stems: &'static [&'static str],
    /// What it goes on with: its trade.
    pub(super) trades: &'static [&'static str],
    /// The legal form at the end; empty for none.
    pub(super) forms: &'static [&'static str],
}

/// The places that an organisation's merchants come from, with their weight.
pub(super) fn places_of(organisation: &str) -> &'static [(i64, Place)] {
    if organisation == crate::people::SAIGON_WEB.id { &SOUTH_EAST } else { &NORTH }
}

static NORTH: [(i64, Place); 8] = [
    (43, SWEDEN),
    (9, NORWAY),
    (8, DENMARK),
    (8, FINLAND),
    (14, GERMANY),
    (5, NETHERLANDS),
    (9, BRITAIN),
    (6, SPAIN),
];

static SOUTH_EAST: [(i64, Place); 5] =
    [(66, VIETNAM), (12, SINGAPORE), (9, THAILAND), (7, AUSTRALIA), (10, STATES)];

const SWEDEN: Place = Place {
    country: "SE",
    phone: "+46 70 ### ## ##",
    first_names: &[
        "Anna", "Björn", "Cecilia", "David", "Ebba", "Fredrik", "Gunilla", "Håkan", "Ida", "Johan", "Karin",
        "Lars", "Malin", "Nils", "Olivia", "Per", "Åsa", "Sofia", "Tobias", "Ylva",
    ],
    last_names: &[
        "Andersson",
        "Bergström",
        "Dahl",
        "Ekström",
        "Forsberg",
        "Gustafsson",
        "Hedlund",
        "Isaksson",
        "Johansson",
        "Källström",
        "Lundgren",
        "Månsson",
        "Nyberg",
        "Öberg",
        "Persson",
        "Sjögren",
    ],
    family_first: false,
    stems: &[
        "Fjällugnen",
        "Havsviken",
        "Björkhaga",
        "Kvarnbyn",
        "Norrtull",
        "Sjöstaden",
        "Gamla Bryggeriet",
        "Lillån",
        "Västerport",
        "Åkerö",
        "Skärgårdens",
        "Tallkotten",
        "Vintergatan",
        "Östermalms",
        "Rosendals",
        "Hallonlunden",
        "Silverdalen",
        "Stenbocken",
        "Blåklinten",
        "Månskens",
    ],
    trades: &[
        "Keramik",
        "Bageri",
        "Cykel",
        "Garn",
        "Barnkläder",
        "Möbler",
        "Kafferosteri",
        "Friluft",
        "Hudvård",
        "Delikatess",
        "Trädgård",
        "Skor",
        "Smycken",
        "Vinhandel",
    ],
    forms: &["AB", "AB", "AB", "Handelsbolag"],
};

const NORWAY: Place = Place {
    country: "NO",
    phone: "+47 9## ## ###",
    first_names: &[
        "Astri",
        "Eirik",
        "Guro",
        "Håvard",
        "Ingrid",
        "Kjetil",
        "Marte",
        "Sindre",
        "Solveig",
        "Torbjørn",
    ],
    last_names: &["Aasen", "Berg", "Dahle", "Fjeld", "Hauge", "Lien", "Moe", "Rønning", "Solberg", "Østby"],
    family_first: false,
    stems: &["Fjordgata", "Nordlys", "Bryggen", "Solbakken", "Trollstigen", "Havblikk", "Løvås", "Ekeberg"],
    trades: &["Ull", "Fisk", "Ski", "Interiør", "Bakeri", "Turutstyr", "Kaffe", "Leker"],
    forms: &["AS"],
};

const DENMARK: Place = Place {
    country: "DK",
    phone: "+45 2# ## ## ##",
    first_names: &[
        "Anders", "Birgitte", "Emil", "Freja", "Jeppe", "Kirsten", "Mads", "Pernille", "Rasmus", "Søs",
    ],
    last_names: &[
        "Bech",
        "Christensen",
        "Friis",
        "Holst",
        "Kjær",
        "Lauridsen",
        "Møller",
        "Nørgaard",
        "Ravn",
        "Skov",
    ],
    family_first: false,
    stems: &[
        "Nyhavn",
        "Strandvejens",
        "Bøgeskov",
        "Vesterbro",
        "Klitgården",
        "Sølyst",
        "Kanalens",
        "Marguerit",
    ],
    trades: &["Design", "Cykler", "Belysning", "Te", "Børnetøj", "Chokolade", "Porcelæn", "Bøger"],
    forms: &["ApS", "A/S"],
};

const FINLAND: Place = Place {
    country: "FI",
    phone: "+358 40 ### ####",
    first_names: &["Aino", "Eero", "Helmi", "Ilkka", "Jaana", "Kalle", "Päivi", "Riikka", "Sakari", "Venla"],
    last_names: &[
        "Hämäläinen",
        "Järvinen",
        "Koskinen",
        "Laaksonen",
        "Mäkinen",
        "Niemi",
        "Rantala",
        "Salonen",
    ],
    family_first: false,
    stems: &["Kallion", "Järvenranta", "Puisto", "Aurinkolahti", "Kuusikko", "Rauha", "Saimaan", "Tuulispää"],
    trades: &["Sauna", "Tekstiili", "Kirjat", "Kahvila", "Lelut", "Puutarha", "Suklaa", "Pyörä"],
    forms: &["Oy"],
};

const GERMANY: Place = Place {
    country: "DE",
    phone: "+49 151 ### #####",
    first_names: &[
        "Anke",
        "Bernd",
        "Claudia",
        "Dirk",
        "Franziska",
        "Götz",
        "Heike",
        "Jörg",
        "Katrin",
        "Matthias",
        "Sabine",
        "Uwe",
    ],
    last_names: &[
        "Bauer",
        "Dietrich",
        "Engel",
        "Fröhlich",
        "Groß",
        "Hartmann",
        "Jäger",
        "Köhler",
        "Lindner",
        "Müller",
        "Schäfer",
        "Vogt",
    ],
    family_first: false,
    stems: &[
        "Alte Mühle",
        "Elbufer",
        "Fichtelgold",
        "Kiezladen",
        "Rheinblick",
        "Schwarzwald",
        "Waldmeister",
        "Zeitgeist",
        "Münsterplatz",
        "Nordlicht",
    ],
    trades: &[
        "Feinkost",
        "Naturkosmetik",
        "Outdoor",
        "Papeterie",
        "Spielwaren",
        "Werkzeug",
        "Wohnen",
        "Fahrrad",
    ],
    forms: &["GmbH", "GmbH & Co. KG", "e. K."],
};

const NETHERLANDS: Place = Place {
    country: "NL",
    phone: "+31 6 ########",
    first_names: &["Bram", "Daan", "Femke", "Joost", "Lotte", "Maaike", "Sanne", "Thijs"],
    last_names: &["de Boer", "van Dijk", "Hendriks", "Jansen", "Kuipers", "Mulder", "Smit", "Visser"],
    family_first: false,
    stems: &["Grachtenpand", "De Zonnebloem", "Oude Haven", "Tulpenveld", "Windkracht", "Het Atelier"],
    trades: &["Fietsen", "Bloemen", "Kaas", "Keuken", "Speelgoed", "Thee"],
    forms: &["B.V."],
};

const BRITAIN: Place = Place {
    country: "GB",
    phone: "+44 7700 9#####",
    first_names: &[
        "Alice", "Callum", "Eleanor", "Gareth", "Harriet", "Imran", "Niamh", "Oliver", "Priya", "Rhys",
    ],
    last_names: &[
        "Abbott", "Carter", "Donnelly", "Fletcher", "Hughes", "Khan", "Morgan", "Patel", "Thornton", "Webb",
    ],
    family_first: false,
    stems: &[
        "Copperfield",
        "Harbour Lane",
        "Kingfisher",
        "Oak & Ash",
        "Pennine",
        "Saltmarsh",
        "Thistle",
        "Wren",
    ],
    trades: &["Bakery", "Books", "Cycles", "Gin", "Knitwear", "Outdoor", "Pottery", "Toys"],
    forms: &["Ltd", ""],
};

const SPAIN: Place = Place {
    country: "ES",
    phone: "+34 6## ### ###",
    first_names: &["Álvaro", "Begoña", "Carmen", "Íñigo", "Lucía", "Nuria", "Pablo", "Rocío"],
    last_names: &["Álvarez", "Castaño", "Domínguez", "Ibáñez", "Muñoz", "Núñez", "Ortega", "Sáez"],
    family_first: false,
    stems: &["La Almazara", "Mar y Sol", "Casa Olivo", "El Faro", "Tres Molinos", "Azahar"],
    trades: &["Cerámica", "Conservas", "Calzado", "Moda", "Vinos", "Jardín"],
    forms: &["S.L."],
};

const VIETNAM: Place = Place {
    country: "VN",
    phone: "+84 90 ### ## ##",
    first_names: &[
        "Văn Minh",
        "Thị Mai",
        "Hoàng Long",
        "Thu Trang",
        "Đức Anh",
        "Ngọc Ánh",
        "Quang Huy",
        "Bích Ngọc",
        "Thanh Tùng",
        "Phương Thảo",
        "Gia Bảo",
        "Kim Oanh",
        "Xuân Phúc",
        "Mỹ Linh",
        "Hữu Đạt",
        "Diễm Quỳnh",
    ],
    last_names: &[
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô",
        "Dương",
    ],
    family_first: true,
    stems: &[
        "Sông Hương",
        "Hoa Sen",
        "Phố Cổ",
        "Mùa Vàng",
        "Ánh Dương",
        "Bình Minh",
        "Cát Tường",
        "Đồng Quê",
        "Hương Việt",
        "Mây Trắng",
        "Sao Mai",
        "Thiên Thanh",
        "Bến Thành",
        "Cửu Long",
        "Trúc Xanh",
        "Phượng Đỏ",
    ],
    trades: &[
        "Cà Phê",
        "Gốm Sứ",
        "Lụa",
        "Nội Thất",
        "Mỹ Phẩm",
        "Thời Trang",
        "Trà",
        "Đồ Chơi",
        "Nông Sản",
        "Giày Da",
        "Trang Sức",
        "Sách",
    ],
    forms: &["Co., Ltd", "JSC", ""],
};

const SINGAPORE: Place = Place {
    country: "SG",
    phone: "+65 9### ####",
    first_names: &["Adeline", "Boon Keng", "Chee Wei", "Farah", "Jia Hui", "Kumar", "Mei Ling", "Rajesh"],
    last_names: &["Chua", "Goh", "Koh", "Lim", "Nair", "Ong", "Rahman", "Tan"],
    family_first: false,
    stems: &["Merlion Bay", "Orchid Lane", "Katong", "Raffles Row", "Lion City", "Tiong Bahru"],
    trades: &["Tea", "Batik", "Electronics", "Pastry", "Home", "Wellness"],
    forms: &["Pte. Ltd."],
};

const THAILAND: Place = Place {
    country: "TH",
    phone: "+66 8# ### ####",
    first_names: &["Anong", "Chai", "Kanya", "Malee", "Niran", "Somchai", "Suda", "Wichai"],
    last_names: &["Boonmee", "Charoen", "Intharat", "Kittisak", "Phromma", "Saetang", "Srisai", "Wongsawat"],
    family_first: false,
    stems: &["Chao Phraya", "Golden Lotus", "Siam Garden", "Andaman", "Lanna", "Mango Tree"],
    trades: &["Silk", "Spa", "Spices", "Ceramics", "Swimwear", "Coffee"],
    forms: &["Co., Ltd."],
};

const AUSTRALIA: Place = Place {
    country: "AU",
    phone: "+61 4## ### ###",
    first_names: &["Bronte", "Declan", "Hamish", "Kirra", "Lachlan", "Matilda"],
    last_names: &["Barlow", "Fraser", "Kelleher", "Nguyen", "Sinclair", "Whitlock"],
    family_first: false,
    stems: &["Banksia", "Coral Bay", "Gumtree", "Southern Cross", "Wattle", "Yarra"],
    trades: &["Surf", "Skincare", "Roasters", "Workwear", "Homewares", "Kids"],
    forms: &["Pty Ltd"],
};

const STATES: Place = Place {
    country: "US",
    phone: "+1 415 555 01##",
    first_names: &["Amelia", "Carlos", "Dana", "Ethan", "Grace", "Linh", "Marcus", "Zoe"],
    last_names: &["Brooks", "Coleman", "Diaz", "Foster", "Hayes", "Pham", "Reed", "Tran"],
    family_first: false,
    stems: &["Blue Heron", "Juniper", "Lone Pine", "Mission Street", "Prairie", "Redwood"],
    trades: &["Apparel", "Bikes", "Candles", "Coffee", "Denim", "Pet Supply"],
    forms: &["LLC", "Inc."],
};
