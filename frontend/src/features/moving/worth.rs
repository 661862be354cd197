//! What a partner keeps of a project: before and now, for an amount of the reader's own.

use guildhall_domain::cutover::{Behaviour, Phase};
use guildhall_domain::migration::Share;
use guildhall_domain::money::{Currency, Money, PAYOUT_CURRENCIES};
use leptos::prelude::*;

use crate::features::amount::{decimals, minor_units, plain};
use crate::format;
use crate::i18n::texts;
use crate::ui::{SelectField, TextField};

/// A project as there are many, in whole units of a currency.
fn usual(currency: Currency) -> Money {
    let units = match currency.code() {
        "VND" => 50_000_000,
        "JPY" => 500_000,
        "SEK" | "NOK" | "DKK" => 50_000,
        _ => 5_000,
    };
    Money { minor: units * 10_i64.pow(currency.decimals()), currency }
}

/// The worked example.
#[component]
pub(super) fn Worth(
    /// What the partner reckons in.
    currency: Currency,
) -> impl IntoView {
    let start = usual(currency);
    let (typed, code) = (RwSignal::new(untrack(|| plain(start))), RwSignal::new(currency.code().to_owned()));
    let read = move || {
        let currency: Currency = code.with(|code| code.parse()).unwrap_or(Currency::USD);
        let minor = typed.with(|text| minor_units(text.trim(), decimals(currency)));
        minor.map(|minor| Money { minor, currency })
    };
    // While nothing can be read, what was read last stays.
    let price = Memo::new(move |before: Option<&Money>| read().or(before.copied()).unwrap_or(start));
    let error = Signal::derive(move || read().is_none().then(|| texts::moving::amount_unread().to_owned()));
    let currencies =
        || PAYOUT_CURRENCIES.iter().map(|code| ((*code).to_owned(), (*code).to_owned())).collect();
    let before = Behaviour::of(Phase::Review).fee_percent;
    let now = Behaviour::of(Phase::Directory).fee_percent;
    let more = move || {
        let (old, new) = (Share::of(price.get(), before), Share::of(price.get(), now));
        let more = Money { minor: new.kept.minor - old.kept.minor, ..new.kept };
        texts::moving::more(&format::money(more))
    };
    view! {
        <section class="stack" aria-labelledby="worth-title">
            <h2 id="worth-title">{texts::moving::worth}</h2>
            <div class="worth">
                {share(texts::moving::marketplace, price, before)} {share(texts::moving::directory, price, now)}
                <div class="worth__own card card__body stack" role="group" aria-label=texts::moving::own_amount>
                    <TextField
                        id="amount"
                        label=texts::moving::amount
                        value=typed
                        hint=None
                        limit=Some(24)
                        inputmode=Some("decimal")
                        error=error
                    />
                    <SelectField
                        id="currency"
                        label=texts::moving::currency
                        value=code
                        options=Signal::derive(currencies)
                        hint=None
                        error=Signal::stored(None::<String>)
                        short=true
                    />
                    <p role="status">{more}</p>
                    <p class="muted">{texts::moving::old_terms}</p>
                </div>
            </div>
        </section>
    }
}

fn share(title: fn() -> &'static str, price: Memo<Money>, percent: u8) -> impl IntoView {
    let kept = u64::from(100 - percent);
    let parts = Memo::new(move |_| Share::of(price.get(), percent));
    view! {
        <section class="card card__body stack">
            <h3>{title}</h3>
            <p class="worth__big">{move || texts::moving::keep(&format::number(kept))}</p>
            <svg class="meter" aria-hidden="true">
                <rect class="meter__ground" width="100%" height="100%" />
                <rect class="meter__bar" width=format!("{kept}%") height="100%" />
            </svg>
            <dl class="worth__sums">
                <div>
                    <dt>{texts::moving::you_invoice}</dt>
                    <dd>{move || format::money(price.get())}</dd>
                </div>
                <div>
                    <dt>
                        {move || texts::moving::platform_takes(&format::number(u64::from(percent)))}
                    </dt>
                    <dd>{move || format::money(parts.get().fee)}</dd>
                </div>
                <div data-total="">
                    <dt>{texts::moving::you_keep}</dt>
                    <dd>{move || format::money(parts.get().kept)}</dd>
                </div>
            </dl>
        </section>
    }
}
