//! What mails are about, as a table: what each topic is called, whom it is for, and what can be switched off.

use serde::{Deserialize, Serialize};

use crate::actor::Role;
use crate::policy::Words;

/// What a mail is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Topic {
    /// A lead was received, with everything that was entered.
    LeadConfirmation,
    /// A lead moved: it was decided, contacted, awarded, withdrawn.
    LeadProgress,
    /// Something is missing on a lead, or was added to it.
    LeadInformation,
    /// An award may be, or was, taken back.
    LeadReopening,
    /// A partner asks the representative something, and gets a copy.
    LeadQuestion,
    /// A lead was given to a representative, or taken from them.
    LeadAssignment,
    /// A lead waits longer than was promised.
    Escalation,
    /// A merchant's own inquiry to a partner.
    Inquiry,
    /// What a payout run did about what the organisation earned.
    Payout,
    /// A webhook was switched off since it failed.
    Webhook,
    /// Once a week: what waits for whom.
    Digest,
    /// Somebody is asked to become a member.
    Invitation,
}

/// A topic with all that is said of it.
#[derive(Debug)]
pub struct TopicRow {
    /// The topic.
    pub topic: Topic,
    /// The same as text.
    pub code: &'static str,
    /// What it is called.
    pub name: Words,
    /// One line about what is sent and when.
    pub description: Words,
    /// Whom it concerns.
    pub roles: &'static [Role],
    /// Whether it is sent whatever the reader prefers.
    pub mandatory: bool,
    /// Whether it is sent to those who never said anything about it.
    pub from_the_start: bool,
}

impl Topic {
    /// Every topic, in the order to show them.
    pub const ALL: [Self; 12] = [
        Self::LeadConfirmation,
        Self::LeadProgress,
        Self::LeadInformation,
        Self::LeadReopening,
        Self::LeadQuestion,
        Self::LeadAssignment,
        Self::Escalation,
        Self::Inquiry,
        Self::Payout,
        Self::Webhook,
        Self::Digest,
        Self::Invitation,
    ];

    /// The topic's row.
    #[must_use]
    pub fn row(self) -> &'static TopicRow {
        let place = match self {
            Self::LeadConfirmation => 0,
            Self::LeadProgress => 1,
            Self::LeadInformation => 2,
            Self::LeadReopening => 3,
            Self::LeadQuestion => 4,
            Self::LeadAssignment => 5,
            Self::Escalation => 6,
            Self::Inquiry => 7,
            Self::Payout => 8,
            Self::Webhook => 9,
            Self::Digest => 10,
            Self::Invitation => 11,
        };
        &TOPICS[place]
    }

    /// The topic as text.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The topic of a code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        TOPICS.iter().find(|row| row.code == code).map(|row| row.topic)
    }

    /// Whether it cannot be switched off. A partner is told that an award may be taken back before it is, so
    /// these mails are part of the rules and not a courtesy.
    #[must_use]
    pub fn is_mandatory(self) -> bool {
        self.row().mandatory
    }

    /// Whether it concerns people of a role.
    #[must_use]
    pub fn is_for(self, role: Role) -> bool {
        self.row().roles.contains(&role)
    }

    /// The topics that concern a role, in the order to show them.
    pub fn of(role: Role) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |topic| topic.is_for(role))
    }
}

/// Whoever may have written about a lead, though they may only read by now.
const PARTNERS: &[Role] = &[Role::PartnerViewer, Role::PartnerMember, Role::PartnerOwner];
const OWNERS: &[Role] = &[Role::PartnerOwner];
const SUBMITTERS: &[Role] = &[Role::PartnerMember, Role::PartnerOwner];
const PARTNERS_AND_REPS: &[Role] = &[Role::PartnerViewer, Role::PartnerMember, Role::PartnerOwner, Role::Rep];
const WHOEVER_ASKS_OR_ANSWERS: &[Role] = &[Role::PartnerMember, Role::PartnerOwner, Role::Rep];
const REPS: &[Role] = &[Role::Rep];
const MERCHANTS: &[Role] = &[Role::Merchant];
const WHOEVER_WORKS_ON_LEADS: &[Role] =
    &[Role::PartnerMember, Role::PartnerOwner, Role::Rep, Role::SalesManager];

/// Every topic, in the order to show them.
pub static TOPICS: [TopicRow; 12] = [
    TopicRow {
        topic: Topic::LeadConfirmation,
        code: "lead_confirmation",
        name: Words { en: "Lead received", sv: "Lead mottaget", vi: "Đã nhận khách hàng tiềm năng" },
        description: Words {
            en: "When you submit a lead: everything you entered, and what happens next.",
            sv: "När du skickar in ett lead: allt du angav, och vad som händer sedan.",
            vi: "Khi bạn gửi khách hàng tiềm năng: mọi thông tin bạn đã nhập và bước tiếp theo.",
        },
        roles: SUBMITTERS,
        mandatory: false,
        from_the_start: true,
    },
    TopicRow {
        topic: Topic::LeadProgress,
        code: "lead_progress",
        name: Words {
            en: "Progress of your leads",
            sv: "Dina leads framsteg",
            vi: "Tiến độ khách hàng tiềm năng của bạn",
        },
        description: Words {
            en: "When something happens to a lead that you submitted.",
            sv: "När något händer med ett lead som du skickat in.",
            vi: "Khi có diễn biến mới với khách hàng tiềm năng mà bạn đã gửi.",
        },
        roles: PARTNERS,
        mandatory: false,
        from_the_start: true,
    },
    TopicRow {
        topic: Topic::LeadInformation,
        code: "lead_information",
        name: Words { en: "Missing information", sv: "Uppgifter som saknas", vi: "Thông tin còn thiếu" },
        description: Words {
            en: "When sales asks for something that a lead lacks, when it is answered, and when details are corrected.",
            sv: "När säljteamet ber om något som saknas i ett lead, när det besvaras och när uppgifter rättas.",
            vi: "Khi bộ phận bán hàng yêu cầu thông tin còn thiếu, khi yêu cầu được trả lời và khi thông tin được sửa.",
        },
        roles: PARTNERS_AND_REPS,
        mandatory: false,
        from_the_start: true,
    },
    TopicRow {
        topic: Topic::LeadReopening,
        code: "lead_reopening",
        name: Words {
            en: "Awards taken back",
            sv: "Tilldelningar som tas tillbaka",
            vi: "Thu hồi kết quả trao thưởng",
        },
        description: Words {
            en: "When it is proposed to take an award back, and when that is decided.",
            sv: "När det föreslås att en tilldelning tas tillbaka, och när det avgörs.",
            vi: "Khi có đề xuất thu hồi kết quả trao thưởng, và khi có quyết định về việc đó.",
        },
        roles: PARTNERS,
        mandatory: true,
        from_the_start: true,
    },
    TopicRow {
        topic: Topic::LeadQuestion,
        code: "lead_question",
        name: Words {
            en: "Questions about leads",
            sv: "Frågor om leads",
            vi: "Câu hỏi về khách hàng tiềm năng",
        },
        description: Words {
            en: "When a partner asks about a lead: the representative gets it, and whoever asked gets a copy.",
            sv: "När en partner frågar om ett lead: säljaren får frågan, och den som frågade får en kopia.",
            vi: "Khi đối tác hỏi về khách hàng tiềm năng: người phụ trách nhận câu hỏi, người hỏi nhận bản sao.",
        },
        roles: WHOEVER_ASKS_OR_ANSWERS,
        mandatory: false,
        from_the_start: true,
    },
    TopicRow {
        topic: Topic::LeadAssignment,
        code: "lead_assignment",
        name: Words {
            en: "Leads assigned to you",
            sv: "Leads som tilldelas dig",
            vi: "Khách hàng tiềm năng được giao cho bạn",
        },
        description: Words {
            en: "When a lead becomes yours, or goes to somebody else.",
            sv: "När ett lead blir ditt, eller går över till någon annan.",
            vi: "Khi một khách hàng tiềm năng được giao cho bạn hoặc chuyển cho người khác.",
        },
        roles: REPS,
        mandatory: false,
        from_the_start: true,
    },
    TopicRow {
        topic: Topic::Escalation,
        code: "escalation",
        name: Words {
            en: "Overdue leads", sv: "Försenade leads", vi: "Khách hàng tiềm năng quá hạn"
        },
        description: Words {
            en: "When a lead of yours waits longer than the partner was promised.",
            sv: "När ett av dina leads väntar längre än vad partnern har utlovats.",
            vi: "Khi một khách hàng tiềm năng của bạn chờ lâu hơn thời hạn đã hứa với đối tác.",
        },
        // Managers are told at the desk's address, which is the team's to keep.
        roles: REPS,
        mandatory: false,
        from_the_start: true,
    },
    TopicRow {
        topic: Topic::Inquiry,
        code: "inquiry",
        name: Words {
            en: "Inquiries you send", sv: "Förfrågningar du skickar", vi: "Yêu cầu bạn gửi đi"
        },
        description: Words {
            en: "A copy of each inquiry that you send to a partner.",
            sv: "En kopia av varje förfrågan som du skickar till en partner.",
            vi: "Bản sao của mỗi yêu cầu bạn gửi cho đối tác.",
        },
        roles: MERCHANTS,
        mandatory: false,
        from_the_start: true,
    },
    TopicRow {
        topic: Topic::Payout,
        code: "payout",
        name: Words { en: "Payouts", sv: "Utbetalningar", vi: "Các khoản thanh toán" },
        description: Words {
            en: "When your organisation is paid, and when an amount is carried over and why. No mail names an amount.",
            sv: "När din organisation får betalt, och när ett belopp förs över och varför. Inget mejl nämner belopp.",
            vi: "Khi tổ chức của bạn được thanh toán, và khi số tiền chuyển sang kỳ sau cùng lý do. Thư không nêu số tiền.",
        },
        // Whoever is granted to see amounts finds them where they are; where they are paid is the owners' to say.
        roles: OWNERS,
        mandatory: false,
        from_the_start: true,
    },
    TopicRow {
        topic: Topic::Webhook,
        code: "webhook",
        name: Words { en: "Webhooks that fail", sv: "Webhooks som misslyckas", vi: "Webhook bị lỗi" },
        description: Words {
            en: "When a webhook of your organisation is switched off because it failed for a day.",
            sv: "När en av din organisations webhooks stängs av eftersom den misslyckats i ett dygn.",
            vi: "Khi một webhook của tổ chức bạn bị tắt vì đã lỗi suốt một ngày.",
        },
        roles: OWNERS,
        mandatory: false,
        from_the_start: true,
    },
    TopicRow {
        topic: Topic::Digest,
        code: "digest",
        name: Words { en: "Weekly summary", sv: "Veckosammanfattning", vi: "Bản tóm tắt hằng tuần" },
        description: Words {
            en: "Once a week: how many leads wait for you, and how many for the other side.",
            sv: "En gång i veckan: hur många leads som väntar på dig, och hur många på motparten.",
            vi: "Mỗi tuần một lần: bao nhiêu khách hàng tiềm năng đang chờ bạn và bao nhiêu đang chờ phía bên kia.",
        },
        roles: WHOEVER_WORKS_ON_LEADS,
        mandatory: false,
        // Nobody asked for it: a mail that nothing has caused is sent to those who want it.
        from_the_start: false,
    },
    TopicRow {
        topic: Topic::Invitation,
        code: "invitation",
        name: Words { en: "Invitations", sv: "Inbjudningar", vi: "Lời mời" },
        description: Words {
            en: "When somebody is invited to become a member.",
            sv: "När någon bjuds in att bli medlem.",
            vi: "Khi ai đó được mời làm thành viên.",
        },
        // Whoever is invited is nobody here yet, so there is nobody to offer a switch to.
        roles: &[],
        mandatory: true,
        from_the_start: true,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_its_own_row_and_the_code_of_the_wire() {
        for (topic, row) in Topic::ALL.into_iter().zip(&TOPICS) {
            assert_eq!(row.topic, topic);
            assert_eq!(topic.row().code, row.code);
            assert_eq!(serde_json::to_value(topic).unwrap(), row.code);
            assert_eq!(Topic::of_code(row.code), Some(topic));
        }
        assert_eq!(Topic::of_code("weather"), None);
    }

    #[test]
    fn only_the_reopening_of_an_award_and_an_invitation_cannot_be_switched_off() {
        let mandatory: Vec<_> = Topic::ALL.into_iter().filter(|topic| topic.is_mandatory()).collect();
        assert_eq!(mandatory, [Topic::LeadReopening, Topic::Invitation]);
    }

    #[test]
    fn nobody_is_offered_a_topic_of_the_other_side() {
        let of = |role| Topic::of(role).collect::<Vec<_>>();
        assert_eq!(of(Role::Merchant), [Topic::Inquiry]);
        assert_eq!(of(Role::SalesManager), [Topic::Digest]);
        assert_eq!(of(Role::ProgramAdmin), []);
        assert_eq!(of(Role::System), []);
        assert!(!of(Role::PartnerOwner).contains(&Topic::LeadAssignment));
        assert!(!of(Role::PartnerMember).contains(&Topic::Payout));
        assert!(!of(Role::Rep).contains(&Topic::LeadConfirmation));
    }
}
