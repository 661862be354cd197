//! What is said while the roster is not there.

use guildhall_contract::leads::Roster;
use leptos::prelude::*;

use crate::i18n::texts;
use crate::remote::{Remote, Stage};
use crate::ui::{Button, Notice, Size, Tone};

/// That the roster is on its way, or that it did not come, with a way to ask again.
pub(super) fn roster_state(remote: Remote<Roster>) -> impl Fn() -> Option<AnyView> + Clone {
    move || match remote.stage() {
        Stage::Failed(error) => {
            let again = view! {
                <Button size=Size::Small on_press=Callback::new(move |()| remote.reload())>
                    {texts::ui::try_again}
                </Button>
            };
            Some(
                view! {
                    <Notice tone=Tone::Danger action=again.into_any()>
                        <p>{texts::sales::roster_failed} " " {error.explanation()}</p>
                    </Notice>
                }
                .into_any(),
            )
        }
        Stage::Loading => Some(view! { <p role="status">{texts::sales::roster_loading}</p> }.into_any()),
        Stage::Ready(_) => None,
    }
}
