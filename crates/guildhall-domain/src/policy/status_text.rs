//! Names of products, statuses and outcomes, and what each status means for each product.

use super::words::{Words, words};
use crate::lead::{Outcome, Product, Status, Support};

/// The product's name.
#[must_use]
pub fn product_name(product: Product) -> Words {
    match product {
        Product::Plus => words("Plus", "Plus", "Plus"),
        Product::Pos => words("POS", "Kassasystem", "POS"),
    }
}

/// The status's name. *Awarded* is a decision about money, not the assignment of a representative.
#[must_use]
pub fn status_name(status: Status) -> Words {
    match status {
        Status::Submitted => words("Submitted", "Har skickats in", "Đã gửi"),
        Status::InProgress => words("In progress", "Bearbetas", "Đang xử lý"),
        Status::Awarded => words("Awarded", "Tilldelad", "Được hưởng hoa hồng"),
        Status::NotEligible => words("Not eligible", "Inte berättigad", "Không đủ điều kiện"),
    }
}

/// The outcome's name.
#[must_use]
pub fn outcome_name(outcome: Outcome) -> Words {
    match outcome {
        Outcome::Pending => words("Payout pending", "Utbetalning väntar", "Chờ thanh toán"),
        Outcome::Paid => words("Paid", "Utbetald", "Đã thanh toán"),
        Outcome::NotEligible => words("No payout", "Ingen utbetalning", "Không thanh toán"),
    }
}

/// The answer about support, as a table shows it.
#[must_use]
pub fn support_name(support: Support) -> Words {
    match support {
        Support::None => words("No sales support", "Utan försäljningssupport", "Không hỗ trợ bán hàng"),
        Support::Requested => words("With sales support", "Med försäljningssupport", "Có hỗ trợ bán hàng"),
    }
}

/// What a status means for a product: one cell of the glossary.
#[derive(Debug)]
pub struct StatusMeaning {
    /// The status.
    pub status: Status,
    /// The product.
    pub product: Product,
    /// In the programme's words.
    pub words: Words,
}

/// The glossary's cell for a status and a product.
#[must_use]
pub fn meaning(status: Status, product: Product) -> &'static StatusMeaning {
    let row = match status {
        Status::Submitted => 0,
        Status::InProgress => 1,
        Status::Awarded => 2,
        Status::NotEligible => 3,
    };
    let column = match product {
        Product::Plus => 0,
        Product::Pos => 1,
    };
    &STATUS_MEANINGS[row * 2 + column]
}

/// The glossary: four statuses, each for Plus and for POS.
pub static STATUS_MEANINGS: [StatusMeaning; 8] = [
    StatusMeaning {
        status: Status::Submitted,
        product: Product::Plus,
        words: words(
            "You submitted a lead. If you requested sales support, our sales team is reviewing the lead. If you did not, you must still contact your seller to create the contract and close the sale.",
            "Du skickade in ett lead. Om du begärde försäljningssupport granskar vårt försäljningsteam leadet. Om du inte har begärt försäljningssupport måste du fortfarande kontakta din säljare för att skapa kontraktet och stänga försäljningen.",
            "Bạn đã gửi một khách hàng tiềm năng. Nếu bạn yêu cầu hỗ trợ bán hàng, đội ngũ bán hàng của chúng tôi đang xem xét. Nếu không, bạn vẫn phải liên hệ với nhân viên bán hàng phụ trách để lập hợp đồng và chốt giao dịch.",
        ),
    },
    StatusMeaning {
        status: Status::Submitted,
        product: Product::Pos,
        words: words(
            "Your lead was received. If you requested sales support, our sales team is reviewing the lead. If you did not, and the lead meets the POS referral terms, you get a payout under the promotion terms. Note: leads without sales support stay in Submitted, even after a payout was issued or if the lead is not eligible.",
            "Ditt lead har tagits emot. Om du begärde försäljningssupport granskar vårt försäljningsteam leadet. Om du inte har begärt försäljningssupport, och leadet uppfyller hänvisningsvillkoren för kassasystem, får du en utbetalning i enlighet med kampanjvillkoren. Obs! Leads utan försäljningssupport stannar i statusen Har skickats in, även efter att en utbetalning har delats ut eller om leadet inte är berättigat.",
            "Chúng tôi đã nhận được khách hàng tiềm năng của bạn. Nếu bạn yêu cầu hỗ trợ bán hàng, đội ngũ bán hàng của chúng tôi đang xem xét. Nếu không, và khách hàng đáp ứng điều khoản giới thiệu POS, bạn sẽ được thanh toán theo điều khoản khuyến mãi. Lưu ý: khách hàng tiềm năng không có hỗ trợ bán hàng giữ nguyên trạng thái Đã gửi, kể cả sau khi đã thanh toán hoặc khi không đủ điều kiện.",
        ),
    },
    StatusMeaning {
        status: Status::InProgress,
        product: Product::Plus,
        words: words(
            "Your lead is in contact with our sales team. If you asked for sales support, it means that we are actively co-selling this referral with you.",
            "Ditt lead har kontakt med vårt säljteam. Om du bad om försäljningssupport innebär det att vi aktivt samsäljer denna hänvisning med dig.",
            "Khách hàng tiềm năng của bạn đang trao đổi với đội ngũ bán hàng của chúng tôi. Nếu bạn đã yêu cầu hỗ trợ bán hàng, nghĩa là chúng tôi đang cùng bạn bán cho khách hàng này.",
        ),
    },
    StatusMeaning {
        status: Status::InProgress,
        product: Product::Pos,
        words: words(
            "Our sales team is working on your lead.",
            "Vårt försäljningsteam jobbar på ditt lead.",
            "Đội ngũ bán hàng của chúng tôi đang xử lý khách hàng tiềm năng của bạn.",
        ),
    },
    StatusMeaning {
        status: Status::Awarded,
        product: Product::Plus,
        words: words(
            "You will earn commission for this lead under the referral terms.",
            "Du kommer få provision för detta lead i enlighet med hänvisningsvillkoren.",
            "Bạn sẽ nhận hoa hồng cho khách hàng tiềm năng này theo điều khoản giới thiệu.",
        ),
    },
    StatusMeaning {
        status: Status::Awarded,
        product: Product::Pos,
        words: words(
            "Your lead has completed our sales cycle and you will get a payout under the promotion terms.",
            "Ditt lead har avslutat vår försäljningscykel och du kommer få en utbetalning i enlighet med kampanjvillkoren.",
            "Khách hàng tiềm năng của bạn đã hoàn tất chu trình bán hàng và bạn sẽ được thanh toán theo điều khoản khuyến mãi.",
        ),
    },
    StatusMeaning {
        status: Status::NotEligible,
        product: Product::Plus,
        words: words(
            "You have not earned commission on this lead.",
            "Du har inte tjänat någon provision på detta lead.",
            "Bạn không nhận được hoa hồng cho khách hàng tiềm năng này.",
        ),
    },
    StatusMeaning {
        status: Status::NotEligible,
        product: Product::Pos,
        words: words(
            "This referral is not eligible for a payout.",
            "Den här hänvisningen är inte berättigad till en utbetalning.",
            "Lượt giới thiệu này không đủ điều kiện thanh toán.",
        ),
    },
];
