use guildhall_contract::profile::PublicProfile;
use guildhall_pages::address::root;
use guildhall_pages::{AvailabilityMark, Crest, Rating};
use leptos::prelude::*;

use crate::format;
use crate::i18n::{language, texts};
use crate::ui::{Icon, Sign};

/// Who is written to, and what happens with what is written.
#[component]
pub(super) fn Aside(
    /// The partner.
    profile: PublicProfile,
    /// Whether it was sent; what happens next is told beside it then.
    sent: Signal<bool>,
) -> impl IntoView {
    let PublicProfile { handle, name, city, country, rating, availability, .. } = profile;
    let href = move || format!("{}/{handle}", root(language()));
    let place = move || match country.parse() {
        Ok(country) if city.is_empty() => format::country(country),
        Ok(country) => guildhall_pages::i18n::texts::partner::place(&city, &format::country(country)),
        Err(_) => city.clone(),
    };
    view! {
        <aside class="stack sticky" aria-label=texts::inquiry::about_partner>
            <section class="card card__body stack" aria-labelledby="partner-title">
                <div class="partner__head">
                    <Crest name=name.clone() />
                    <div>
                        <h2 id="partner-title">
                            <a href=href>{name}</a>
                        </h2>
                        <p class="partner__place">{place}</p>
                    </div>
                </div>
                <div class="cluster">
                    <Rating average=rating.average count=rating.count />
                    <AvailabilityMark availability=availability />
                </div>
            </section>
            {move || (!sent.get()).then(how_it_works)}
        </aside>
    }
}

fn how_it_works() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="how-title">
            <div class="card__head">
                <h2 id="how-title">{texts::inquiry::how_title}</h2>
            </div>
            <div class="card__body">
                <ol class="timeline">
                    {step(Sign::Mail, texts::inquiry::how_mail)} {step(Sign::Users, texts::inquiry::how_agree)}
                    {step(Sign::Check, texts::inquiry::how_pay)}
                </ol>
            </div>
        </section>
    }
}

fn step(sign: Sign, text: fn() -> &'static str) -> impl IntoView {
    view! {
        <li>
            <span class="timeline__mark">
                <Icon sign=sign />
            </span>
            <p>{text}</p>
        </li>
    }
}
