//! What is said of a mail: whom it tells, how far it came, and why no further.

use guildhall_domain::delivery::Delivery;
use guildhall_domain::notice::Audience;

use crate::i18n::texts;
use crate::ui::Sign;

/// Whom it tells.
pub(super) fn audience(code: &str) -> &'static str {
    match Audience::of_code(code) {
        Some(Audience::Partner) => texts::mails::to_partner(),
        Some(Audience::Sender) => texts::mails::to_sender(),
        Some(Audience::Representative) => texts::mails::to_representative(),
        Some(Audience::FormerRepresentative) => texts::mails::to_former_representative(),
        Some(Audience::Managers) => texts::mails::to_managers(),
        Some(Audience::Merchant) => texts::mails::to_merchant(),
        Some(Audience::Invited) => texts::mails::to_invited(),
        Some(Audience::Owner) => texts::mails::to_owner(),
        Some(Audience::Reader) | None => texts::mails::to_reader(),
    }
}

/// How far it came.
pub(in crate::features) fn state(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Pending => texts::mails::pending(),
        Delivery::Sent => texts::mails::sent(),
        Delivery::Delivered => texts::mails::delivered(),
        Delivery::Bounced => texts::mails::bounced(),
        Delivery::Complained => texts::mails::complained(),
        Delivery::Failed => texts::mails::not_sent(),
        Delivery::Unknown => texts::mails::unknown(),
        Delivery::NotWanted => texts::mails::not_wanted(),
    }
}

/// The code of its colour, and its shape.
pub(in crate::features) fn look(delivery: Delivery) -> (&'static str, Sign) {
    match delivery {
        Delivery::Pending => ("submitted", Sign::Clock),
        Delivery::Sent | Delivery::NotWanted => ("quiet", Sign::Mail),
        Delivery::Delivered => ("awarded", Sign::Check),
        Delivery::Bounced | Delivery::Complained | Delivery::Failed | Delivery::Unknown => {
            ("not_eligible", Sign::Alert)
        }
    }
}

/// Why it came no further. A code that is not known here says nothing to its reader.
pub(super) fn reason(code: &str) -> Option<&'static str> {
    Some(match code {
        "permanent" => texts::mails::because_permanent(),
        "transient" => texts::mails::because_transient(),
        "undetermined" => texts::mails::because_undetermined(),
        "delayed" => texts::mails::because_delayed(),
        "complaint" => texts::mails::because_complaint(),
        "rejected" | "MessageRejected" => texts::mails::because_rejected(),
        _ => return None,
    })
}
