use super::choices;

choices! {
    /// A trade that merchants are in.
    Industry {
        ArtAndPhotography = "art-and-photography", "Art & Photography", "Konst och fotografi", "Nghệ thuật và nhiếp ảnh";
        Automotive = "automotive", "Automotive", "Fordon", "Ô tô";
        B2b = "b2b", "B2B", "B2B", "B2B";
        ClothingAndFashion = "clothing-and-fashion", "Clothing & Fashion", "Kläder och mode", "Quần áo và thời trang";
        ConsumerPackagedGoods = "consumer-packaged-goods", "Consumer Packaged Goods", "Dagligvaror", "Hàng tiêu dùng đóng gói";
        Electronics = "electronics", "Electronics", "Elektronik", "Điện tử";
        FoodAndDrink = "food-and-drink", "Food & Drink", "Mat och dryck", "Thực phẩm và đồ uống";
        HealthAndBeauty = "health-and-beauty", "Health & Beauty", "Hälsa och skönhet", "Sức khỏe và làm đẹp";
        HomeAndGarden = "home-and-garden", "Home & Garden", "Hem och trädgård", "Nhà cửa và sân vườn";
        JewelryAndAccessories = "jewelry-and-accessories", "Jewellery & Accessories", "Smycken och accessoarer", "Trang sức và phụ kiện";
        Lifestyle = "lifestyle", "Lifestyle", "Livsstil", "Phong cách sống";
        PetCare = "pet-care", "Pet Care", "Husdjur", "Chăm sóc thú cưng";
        Services = "services", "Services", "Tjänster", "Dịch vụ";
        SportsAndRecreation = "sports-and-recreation", "Sports & Recreation", "Sport och fritid", "Thể thao và giải trí";
        ToysAndGames = "toys-and-games", "Toys & Games", "Leksaker och spel", "Đồ chơi và trò chơi";
    }
}
