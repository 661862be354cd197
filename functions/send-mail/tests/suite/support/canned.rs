//! A carrier that answers what it is told to: for what no emulator does by itself, such as throttling.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What a request is answered with.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Answer {
    /// A status, the type of the error, and a message that quotes an address as the real ones do.
    Error(u16, &'static str),
    /// The whole request is read, and then the line goes dead.
    HangUp,
    /// Something that is not SES.
    Nonsense,
}

/// Gives one answer to everybody.
pub(crate) struct Canned {
    pub(crate) endpoint: String,
    asked: Arc<AtomicUsize>,
}

impl Canned {
    pub(crate) async fn answering(answer: Answer) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&asked);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, answer, Arc::clone(&counted)));
            }
        });
        Self { endpoint, asked }
    }

    /// How many requests came.
    pub(crate) fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

async fn serve(mut stream: TcpStream, answer: Answer, asked: Arc<AtomicUsize>) {
    while request(&mut stream).await.is_some() {
        asked.fetch_add(1, Ordering::SeqCst);
        let (head, body) = match answer {
            Answer::Error(status, code) => (
                format!(
                    "HTTP/1.1 {status} Canned\r\ncontent-type: application/json\r\nx-amzn-errortype: {code}\r\n"
                ),
                r#"{"message":"Address hej@almgren.example is no good."}"#,
            ),
            Answer::Nonsense => ("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n".to_owned(), "<p>Hello"),
            Answer::HangUp => return,
        };
        let answer = format!("{head}content-length: {}\r\n\r\n{body}", body.len());
        stream.write_all(answer.as_bytes()).await.unwrap();
    }
}

/// The next request, unless the other side has hung up.
async fn request(stream: &mut TcpStream) -> Option<()> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, _)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            let length: usize = length.map_or(0, |length| length.parse().unwrap());
            if bytes.len() >= head.len() + 4 + length {
                return Some(());
            }
        }
        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return None;
        }
    }
}
