//! What stands beside an inquiry: how to answer, what it may become, and what Guildhall has no part in.

use guildhall_domain::inquiry::InquiryCommandKind;
use leptos::prelude::*;

use super::SharedInquiry;
use crate::features::leads::{shown_website, telephone};
use crate::i18n::texts;
use crate::ui::{CopyButton, Crest, Icon, LinkButton, Sign};

/// Who wrote, and how to answer.
pub(super) fn contact(inquiry: &SharedInquiry) -> AnyView {
    let form = &inquiry.form;
    let (name, company) = (form.contact_name.as_str().to_owned(), form.company.clone());
    let email = form.contact_email.as_str().to_owned();
    let phone = form.contact_phone.as_ref().map(|phone| phone.as_str().to_owned());
    let website = form.website.clone();
    let store = form.store.clone();
    let mail = format!("mailto:{email}");
    view! {
        <section class="card" aria-labelledby="contact-title">
            <div class="card__head">
                <h2 id="contact-title">{texts::inquiries::contact}</h2>
            </div>
            <div class="card__body stack">
                <div class="person">
                    <Crest name=name.clone() />
                    <div>
                        <p class="person__name">{name}</p>
                        <p class="person__role">{company}</p>
                    </div>
                </div>
                <ul class="lines">
                    {line(
                        Sign::Mail,
                        view! {
                            <a href=mail.clone()>{email.clone()}</a>
                            <CopyButton text=email.clone() label=texts::inquiries::copy_email />
                        }
                            .into_any(),
                    )}
                    {phone
                        .map(|phone| {
                            line(
                                Sign::Phone,
                                view! {
                                    <a href=telephone(&phone)>{phone.clone()}</a>
                                    <CopyButton text=phone.clone() label=texts::inquiries::copy_phone />
                                }
                                    .into_any(),
                            )
                        })}
                    {website.map(|url| line(Sign::Globe, external(url.clone(), shown_website(&url).to_owned())))}
                    {store.map(|store| line(Sign::Hall, external(format!("https://{store}"), store)))}
                </ul>
            </div>
        </section>
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

/// A link out. The address was checked to begin with `http`, and the other side learns nothing.
fn external(href: String, text: String) -> AnyView {
    view! {
        <a href=href target="_blank" rel="noopener noreferrer">
            {text}
        </a>
    }
    .into_any()
}

/// The way to hand the merchant to the sales team, or the lead that came of it.
pub(super) fn turn(inquiry: &SharedInquiry) -> Option<AnyView> {
    let id = inquiry.item.id.to_string();
    let body = match &inquiry.item.lead {
        Some(lead) => {
            let href = format!("/referrals/leads/{lead}");
            view! {
                <p>{texts::inquiries::became_lead_text}</p>
                <p>
                    <LinkButton href=href>{texts::inquiries::open_lead}</LinkButton>
                </p>
            }
            .into_any()
        }
        None if inquiry.allowed.contains(&InquiryCommandKind::LinkLead) => {
            let href = move |product: &str| format!("/referrals/leads/new/{product}?inquiry={id}");
            view! {
                <p>{texts::inquiries::turn_text}</p>
                <div class="cluster">
                    <LinkButton href=href("plus")>{texts::inquiries::turn_plus}</LinkButton>
                    <LinkButton href=href("pos")>{texts::inquiries::turn_pos}</LinkButton>
                </div>
            }
            .into_any()
        }
        None => return None,
    };
    Some(
        view! {
            <section class="card" aria-labelledby="turn-title">
                <div class="card__head">
                    <h2 id="turn-title">{texts::inquiries::turn_title}</h2>
                </div>
                <div class="card__body stack">{body}</div>
            </section>
        }
        .into_any(),
    )
}

/// M-13, M-14: contact, agreement and payment are between the two, and nothing is taken from it.
pub(super) fn off_platform() -> AnyView {
    view! {
        <section class="card" aria-labelledby="off-title">
            <div class="card__head">
                <h2 id="off-title">{texts::inquiries::off_title}</h2>
            </div>
            <div class="card__body stack">
                <p>{texts::inquiries::off_text}</p>
                <p>{texts::inquiries::off_keep}</p>
            </div>
        </section>
    }
    .into_any()
}
