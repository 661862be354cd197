use super::{Category, choices};

choices! {
    /// Something that partners do for merchants.
    Service {
        EmailMarketing = "email-marketing", "Email marketing", "E-postmarknadsföring", "Tiếp thị qua email";
        SeoAndPaidSearch = "seo-and-paid-search", "SEO and paid search", "SEO och sökannonser", "SEO và tìm kiếm trả phí";
        SearchEngineAdvertising = "setup-search-engine-advertising-campaigns", "Search engine advertising campaigns", "Annonskampanjer i sökmotorer", "Chiến dịch quảng cáo trên công cụ tìm kiếm";
        SocialMediaMarketing = "social-media-marketing", "Social media marketing", "Marknadsföring i sociala medier", "Tiếp thị trên mạng xã hội";
        ContentMarketing = "content-marketing", "Content marketing", "Innehållsmarknadsföring", "Tiếp thị nội dung";
        SalesChannelSetup = "sales-channel-setup", "Sales channel setup", "Uppsättning av försäljningskanaler", "Thiết lập kênh bán hàng";
        ConversionRateOptimization = "conversion-rate-optimization", "Conversion rate optimisation", "Konverteringsoptimering", "Tối ưu hóa tỷ lệ chuyển đổi";
        AnalyticsAndTracking = "analytics-and-tracking", "Analytics and tracking", "Analys och spårning", "Phân tích và theo dõi";
        CustomizeDesign = "customize-design", "Customise design", "Anpassad design", "Tùy chỉnh thiết kế";
        Migration = "migrate-from-another-platform", "Migrate from another platform", "Flytt från en annan plattform", "Chuyển từ nền tảng khác";
        ProductsAndCollections = "set-up-products-and-collections", "Set up products and collections", "Lägga upp produkter och kollektioner", "Thiết lập sản phẩm và bộ sưu tập";
        CustomizeTheme = "customize-theme", "Customise theme", "Anpassa tema", "Tùy chỉnh chủ đề";
        ConfigureSettings = "configure-settings", "Configure settings", "Ställa in butiken", "Cấu hình cài đặt";
        PosSetupAndMigration = "pos-setup-and-migration", "POS setup and migration", "Kassasystem: uppsättning och flytt", "Thiết lập và chuyển đổi POS";
        HeadlessCommerce = "headless-commerce", "Headless commerce", "Headless-handel", "Thương mại headless";
        WebsiteAudit = "website-audit-and-optimization-strategy", "Website audit and optimisation strategy", "Granskning och optimeringsplan för webbplatsen", "Đánh giá trang web và chiến lược tối ưu";
        WebsiteManagement = "ongoing-website-management", "Ongoing website management", "Löpande skötsel av webbplatsen", "Quản lý trang web liên tục";
        CheckoutUpgrade = "checkout-upgrade", "Checkout upgrade", "Uppgradering av kassan", "Nâng cấp trang thanh toán";
        CustomApps = "custom-apps-integrations", "Custom apps and integrations", "Egna appar och integrationer", "Ứng dụng và tích hợp tùy chỉnh";
        DomainSetup = "domain-setup", "Domain setup", "Domänuppsättning", "Thiết lập tên miền";
        Troubleshooting = "troubleshooting-and-problem-resolution", "Troubleshooting and problem resolution", "Felsökning och problemlösning", "Khắc phục và xử lý sự cố";
        SystemsIntegration = "systems-integration", "Systems integration", "Systemintegration", "Tích hợp hệ thống";
        BrandLookAndFeel = "develop-brand-look-and-feel", "Develop brand look and feel", "Ta fram varumärkets uttryck", "Xây dựng diện mạo thương hiệu";
        BannerAds = "create-custom-banner-ads", "Create custom banner ads", "Skapa egna bannerannonser", "Tạo quảng cáo banner riêng";
        VideoAndIllustrations = "video-and-illustrations", "Video and illustrations", "Film och illustrationer", "Video và minh họa";
        ProductPhotos = "take-product-photos", "Take product photos", "Produktfotografering", "Chụp ảnh sản phẩm";
        ModelsAndAr = "create-3d-models-ar", "Create 3D models and AR", "Skapa 3D-modeller och AR", "Tạo mô hình 3D và AR";
        ProductDescriptions = "write-product-descriptions", "Write product descriptions", "Skriva produktbeskrivningar", "Viết mô tả sản phẩm";
        WebsiteContent = "website-marketing-content", "Website and marketing content", "Webbtexter och marknadsföringstexter", "Nội dung trang web và tiếp thị";
        BusinessStrategy = "business-strategy-guidance", "Business strategy guidance", "Råd om affärsstrategi", "Tư vấn chiến lược kinh doanh";
        ProductSourcing = "product-sourcing-guidance", "Product sourcing guidance", "Råd om inköp av produkter", "Tư vấn tìm nguồn hàng";
        SitePerformance = "guidance-for-improving-your-site-performance-and-speed", "Site performance and speed", "Webbplatsens prestanda och hastighet", "Hiệu suất và tốc độ trang web";
        TaxSetup = "tax-setup", "Tax setup", "Momsinställningar", "Thiết lập thuế";
        WholesaleOrB2b = "wholesale-or-b2b", "Wholesale or B2B", "Grossist eller B2B", "Bán sỉ hoặc B2B";
        InternationalExpansion = "international-expansion", "International expansion", "Internationell expansion", "Mở rộng ra quốc tế";
        ProductDevelopment = "product-development", "Product development", "Produktutveckling", "Phát triển sản phẩm";
    }
}

impl Service {
    /// What it is found under.
    #[must_use]
    pub const fn category(self) -> Category {
        match self {
            Self::EmailMarketing
            | Self::SeoAndPaidSearch
            | Self::SearchEngineAdvertising
            | Self::SocialMediaMarketing
            | Self::ContentMarketing
            | Self::SalesChannelSetup
            | Self::ConversionRateOptimization
            | Self::AnalyticsAndTracking => Category::MarketingAndSales,
            Self::CustomizeDesign
            | Self::Migration
            | Self::ProductsAndCollections
            | Self::CustomizeTheme
            | Self::ConfigureSettings
            | Self::PosSetupAndMigration
            | Self::HeadlessCommerce
            | Self::WebsiteAudit
            | Self::WebsiteManagement
            | Self::CheckoutUpgrade => Category::StoreSetup,
            Self::CustomApps | Self::DomainSetup | Self::Troubleshooting | Self::SystemsIntegration => {
                Category::DevelopmentAndTroubleshooting
            }
            Self::BrandLookAndFeel
            | Self::BannerAds
            | Self::VideoAndIllustrations
            | Self::ProductPhotos
            | Self::ModelsAndAr => Category::VisualContentAndBranding,
            Self::ProductDescriptions | Self::WebsiteContent => Category::ContentWriting,
            Self::BusinessStrategy
            | Self::ProductSourcing
            | Self::SitePerformance
            | Self::TaxSetup
            | Self::WholesaleOrB2b
            | Self::InternationalExpansion
            | Self::ProductDevelopment => Category::ExpertGuidance,
        }
    }
}
