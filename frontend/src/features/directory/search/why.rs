use guildhall_contract::directory::Rank;
use guildhall_domain::policy::ranking::{Share, WEIGHTS};
use guildhall_pages::address::Place;
use leptos::prelude::*;

use crate::format;
use crate::i18n::{language, texts, words};

/// Why a partner stands where it does: each factor's points, which sum to its score.
pub(super) fn why(name: &str, rank: &Rank) -> AnyView {
    let number = |points: u32| format::number(u64::from(points));
    let row = |share: &Share| {
        let weight = WEIGHTS.iter().find(|weight| weight.factor == share.factor)?;
        Some(view! {
            <tr>
                <th scope="row">{words(&weight.name)}</th>
                <td>{number(share.points)}</td>
                <td>{number(share.most)}</td>
            </tr>
        })
    };
    let most: u32 = rank.shares.iter().map(|share| share.most).sum();
    view! {
        <details class="why">
            <summary>
                {texts::directory::why} <span class="visually-hidden">": " {name.to_owned()}</span>
            </summary>
            <table>
                <caption class="visually-hidden">{texts::directory::why_caption(name)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{texts::directory::why_factor}</th>
                        <th scope="col">{texts::directory::why_points}</th>
                        <th scope="col">{texts::directory::why_most}</th>
                    </tr>
                </thead>
                <tbody>{rank.shares.iter().filter_map(row).collect_view()}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{texts::directory::why_sum}</th>
                        <td>{number(rank.score)}</td>
                        <td>{number(most)}</td>
                    </tr>
                </tfoot>
            </table>
            <p>
                <a href=Place::HowRankingWorks.path(language())>{texts::directory::why_more}</a>
            </p>
        </details>
    }
    .into_any()
}
