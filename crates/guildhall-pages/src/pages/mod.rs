//! The pages, each a function of what it shows.

mod articles;
mod guides;
mod home;
mod listing;
mod missing;
mod profile;

pub use articles::{HowRankingWorks, ReviewPolicy};
pub use guides::{AboutProfiles, MovingPage};
pub use home::DirectoryHome;
pub(crate) use listing::lower;
pub use listing::{CategoryPage, ServicePage};
pub use missing::MissingPage;
pub use profile::{ProfilePage, WithReview};
