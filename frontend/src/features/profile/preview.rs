//! The profile as the public page shows it.

use std::sync::Arc;

use guildhall_contract::own_profile::OwnProfile;
use guildhall_contract::profile::PublicProfile;
use guildhall_contract::profile_form::ProfileBody;
use guildhall_domain::actor::Side;
use leptos::prelude::*;
use serde_json::Value;

use super::draft::{Draft, place};
use super::page::load;
use crate::auth::Session;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::Stage;
use crate::ui::{Bone, EmptyState, Failure, LinkButton, Notice, PageTitle, Sign, Skeleton, Tone};

/// What the world would see of this content.
pub(crate) fn public(own: &OwnProfile, body: ProfileBody) -> PublicProfile {
    let mut services = body.services;
    services.sort_by_key(|offer| !offer.featured);
    PublicProfile {
        handle: body.handle,
        name: body.name,
        tagline: body.tagline,
        bio: body.bio,
        contact_email: body.contact_email,
        contact_phone: body.contact_phone,
        website: body.website,
        city: body.city,
        country: body.country,
        supported_countries: body.supported_countries,
        languages: body.languages,
        industries: body.industries,
        services,
        featured_work: body.featured_work,
        social: body.social,
        availability: body.availability,
        tier: own.tier,
        partner_since: own.partner_since,
        rating: own.rating,
    }
}

/// The public page of this content, in a frame of its own.
#[component]
pub(crate) fn Preview(
    /// Whose.
    own: Arc<OwnProfile>,
    /// The content.
    body: ProfileBody,
) -> impl IntoView {
    let profile = public(&own, body);
    view! {
        <div class="preview">
            <guildhall_pages::ProfilePage profile=profile reviews=Vec::new() inside=true />
        </div>
    }
}

/// `/profile/preview`: everything that was typed, saved or not.
#[component]
pub fn ProfilePreview() -> impl IntoView {
    let session = expect_context::<Session>();
    if session.role.side() != Side::Partner {
        return view! { <Refused /> }.into_any();
    }
    let remote = load(expect_context());
    let content = move || match remote.stage() {
        Stage::Loading => view! {
            <div class="late stack" aria-busy="true">
                <p class="visually-hidden" role="status">
                    {texts::profile::loading}
                </p>
                <div class="stack" aria-hidden="true">
                    <Skeleton bone=Bone::Title />
                    <Skeleton bone=Bone::Line />
                    <Skeleton bone=Bone::Line />
                </div>
            </div>
        }
        .into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::profile::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(None) => unbegun(),
        Stage::Ready(Some(own)) => shown(&own),
    };
    view! {
        <PageTitle title=texts::profile::preview_title />
        <Crumbs crumbs=vec![
            Crumb::here(texts::profile::directory),
            Crumb::link(texts::profile::profile, "/profile"),
            Crumb::here(texts::profile::preview),
        ] />
        <PageHead title=texts::profile::preview_title text=texts::profile::preview_note>
            <LinkButton href="/profile">{texts::profile::preview_back}</LinkButton>
        </PageHead>
        {content}
    }
    .into_any()
}

fn shown(own: &Arc<OwnProfile>) -> AnyView {
    let draft = Draft::kept(&place(own.org.as_str())).filter(|draft| draft.version == own.version);
    let typed = draft.map(|draft| body(&draft));
    let is_broken = matches!(typed, Some(None));
    let body = typed.flatten().unwrap_or_else(|| own.working.clone());
    view! {
        {is_broken
            .then(|| {
                view! {
                    <Notice tone=Tone::Warning>
                        <p>{texts::profile::preview_saved}</p>
                    </Notice>
                }
            })}
        <Preview own=own.clone() body=body />
    }
    .into_any()
}

/// The content of a draft, unless something in it is not whole yet.
fn body(draft: &Draft) -> Option<ProfileBody> {
    serde_json::from_value(Value::Object(draft.typed.body())).ok()
}

/// A profile that was never saved: there is nothing but the draft.
fn unbegun() -> AnyView {
    view! {
        <div class="card">
            <EmptyState sign=Sign::Hall title=texts::profile::none_title text=texts::profile::preview_unsaved>
                <LinkButton href="/profile">{texts::profile::preview_back}</LinkButton>
            </EmptyState>
        </div>
    }
    .into_any()
}
