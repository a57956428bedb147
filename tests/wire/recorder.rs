//! A server that writes down what it is sent, and always gives the same answer.
//!
//! Input: a whole HTTP response. Output: the request heads as they came. Invariant: it reads bytes from a socket and knows no
//! HTTP library, so that nothing is made prettier on the way.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

pub(crate) struct Recorder {
    /// Where it listens, without a slash at the end.
    pub(crate) url: String,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Recorder {
    /// Answers every request with a status, a media type and a body.
    pub(crate) fn start(status: &str, media: &str, body: &str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a loopback port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let heads = Arc::new(Mutex::new(Vec::new()));
        let length = body.len();
        let response = format!(
            "HTTP/1.1 {status}\r\ncontent-type: {media}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
        );
        let kept = Arc::clone(&heads);
        // The thread ends with the test's process.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                answer(stream, &response, &kept);
            }
        });
        Self { url, heads }
    }

    /// The only request so far: its first line, and its headers as `name: value` with the name in lower case, sorted.
    pub(crate) fn only(&self) -> (String, Vec<String>) {
        let heads = self.heads.lock().expect("no panic before");
        assert_eq!(heads.len(), 1, "{heads:?}");
        let mut lines = heads[0]
            .split("\r\n")
            .filter(|line| !line.is_empty())
            .map(str::to_owned);
        let first = lines.next().expect("a request line");
        let mut headers: Vec<String> = lines
            .map(|line| match line.split_once(':') {
                Some((name, value)) => format!("{}: {}", name.to_ascii_lowercase(), value.trim()),
                None => line,
            })
            .collect();
        headers.sort();
        (first, headers)
    }
}

/// Writes the request down before it answers, so that whoever has the answer finds it written.
fn answer(mut stream: TcpStream, response: &str, heads: &Mutex<Vec<String>>) {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).expect("ASCII");
    heads.lock().expect("no panic before").push(head);
    stream
        .write_all(response.as_bytes())
        .expect("the client reads");
}
