//! What the list is asked, and what it says.

use guildhall_contract::mails::{MailColumn, MailQuery, read_mail_query};

use crate::api::mails::written;
use crate::features::address::{Form, read_what_fits};
use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) static FORM: Form<MailQuery> =
    Form { path: "/sales/mails", read, write: written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> MailQuery {
    read_what_fits(pairs, |pairs| read_mail_query(pairs.iter().copied()))
}

pub(super) const WORDING: Wording<MailColumn> = Wording {
    orders: Orders { columns: &MailColumn::ALL, code: MailColumn::code, name, scale },
    caption: texts::mails::caption,
    loading: texts::mails::loading,
    failed: texts::mails::failed,
    search: texts::mails::mails,
    search_in: texts::mails::mails,
    no_match: texts::mails::none_title,
    no_match_for: |_| texts::mails::none_title().to_owned(),
    no_match_text: texts::mails::none_text,
    pages: texts::mails::pages,
};

fn name(column: MailColumn) -> &'static str {
    match column {
        MailColumn::Since => texts::mails::since(),
    }
}

fn scale(column: MailColumn) -> Scale {
    match column {
        MailColumn::Since => Scale::Time,
    }
}
