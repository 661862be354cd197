//! A table that answers what it is told to: for what no emulator does by itself, such as throttling.

use std::sync::{Arc, Mutex};

use guildhall_store::Table;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A status and a body of DynamoDB's JSON.
pub(crate) type Answer = (u16, &'static str);

/// Gives the answers in order, the last one again and again.
pub(crate) struct Canned {
    pub(crate) table: Table,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Canned {
    pub(crate) async fn answering(answers: &'static [Answer]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let table = Table::connect(&format!("http://{}", listener.local_addr().unwrap()), "canned");
        let asked = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&asked);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, answers, Arc::clone(&noted)));
            }
        });
        Self { table, asked }
    }

    /// The bodies of the requests so far.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

async fn serve(mut stream: TcpStream, answers: &[Answer], asked: Arc<Mutex<Vec<String>>>) {
    while let Some(body) = request(&mut stream).await {
        let (status, answer) = {
            let mut asked = asked.lock().unwrap();
            asked.push(body);
            answers[(asked.len() - 1).min(answers.len() - 1)]
        };
        let head = format!(
            "HTTP/1.1 {status} Canned\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: {}\r\n\r\n",
            answer.len()
        );
        stream.write_all([head.as_bytes(), answer.as_bytes()].concat().as_slice()).await.unwrap();
    }
}

/// The body of the next request, unless the other side has hung up.
async fn request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            if length.is_none_or(|length| body.len() >= length.parse().unwrap()) {
                return Some(body.to_owned());
            }
        }
        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return None;
        }
    }
}
