use super::choices;

choices! {
    /// A language that a partner works in, by its BCP 47 tag.
    SpokenLanguage {
        English = "en", "English", "engelska", "Tiếng Anh";
        Spanish = "es", "Spanish", "spanska", "Tiếng Tây Ban Nha";
        German = "de", "German", "tyska", "Tiếng Đức";
        French = "fr", "French", "franska", "Tiếng Pháp";
        Italian = "it", "Italian", "italienska", "Tiếng Ý";
        SimplifiedChinese = "zh-CN", "Chinese (Simplified)", "kinesiska (förenklad)", "Tiếng Trung (giản thể)";
        TraditionalChinese = "zh-HK", "Chinese (Traditional)", "kinesiska (traditionell)", "Tiếng Trung (phồn thể)";
        Japanese = "ja", "Japanese", "japanska", "Tiếng Nhật";
        BrazilianPortuguese = "pt-BR", "Portuguese (Brazil)", "portugisiska (Brasilien)", "Tiếng Bồ Đào Nha (Brazil)";
        Portuguese = "pt-PT", "Portuguese (Portugal)", "portugisiska (Portugal)", "Tiếng Bồ Đào Nha (Bồ Đào Nha)";
        Russian = "ru", "Russian", "ryska", "Tiếng Nga";
        Hebrew = "he", "Hebrew", "hebreiska", "Tiếng Do Thái";
        Hindi = "hi", "Hindi", "hindi", "Tiếng Hindi";
        Urdu = "ur", "Urdu", "urdu", "Tiếng Urdu";
        Arabic = "ar", "Arabic", "arabiska", "Tiếng Ả Rập";
        Dutch = "nl", "Dutch", "nederländska", "Tiếng Hà Lan";
        Swedish = "sv", "Swedish", "svenska", "Tiếng Thụy Điển";
        Norwegian = "no", "Norwegian", "norska", "Tiếng Na Uy";
        Bengali = "bn", "Bengali", "bengali", "Tiếng Bengal";
        Korean = "ko", "Korean", "koreanska", "Tiếng Hàn";
        Turkish = "tr", "Turkish", "turkiska", "Tiếng Thổ Nhĩ Kỳ";
        Finnish = "fi", "Finnish", "finska", "Tiếng Phần Lan";
        Danish = "da", "Danish", "danska", "Tiếng Đan Mạch";
        Thai = "th", "Thai", "thailändska", "Tiếng Thái";
        Indonesian = "id", "Indonesian", "indonesiska", "Tiếng Indonesia";
        Polish = "pl", "Polish", "polska", "Tiếng Ba Lan";
        Vietnamese = "vi", "Vietnamese", "vietnamesiska", "Tiếng Việt";
        Czech = "cs", "Czech", "tjeckiska", "Tiếng Séc";
        Ukrainian = "uk", "Ukrainian", "ukrainska", "Tiếng Ukraina";
        Greek = "el", "Greek", "grekiska", "Tiếng Hy Lạp";
        Romanian = "ro", "Romanian", "rumänska", "Tiếng Romania";
    }
}
