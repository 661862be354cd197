//! Amazon SES, by its second API.

use std::error::Error;
use std::io::ErrorKind;
use std::time::Duration;

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::config::retry::RetryConfig;
use aws_sdk_sesv2::config::timeout::TimeoutConfig;
use aws_sdk_sesv2::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_sesv2::error::{BuildError, ProvideErrorMetadata, SdkError};
use aws_sdk_sesv2::operation::send_email::SendEmailError;
use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message, MessageHeader, MessageTag};

use crate::{Mail, Mailer, MessageId, SendError, SetupError};

/// So short that a whole batch of mails to a carrier that has gone silent fits the function's time.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(2);
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(5);

/// Headers that every mail of ours has. They keep holiday notices from answering a machine.
const AUTOMATIC: [(&str, &str); 2] =
    [("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All")];

/// A way to SES.
#[derive(Debug, Clone)]
pub struct Ses {
    client: Client,
    sender: String,
    configuration_set: Option<String>,
}

impl Ses {
    /// As the environment says: mail is from `SENDER_ADDRESS`, under the configuration set
    /// `SES_CONFIGURATION_SET` if there is one, and goes to AWS unless `SES_ENDPOINT` says where an emulator
    /// listens.
    ///
    /// # Errors
    /// When `SENDER_ADDRESS` is not set.
    pub async fn from_env() -> Result<Self, SetupError> {
        let sender = std::env::var("SENDER_ADDRESS").map_err(|_| SetupError::NoSender)?;
        let configuration_set = std::env::var("SES_CONFIGURATION_SET").ok().filter(|name| !name.is_empty());
        if let Ok(endpoint) = std::env::var("SES_ENDPOINT") {
            return Ok(Self { configuration_set, ..Self::connect(&endpoint, &sender) });
        }
        let shared = aws_config::defaults(BehaviorVersion::latest())
            .retry_config(RetryConfig::disabled())
            .timeout_config(timeouts())
            .load()
            .await;
        Ok(Self { client: Client::new(&shared), sender, configuration_set })
    }

    /// An emulator. Emulators take any credentials, so these are fixed; with fixed ones nothing of the
    /// surrounding AWS set-up is read.
    #[must_use]
    pub fn connect(endpoint: &str, sender: &str) -> Self {
        let config = aws_sdk_sesv2::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::from_static("eu-north-1"))
            .credentials_provider(Credentials::new("guildhall", "guildhall", None, None, "emulator"))
            .endpoint_url(endpoint)
            .retry_config(RetryConfig::disabled())
            .timeout_config(timeouts())
            .build();
        Self { client: Client::from_conf(config), sender: sender.to_owned(), configuration_set: None }
    }
}

/// No retries of the SDK's own anywhere above: it would also try again after a lost answer, and SES would
/// then send the mail twice.
fn timeouts() -> TimeoutConfig {
    TimeoutConfig::builder()
        .connect_timeout(CONNECT_TIMEOUT)
        .operation_attempt_timeout(ATTEMPT_TIMEOUT)
        .operation_timeout(ATTEMPT_TIMEOUT)
        .build()
}

impl Mailer for Ses {
    async fn send(&self, mail: &Mail) -> Result<MessageId, SendError> {
        let written = message(mail).and_then(|message| Ok((message, tags(mail)?)));
        let (message, tags) = written.map_err(|_| SendError::Refused("Unwritable".to_owned()))?;
        let answer = self
            .client
            .send_email()
            .from_email_address(&self.sender)
            .destination(Destination::builder().to_addresses(mail.to.as_str()).build())
            .set_reply_to_addresses(mail.reply_to.as_ref().map(|address| vec![address.as_str().to_owned()]))
            .content(EmailContent::builder().simple(message).build())
            .set_email_tags(Some(tags))
            .set_configuration_set_name(self.configuration_set.clone())
            .send()
            .await;
        match answer {
            // SES always names the message; if it ever did not, the mail would still be out.
            Ok(answer) => Ok(MessageId(answer.message_id.unwrap_or_default())),
            Err(error) => Err(what_it_means(&error)),
        }
    }
}

fn message(mail: &Mail) -> Result<Message, BuildError> {
    let utf8 = |text: &str| Content::builder().data(text).charset("UTF-8").build();
    let body = Body::builder().text(utf8(mail.text.as_str())?).html(utf8(mail.html.as_str())?).build();
    let language = ("Content-Language", mail.language.tag());
    let headers = AUTOMATIC.into_iter().chain([language]);
    let headers: Result<Vec<_>, _> =
        headers.map(|(name, value)| MessageHeader::builder().name(name).value(value).build()).collect();
    Ok(Message::builder()
        .subject(utf8(mail.subject.as_str())?)
        .body(body)
        .set_headers(Some(headers?))
        .build())
}

/// What SES repeats with every event of the mail, so that a bounce finds the mail it belongs to.
fn tags(mail: &Mail) -> Result<Vec<MessageTag>, BuildError> {
    let tags = [("mail", mail.id().to_string()), ("topic", mail.topic.code().to_owned())];
    tags.into_iter().map(|(name, value)| MessageTag::builder().name(name).value(value).build()).collect()
}

fn what_it_means(error: &SdkError<SendEmailError>) -> SendError {
    match error {
        SdkError::ServiceError(service) => {
            of_code(service.err().code().unwrap_or("Unknown"), service.raw().status().as_u16())
        }
        SdkError::DispatchFailure(_) if never_connected(error) => SendError::Busy("Unreachable".to_owned()),
        SdkError::DispatchFailure(_) => SendError::Unclear("the connection broke".to_owned()),
        SdkError::TimeoutError(_) => SendError::Unclear("no answer in time".to_owned()),
        SdkError::ResponseError(_) => SendError::Unclear("an answer that makes no sense".to_owned()),
        // The request never left: credentials could not be had, for example.
        _ => SendError::NotAllowed("ConstructionFailure".to_owned()),
    }
}

/// What an error code of SES means here; if it is a new one, what its status says. A request that was found
/// wanting went nowhere, but a failure of the carrier's own says nothing about the mail.
fn of_code(code: &str, status: u16) -> SendError {
    let own = code.to_owned();
    match code {
        "TooManyRequestsException"
        | "Throttling"
        | "ThrottlingException"
        | "LimitExceededException"
        | "SendingPausedException" => SendError::Busy(own),
        // Also how an address on the suppression list or a broken one is refused.
        "MessageRejected" | "BadRequestException" | "ValidationException" => SendError::Refused(own),
        "AccountSuspendedException" | "MailFromDomainNotVerifiedException" | "NotFoundException" => {
            SendError::NotAllowed(own)
        }
        _ if status == 429 => SendError::Busy(own),
        _ if (400..500).contains(&status) => SendError::NotAllowed(own),
        _ => SendError::Unclear(own),
    }
}

/// Whether nobody was there to take the request, so that it certainly did not arrive.
fn never_connected(error: &(dyn Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(current) = cause {
        if let Some(io) = current.downcast_ref::<std::io::Error>() {
            return matches!(
                io.kind(),
                ErrorKind::ConnectionRefused | ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable
            );
        }
        cause = current.source();
    }
    false
}
