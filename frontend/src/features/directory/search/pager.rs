use leptos::prelude::*;

use super::SearchAddress;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Icon, Sign};

/// Links to the pages: the first, the last, and those about the present one. `page` is shown, from 1.
pub(super) fn pager(address: SearchAddress, page: usize, pages: usize) -> AnyView {
    if pages < 2 {
        return ().into_any();
    }
    let href = move |page: usize| address.page_href(|asked| asked.search.query.page = page);
    let step = move |page: Option<usize>, rel: &'static str, word: AnyView| match page {
        Some(page) => view! { <a href=href(page) rel=rel>{word}</a> }.into_any(),
        None => view! { <span class="pager__off" aria-disabled="true">{word}</span> }.into_any(),
    };
    let number = move |shown: Option<usize>| match shown {
        None => view! { <li class="pager__off">"…"</li> }.into_any(),
        Some(number) => view! {
            <li>
                <a href=href(number) aria-current=(number == page).then_some("page")>
                    <span class="visually-hidden">{texts::directory::page}" "</span>
                    {format::number(number as u64)}
                </a>
            </li>
        }
        .into_any(),
    };
    let back = view! { <Icon sign=Sign::ChevronStart small=true /> {texts::ui::previous} }.into_any();
    let forth = view! { {texts::ui::next} <Icon sign=Sign::ChevronEnd small=true /> }.into_any();
    view! {
        <nav class="pager" aria-label=texts::directory::pages>
            <ul>
                <li>{step((page > 1).then(|| page - 1), "prev", back)}</li>
                {around(page, pages).into_iter().map(number).collect_view()}
                <li>{step((page < pages).then_some(page + 1), "next", forth)}</li>
            </ul>
        </nav>
    }
    .into_any()
}

/// The pages to name; nothing stands for those in between. One page alone is named rather than left out.
fn around(page: usize, pages: usize) -> Vec<Option<usize>> {
    let mut named: Vec<usize> =
        (1..=pages).filter(|n| *n == 1 || *n == pages || n.abs_diff(page) <= 1).collect();
    if page <= 2 && pages > 2 {
        named.insert(2.min(named.len()), 3);
    }
    named.sort_unstable();
    named.dedup();
    let mut shown = Vec::new();
    let mut before = 0;
    for number in named {
        match number - before {
            1 => {}
            2 => shown.push(Some(number - 1)),
            _ => shown.push(None),
        }
        shown.push(Some(number));
        before = number;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(page: usize, pages: usize) -> String {
        let words = around(page, pages).into_iter().map(|n| n.map_or("…".to_owned(), |n| n.to_string()));
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_first_the_last_and_the_neighbours_are_named() {
        assert_eq!(said(1, 2), "1 2");
        assert_eq!(said(1, 14), "1 2 3 … 14");
        assert_eq!(said(2, 14), "1 2 3 … 14");
        assert_eq!(said(4, 14), "1 2 3 4 5 … 14");
        assert_eq!(said(7, 14), "1 … 6 7 8 … 14");
        assert_eq!(said(14, 14), "1 … 13 14");
        assert_eq!(said(2, 3), "1 2 3");
    }
}
