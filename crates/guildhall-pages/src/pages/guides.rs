use chrono::TimeDelta;
use guildhall_domain::cutover::{CutoverDate, Dates};
use guildhall_domain::migration::{Change, MigratedField, Task};
use guildhall_domain::policy::Words;
use guildhall_domain::profile::ContentLimits;
use leptos::prelude::*;

use super::articles::head;
use super::listing::directory;
use crate::address::Place;
use crate::format;
use crate::i18n::{language, texts, words};
use crate::parts::crumbs;

/// How partners move over from the marketplace: what changes and when, and what there is to do.
#[component]
pub fn MovingPage(
    /// By these dates.
    dates: Dates,
) -> impl IntoView {
    move || {
        let [review, opening, closing] = CutoverDate::ALL.map(|date| dates.get(date));
        let last = format::day((closing - TimeDelta::seconds(1)).date_naive());
        let [review, opening, closing] = [review, opening, closing].map(|at| format::day(at.date_naive()));
        let when = |task: Task| match task {
            Task::ReviewProfile | Task::FindTools => texts::moving::from(&review),
            Task::ContactCustomers => texts::moving::jobs_past(&last),
            Task::DownloadRecords => texts::moving::no_date().to_owned(),
        };
        view! {
            {crumbs(&[directory(), (texts::moving::title().to_owned(), None)])}
            {head(texts::moving::title(), texts::moving::lead())}
            <article class="article">
                <h2>{texts::moving::dates()}</h2>
                <dl class="guide">
                    {dated(&review, texts::moving::review())}
                    {dated(&opening, texts::moving::opening())}
                    {dated(&closing, texts::moving::closing())}
                </dl>
                <h2>{texts::moving::changes()}</h2>
                <dl class="guide">
                    {Change::ALL.map(|change| said(&change.title(), None, &change.text())).collect_view()}
                </dl>
                <h2>{texts::moving::tasks()}</h2>
                <dl class="guide">
                    {Task::ALL
                        .map(|task| said(&task.title(), Some(when(task)), &task.text()))
                        .collect_view()}
                </dl>
                <p>
                    <a href="/move">{texts::moving::own()}</a>
                </p>
                <p>
                    <a href=Place::AboutProfiles.path(language())>{texts::moving::about_profiles()}</a>
                </p>
            </article>
        }
    }
}

fn dated(day: &str, text: &'static str) -> AnyView {
    view! {
        <div>
            <dt>{day.to_owned()}</dt>
            <dd>{text}</dd>
        </div>
    }
    .into_any()
}

fn said(title: &Words, when: Option<String>, text: &Words) -> AnyView {
    view! {
        <div>
            <dt>
                {words(title)} {when.map(|when| view! { <span class="guide__when">{when}</span> })}
            </dt>
            <dd>{words(text)}</dd>
        </div>
    }
    .into_any()
}

/// What a profile is made of, how it is published, and what of it to review after the move.
#[component]
pub fn AboutProfiles() -> impl IntoView {
    || {
        let fields =
            MigratedField::TO_REVIEW.map(|field| view! { <li>{words(&field.words())}</li> }).collect_view();
        let most = u64::try_from(ContentLimits::SPECIALITIES).unwrap_or(u64::MAX);
        view! {
            {crumbs(&[directory(), (texts::about_profiles::title().to_owned(), None)])}
            {head(texts::about_profiles::title(), texts::about_profiles::lead())}
            <article class="article">
                <h2>{texts::about_profiles::shows()}</h2>
                <p>{texts::about_profiles::shows_text()}</p>
                <h2>{texts::about_profiles::services()}</h2>
                <p>{texts::about_profiles::services_text(&format::number(most))}</p>
                <h2>{texts::about_profiles::publishing()}</h2>
                <p>{texts::about_profiles::publishing_text()}</p>
                <h2>{texts::about_profiles::contact()}</h2>
                <p>{texts::about_profiles::contact_text()}</p>
                <h2>{texts::about_profiles::review()}</h2>
                <p>{texts::about_profiles::review_text()}</p>
                <ul>{fields}</ul>
                <p>
                    <a href=Place::Moving.path(language())>{texts::moving::title()}</a>
                </p>
            </article>
        }
    }
}
