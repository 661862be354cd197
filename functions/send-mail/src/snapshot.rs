//! How tests write a mail down: headers, words, layout.

use guildhall_domain::personal::Personal;

use crate::Mail;

/// The whole mail as one text.
pub(crate) fn written(mail: &Mail) -> String {
    format!("{}\n======== HTML ========\n{}", written_as_text(mail), mail.html.as_str())
}

/// The mail without its layout.
pub(crate) fn written_as_text(mail: &Mail) -> String {
    let reply_to = mail.reply_to.as_ref().map_or("-", Personal::as_str);
    format!(
        "To: {}\nReply-To: {reply_to}\nContent-Language: {}\nSubject: {}\n\n{}",
        mail.to.as_str(),
        mail.language.tag(),
        mail.subject.as_str(),
        mail.text.as_str(),
    )
}
