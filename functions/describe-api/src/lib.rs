//! Answers the OpenAPI description. Public, and without any right on the table.

use guildhall_contract::openapi;
use guildhall_http::{Body, Handler, Problem, Request, Response, json_text};

/// Knows the description.
#[derive(Debug)]
pub struct DescribeApi {
    document: String,
}

impl DescribeApi {
    /// Writes the description once, for every request.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn new() -> Result<Self, lambda_http::Error> {
        Ok(Self { document: openapi::document()? })
    }
}

impl Handler for DescribeApi {
    async fn handle(&self, _request: Request) -> Result<Response<Body>, Problem> {
        Ok(json_text(self.document.clone()))
    }
}
