//! A lead that begins with a merchant who was checked before. What was typed there is kept in this tab until the form
//! takes it, and stands in no address.

use guildhall_contract::clearance::Named;
use guildhall_contract::lead_form::lead_fields;
use guildhall_domain::lead::Product;
use leptos::prelude::*;

use crate::browser;
use crate::features::form::Form;

const PLACE: &str = "guildhall.lead.begin";

/// Keeps a merchant for the form that is opened next.
pub(in crate::features) fn begin_with(merchant: &Named) {
    let text = match merchant {
        Named::Website(website) => website.as_str(),
        Named::Email(email) => email.as_str(),
    };
    browser::keep_in_tab(PLACE, text);
}

/// Fills in the merchant that was kept, unless a draft of the form was.
pub(super) fn take(form: Form, product: Product) {
    let Some(text) = browser::kept_in_tab(PLACE) else { return };
    browser::forget_in_tab(PLACE);
    let field = if text.contains('@') { "contact_email" } else { "website" };
    let has_field = lead_fields(product).iter().any(|rule| rule.name == field);
    if has_field && form.restored_at().get_untracked().is_none() {
        form.text(field).set(text);
    }
}
