use super::{Service, choices};

choices! {
    /// What a service is found under.
    Category {
        MarketingAndSales = "marketing-and-sales", "Marketing and sales", "Marknadsföring och försäljning", "Tiếp thị và bán hàng";
        StoreSetup = "store-setup", "Store setup", "Butiksuppbyggnad", "Thiết lập cửa hàng";
        DevelopmentAndTroubleshooting = "development-and-troubleshooting", "Development and troubleshooting", "Utveckling och felsökning", "Phát triển và khắc phục sự cố";
        VisualContentAndBranding = "visual-content-and-branding", "Visual content and branding", "Bilder och varumärke", "Nội dung hình ảnh và thương hiệu";
        ContentWriting = "content-writing", "Content writing", "Texter", "Viết nội dung";
        ExpertGuidance = "expert-guidance", "Expert guidance", "Expertråd", "Tư vấn chuyên gia";
    }
}

impl Category {
    /// Its services, in the order in which they are offered.
    pub fn services(self) -> impl Iterator<Item = Service> {
        Service::ALL.iter().copied().filter(move |service| service.category() == self)
    }
}
