//! The mailbox of the one-machine system: whatever would have been mailed, to anybody, is here to be read.

mod carrier;
mod page;
mod texts;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use send_mail::{Mail, Mailer, MessageId, SendError};
use serde::{Deserialize, Serialize};

use crate::data_dir::DataDir;
use crate::{StartError, random};

pub(crate) use carrier::Carrier;
pub(crate) use page::routes;

/// Whom mail is from.
const SENDER: &str = "Guildhall <no-reply@guildhall.example>";

/// All mail that was handed over.
#[derive(Debug)]
pub(crate) struct Mailbox {
    kept: Mutex<Kept>,
}

#[derive(Debug)]
struct Kept {
    /// The oldest first, one line each.
    file: Option<File>,
    messages: Vec<Message>,
}

/// A mail as its reader gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The message's own id.
    pub id: String,
    /// The id of the mail, which follows from what it tells of.
    pub mail: String,
    /// When it was handed over, by the machine's clock.
    pub sent_at: DateTime<Utc>,
    /// Where it goes.
    pub to: String,
    /// Whom an answer reaches, if not the sender.
    pub reply_to: Option<String>,
    /// One line.
    pub subject: String,
    /// The language of all of it.
    pub language: String,
    /// What sort of mail it is.
    pub topic: String,
    /// Whom it tells: a part that somebody plays.
    pub audience: String,
    /// The words alone.
    pub text: String,
    /// The same, laid out.
    pub html: String,
}

impl Mailbox {
    pub(crate) fn open(data: &DataDir) -> Result<Self, StartError> {
        let Some(path) = data.file("mailbox.jsonl") else {
            return Ok(Self { kept: Mutex::new(Kept { file: None, messages: Vec::new() }) });
        };
        let failed = |source| StartError::DataDir { path: path.clone(), source };
        let (messages, length) = read(&path)?;
        let file = append_to(&path).map_err(failed)?;
        // What a kill cut off in the middle was never acknowledged.
        file.set_len(length).map_err(failed)?;
        Ok(Self { kept: Mutex::new(Kept { file: Some(file), messages }) })
    }

    /// All mail, the newest first.
    pub(crate) fn messages(&self) -> Vec<Message> {
        self.kept().messages.iter().rev().cloned().collect()
    }

    fn message(&self, id: &str) -> Option<Message> {
        self.kept().messages.iter().find(|message| message.id == id).cloned()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, message: Message) -> io::Result<()> {
        let mut kept = self.kept();
        if let Some(file) = &mut kept.file {
            let mut line = serde_json::to_vec(&message)?;
            line.push(b'\n');
            file.write_all(&line)?;
            file.sync_data()?;
        }
        kept.messages.push(message);
        Ok(())
    }
}

impl Mailer for Mailbox {
    async fn send(&self, mail: &Mail) -> Result<MessageId, SendError> {
        let id = random::request_id();
        let message = Message {
            id: id.clone(),
            mail: mail.id().to_string(),
            sent_at: std::time::SystemTime::now().into(),
            to: mail.to.as_str().to_owned(),
            reply_to: mail.reply_to.as_ref().map(|address| address.as_str().to_owned()),
            subject: mail.subject.as_str().to_owned(),
            language: mail.language.tag().to_owned(),
            topic: mail.topic.code().to_owned(),
            audience: mail.record.audience.clone(),
            text: mail.text.as_str().to_owned(),
            html: mail.html.as_str().to_owned(),
        };
        // Half a line may be in the file, so nobody knows what the next start makes of it.
        self.keep(message).map_err(|error| SendError::Unclear(error.kind().to_string()))?;
        Ok(MessageId(id))
    }
}

impl Message {
    /// The head of the message, as it goes over the wire.
    fn headers(&self) -> String {
        let mut lines = vec![
            format!("From: {SENDER}"),
            format!("To: {}", self.to),
            format!("Subject: {}", self.subject),
            format!("Date: {}", self.sent_at.to_rfc2822()),
            format!("Message-ID: <{}@guildhall.example>", self.id),
            format!("Content-Language: {}", self.language),
            "Auto-Submitted: auto-generated".to_owned(),
            "X-Auto-Response-Suppress: All".to_owned(),
            format!("X-Mail: {}", self.mail),
            format!("X-Topic: {}", self.topic),
        ];
        if let Some(reply_to) = &self.reply_to {
            lines.insert(2, format!("Reply-To: {reply_to}"));
        }
        lines.join("\n")
    }
}

/// The messages of a file, and how much of it they fill.
fn read(path: &Path) -> Result<(Vec<Message>, u64), StartError> {
    let text = match fs::read(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(source) => return Err(StartError::DataDir { path: path.to_owned(), source }),
    };
    let whole = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1);
    let lines = text[..whole].split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let damaged =
        |error: serde_json::Error| StartError::Damaged { file: path.to_owned(), reason: error.to_string() };
    let messages = lines.map(serde_json::from_slice).collect::<Result<_, _>>().map_err(damaged)?;
    Ok((messages, u64::try_from(whole).unwrap_or(u64::MAX)))
}

/// Opens a file that only its owner can read: there are names and addresses in it.
fn append_to(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests;
