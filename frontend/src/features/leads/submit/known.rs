//! Whether the merchant is known already, while the form is filled in. It never keeps anybody from sending.

use std::time::Duration;

use guildhall_contract::clearance::{DuplicateBody, Duplicates, OwnLead};
use guildhall_contract::lead_form::lead_fields;
use guildhall_domain::lead::Product;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::status_name;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, leads, sleep};
use crate::features::form::Form;
use crate::i18n::{texts, words};
use crate::ui::{Notice, Tone};

/// How long somebody has stopped typing before it is asked.
const PAUSE: Duration = Duration::from_millis(700);

/// Says under the merchant's fields what is known of it.
#[component]
pub(super) fn Known(
    /// The form.
    form: Form,
    /// Whose form it is.
    product: Product,
) -> impl IntoView {
    let api = expect_context::<Api>();
    let found = RwSignal::new(Duplicates::default());
    let has_website = lead_fields(product).iter().any(|rule| rule.name == "website");
    let asked = Memo::new(move |_| {
        let website = if has_website { form.text("website").get() } else { String::new() };
        question(product, &website, &form.text("contact_email").get())
    });
    let newest = StoredValue::new(0_u32);
    Effect::new(move || {
        let asked = asked.get();
        let number = newest.get_value() + 1;
        newest.set_value(number);
        let Some(body) = asked else {
            found.set(Duplicates::default());
            return;
        };
        spawn_local(async move {
            sleep(PAUSE).await;
            if newest.try_get_value() != Some(number) {
                return;
            }
            // What cannot be asked is not worth a word: the same is looked into after sending.
            let answer = leads::duplicates(api, &body).await.unwrap_or_default();
            if newest.try_get_value() == Some(number) {
                found.set(answer);
            }
        });
    });
    view! { <div role="status">{move || notice(found.get())}</div> }
}

/// What is asked, once something is typed that could name a merchant.
fn question(product: Product, website: &str, email: &str) -> Option<DuplicateBody> {
    let (website, email) = (website.trim(), email.trim());
    let has_end = |text: &str| {
        text.rsplit_once('.').is_some_and(|(start, end)| !start.is_empty() && end.chars().count() >= 2)
    };
    let website = Some(website).filter(|website| has_end(website)).map(str::to_owned);
    let email = Some(email).filter(|email| email.split_once('@').is_some_and(|(_, host)| has_end(host)));
    let contact_email = email.map(Personal::from);
    (website.is_some() || contact_email.is_some()).then_some(DuplicateBody {
        product,
        website,
        contact_email,
    })
}

fn notice(found: Duplicates) -> Option<AnyView> {
    let Duplicates { own, known } = found;
    if !own.is_empty() {
        return Some(
            view! {
                <Notice tone=Tone::Warning>
                    <p>{texts::lead_check::own_title}</p>
                    <ul class="lines">{own.into_iter().map(own_line).collect_view()}</ul>
                    <p>{texts::lead_check::own_text}</p>
                </Notice>
            }
            .into_any(),
        );
    }
    known.then(|| {
        view! {
            <Notice tone=Tone::Info>
                <p>{texts::lead_check::known}</p>
            </Notice>
        }
        .into_any()
    })
}

/// A lead of the reader's own organisation, with the way to it.
pub(in crate::features) fn own_line(lead: OwnLead) -> impl IntoView {
    let href = format!("/referrals/leads/{}", lead.id);
    let status = lead.status;
    view! {
        <li>
            <span>
                <a href=href>{lead.company}</a>
                ", "
                {move || words(&status_name(status))}
                {lead.withdrawn.then(|| view! { ", " {texts::lead_check::withdrawn} })}
            </span>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_an_address_is_not_asked_about() {
        let asked = |website: &str, email: &str| question(Product::Plus, website, email);
        assert_eq!(asked("acme", "anna@acme"), None);
        assert_eq!(asked("acme.", ""), None);
        assert_eq!(asked("acme.com", "anna").and_then(|body| body.website), Some("acme.com".to_owned()));
        assert!(asked("", "anna@acme.com").is_some_and(|body| body.website.is_none()));
    }
}
