//! The environment that a function finds in Lambda: what its template says, what Lambda adds, and nothing else of this
//! machine's.

use std::collections::BTreeMap;

use crate::template::{FunctionInTemplate, Template, TemplateError};

/// The region that everything is deployed to here. Emulators keep one set of data for each region and access key, so
/// both are those that the one-machine system uses.
const REGION: &str = "eu-north-1";
const ACCESS_KEY: &str = "guildhall";

/// Where a function reaches what it needs; what is missing here is in AWS.
#[derive(Debug, Clone, Default)]
pub struct Endpoints {
    /// Of DynamoDB, as `http://127.0.0.1:8000`.
    pub dynamodb: Option<String>,
    /// Of SES.
    pub ses: Option<String>,
    /// Of S3.
    pub s3: Option<String>,
}

impl Endpoints {
    /// Only a table.
    #[must_use]
    pub fn of_dynamodb(endpoint: &str) -> Self {
        Self { dynamodb: Some(endpoint.to_owned()), ..Self::default() }
    }
}

/// The variables of a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Environment(BTreeMap<String, String>);

impl Environment {
    /// What the template's references stand for on this machine.
    #[must_use]
    pub fn values() -> BTreeMap<String, String> {
        let values = [
            ("AWS::AccountId", "123456789012"),
            ("AWS::Partition", "aws"),
            ("AWS::Region", REGION),
            ("AWS::StackName", "guildhall"),
            ("AWS::URLSuffix", "amazonaws.com"),
            ("Table", "guildhall"),
            ("Pages", "guildhall-pages"),
            ("SiteBucket", "guildhall-site"),
            ("Exports", "guildhall-exports"),
            ("FormerReceiptKeys", ""),
            ("ReceiptSecret", "receipts"),
            ("Distribution.DomainName", "d111111abcdef8.cloudfront.net"),
            ("MailReports", "guildhall-mail-reports"),
            ("SiteUrl", "https://partners.example"),
            ("SiteDomain", "partners.example"),
            ("SenderAddress", "Guildhall <no-reply@partners.example>"),
            ("CursorSecret", "cursors"),
            ("FormSecret", "forms"),
            ("CustomerSecret", "customers"),
            ("WebhookSecret", "webhooks"),
            ("EdgeSecret", "edge"),
            ("EdgeSecret", "edge"),
            // Secrets by the names that their resources stand for, as Secrets Manager makes them.
            ("secret:cursors", "jP4Xc0v7q2LrTnE9bYw1sKd8mZaHf6Ug3oRiVtJxNpQyCeBlWzSkDhMuGjFr5A0I"),
            ("secret:receipts", "q9LmXc2v7r4TnE0bYw5sKd1mZaHf8Ug6oRiVtJxNpQyCeBlWzSkDhMuGjFr3A7I2"),
            ("secret:forms", "T8nWq3ZxVb6LcR1mKp9sYdH4gJf7uEa2oXiNtQwCyBvGzMrUkDjSlPhFe5A0ITo7"),
            ("secret:edge", "u5HkXw2ZrT9mLc7QdVb1NsYf3JpGa8oEiKxUtBnWqCzvRMyeDjgSlPhFA4I0O6t"),
            ("secret:edge", "Zk7uEa2oXiNtQwCyBvGzMrUkDjSlPhFe5A0ITo7T8nWq3ZxVb6LcR1mKp9sYdH4g"),
            ("secret:webhooks", "q9TfWc8RkQ5tXz1LwNb7HdJp4sGa9uEo3iKxTnWqZyCvBrMeUgDjSlPhFtA0I6O2"),
            ("secret:customers", "m2VfYc8RkQ5tXz1LwNb7HdJp4sGa9uEo3iKxTnWqZyCvBrMeUgDjSlPhFtA0I6O8"),
        ];
        values.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
    }

    /// The template with these values.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn template() -> Result<Template, TemplateError> {
        Template::read(Self::values())
    }

    /// As Lambda sets it up for a function, with the endpoints of emulators.
    #[must_use]
    pub fn of(function: &FunctionInTemplate, runtime_api: &str, endpoints: &Endpoints) -> Self {
        let name = format!("guildhall-{}", function.logical_name);
        let memory = function.memory.to_string();
        let log_group = format!("guildhall-{}Logs", function.logical_name);
        let lambdas_own = [
            ("AWS_LAMBDA_RUNTIME_API", runtime_api),
            ("AWS_LAMBDA_FUNCTION_NAME", &name),
            ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", &memory),
            ("AWS_LAMBDA_LOG_GROUP_NAME", &log_group),
            ("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/21/[$LATEST]3893a6a3e5f44c1d8e1b1b0f3b1a5a3d"),
            ("AWS_LAMBDA_LOG_FORMAT", "JSON"),
            ("AWS_LAMBDA_LOG_LEVEL", "INFO"),
            ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
            ("AWS_REGION", REGION),
            ("AWS_DEFAULT_REGION", REGION),
            ("AWS_ACCESS_KEY_ID", ACCESS_KEY),
            ("AWS_SECRET_ACCESS_KEY", "of-the-functions-role"),
            ("AWS_SESSION_TOKEN", "of-the-functions-role"),
            ("_HANDLER", "bootstrap"),
            ("LAMBDA_TASK_ROOT", "/var/task"),
            ("LAMBDA_RUNTIME_DIR", "/var/runtime"),
            ("LANG", "en_US.UTF-8"),
            ("PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin"),
            ("TZ", ":UTC"),
        ];
        let mut variables: BTreeMap<String, String> =
            lambdas_own.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        variables.extend(function.variables.clone());
        let services = [
            ("AWS_ENDPOINT_URL_DYNAMODB", &endpoints.dynamodb),
            ("AWS_ENDPOINT_URL_SESV2", &endpoints.ses),
            ("AWS_ENDPOINT_URL_S3", &endpoints.s3),
        ];
        for (name, endpoint) in services {
            if let Some(endpoint) = endpoint {
                variables.insert(name.to_owned(), endpoint.clone());
            }
        }
        Self(variables)
    }

    /// The same with another variable.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.0.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same without a variable.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.0.remove(name);
        self
    }

    /// Names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}
