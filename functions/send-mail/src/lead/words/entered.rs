//! The form's fields and choices. Names are short: beside its answer a word is enough.

use guildhall_domain::lead::{AnnualRevenue, ExpectedTiming, PaymentsInterest, Support};
use guildhall_domain::policy::Words;

use crate::words::words;

// What the programme's table of fields does not name, since nobody is ever asked about it again.
pub(in crate::lead) const PRODUCT: Words = words("Product", "Produkt", "Sản phẩm");
pub(in crate::lead) const REFERENCE: Words = words("Reference", "Referens", "Mã tham chiếu");
pub(in crate::lead) const SUPPORT: Words = words("Sales support", "Försäljningssupport", "Hỗ trợ bán hàng");
pub(in crate::lead) const CONSENT: Words = words("Consent", "Samtycke", "Sự đồng ý");
pub(in crate::lead) const CONSENTED: Words = words(
    "The merchant agreed to be contacted by the sales team.",
    "Handlaren har godkänt att bli kontaktad av försäljningsteamet.",
    "Thương nhân đã đồng ý để đội ngũ bán hàng liên hệ.",
);
pub(in crate::lead) const ORIGIN: Words = words("Origin", "Ursprung", "Nguồn");
pub(in crate::lead) const FROM_INQUIRY: Words = words(
    "An inquiry from the partner directory",
    "En förfrågan från partnerkatalogen",
    "Một yêu cầu từ danh bạ đối tác",
);

pub(in crate::lead) fn support(answer: Support) -> Words {
    match answer {
        Support::Requested => {
            words("Yes, sell it with me", "Ja, sälj det med mig", "Có, hãy cùng tôi bán hàng")
        }
        Support::None => words(
            "No, without your sales team",
            "Nej, utan ert försäljningsteam",
            "Không, không cần đội ngũ bán hàng",
        ),
    }
}

pub(in crate::lead) fn timing(timing: ExpectedTiming) -> Words {
    match timing {
        ExpectedTiming::Now => words("Ready to decide", "Redo att besluta", "Sẵn sàng quyết định"),
        ExpectedTiming::WithinThreeMonths => words("Within 3 months", "Inom 3 månader", "Trong vòng 3 tháng"),
        ExpectedTiming::WithinSixMonths => words("Within 6 months", "Inom 6 månader", "Trong vòng 6 tháng"),
        ExpectedTiming::Later => words("Later", "Senare", "Muộn hơn"),
    }
}

pub(in crate::lead) fn revenue(revenue: AnnualRevenue) -> Words {
    match revenue {
        AnnualRevenue::UnderOneMillion => {
            words("Below USD 1 million", "Under 1 miljon USD", "Dưới 1 triệu USD")
        }
        AnnualRevenue::OneToFive => words("USD 1–5 million", "1–5 miljoner USD", "1–5 triệu USD"),
        AnnualRevenue::FiveToTwenty => words("USD 5–20 million", "5–20 miljoner USD", "5–20 triệu USD"),
        AnnualRevenue::OverTwenty => {
            words("Above USD 20 million", "Över 20 miljoner USD", "Trên 20 triệu USD")
        }
    }
}

pub(in crate::lead) fn payments(interest: PaymentsInterest) -> Words {
    match interest {
        PaymentsInterest::Yes => words("Yes", "Ja", "Có"),
        PaymentsInterest::No => words("No", "Nej", "Không"),
        PaymentsInterest::Unsure => words("Not sure yet", "Vet inte än", "Chưa chắc chắn"),
    }
}
