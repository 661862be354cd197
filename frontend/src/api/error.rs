use guildhall_contract::problem::ProblemBody;

use crate::i18n::texts;

/// Why a request brought nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiError {
    /// There is no network, or the service cannot be reached over it.
    Offline,
    /// No answer within 15 seconds.
    Timeout,
    /// 401: the person has to sign in again; the frame asks them to.
    Unauthorised,
    /// 403: not with this role.
    Forbidden(Box<ProblemBody>),
    /// 404: it does not exist, or is somebody else's.
    NotFound,
    /// 409: somebody was faster, or it is not possible from there.
    Conflict(Box<ProblemBody>),
    /// 400 and 422: what was sent is wrong; `errors` names the fields.
    Invalid(Box<ProblemBody>),
    /// 429: too much at once; `wait` is how many seconds to wait, if the service said so.
    TooMany {
        /// Seconds.
        wait: Option<u32>,
        /// The problem.
        problem: Box<ProblemBody>,
    },
    /// Anything else; without a problem when the answer made no sense.
    Other(Option<Box<ProblemBody>>),
}

impl ApiError {
    /// The error of an answer that is none of the good ones.
    pub(super) fn of(status: u16, problem: Option<ProblemBody>, wait: Option<u32>) -> Self {
        let problem = problem.map(Box::new);
        match (status, problem) {
            (401, _) => Self::Unauthorised,
            (404, _) => Self::NotFound,
            (403, Some(problem)) => Self::Forbidden(problem),
            (409 | 412, Some(problem)) => Self::Conflict(problem),
            (400 | 422, Some(problem)) => Self::Invalid(problem),
            (429, Some(problem)) => Self::TooMany { wait, problem },
            (_, problem) => Self::Other(problem),
        }
    }

    /// What the service said, if it did.
    #[must_use]
    pub fn problem(&self) -> Option<&ProblemBody> {
        match self {
            Self::Forbidden(problem)
            | Self::Conflict(problem)
            | Self::Invalid(problem)
            | Self::TooMany { problem, .. } => Some(problem),
            Self::Other(problem) => problem.as_deref(),
            Self::Offline | Self::Timeout | Self::Unauthorised | Self::NotFound => None,
        }
    }

    /// The number under which the service logged the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.problem().map(|problem| problem.request_id.as_str())
    }

    /// What happened and what is safe, in the reader's language.
    #[must_use]
    pub fn explanation(&self) -> &'static str {
        match self {
            Self::Offline => texts::failures::offline(),
            Self::Timeout => texts::failures::timeout(),
            Self::Unauthorised => texts::failures::unauthorised(),
            Self::Forbidden(_) => texts::failures::not_allowed_text(),
            Self::NotFound => texts::failures::not_found(),
            Self::Conflict(_) => texts::failures::conflict(),
            Self::Invalid(_) => texts::failures::invalid(),
            Self::TooMany { .. } => texts::submit::failed_too_many(),
            Self::Other(_) => texts::failures::other(),
        }
    }
}

#[cfg(test)]
mod tests {
    use guildhall_contract::problem::{Problem, ProblemCode};

    use super::*;

    fn problem(code: ProblemCode) -> Option<ProblemBody> {
        Some(Problem::new(code).body("r-1"))
    }

    #[test]
    fn a_conflict_keeps_what_the_service_said() {
        let error = ApiError::of(409, problem(ProblemCode::VersionConflict), None);
        assert!(matches!(error, ApiError::Conflict(_)));
        assert_eq!(error.request_id(), Some("r-1"));
    }

    #[test]
    fn too_much_at_once_says_how_long_to_wait() {
        let error = ApiError::of(429, problem(ProblemCode::TooManyRequests), Some(90));
        assert!(matches!(error, ApiError::TooMany { wait: Some(90), .. }));
        assert_eq!(error.request_id(), Some("r-1"));
    }

    #[test]
    fn an_answer_without_a_problem_is_an_error_all_the_same() {
        assert_eq!(ApiError::of(502, None, None), ApiError::Other(None));
        assert_eq!(ApiError::of(422, None, None), ApiError::Other(None));
        assert_eq!(ApiError::of(404, None, None), ApiError::NotFound);
        assert_eq!(ApiError::of(401, problem(ProblemCode::Unauthenticated), None), ApiError::Unauthorised);
    }
}
