//! Who asked for jobs.

use guildhall_domain::marketplace::Customer;

/// A merchant with a store.
pub(super) struct Merchant {
    pub(super) shop: u32,
    pub(super) store: &'static str,
    pub(super) domain: &'static str,
    /// Empty for whoever the marketplace did not name.
    name: &'static str,
    email: Option<&'static str>,
    phone: Option<&'static str>,
    pub(super) budget: &'static str,
}

impl Merchant {
    pub(super) fn customer(&self) -> Option<Customer> {
        if self.name.is_empty() {
            return None;
        }
        let (email, phone) = (self.email.map(Into::into), self.phone.map(Into::into));
        Some(Customer { name: self.name.into(), email, phone })
    }
}

macro_rules! merchants {
    ($($id:ident: $shop:literal, $store:literal, $domain:literal, $name:literal, $email:expr, $phone:expr, $budget:literal;)*) => {
        $(pub(super) static $id: Merchant = Merchant {
            shop: $shop,
            store: $store,
            domain: $domain,
            name: $name,
            email: $email,
            phone: $phone,
            budget: $budget,
        };)*
    };
}

merchants! {
    TOM: 7001, "Ashworth Outdoor", "ashworth-outdoor.myshopify.com", "Tom Ashworth",
        Some("tom@ashworthoutdoor.example"), Some("+44 20 7946 0018"), "5,000 to 10,000 USD";
    FJALL: 7002, "Fjäll & Fors", "fjall-fors.myshopify.com", "Ingrid Dahl",
        Some("ingrid@fjallfors.example"), Some("+46 8 555 010 42"), "2,000 to 5,000 USD";
    LYKTA: 7003, "Lykta Belysning", "lykta-belysning.myshopify.com", "Johan Ek",
        Some("johan.ek@lykta.example"), None, "More than 25,000 USD";
    KARDEMUMMA: 7004, "Kardemumma Bageri", "kardemumma.myshopify.com", "Sara Nordin",
        Some("sara@kardemumma.example"), Some("+46 31 555 77 20"), "Less than 500 USD";
    VINTER: 7005, "Vinter Cykel", "vinter-cykel.myshopify.com", "Mats Åkesson",
        None, Some("+46 40 555 12 90"), "500 to 2,000 USD";
    HARBOUR: 7006, "Harbour & Hemp", "harbour-hemp.myshopify.com", "Aoife Brennan",
        Some("aoife@harbourhemp.example"), Some("+353 1 555 0190"), "2,000 to 5,000 USD";
    TALLGREN: 7007, "Tallgren Keramik", "tallgren.myshopify.com", "Liisa Tallgren",
        Some("liisa@tallgren.example"), None, "500 to 2,000 USD";
    MOSS: 7008, "Moss & Mortar, home and garden supplies for small city balconies", "moss-and-mortar-home-and-garden.myshopify.com", "Bartholomew Featherstonehaugh-Cholmondeley",
        Some("bartholomew.featherstonehaugh-cholmondeley@moss-and-mortar.example"), Some("+44 161 496 0735"), "10,000 to 25,000 USD";
    UNNAMED: 7009, "Unika Smycken", "unika-smycken.myshopify.com", "", None, None, "Not decided yet";
    SILENT: 7010, "Bokhörnan", "bokhornan.myshopify.com", "Per Sund", None, None, "Less than 500 USD";
    LUA: 7101, "Lụa Hội An", "lua-hoi-an.myshopify.com", "Nguyễn Thu Hà",
        Some("ha@luahoian.example"), Some("+84 28 5550 1188"), "2,000 to 5,000 USD";
    CAPHE: 7102, "Cà Phê Đồi Gió", "ca-phe-doi-gio.myshopify.com", "Trần Văn Phúc",
        Some("phuc@doigio.example"), Some("+84 24 5550 2299"), "500 to 2,000 USD";
    GOM: 7103, "Gốm Bát Tràng Xanh", "gom-bat-trang.myshopify.com", "Lê Thị Mai",
        Some("mai@gombattrang.example"), None, "Less than 500 USD";
}
