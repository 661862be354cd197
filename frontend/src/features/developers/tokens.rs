use guildhall_contract::api_tokens::{ApiTokenEntry, ApiTokenList};
use guildhall_domain::actor::{Role, Side};
use leptos::prelude::*;

use super::create::Create;
use super::revoke::Revoke;
use super::tabs::Head;
use super::words::scope_words;
use crate::api::{Api, ApiError, api_tokens};
use crate::auth::Session;
use crate::format;
use crate::i18n::{Text, texts};
use crate::layout::Refused;
use crate::remote::{Remote, Stage};
use crate::ui::{
    Button, EmptyState, ExactTime, Failure, Icon, Kind, Notice, Sign, Size, TableFrame, TableSkeleton, Tone,
};

/// `/developers`: owners make and revoke tokens, everybody else learns who does.
#[component]
pub fn TokensPage() -> impl IntoView {
    let session = expect_context::<Session>();
    if session.role.side() != Side::Partner {
        return view! { <Refused /> }.into_any();
    }
    if session.role != Role::PartnerOwner {
        return view! {
            <Head title=texts::developers::tokens about=texts::developers::about here="/developers" />
            <Notice tone=Tone::Plain>
                <p>{texts::developers::owners_only}</p>
            </Notice>
        }
        .into_any();
    }
    let api = expect_context::<Api>();
    let remote = Remote::new(move || api_tokens::list(api));
    let reload = Callback::new(move |()| remote.reload());
    let (creating, revoking) = (RwSignal::new(false), RwSignal::new(false));
    let chosen = RwSignal::new(None::<ApiTokenEntry>);
    let may_create = Memo::new(move |_| remote.ready().is_some_and(|list| list.may_create));
    let suspended = session.is_suspended.then(|| {
        view! {
            <Notice tone=Tone::Warning>
                <p>{texts::developers::suspended}</p>
            </Notice>
        }
    });
    let create = move || {
        may_create.get().then(|| {
            view! {
                <Button kind=Kind::Primary on_press=Callback::new(move |()| creating.set(true))>
                    <Icon sign=Sign::Plus />
                    {texts::developers::create}
                </Button>
            }
        })
    };
    let ask = Callback::new(move |token: ApiTokenEntry| {
        chosen.set(Some(token));
        revoking.set(true);
    });
    let content = move || match remote.stage() {
        Stage::Loading => {
            let columns = vec![
                texts::developers::name.into(),
                texts::developers::scopes.into(),
                texts::developers::used.into(),
                texts::developers::expires.into(),
            ];
            view! { <TableSkeleton columns=columns label=texts::developers::loading rows=3 /> }.into_any()
        }
        Stage::Failed(error) => failed(error, reload),
        Stage::Ready(list) => tokens(list, ask),
    };
    view! {
        <Head title=texts::developers::tokens about=texts::developers::about here="/developers">
            {create}
        </Head>
        {suspended}
        // Where reading goes on after a token was revoked: its row is gone.
        <div class="stack" id="tokens" tabindex="-1">
            {content}
        </div>
        <p class="muted">{texts::developers::what_it_is}</p>
        <Create open=creating reload=reload />
        <Revoke open=revoking token=chosen reload=reload />
    }
    .into_any()
}

fn failed(error: ApiError, retry: Callback<()>) -> AnyView {
    view! {
        <div class="card">
            <Failure title=texts::developers::failed error=error retry=retry />
        </div>
    }
    .into_any()
}

fn tokens(list: ApiTokenList, ask: Callback<ApiTokenEntry>) -> AnyView {
    if list.tokens.is_empty() {
        return view! {
            <div class="card">
                <EmptyState sign=Sign::Key title=texts::developers::none text=texts::developers::none_text />
            </div>
        }
        .into_any();
    }
    let head = view! {
        {column(texts::developers::name, None)}
        {column(texts::developers::scopes, None)}
        {column(texts::developers::used, Some("m"))}
        {column(texts::developers::expires, Some("m"))}
        {column(texts::developers::change, Some("m"))}
    };
    let (taken, places) = (list.tokens.len() as u64, list.places as u64);
    let places = move || texts::developers::places(&format::number(places), &format::number(taken));
    view! {
        <TableFrame caption=texts::developers::caption head=head.into_any()>
            {list.tokens.into_iter().map(|token| row(token, ask)).collect_view()}
        </TableFrame>
        <p class="muted">{places}</p>
    }
    .into_any()
}

/// The head of a column; those without a width share what the others leave.
fn column(name: Text, width: Option<&'static str>) -> impl IntoView {
    view! {
        <th scope="col" role="columnheader" data-width=width>
            {name}
        </th>
    }
}

fn row(token: ApiTokenEntry, ask: Callback<ApiTokenEntry>) -> impl IntoView {
    let (name, by, at) = (token.name.clone(), token.created_by.clone(), token.created_at);
    let (whose, asked) = (format!(": {name}"), token.clone());
    let made = move || texts::developers::made_by(&format::date(at), &by);
    let scopes = token.scopes.iter().map(|scope| {
        let scope = *scope;
        view! { <li>{move || scope_words(scope)}</li> }
    });
    let used = match token.used_at {
        Some(at) => view! { <ExactTime at=at /> }.into_any(),
        None => view! { <span class="muted">{texts::developers::never_used}</span> }.into_any(),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span>{name}</span>
                <span class="second">{made}</span>
            </th>
            <td role="cell" data-label=texts::developers::scopes data-first="">
                <ul class="plain">{scopes.collect_view()}</ul>
            </td>
            <td role="cell" data-label=texts::developers::used>
                {used}
            </td>
            <td role="cell" data-label=texts::developers::expires>
                {expiry(&token)}
            </td>
            <td role="cell" data-label=texts::developers::change>
                <Button size=Size::Small on_press=Callback::new(move |()| ask.run(asked.clone()))>
                    {texts::developers::revoke}
                    <span class="visually-hidden">{whose}</span>
                </Button>
            </td>
        </tr>
    }
}

fn expiry(token: &ApiTokenEntry) -> AnyView {
    let Some(at) = token.expires_at else {
        return view! { <span>{texts::developers::never_expires}</span> }.into_any();
    };
    if !token.has_expired {
        return view! { <ExactTime at=at day_only=true /> }.into_any();
    }
    view! {
        <span>
            <span class="status" data-status="not_eligible">
                <Icon sign=Sign::Clock />
                {texts::developers::expired}
            </span>
            <span class="second">{move || format::date(at)}</span>
        </span>
    }
    .into_any()
}
