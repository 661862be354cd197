//! What the mail says that brings an invitation.

use guildhall_domain::actor::Role;
use guildhall_domain::policy::Words;

use crate::words::words;

pub(super) const SUBJECT: Words = words(
    "{inviter} invites you to {organisation} on Guildhall",
    "{inviter} bjuder in dig till {organisation} på Guildhall",
    "{inviter} mời bạn tham gia {organisation} trên Guildhall",
);
pub(super) const SUBJECT_STAFF: Words = words(
    "{inviter} invites you to Guildhall’s own team",
    "{inviter} bjuder in dig till Guildhalls eget team",
    "{inviter} mời bạn tham gia đội ngũ của Guildhall",
);
pub(super) const OPENING: Words = words(
    "**{inviter}** would like you to work with **{organisation}** on Guildhall, where partners meet merchants and follow their leads.",
    "**{inviter}** vill att du arbetar med **{organisation}** på Guildhall, där partner möter handlare och följer sina leads.",
    "**{inviter}** muốn bạn cùng làm việc với **{organisation}** trên Guildhall, nơi đối tác gặp người bán và theo dõi khách hàng tiềm năng.",
);
pub(super) const OPENING_STAFF: Words = words(
    "**{inviter}** would like you to work on Guildhall with the programme’s own people.",
    "**{inviter}** vill att du arbetar på Guildhall tillsammans med programmets egna medarbetare.",
    "**{inviter}** muốn bạn làm việc trên Guildhall cùng nhân sự của chương trình.",
);
pub(super) const FACTS: Words = words("The invitation", "Inbjudan", "Lời mời");
pub(super) const ORGANISATION: Words = words("Organisation", "Organisation", "Tổ chức");
pub(super) const ROLE: Words = words("You will be", "Du blir", "Vai trò của bạn");
pub(super) const INVITED_BY: Words = words("Invited by", "Inbjuden av", "Người mời");
pub(super) const UNTIL: Words = words("Good until", "Gäller till och med", "Có hiệu lực đến hết ngày");
pub(super) const ACTION: Words = words("See the invitation", "Visa inbjudan", "Xem lời mời");
pub(super) const NEXT: Words = words("How to accept", "Så accepterar du", "Cách chấp nhận");
pub(super) const STEPS: [Words; 3] = [
    words(
        "Open the invitation and sign in with **{email}**. If you have no account yet, make one with this address.",
        "Öppna inbjudan och logga in med **{email}**. Har du inget konto än skapar du ett med den här adressen.",
        "Mở lời mời và đăng nhập bằng **{email}**. Nếu chưa có tài khoản, hãy tạo tài khoản với địa chỉ này.",
    ),
    words("Press **Accept**.", "Tryck på **Acceptera**.", "Nhấn **Chấp nhận**."),
    words(
        "The invitation is good until {until}. After that, ask {inviter} for another one.",
        "Inbjudan gäller till och med {until}. Därefter kan du be {inviter} om en ny.",
        "Lời mời có hiệu lực đến hết ngày {until}. Sau đó, hãy đề nghị {inviter} gửi lời mời khác.",
    ),
];
pub(super) const NOTICE: Words = words("Not for you?", "Inte till dig?", "Không phải cho bạn?");
pub(super) const NOTICE_TEXT: Words = words(
    "If you know nothing of this, ignore the mail. Nothing happens unless you accept, and the link is of no use to anybody else.",
    "Känner du inte till det här kan du bortse från mejlet. Inget händer om du inte accepterar, och länken är till ingen nytta för någon annan.",
    "Nếu bạn không biết về việc này, hãy bỏ qua thư. Sẽ không có gì xảy ra nếu bạn không chấp nhận, và liên kết này vô dụng với người khác.",
);
pub(super) const FOOTER: Words = words(
    "You get this mail because {inviter} entered this address on Guildhall to invite you.",
    "Du får det här mejlet eftersom {inviter} angav den här adressen på Guildhall för att bjuda in dig.",
    "Bạn nhận được thư này vì {inviter} đã nhập địa chỉ này trên Guildhall để mời bạn.",
);

/// What somebody is to be, and what that means.
pub(super) fn role(role: Role) -> Words {
    match role {
        Role::PartnerOwner => words(
            "Owner: manages the profile and the members, and does all that members do",
            "Ägare: sköter profilen och medlemmarna, och gör allt som medlemmar gör",
            "Chủ sở hữu: quản lý hồ sơ và thành viên, và làm mọi việc của thành viên",
        ),
        Role::PartnerMember => words(
            "Member: submits and follows leads",
            "Medlem: skickar in och följer leads",
            "Thành viên: gửi và theo dõi khách hàng tiềm năng",
        ),
        Role::PartnerViewer => words(
            "Viewer: reads leads and referrals",
            "Läsare: läser leads och värvningar",
            "Người xem: xem khách hàng tiềm năng và giới thiệu",
        ),
        Role::Rep => words("Sales representative", "Säljare", "Nhân viên bán hàng"),
        Role::SalesManager => words("Sales manager", "Försäljningschef", "Quản lý bán hàng"),
        Role::ProgramAdmin => {
            words("Programme administrator", "Programadministratör", "Quản trị viên chương trình")
        }
        // Nobody is invited to be one.
        Role::Merchant | Role::System => words("Merchant", "Handlare", "Người bán"),
    }
}
