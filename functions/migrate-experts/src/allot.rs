//! Which handle a profile gets: the one that it had, or the next that is free.

use std::collections::HashSet;

use guildhall_contract::migrations::{OldProfile, Promised};
use guildhall_domain::profile::Handle;
use guildhall_domain::text::fold;
use guildhall_http::{OrFail, Problem};

use crate::MigrateExperts;
use crate::judge::Verdict;

/// The most characters of a handle.
const MAX: usize = 40;
/// The highest number that is put behind a handle that is taken.
const LAST: u32 = 40;

/// What a profile would like to be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wish(String);

impl Wish {
    /// The old handle, or else the business name, as a handle is written.
    pub(crate) fn of(old: &OldProfile) -> Self {
        let from = |text: &str| slug(text).filter(|slug| slug.len() >= 2);
        let wish = old.handle.as_deref().and_then(from).or_else(|| from(&old.name));
        // The id of an organisation may begin with a digit, so it gets a word in front.
        Self(wish.unwrap_or_else(|| cut(&format!("partner-{}", old.organisation), MAX)))
    }

    /// The handles to try, in their order.
    fn candidates(&self) -> impl Iterator<Item = Handle> {
        let numbered = (2..=LAST).map(|number| {
            let end = format!("-{number}");
            format!("{}{end}", cut(&self.0, MAX - end.len()))
        });
        std::iter::once(self.0.clone()).chain(numbered).filter_map(|text| text.parse().ok())
    }
}

impl MigrateExperts {
    /// A handle for each of the profiles that are to be made, in the order of the verdicts; `None` for whoever finds all
    /// taken, and for what is no new profile.
    pub(crate) async fn allot(
        &self,
        verdicts: &[Verdict],
        promised: &[Promised],
    ) -> Result<Vec<Option<Handle>>, Problem> {
        let wish = |verdict: &Verdict| match verdict {
            Verdict::Create(coming) => Some(coming.wish.clone()),
            Verdict::Answer(_) | Verdict::Replace(..) | Verdict::Record(_) => None,
        };
        let wishes: Vec<Option<Wish>> = verdicts.iter().map(wish).collect();
        let mut taken: HashSet<Handle> = promised.iter().map(|one| one.handle.clone()).collect();
        let mut asked = HashSet::new();
        let first = wishes.iter().flatten().filter_map(|wish| wish.candidates().next());
        self.ask(first, &mut asked, &mut taken).await?;
        // Whoever has to try further tries all at once.
        let mut crowded = HashSet::new();
        let mut names = HashSet::new();
        for wish in wishes.iter().flatten() {
            let name = wish.candidates().next();
            if name.is_none_or(|name| taken.contains(&name) || !names.insert(name)) {
                crowded.insert(wish.0.clone());
            }
        }
        let further = wishes.iter().flatten().filter(|wish| crowded.contains(&wish.0));
        self.ask(further.flat_map(Wish::candidates), &mut asked, &mut taken).await?;
        let allotted = wishes.iter().map(|wish| {
            let handle = wish.as_ref()?.candidates().find(|handle| !taken.contains(handle))?;
            taken.insert(handle.clone());
            Some(handle)
        });
        Ok(allotted.collect())
    }

    async fn ask(
        &self,
        handles: impl Iterator<Item = Handle>,
        asked: &mut HashSet<Handle>,
        taken: &mut HashSet<Handle>,
    ) -> Result<(), Problem> {
        let new: Vec<_> = handles.filter(|handle| asked.insert(handle.clone())).collect();
        taken.extend(self.migrations.taken(&new).await.or_fail()?);
        Ok(())
    }
}

/// A text as a handle is written, as far as that goes.
fn slug(text: &str) -> Option<String> {
    let mut slug = String::new();
    for letter in fold(text).chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let begun = slug.trim_start_matches(|letter: char| !letter.is_ascii_lowercase());
    let slug = cut(begun, MAX);
    (!slug.is_empty()).then_some(slug)
}

/// A handle's beginning, without a hyphen at its end. All of its characters are of one byte.
fn cut(text: &str, max: usize) -> String {
    text.chars().take(max).collect::<String>().trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("acme-studio", Some("acme-studio"))]
    #[case(" Ateljé Älvsjö ", Some("atelje-alvsjo"))]
    #[case("3 Brothers & Co.", Some("brothers-co"))]
    #[case("数字", None)]
    fn a_name_is_written_as_a_handle_as_far_as_that_goes(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(slug(text).as_deref(), expected);
    }

    #[test]
    fn handles_to_try_have_room_for_their_number_and_are_no_words_of_the_directory() {
        let long = Wish("a".repeat(40));
        let tried: Vec<_> = long.candidates().map(|handle| handle.as_str().to_owned()).collect();
        assert_eq!((tried[0].len(), tried[1].as_str().len()), (40, 40));
        assert!(tried[1].ends_with("a-2"));
        let reserved = Wish("services".to_owned());
        assert_eq!(reserved.candidates().next().map(String::from).as_deref(), Some("services-2"));
    }
}
