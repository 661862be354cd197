//! Route paths such as `/api/v1/leads/{lead_id}`, matched as API Gateway matches them.

use std::cmp::Ordering;

use percent_encoding::percent_decode_str;

/// The path of a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PathPattern(Vec<Segment>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Segment {
    /// Exactly this text.
    Literal(String),
    /// One segment, whatever it is: `{name}`.
    One(String),
    /// All that follows: `{name+}`.
    Rest(String),
}

/// What is wrong with a route path.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the path `{0}` is not one that API Gateway takes")]
pub struct PatternError(String);

impl PathPattern {
    /// Reads a path; a greedy parameter stands last.
    pub(crate) fn parse(path: &str) -> Result<Self, PatternError> {
        let bad = || PatternError(path.to_owned());
        let rest = path.strip_prefix('/').ok_or_else(bad)?;
        let segments = rest.split('/').map(Segment::parse).collect::<Option<Vec<_>>>().ok_or_else(bad)?;
        let greedy = segments.iter().position(|segment| matches!(segment, Segment::Rest(_)));
        if greedy.is_some_and(|place| place + 1 != segments.len()) {
            return Err(bad());
        }
        Ok(Self(segments))
    }

    /// The parameters of a raw path that this pattern covers, decoded; `None` if it does not.
    pub(crate) fn matches(&self, raw_path: &str) -> Option<Vec<(String, String)>> {
        let mut rest = Some(raw_path.strip_prefix('/')?);
        let mut parameters = Vec::new();
        for segment in &self.0 {
            let remaining = rest?;
            let (text, after) = match remaining.split_once('/') {
                Some((text, after)) => (text, Some(after)),
                None => (remaining, None),
            };
            match segment {
                Segment::Literal(literal) if decode(text) == *literal => rest = after,
                Segment::One(name) if !text.is_empty() => {
                    parameters.push((name.clone(), decode(text)));
                    rest = after;
                }
                Segment::Rest(name) if !remaining.is_empty() => {
                    parameters.push((name.clone(), decode(remaining)));
                    rest = None;
                }
                Segment::Literal(_) | Segment::One(_) | Segment::Rest(_) => return None,
            }
        }
        rest.is_none().then_some(parameters)
    }

    /// Orders patterns that match one path: the more exact one first.
    pub(crate) fn compare_exactness(&self, other: &Self) -> Ordering {
        let ranks = |pattern: &Self| pattern.0.iter().map(Segment::rank).collect::<Vec<_>>();
        ranks(self).cmp(&ranks(other))
    }
}

impl Segment {
    fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return None;
        }
        let Some(name) = text.strip_prefix('{') else {
            return (!text.contains(['{', '}'])).then(|| Self::Literal(text.to_owned()));
        };
        let name = name.strip_suffix('}')?;
        let (name, greedy) = name.strip_suffix('+').map_or((name, false), |name| (name, true));
        let valid = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        let segment = if greedy { Self::Rest(name.to_owned()) } else { Self::One(name.to_owned()) };
        valid.then_some(segment)
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Literal(_) => 0,
            Self::One(_) => 1,
            Self::Rest(_) => 2,
        }
    }
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn matched(pattern: &str, path: &str) -> Option<Vec<String>> {
        let parameters = PathPattern::parse(pattern).unwrap().matches(path)?;
        Some(parameters.into_iter().map(|(name, value)| format!("{name}={value}")).collect())
    }

    #[rstest]
    #[case::itself("/api/v1/leads", "/api/v1/leads", Some(""))]
    #[case::a_longer_path("/api/v1/leads", "/api/v1/leads/x", None)]
    #[case::a_shorter_path("/api/v1/leads", "/api/v1", None)]
    #[case::a_trailing_slash("/api/v1/leads", "/api/v1/leads/", None)]
    #[case::another_case("/api/v1/leads", "/api/v1/Leads", None)]
    #[case::one_segment("/leads/{id}", "/leads/a.1", Some("id=a.1"))]
    #[case::an_empty_segment("/leads/{id}", "/leads/", None)]
    #[case::two_segments_for_one("/leads/{id}", "/leads/a/b", None)]
    #[case::a_parameter_in_the_middle("/leads/{id}/status", "/leads/7/status", Some("id=7"))]
    #[case::a_decoded_parameter(
        "/profiles/{handle}",
        "/profiles/s%C3%A0i%2Fg%C3%B2n",
        Some("handle=sài/gòn")
    )]
    #[case::everything("/{proxy+}", "/a/b/c", Some("proxy=a/b/c"))]
    #[case::nothing_for_everything("/a/{proxy+}", "/a/", None)]
    fn a_pattern_covers(#[case] pattern: &str, #[case] path: &str, #[case] expected: Option<&str>) {
        assert_eq!(matched(pattern, path).map(|parameters| parameters.join("&")).as_deref(), expected);
    }

    #[rstest]
    #[case("")]
    #[case("leads")]
    #[case("/")]
    #[case("/leads//x")]
    #[case("/{}")]
    #[case("/{a-b}")]
    #[case("/x{a}")]
    #[case("/{rest+}/x")]
    fn a_path_that_api_gateway_would_not_take_is_refused(#[case] path: &str) {
        assert_eq!(PathPattern::parse(path), Err(PatternError(path.to_owned())));
    }

    #[test]
    fn a_literal_is_more_exact_than_a_parameter_and_that_more_than_everything() {
        let mut patterns: Vec<_> =
            ["/a/{rest+}", "/a/{id}", "/a/b"].iter().map(|path| PathPattern::parse(path).unwrap()).collect();
        patterns.sort_by(PathPattern::compare_exactness);
        let expected: Vec<_> =
            ["/a/b", "/a/{id}", "/a/{rest+}"].iter().map(|path| PathPattern::parse(path).unwrap()).collect();
        assert_eq!(patterns, expected);
    }
}
