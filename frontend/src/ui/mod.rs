//! The interface's building blocks, on native elements.
//!
//! Each component lives in a file of its own. A text is a [`leptos::text_prop::TextProp`]: give it a
//! function of `i18n::texts` (`label=texts::submit::email`), a closure, or a `String`; it then
//! follows the language. Values that change are `Signal`s; values that a person edits are
//! `RwSignal<String>`s that the feature owns, so that a draft can keep them.
//!
//! | for | use |
//! |---|---|
//! | doing something, going somewhere | [`Button`], [`LinkButton`], [`CopyButton`] |
//! | a picture beside a word | [`Icon`] with a [`Sign`] |
//! | one question of a form | [`TextField`], [`TextAreaField`], [`SelectField`], [`RadioField`], [`TickField`], [`SwitchField`]; [`Field`] around anything else |
//! | a form that was refused | [`ErrorSummary`], and [`PageTitle`] with `error` |
//! | a list that is searched, sorted and paged | [`features::list`](crate::features::list), which puts the next two lines together |
//! | a table | [`TableFrame`] with [`SortHeader`]s, [`Pager`] in its foot, [`TableSkeleton`] while it loads |
//! | choosing what a list shows | [`Tabs`], [`FilterMenu`], [`SearchField`], [`SortSelect`] |
//! | a menu | [`Menu`] |
//! | a question that must be answered | [`Dialog`] |
//! | telling what just happened | [`Toasts`] from the context: `Toasts::say` |
//! | news inside a page | [`Notice`] |
//! | nothing to show, or no way to show it | [`EmptyState`], [`Failure`] |
//! | where a lead stands | [`StatusBadge`], [`OutcomeLine`], [`MoveLine`] |
//! | what happened | [`Timeline`], [`TimelineItem`], [`RelativeTime`], [`ExactTime`] |
//! | two versions side by side | [`Comparison`] |
//! | some of many | [`ChooseMany`] |
//! | how much of something | [`Meter`], [`MonthChart`], [`Tiles`] of [`Tile`]s |
//! | a person | [`Crest`] |
//! | `**…**` in a policy text | [`Emphasised`] |
//! | the title of the tab | [`PageTitle`] |

mod button;
mod chart;
mod choose_many;
mod comparison;
mod copy_button;
mod counter;
mod crest;
mod dialog;
mod emphasised;
mod empty_state;
mod error_summary;
mod failure;
mod field;
mod filter_menu;
mod menu;
mod meter;
mod notice;
mod page_title;
mod pager;
mod radio_field;
mod route_announcer;
mod search_field;
mod select_field;
mod skeleton;
mod sort;
mod status;
mod switch_field;
mod table;
mod tabs;
mod text_area_field;
mod text_field;
mod tick_field;
mod tiles;
mod time;
mod timeline;
mod toast;
mod typed;

pub use button::{Button, Kind, LinkButton, Size};
pub use chart::{MonthBar, MonthChart};
pub use choose_many::{Choosable, ChooseMany};
pub use comparison::{Compared, Comparison};
pub use copy_button::CopyButton;
pub use crest::Crest;
pub use dialog::Dialog;
pub use emphasised::Emphasised;
pub use empty_state::EmptyState;
pub use error_summary::{ErrorSummary, FieldError};
pub use failure::Failure;
pub use field::{Field, Id, described};
pub use filter_menu::{FilterMenu, FilterOption};
pub use guildhall_pages::{Icon, Sign};
pub use menu::Menu;
pub use meter::Meter;
pub use notice::{Notice, Tone};
pub use page_title::PageTitle;
pub use pager::Pager;
pub use radio_field::{RadioField, RadioOption};
pub use route_announcer::RouteAnnouncer;
pub use search_field::SearchField;
pub use select_field::SelectField;
pub use skeleton::{Bone, Skeleton, TableSkeleton};
pub use sort::{SortHeader, SortOption, SortSelect};
pub use status::{MoveLine, OutcomeLine, StatusBadge};
pub use switch_field::SwitchField;
pub use table::TableFrame;
pub use tabs::{Tab, Tabs};
pub use text_area_field::TextAreaField;
pub use text_field::TextField;
pub use tick_field::TickField;
pub use tiles::{Amounts, Tile, Tiles};
pub use time::{ExactTime, RelativeTime};
pub use timeline::{Timeline, TimelineItem};
pub use toast::{ToastRegion, Toasts};
pub use typed::Typed;
