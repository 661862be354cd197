//! What managers do beside the leads: they keep the team.

mod team;

pub use team::{NewRepresentativePage, RepresentativePage, TeamPage};
