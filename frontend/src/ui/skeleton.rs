use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// The shape of what comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Bone {
    Short,
    #[default]
    Word,
    Long,
    Badge,
    Title,
    Line,
}

impl Bone {
    fn code(self) -> Option<&'static str> {
        match self {
            Self::Short => Some("short"),
            Self::Word => None,
            Self::Long => Some("long"),
            Self::Badge => Some("badge"),
            Self::Title => Some("title"),
            Self::Line => Some("line"),
        }
    }
}

/// One grey bar. Put several into a container with `class="late"` (nothing shows for 150 ms) and
/// `aria-busy`, with one sentence in `role="status"`.
#[component]
pub fn Skeleton(
    /// Its shape.
    #[prop(optional)]
    bone: Bone,
) -> impl IntoView {
    view! { <span class="skeleton" data-size=bone.code()></span> }
}

/// A table that is still loading, in the shape of what comes.
#[component]
pub fn TableSkeleton(
    /// The heads of its columns.
    columns: Vec<TextProp>,
    /// What is loading, as a sentence: *Loading leads*.
    #[prop(into)]
    label: TextProp,
    /// How many rows.
    #[prop(default = 8)]
    rows: usize,
) -> impl IntoView {
    let heads = columns.iter().cloned().map(|head| view! { <th scope="col">{move || head.get()}</th> });
    let heads = heads.collect_view();
    let width = columns.len();
    let row = move || {
        let cells = (0..width).map(|place| {
            let bone = if place == 0 { Bone::Long } else { Bone::Word };
            view! {
                <td>
                    <Skeleton bone=bone />
                    <span class="second">
                        <Skeleton bone=Bone::Short />
                    </span>
                </td>
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    view! {
        <div class="table-frame late" aria-busy="true">
            <p class="visually-hidden" role="status">
                {move || label.get()}
            </p>
            <table class="table" aria-hidden="true">
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{(0..rows).map(|_| row()).collect_view()}</tbody>
            </table>
        </div>
    }
}
