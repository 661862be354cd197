use crate::policy::Words;

use super::choices;

choices! {
    /// The partner's standing in the programme, lowest first.
    Tier {
        Registered = "registered", "Registered", "Registrerad", "Đã đăng ký";
        Select = "select", "Select", "Select", "Select";
        Plus = "plus", "Plus", "Plus", "Plus";
        Premier = "premier", "Premier", "Premier", "Premier";
        Platinum = "platinum", "Platinum", "Platinum", "Platinum";
    }
}

impl Tier {
    /// What one must be to have it, in one sentence.
    #[must_use]
    pub const fn criteria(self) -> Words {
        match self {
            Self::Registered => Words {
                en: "In the programme and in good standing.",
                sv: "Med i programmet och i gott anseende.",
                vi: "Tham gia chương trình và có uy tín tốt.",
            },
            Self::Select => Words {
                en: "Proven work for small and medium-sized merchants.",
                sv: "Beprövat arbete för små och medelstora handlare.",
                vi: "Đã chứng minh năng lực với người bán quy mô nhỏ và vừa.",
            },
            Self::Plus => Words {
                en: "Proven work for mid-market merchants.",
                sv: "Beprövat arbete för handlare i mellanskiktet.",
                vi: "Đã chứng minh năng lực với người bán tầm trung.",
            },
            Self::Premier => Words {
                en: "Proven work for large enterprises.",
                sv: "Beprövat arbete för stora företag.",
                vi: "Đã chứng minh năng lực với doanh nghiệp lớn.",
            },
            Self::Platinum => Words {
                en: "Proven work for global enterprises.",
                sv: "Beprövat arbete för globala företag.",
                vi: "Đã chứng minh năng lực với doanh nghiệp toàn cầu.",
            },
        }
    }
}
