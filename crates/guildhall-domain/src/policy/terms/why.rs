//! Which terms apply to a referral and why, in a line.

use chrono::{DateTime, Utc};

use super::super::words::words;
use super::super::{Language, Words, day_in_words};
use super::Terms;
use crate::lead::Support;

const OPEN: Words = words(
    "Referred on {referred}. The terms {id} hold for referrals since {since}.",
    "Hänvisad {referred}. Villkoren {id} gäller för hänvisningar sedan {since}.",
    "Được giới thiệu ngày {referred}. Điều khoản {id} áp dụng cho các lượt giới thiệu từ ngày {since}.",
);

const ENDED: Words = words(
    "Referred on {referred}. The terms {id} hold for referrals from {since} to {last}.",
    "Hänvisad {referred}. Villkoren {id} gäller för hänvisningar från {since} till {last}.",
    "Được giới thiệu ngày {referred}. Điều khoản {id} áp dụng cho các lượt giới thiệu từ ngày {since} đến ngày {last}.",
);

const WITH_SUPPORT: Words = words(
    "Leads that are filed with sales support, like this one, have terms of their own.",
    "Leads som skickas in med försäljningssupport, som detta, har egna villkor.",
    "Khách hàng tiềm năng được gửi kèm hỗ trợ bán hàng, như trường hợp này, có điều khoản riêng.",
);

const WITHOUT_SUPPORT: Words = words(
    "It was filed without sales support; leads with it have terms of their own.",
    "Det skickades in utan försäljningssupport; leads med sådan har egna villkor.",
    "Khách hàng này được gửi không kèm hỗ trợ bán hàng; khách hàng có hỗ trợ có điều khoản riêng.",
);

impl Terms {
    /// Why these terms hold for a referral of this moment: its day, when they are in force, and sales
    /// support where that made the difference.
    #[must_use]
    pub fn why(&self, referred_at: DateTime<Utc>, language: Language) -> String {
        let last = self.until().and_then(|until| until.pred_opt());
        let sentence = if last.is_some() { ENDED } else { OPEN };
        let mut line = sentence
            .text(language)
            .replace("{referred}", &day_in_words(referred_at.date_naive(), language))
            .replace("{id}", self.id)
            .replace("{since}", &day_in_words(self.since, language));
        if let Some(last) = last {
            line = line.replace("{last}", &day_in_words(last, language));
        }
        let support = self.chosen_by(referred_at).map(|support| match support {
            Support::Requested => WITH_SUPPORT,
            Support::None => WITHOUT_SUPPORT,
        });
        match support {
            Some(words) => format!("{line} {}", words.text(language)),
            None => line,
        }
    }
}
