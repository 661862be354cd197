//! What the list is asked, and what it says.

use guildhall_contract::mails::{MailColumn, MailQuery, OpenMail, OpenMailPage, read_mail_query};
use guildhall_domain::listing::Order;

use crate::api::mails::written;
use crate::features::address::Form;
use crate::features::list::{ListPage, ListQuery, Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) static FORM: Form<MailQuery> =
    Form { path: "/sales/mails", read, write: written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> MailQuery {
    let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let good = pairs.filter(|pair| read_mail_query([*pair]).is_ok());
    read_mail_query(good).unwrap_or_default()
}

/// The list is not searched: it holds what went wrong, and no names.
impl ListQuery for MailQuery {
    type Column = MailColumn;

    fn order(&self) -> Order<MailColumn> {
        self.order
    }

    fn sort(&mut self, order: Order<MailColumn>) {
        self.order = order;
    }

    fn search(&self) -> &'static str {
        ""
    }

    fn search_for(&mut self, _text: String) {}

    fn is_narrowed(&self) -> bool {
        false
    }

    fn widen(&mut self) {}

    fn turn_to(&mut self, cursor: String) {
        self.cursor = Some(cursor);
    }
}

impl ListPage for OpenMailPage {
    type Item = OpenMail;

    fn items(&self) -> &[OpenMail] {
        &self.items
    }

    fn offset(&self) -> usize {
        self.offset
    }

    fn total(&self) -> usize {
        self.total
    }

    fn previous(&self) -> Option<&str> {
        self.previous.as_deref()
    }

    fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }
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
