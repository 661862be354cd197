//! `**…**` in the programme's words marks what matters most.

/// A sentence in which words may be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marked(String);

/// A piece of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) is_strong: bool,
}

impl Marked {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The pieces of the sentence. A mark that is never closed is shown as it is.
    pub(super) fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let mut rest = self.0.as_str();
        while let Some((before, after)) = rest.split_once("**") {
            let Some((strong, after)) = after.split_once("**") else { break };
            let (before, strong) =
                (Piece { text: before, is_strong: false }, Piece { text: strong, is_strong: true });
            pieces.extend([before, strong]);
            rest = after;
        }
        pieces.push(Piece { text: rest, is_strong: false });
        pieces.retain(|piece| !piece.text.is_empty());
        pieces
    }

    /// The sentence without its marks.
    pub(crate) fn plain(&self) -> String {
        self.pieces().into_iter().map(|piece| piece.text).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_words_stand_out() {
        let sentence = Marked::new("Now **you** act, **twice**.");
        let found: Vec<_> =
            sentence.pieces().into_iter().map(|piece| (piece.text, piece.is_strong)).collect();
        assert_eq!(found, [("Now ", false), ("you", true), (" act, ", false), ("twice", true), (".", false)]);
    }

    #[test]
    fn a_mark_that_is_never_closed_is_only_text() {
        assert_eq!(Marked::new("2 ** 3 is eight").plain(), "2 ** 3 is eight");
        assert_eq!(Marked::new("**a** and **b").plain(), "a and **b");
    }
}
