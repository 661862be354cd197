use guildhall_pages::Brand;
use leptos::prelude::*;

use super::choosers::{LanguageChooser, ThemeChooser};
use super::user_menu::UserMenu;
use crate::auth::Session;
use crate::i18n::texts;
use crate::ui::{Icon, Sign};

/// The bar: menu (on phones), mark, organisation, language, theme, account.
#[component]
pub(super) fn TopBar(
    /// Who is signed in.
    session: Session,
) -> impl IntoView {
    let org = session.org_name.clone();
    view! {
        <header class="top">
            <button
                class="button top__menu"
                type="button"
                data-kind="quiet"
                data-shape="icon"
                popovertarget="side"
            >
                <Icon sign=Sign::Menu />
                <span class="visually-hidden">{texts::frame::menu}</span>
            </button>
            <Brand href="/" />
            {org.map(|org| view! { <span class="top__org">{org}</span> })}
            <div class="top__end">
                <LanguageChooser />
                <ThemeChooser />
                <UserMenu session=session />
            </div>
        </header>
    }
}
