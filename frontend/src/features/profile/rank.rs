use std::sync::Arc;

use guildhall_contract::own_profile::OwnProfile;
use guildhall_domain::policy::ranking::{Factor, LOCAL, RELEVANCE, Share, WEIGHTS};
use leptos::prelude::*;

use crate::format;
use crate::i18n::{texts, words};
use crate::ui::Meter;

/// What the default order counts, each factor's share, and how to get more of it.
#[component]
pub(super) fn Rank(own: Arc<OwnProfile>) -> impl IntoView {
    // Text and place are the visitor's; they are said in a sentence.
    let own_factor = |share: &Share| !matches!(share.factor, Factor::Relevance | Factor::Locality);
    let shares: Vec<Share> = own.rank.iter().copied().filter(own_factor).collect();
    let (points, most) =
        shares.iter().fold((0, 0), |(points, most), share| (points + share.points, most + share.most));
    let number = |figure: u32| format::number(u64::from(figure));
    let sum = move || texts::profile::rank_sum(&number(most), &number(points));
    let visitor = move || texts::profile::rank_visitor(&number(LOCAL), &number(RELEVANCE));
    view! {
        <section class="card" aria-labelledby="rank-title">
            <details class="fold">
                <summary>
                    <h2 id="rank-title">{texts::profile::rank}</h2>
                    <span class="move">{sum}</span>
                </summary>
                <div class="card__body stack">
                    <ul class="shares">{shares.into_iter().map(share_line).collect_view()}</ul>
                    <p class="muted">{visitor}</p>
                    <p>
                        <a href="/directory/how-ranking-works" rel="external">
                            {texts::profile::rank_about}
                        </a>
                    </p>
                </div>
            </details>
        </section>
    }
}

fn share_line(share: Share) -> Option<AnyView> {
    let weight = WEIGHTS.iter().find(|weight| weight.factor == share.factor)?;
    let number = |figure: u32| format::number(u64::from(figure));
    let figure = move || texts::profile::points(&number(share.most), &number(share.points));
    let advice = weight.advice.as_ref().filter(|_| share.points < share.most);
    Some(
        view! {
            <li>
                <span class="spread">
                    <b>{move || words(&weight.name)}</b>
                    <span class="move">{figure}</span>
                </span>
                <Meter part=Signal::stored(share.points) all=share.most />
                {advice.map(|advice| view! { <p class="muted">{move || words(advice)}</p> })}
            </li>
        }
        .into_any(),
    )
}
