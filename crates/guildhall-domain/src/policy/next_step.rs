//! What a partner can expect next: thirteen cells, one for each place where a lead can stand, and two for leads that
//! do not move on wherever they stand: one waits for its partner's answer, one was withdrawn.

use super::words::{Words, words};
use crate::lead::{Facts, Hold, Outcome, Product, Standing, Status, Support, Track};

/// A cell of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the catalogue's own numbers; each row below says what it is")]
pub enum Cell {
    N1,
    N2,
    N3,
    N4,
    N5,
    N6,
    N7,
    N8,
    N9,
    N10,
    N11,
    N12,
    N13,
    N14,
    N15,
}

/// Whose move it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mover {
    /// The sales team's.
    Ours,
    /// The partner's.
    Yours,
    /// Both sides'.
    Both,
    /// Nobody's: nothing is left to do.
    Nobody,
}

/// One cell with its words.
#[derive(Debug)]
pub struct NextStep {
    /// Its number.
    pub cell: Cell,
    /// Whose move it is.
    pub mover: Mover,
    /// What the partner reads. `{date}` is the payout's date, `{reason}` the reason's words.
    pub words: Words,
}

/// The cell of a lead with these facts. Total: every lead has one.
#[must_use]
pub fn next_step(facts: Facts) -> &'static NextStep {
    let cell = match (facts.hold, facts.standing()) {
        (Some(Hold::Information), _) => Cell::N14,
        (Some(Hold::Withdrawn), _) => Cell::N15,
        (None, Standing::Still(Outcome::Pending)) => Cell::N4,
        (None, Standing::Still(Outcome::Paid)) => Cell::N5,
        (None, Standing::Still(Outcome::NotEligible)) => Cell::N6,
        (None, Standing::Moving(status)) => moving(facts.track, status),
    };
    &NEXT_STEPS[cell as usize]
}

fn moving(track: Track, status: Status) -> Cell {
    match (status, track.product(), track.support()) {
        (Status::Submitted, Product::Plus, Support::Requested) => Cell::N1,
        (Status::Submitted, Product::Plus, Support::None) => Cell::N2,
        (Status::Submitted, Product::Pos, _) => Cell::N3,
        (Status::InProgress, Product::Plus, Support::Requested) => Cell::N7,
        (Status::InProgress, Product::Plus, Support::None) => Cell::N8,
        (Status::InProgress, Product::Pos, _) => Cell::N9,
        (Status::Awarded, Product::Plus, _) => Cell::N10,
        (Status::Awarded, Product::Pos, _) => Cell::N11,
        (Status::NotEligible, Product::Plus, _) => Cell::N12,
        (Status::NotEligible, Product::Pos, _) => Cell::N13,
    }
}

const fn step(cell: Cell, mover: Mover, words: Words) -> NextStep {
    NextStep { cell, mover, words }
}

/// The catalogue, by number.
pub static NEXT_STEPS: [NextStep; 15] = [
    step(
        Cell::N1,
        Mover::Ours,
        words(
            "You submitted a lead. Our sales team is reviewing it. Next: it moves to In progress when we start, or to Not eligible with a reason.",
            "Du skickade in ett lead. Vårt försäljningsteam granskar det. Härnäst: det går till Bearbetas när vi börjar, eller till Inte berättigad med ett skäl.",
            "Bạn đã gửi một khách hàng tiềm năng. Đội ngũ bán hàng của chúng tôi đang xem xét. Tiếp theo: trạng thái chuyển sang Đang xử lý khi chúng tôi bắt đầu, hoặc Không đủ điều kiện kèm lý do.",
        ),
    ),
    step(
        Cell::N2,
        Mover::Yours,
        words(
            "You submitted a lead. **You still need to contact your seller** to create the contract and close the sale. You can request sales support at any time.",
            "Du skickade in ett lead. **Du måste fortfarande kontakta din säljare** för att skapa kontraktet och stänga försäljningen. Du kan begära försäljningssupport när som helst.",
            "Bạn đã gửi một khách hàng tiềm năng. **Bạn vẫn cần liên hệ với nhân viên bán hàng phụ trách** để lập hợp đồng và chốt giao dịch. Bạn có thể yêu cầu hỗ trợ bán hàng bất cứ lúc nào.",
        ),
    ),
    step(
        Cell::N3,
        Mover::Ours,
        words(
            "We received your lead. Our sales team is reviewing it.",
            "Ditt lead har tagits emot. Vårt försäljningsteam granskar det.",
            "Chúng tôi đã nhận được khách hàng tiềm năng của bạn. Đội ngũ bán hàng đang xem xét.",
        ),
    ),
    step(
        Cell::N4,
        Mover::Ours,
        words(
            "We received your lead. If it meets the POS referral terms you get a payout under the promotion terms. **The status will stay at Submitted**; a payout, or the decision that the lead is not eligible, shows here and in the timeline.",
            "Ditt lead har tagits emot. Om det uppfyller hänvisningsvillkoren för kassasystem får du en utbetalning enligt kampanjvillkoren. **Statusen förblir Har skickats in**; en utbetalning, eller beslutet att leadet inte är berättigat, visas här och i tidslinjen.",
            "Chúng tôi đã nhận được khách hàng tiềm năng của bạn. Nếu đáp ứng điều khoản giới thiệu POS, bạn sẽ được thanh toán theo điều khoản khuyến mãi. **Trạng thái sẽ giữ nguyên là Đã gửi**; khoản thanh toán, hoặc quyết định không đủ điều kiện, sẽ hiển thị tại đây và trên dòng thời gian.",
        ),
    ),
    step(
        Cell::N5,
        Mover::Nobody,
        words(
            "A payout was issued on {date}. The status stays at Submitted because no sales support was requested.",
            "En utbetalning gjordes den {date}. Statusen förblir Har skickats in eftersom ingen försäljningssupport begärdes.",
            "Khoản thanh toán đã được thực hiện vào {date}. Trạng thái giữ nguyên là Đã gửi vì không có yêu cầu hỗ trợ bán hàng.",
        ),
    ),
    step(
        Cell::N6,
        Mover::Yours,
        words(
            "This lead is not eligible for a payout: {reason}. The status stays at Submitted because no sales support was requested.",
            "Det här leadet är inte berättigat till en utbetalning: {reason}. Statusen förblir Har skickats in eftersom ingen försäljningssupport begärdes.",
            "Khách hàng tiềm năng này không đủ điều kiện thanh toán: {reason}. Trạng thái giữ nguyên là Đã gửi vì không có yêu cầu hỗ trợ bán hàng.",
        ),
    ),
    step(
        Cell::N7,
        Mover::Both,
        words(
            "Your lead is in contact with our sales team. **We are actively co-selling this referral with you.**",
            "Ditt lead har kontakt med vårt säljteam. **Vi samsäljer aktivt denna hänvisning med dig.**",
            "Khách hàng tiềm năng của bạn đang trao đổi với đội ngũ bán hàng của chúng tôi. **Chúng tôi đang cùng bạn bán cho khách hàng này.**",
        ),
    ),
    step(
        Cell::N8,
        Mover::Yours,
        words(
            "Your lead is in contact with our sales team. Keep working with your seller to close.",
            "Ditt lead har kontakt med vårt säljteam. Fortsätt arbeta med din säljare för att stänga försäljningen.",
            "Khách hàng tiềm năng của bạn đang trao đổi với đội ngũ bán hàng của chúng tôi. Hãy tiếp tục làm việc với nhân viên bán hàng phụ trách để chốt giao dịch.",
        ),
    ),
    step(
        Cell::N9,
        Mover::Ours,
        words(
            "Our sales team is working on your lead.",
            "Vårt försäljningsteam jobbar på ditt lead.",
            "Đội ngũ bán hàng của chúng tôi đang xử lý khách hàng tiềm năng của bạn.",
        ),
    ),
    step(
        Cell::N10,
        Mover::Nobody,
        words(
            "You will earn commission for this lead under the referral terms.",
            "Du kommer få provision för detta lead i enlighet med hänvisningsvillkoren.",
            "Bạn sẽ nhận hoa hồng cho khách hàng tiềm năng này theo điều khoản giới thiệu.",
        ),
    ),
    step(
        Cell::N11,
        Mover::Ours,
        words(
            "Your lead has completed our sales cycle. You will get a payout under the promotion terms.",
            "Ditt lead har avslutat vår försäljningscykel. Du kommer få en utbetalning i enlighet med kampanjvillkoren.",
            "Khách hàng tiềm năng của bạn đã hoàn tất chu trình bán hàng của chúng tôi. Bạn sẽ được thanh toán theo điều khoản khuyến mãi.",
        ),
    ),
    step(
        Cell::N12,
        Mover::Yours,
        words(
            "You have not earned commission on this lead. {reason}.",
            "Du har inte tjänat någon provision på detta lead. {reason}.",
            "Bạn không nhận được hoa hồng cho khách hàng tiềm năng này. {reason}.",
        ),
    ),
    step(
        Cell::N13,
        Mover::Yours,
        words(
            "This referral is not eligible for a payout. {reason}.",
            "Den här hänvisningen är inte berättigad till en utbetalning. {reason}.",
            "Lượt giới thiệu này không đủ điều kiện thanh toán. {reason}.",
        ),
    ),
    step(
        Cell::N14,
        Mover::Yours,
        words(
            "**We need more information from you.** Our sales team goes on as soon as you have answered.",
            "**Vi behöver mer information från dig.** Vårt försäljningsteam går vidare så snart du har svarat.",
            "**Chúng tôi cần thêm thông tin từ bạn.** Đội ngũ bán hàng sẽ tiếp tục ngay khi bạn trả lời.",
        ),
    ),
    step(
        Cell::N15,
        Mover::Nobody,
        words(
            "You withdrew this lead. It stays in your list, and nothing more happens to it.",
            "Du drog tillbaka det här leadet. Det finns kvar i din lista, och inget mer händer med det.",
            "Bạn đã rút khách hàng tiềm năng này. Nó vẫn còn trong danh sách của bạn và sẽ không có thay đổi nào nữa.",
        ),
    ),
];
