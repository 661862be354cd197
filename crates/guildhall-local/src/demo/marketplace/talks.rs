//! What was written about jobs.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::marketplace::{Message, MessageVia, Party};

/// A conversation, message by message.
pub(super) struct Talk {
    pub(super) is_blocked: bool,
    pub(super) has_unread: bool,
    said: &'static [Said],
}

/// Who, how, how many hours after the job was asked for, what, and the files with it.
type Said = (Party, MessageVia, i64, &'static str, &'static [&'static str]);

impl Talk {
    pub(super) fn messages(&self, from: DateTime<Utc>) -> Vec<Message> {
        let message = |(by, via, hours, body, files): &Said| Message {
            body: (*body).into(),
            file_urls: files.iter().map(|file| (*file).to_owned()).collect(),
            sent_at: from + TimeDelta::hours(*hours),
            sent_by: *by,
            sent_via: *via,
        };
        self.said.iter().map(message).collect()
    }
}

use MessageVia::{Dashboard, Email};
use Party::{Merchant, Partner};

const fn talk(said: &'static [Said]) -> Talk {
    Talk { is_blocked: false, has_unread: false, said }
}

pub(super) static REDESIGN: Talk = talk(&[
    (
        Merchant,
        Dashboard,
        0,
        "Hello! We want a calmer home page before the autumn season.\n\nWhat we sell is made to last, and the page should say so. Do you have time in September?",
        &[
            "https://files.experts.example/7001/home-page-today.png",
            "https://files.experts.example/7001/brand-guide.pdf",
        ],
    ),
    (
        Partner,
        Dashboard,
        5,
        "Hej Tom, thank you for the brief. September works: we would begin on the 4th and show you a first draft a week later.",
        &[],
    ),
    (Merchant, Email, 22, "That sounds right. Shall we talk on Thursday at ten?", &[]),
    (
        Partner,
        Email,
        24,
        "Thursday at ten it is. I will send the questions we have beforehand.",
        &["https://files.experts.example/40100/questions.docx"],
    ),
    (
        Partner,
        Dashboard,
        260,
        "The draft is up. Product pages follow the same grid; the sizes table opens where it stands.",
        &[],
    ),
    (Merchant, Dashboard, 284, "Lovely. My only wish: the waxed jackets first.", &[]),
]);

pub(super) static ONGOING: Talk = Talk {
    has_unread: true,
    ..talk(&[
        (
            Merchant,
            Dashboard,
            0,
            "We need somebody to look after the store every month: small changes, apps, speed.",
            &[],
        ),
        (Partner, Dashboard, 3, "Gladly. We offer that as a retainer of eight hours a month.", &[]),
        (Merchant, Dashboard, 700, "Could we go on with the same into the spring?", &[]),
    ])
};

pub(super) static QUESTION: Talk = talk(&[
    (Merchant, Dashboard, 0, "How long does a move from another platform take, with 1,200 products?", &[]),
    (Partner, Email, 20, "Four to six weeks. Most of it is checking the redirects together.", &[]),
]);

pub(super) static BLOCKED: Talk = Talk {
    is_blocked: true,
    ..talk(&[
        (Merchant, Dashboard, 0, "Build me a store by tomorrow and I will pay you when it sells.", &[]),
        (Partner, Dashboard, 2, "That is not how we work, sorry.", &[]),
    ])
};

pub(super) static SAIGON: Talk = talk(&[
    (
        Merchant,
        Dashboard,
        0,
        "Chào bạn, mình cần trang bán lụa bằng tiếng Việt và tiếng Anh.",
        &["https://files.experts.example/7101/anh-san-pham.zip"],
    ),
    (
        Partner,
        Dashboard,
        4,
        "Chào chị Hà, bên em làm được trong ba tuần. Em gửi kế hoạch qua email nhé.",
        &[],
    ),
    (Merchant, Email, 26, "Cảm ơn em. Chị đồng ý.", &[]),
]);
