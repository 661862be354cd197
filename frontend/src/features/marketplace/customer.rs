//! Who a job or a conversation was with, and how to reach them.

use guildhall_domain::marketplace::{Customer, Shop};
use leptos::prelude::*;

use crate::features::leads::telephone;
use crate::i18n::texts;
use crate::ui::{CopyButton, Crest, Icon, Sign};

/// The customer's card; `shop` is the store that it was about, `more` what stands below.
pub(super) fn customer_card(
    customer: Option<Customer>,
    shop: Option<Shop>,
    more: Option<AnyView>,
) -> AnyView {
    let store = shop.as_ref().map(|shop| shop.name.clone());
    let person = match customer.as_ref() {
        Some(customer) => person(customer.name.as_str().to_owned(), store),
        None => view! { <p>{texts::records::customer_unknown}</p> }.into_any(),
    };
    let reachable = customer.as_ref().is_some_and(|one| one.email.is_some() || one.phone.is_some());
    let nowhere = customer.is_some() && !reachable;
    view! {
        <section class="card" aria-labelledby="customer-title">
            <div class="card__head">
                <h2 id="customer-title">{texts::records::reach}</h2>
            </div>
            <div class="card__body stack">
                {person}
                {nowhere.then(|| view! { <p>{texts::records::no_contact}</p> })}
                <ul class="lines">
                    {customer.map(contact)}
                    {shop.map(|shop| line(Sign::Hall, address(shop.domain)))}
                </ul>
                {more}
            </div>
        </section>
    }
    .into_any()
}

fn person(name: String, store: Option<String>) -> AnyView {
    view! {
        <div class="person">
            <Crest name=name.clone() />
            <div>
                <p class="person__name">{name}</p>
                {store.map(|store| view! { <p class="person__role">{store}</p> })}
            </div>
        </div>
    }
    .into_any()
}

/// Their address and their number, each with a way to copy it.
pub(super) fn contact(Customer { email, phone, .. }: Customer) -> AnyView {
    let email = email.map(|email| {
        let email = email.as_str().to_owned();
        let content = view! {
            <a href=format!("mailto:{email}")>{email.clone()}</a>
            <CopyButton text=email.clone() label=texts::records::copy_email />
        };
        line(Sign::Mail, content.into_any())
    });
    let phone = phone.map(|phone| {
        let phone = phone.as_str().to_owned();
        let content = view! {
            <a href=telephone(&phone)>{phone.clone()}</a>
            <CopyButton text=phone.clone() label=texts::records::copy_phone />
        };
        line(Sign::Phone, content.into_any())
    });
    view! {
        {email}
        {phone}
    }
    .into_any()
}

fn line(sign: Sign, content: AnyView) -> impl IntoView {
    view! {
        <li>
            <Icon sign=sign />
            <span>{content}</span>
        </li>
    }
}

/// A store's address. What an import said of it is followed only if it can be the name of a host.
fn address(domain: String) -> AnyView {
    if !is_host(&domain) {
        return view! { {domain} }.into_any();
    }
    let href = format!("https://{domain}");
    view! {
        <a href=href target="_blank" rel="noopener noreferrer">
            {domain}
        </a>
    }
    .into_any()
}

fn is_host(text: &str) -> bool {
    text.contains('.') && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_of_a_host_is_followed() {
        assert!(is_host("acme.myshopify.com"));
        for text in ["", "acme", "acme.example/path", "user@acme.example", "acme.example:80", "å.example"] {
            assert!(!is_host(text), "{text}");
        }
    }
}
