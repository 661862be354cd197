//! What pages are made of. Each is a plain function in the language that is spoken when it is called; the components
//! around them (see the crate's documentation) follow the language.

mod arms;
mod badges;
mod card;
mod crumbs;
mod heading;
mod price;
mod stars;
mod words;

pub(crate) use arms::arms;
pub(crate) use badges::{availability, tier};
pub(crate) use card::{card, cards};
pub(crate) use crumbs::{Step, crumbs};
pub(crate) use heading::Level;
pub(crate) use price::{price, price_range};
pub(crate) use stars::{bar, one_decimal, rating, stars};
pub(crate) use words::{country, is_web, paragraphs, place, web_link, without_scheme};
