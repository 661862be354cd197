//! Leads about the same merchant, side by side with this one.

use std::sync::Arc;

use guildhall_contract::leads::{LeadItem, SimilarLeads};
use guildhall_domain::policy::product_name;
use leptos::prelude::*;

use super::SharedLead;
use crate::api::{Api, leads};
use crate::features::leads::list::shown_website;
use crate::i18n::{texts, words};
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, Button, ExactTime, Kind, Notice, Size, Skeleton, StatusBadge, TableFrame, Tone};

/// One lead of the comparison.
struct Row {
    href: Option<String>,
    company: String,
    contact: String,
    email: String,
    website: Option<String>,
    item: LeadItem,
}

/// What else is known of this merchant, for the sales team.
#[component]
pub(super) fn Similar(
    /// The lead.
    lead: Memo<Option<SharedLead>>,
) -> impl IntoView {
    let api = expect_context::<Api>();
    let id = Memo::new(move |_| lead.with(|lead| lead.as_ref().map(|lead| lead.id.to_string())));
    let remote = Remote::<Arc<SimilarLeads>>::new(move || {
        let id = id.get().unwrap_or_default();
        async move { leads::similar(api, &id).await.map(Arc::new) }
    });
    let body = move || match remote.stage() {
        Stage::Loading => view! {
            <div class="card__body stack late" aria-busy="true">
                <p class="visually-hidden" role="status">
                    {texts::lead_work::similar_loading}
                </p>
                <div class="stack" aria-hidden="true">
                    <Skeleton bone=Bone::Line />
                    <Skeleton bone=Bone::Line />
                </div>
            </div>
        }
        .into_any(),
        Stage::Failed(error) => {
            let again = view! {
                <Button size=Size::Small kind=Kind::Plain on_press=Callback::new(move |()| remote.reload())>
                    {texts::ui::try_again}
                </Button>
            };
            view! {
                <div class="card__body">
                    <Notice tone=Tone::Danger action=again.into_any()>
                        <p>{texts::lead_work::similar_failed} " " {move || error.explanation()}</p>
                    </Notice>
                </div>
            }
            .into_any()
        }
        Stage::Ready(similar) if similar.items.is_empty() => view! {
            <div class="card__body">
                <p class="muted">{texts::lead_work::similar_none}</p>
            </div>
        }
        .into_any(),
        Stage::Ready(similar) => view! { <Side lead=lead similar=similar /> }.into_any(),
    };
    view! {
        <section class="card similar" aria-labelledby="similar-title">
            <div class="card__head">
                <h2 id="similar-title">{texts::lead_work::similar}</h2>
                <span class="move">{texts::lead_work::similar_text}</span>
            </div>
            {body}
        </section>
    }
}

#[component]
fn Side(lead: Memo<Option<SharedLead>>, similar: Arc<SimilarLeads>) -> impl IntoView {
    let hidden = similar.total.saturating_sub(similar.items.len());
    let head = [
        texts::leads::company as fn() -> &'static str,
        texts::leads::contact,
        texts::leads::website,
        texts::leads::status,
        texts::leads::organisation,
        texts::leads::submitted,
    ];
    let head =
        head.map(|name| view! { <th scope="col" role="columnheader">{name}</th> }).collect_view().into_any();
    let rows = move || {
        let own = lead.get().map(|lead| row(own(&lead)));
        let others = similar.items.iter().cloned().map(|item| row(other(item))).collect_view();
        view! {
            {own}
            {others}
        }
    };
    let more = (hidden > 0)
        .then(|| view! { <p>{move || texts::lead_work::similar_more(&hidden.to_string())}</p> }.into_any());
    view! {
        <div class="card__body">
            <TableFrame caption=texts::lead_work::similar_caption head=head>
                {rows}
            </TableFrame>
            {more}
        </div>
    }
}

/// This lead, as far as it is compared.
fn own(lead: &SharedLead) -> Row {
    let form = &lead.form;
    let item = LeadItem {
        id: lead.id.clone(),
        organisation: lead.organisation.clone(),
        product: lead.product,
        support: lead.support,
        status: lead.status,
        outcome: lead.outcome,
        representative: None,
        contact_name: form.contact_name.clone(),
        contact_email: form.contact_email.clone(),
        company: form.company.clone(),
        website: form.website.clone(),
        country: form.country.clone(),
        reference: None,
        submitted_at: lead.submitted_at,
        updated_at: lead.updated_at,
        hold: lead.hold,
        due: lead.due,
        escalated: lead.escalated,
        next_action: None,
        undelivered: false,
        version: lead.version,
    };
    Row { href: None, ..other(item) }
}

fn other(item: LeadItem) -> Row {
    Row {
        href: Some(format!("/referrals/leads/{}", item.id)),
        company: item.company.clone(),
        contact: item.contact_name.as_str().to_owned(),
        email: item.contact_email.as_str().to_owned(),
        website: item.website.clone(),
        item,
    }
}

fn row(row: Row) -> impl IntoView {
    let Row { href, company, contact, email, website, item } = row;
    let product = item.product;
    let is_this = href.is_none();
    let name = match href {
        Some(href) => view! { <a href=href>{company}</a> }.into_any(),
        None => view! {
            {company}
            <span class="second">{texts::lead_work::similar_this}</span>
        }
        .into_any(),
    };
    let shown = website.as_deref().map(|website| shown_website(website).to_owned());
    view! {
        <tr role="row" data-on=is_this.then_some("")>
            <th scope="row" role="rowheader">
                {name}
            </th>
            <td role="cell" data-label=texts::leads::contact>
                <span>
                    {contact}
                    <span class="second clip" title=email.clone()>
                        {email.clone()}
                    </span>
                </span>
            </td>
            <td role="cell" data-label=texts::leads::website>
                <span class="clip" title=website>
                    {shown.unwrap_or_else(|| "–".to_owned())}
                </span>
            </td>
            <td role="cell" data-label=texts::leads::status data-first="">
                <span>
                    <StatusBadge status=item.status />
                    <span class="second">{move || words(&product_name(product))}</span>
                </span>
            </td>
            <td role="cell" data-label=texts::leads::organisation>
                <span>{item.organisation.name}</span>
            </td>
            <td role="cell" data-label=texts::leads::submitted>
                <ExactTime at=item.submitted_at day_only=true />
            </td>
        </tr>
    }
}
