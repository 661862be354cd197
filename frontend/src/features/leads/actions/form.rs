//! The fields of a command's dialog.

use guildhall_contract::commands::FIELDS;
use guildhall_contract::fields::{FieldKind, FieldRule, Need};
use guildhall_domain::lead::{CommandKind, Product};
use guildhall_domain::money::PAYOUT_CURRENCIES;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::SharedLead;
use super::answer::{money, spec};
use super::asked_fields::AskedFields;
use super::catalogue::{fields, reasons};
use super::roster::RepresentativeField;
use crate::features::form::{Answers, Form};
use crate::format;
use crate::i18n::texts;
use crate::ui::{SelectField, TextAreaField, TextField, TickField};

/// Payouts are kept in dollars unless something else is said.
const USUAL_CURRENCY: &str = "USD";

/// The form of a command for one lead and one person, as its draft left it.
pub(super) fn new_form(kind: CommandKind, lead: &SharedLead, user_id: &str) -> Form {
    let form = Form::new(spec(kind), format!("guildhall.draft.{}.{}.{user_id}", kind.code(), lead.id));
    match kind {
        CommandKind::RecordPayout if form.text("currency").with_untracked(String::is_empty) => {
            form.text("currency").set(USUAL_CURRENCY.to_owned());
        }
        // A statement is made anew each time; only words are kept.
        CommandKind::Award => {
            form.tick("terms_checked").set(false);
            form.tick("deal_closed").set(false);
        }
        _ => {}
    }
    form
}

/// All fields of the dialog.
pub(super) fn all_fields(form: Form, kind: CommandKind, lead: &SharedLead, sales: bool) -> AnyView {
    fields(kind).into_iter().map(|rule| field(form, kind, rule, lead, sales)).collect_view().into_any()
}

fn field(form: Form, kind: CommandKind, rule: FieldRule, lead: &SharedLead, sales: bool) -> AnyView {
    let id = rule.name;
    match (id, rule.kind) {
        ("representative", _) => view! { <RepresentativeField form=form lead=lead.clone() /> }.into_any(),
        (FIELDS, _) => view! { <AskedFields form=form product=lead.product /> }.into_any(),
        ("amount", _) => amount(form),
        // Stands beside the amount.
        ("currency", _) => ().into_any(),
        ("reason", FieldKind::Choice(_)) => view! {
            <SelectField
                id=id
                label=texts::sales::reason
                value=form.text(id)
                options=Signal::derive(reasons)
                hint=None
                error=form.error(id)
            />
        }
        .into_any(),
        (_, FieldKind::Flag) => {
            let label = tick_label(id, lead.product);
            view! { <TickField id=id label=label value=form.tick(id) error=form.error(id) /> }.into_any()
        }
        (_, FieldKind::Paragraph { max }) => {
            let (label, hint) = text_words(kind, sales);
            view! {
                <TextAreaField
                    id=id
                    label=label
                    value=form.text(id)
                    limit=max
                    hint=hint
                    error=form.error(id)
                    optional=rule.need == Need::Optional
                />
            }
            .into_any()
        }
        _ => ().into_any(),
    }
}

fn tick_label(id: &str, product: Product) -> fn() -> &'static str {
    match (id, product) {
        ("terms_checked", Product::Plus) => texts::sales::terms_checked_plus,
        ("terms_checked", Product::Pos) => texts::sales::terms_checked_pos,
        (_, Product::Plus) => texts::sales::deal_closed_plus,
        (_, Product::Pos) => texts::sales::deal_closed_pos,
    }
}

fn text_words(kind: CommandKind, sales: bool) -> (fn() -> &'static str, Option<TextProp>) {
    match kind {
        CommandKind::AskRepresentative => (texts::lead::message, None),
        CommandKind::RequestSupport if sales => (texts::sales::support_words, None),
        CommandKind::RequestSupport => (texts::lead::support_message, None),
        CommandKind::RequestInformation => {
            (texts::lead_work::request_message, Some(texts::lead_work::partner_reads_mail.into()))
        }
        CommandKind::Withdraw => {
            (texts::lead_work::withdraw_reason, Some(texts::lead_work::withdraw_hint.into()))
        }
        CommandKind::Reopen => (texts::sales::reopen_reason, Some(texts::sales::partner_reads.into())),
        _ => (texts::sales::note, Some(texts::sales::partner_reads.into())),
    }
}

/// Amount and currency, and what they come to: nobody has to guess how a point was read.
fn amount(form: Form) -> AnyView {
    let (text, currency) = (form.text("amount"), form.text("currency"));
    let currencies =
        || PAYOUT_CURRENCIES.iter().map(|code| ((*code).to_owned(), (*code).to_owned())).collect();
    let read = move || {
        let answers: Answers =
            [("amount".to_owned(), text.get()), ("currency".to_owned(), currency.get())].into();
        let money = money(&answers).filter(|money| money.minor > 0)?;
        Some(texts::sales::amount_read(&format::money(money)))
    };
    view! {
        <div class="form__row">
            <TextField
                id="amount"
                label=texts::sales::amount
                value=text
                inputmode=Some("decimal")
                hint=None
                limit=None
                error=form.error("amount")
            />
            <SelectField
                id="currency"
                label=texts::sales::currency
                value=currency
                options=Signal::derive(currencies)
                hint=None
                error=form.error("currency")
            />
        </div>
        <p class="muted" role="status">
            {read}
        </p>
    }
    .into_any()
}
