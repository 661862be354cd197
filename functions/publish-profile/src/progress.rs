//! How far the published files are, noted beside them where nobody is led to.

use guildhall_domain::profile::Handle;

use crate::PublishError;
use crate::files::{File, Files};

/// Where it is noted. Neither the network nor one machine looks for pages here.
const NAME: &str = "state/pages.txt";
const GUIDES: &str = "guides";
const DONE: &str = "done";
const WITHDRAWN: &str = "withdrawn";
const AFTER: &str = "after ";

/// How far the published files are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Progress {
    /// Nothing was ever noted.
    Unknown,
    /// The pages of partners up to this one are made; the others and the lists are to come.
    After(Handle),
    /// Nobody was listed yet; what partners read before that is published.
    Guides,
    /// Everything is published, and changes keep it so.
    Done,
    /// Nothing of the directory is published.
    Withdrawn,
}

impl Progress {
    /// After which partner to go on.
    pub(crate) fn last(&self) -> Option<&Handle> {
        match self {
            Self::After(handle) => Some(handle),
            Self::Unknown | Self::Guides | Self::Done | Self::Withdrawn => None,
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Unknown => String::new(),
            Self::After(handle) => format!("{AFTER}{}", handle.as_str()),
            Self::Guides => GUIDES.to_owned(),
            Self::Done => DONE.to_owned(),
            Self::Withdrawn => WITHDRAWN.to_owned(),
        }
    }

    /// What was noted; what cannot be read was never noted.
    fn read(text: &str) -> Self {
        match text.trim() {
            GUIDES => Self::Guides,
            DONE => Self::Done,
            WITHDRAWN => Self::Withdrawn,
            other => other
                .strip_prefix(AFTER)
                .and_then(|handle| handle.parse().ok())
                .map_or(Self::Unknown, Self::After),
        }
    }
}

impl Files {
    /// How far they are, as it was noted last.
    pub(crate) async fn progress(&self) -> Result<Progress, PublishError> {
        Ok(self.text(NAME).await?.map_or(Progress::Unknown, |text| Progress::read(&text)))
    }

    /// Notes how far they are.
    pub(crate) async fn note(&self, progress: &Progress) -> Result<(), PublishError> {
        self.write(vec![File { name: NAME.to_owned(), text: progress.text() }]).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_noted_reads_back() {
        let after: Handle = "done".parse().expect("a handle");
        for progress in
            [Progress::After(after), Progress::Guides, Progress::Done, Progress::Withdrawn, Progress::Unknown]
        {
            assert_eq!(Progress::read(&progress.text()), progress);
        }
        assert_eq!(Progress::read("something else"), Progress::Unknown);
    }
}
