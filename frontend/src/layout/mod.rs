//! What stands around every page: the frame, its navigation, and the pages that are not features.

mod choosers;
mod crumbs;
mod frame;
mod invited;
mod landing;
mod not_found;
mod offline_bar;
mod page_head;
mod refused;
mod side_nav;
mod sign_in_again;
mod signed_in;
mod skip_link;
mod top_bar;
mod user_menu;

pub use crumbs::{Crumb, Crumbs};
pub use frame::Frame;
pub use landing::{Home, SignInButton, explain};
pub use not_found::NotFound;
pub use offline_bar::OfflineBar;
pub use page_head::PageHead;
pub use refused::Refused;
pub use sign_in_again::SignInAgain;
pub use signed_in::SignedIn;
pub use user_menu::UserMenu;
pub(crate) use user_menu::role_name;
