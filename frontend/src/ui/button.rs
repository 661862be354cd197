use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// How much a button asks for attention. One primary button per view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// The one main action.
    Primary,
    /// Everything else.
    #[default]
    Plain,
    /// Beside something louder.
    Quiet,
    /// What cannot be undone.
    Danger,
}

impl Kind {
    fn code(self) -> Option<&'static str> {
        match self {
            Self::Primary => Some("primary"),
            Self::Plain => None,
            Self::Quiet => Some("quiet"),
            Self::Danger => Some("danger"),
        }
    }
}

/// How large a button is. Forms use large ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Size {
    Small,
    #[default]
    Medium,
    Large,
}

impl Size {
    fn code(self) -> Option<&'static str> {
        match self {
            Self::Small => Some("small"),
            Self::Medium => None,
            Self::Large => Some("large"),
        }
    }
}

/// A button. While `busy` it takes no presses, keeps its width, and says what it is doing.
#[component]
pub fn Button(
    /// How loud.
    #[prop(optional)]
    kind: Kind,
    /// How large.
    #[prop(optional)]
    size: Size,
    /// Submits the form that it stands in.
    #[prop(optional)]
    submit: bool,
    /// Whether its work is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// What it says meanwhile, for example *Sending…*.
    #[prop(optional, into)]
    busy_label: Option<TextProp>,
    /// What a press does.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// The word on it.
    children: Children,
) -> impl IntoView {
    let press = move |event: web_sys::MouseEvent| {
        if busy.get_untracked() {
            event.prevent_default();
            return;
        }
        if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    let speaks = busy_label.is_some();
    view! {
        <button
            class="button"
            type=if submit { "submit" } else { "button" }
            data-kind=kind.code()
            data-size=size.code()
            aria-busy=move || busy.get().then_some("true")
            on:click=press
        >
            <span class="button__word" data-waiting=move || (speaks && busy.get()).then_some("")>
                {children()}
            </span>
            {busy_label
                .map(|label| {
                    view! {
                        <span class="button__word" data-waiting=move || (!busy.get()).then_some("")>
                            {move || label.get()}
                        </span>
                    }
                })}
        </button>
    }
}

/// A link that looks like a button, because it is the next step.
#[component]
pub fn LinkButton(
    /// Where to.
    #[prop(into)]
    href: TextProp,
    /// How loud.
    #[prop(optional)]
    kind: Kind,
    /// How large.
    #[prop(optional)]
    size: Size,
    /// The word on it.
    children: Children,
) -> impl IntoView {
    view! {
        <a class="button" href=href data-kind=kind.code() data-size=size.code()>
            {children()}
        </a>
    }
}
