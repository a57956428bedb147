//! Walks through pages over real sockets and both transports, while the server does everything wrong that it can. Every run
//! ends in time, with the items that there are, each once, and the right error.

use super::paging::server::{LIST, List, OFFSET};
use super::petstore::Client;
use crate::runtime::{Call, ErrorKind, Items, ItemsBlocking, Retry, Value};
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

/// What goes wrong with a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrong {
    SlowHead,
    SlowBody,
    Silent,
    StopsInBody,
    Cut,
    CutHead,
    ClaimsMore,
    ClaimsLess,
    BadChunks,
    Garbage,
    Status(u16),
    Loop,
    TooLarge,
    NoUtf8,
    NoJson,
    Refused,
}

/// One attempt may take so long, and the whole of a page.
const STEP: Duration = Duration::from_millis(250);
const WHOLE: Duration = Duration::from_secs(4);

/// A list of eight items, three a page; the second page goes wrong so many times. Gives its URL.
fn serve(wrong: Wrong, times: usize) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        let mut left = times;
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let at = hear(&mut stream);
            let page = page(at);
            let right = format!(
                "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{page}",
                page.len()
            );
            if at == 3 && left > 0 {
                left -= 1;
                // One that hangs must not keep the next one waiting.
                thread::spawn(move || fail(&mut stream, wrong, &right, &page));
            } else {
                let _ = stream.write_all(right.as_bytes());
                let _ = stream.shutdown(Shutdown::Write);
            }
            if wrong == Wrong::Refused {
                return;
            }
        }
    });
    url
}

/// Hears a request; gives its offset.
fn hear(stream: &mut TcpStream) -> usize {
    let (mut head, mut byte) = (String::new(), [0; 1]);
    while !head.ends_with("\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        head.push(char::from(byte[0]));
    }
    let at = head.split("at=").nth(1).unwrap_or("0");
    let digits: String = at.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().expect("a number")
}

fn page(at: usize) -> String {
    let items = (at..(at + 3).min(8)).map(|id| format!("{{\"id\":{id}}}"));
    format!("{{\"data\":[{}]}}", items.collect::<Vec<_>>().join(","))
}

fn fail(stream: &mut TcpStream, wrong: Wrong, right: &str, page: &str) {
    let with =
        |head: &str, body: &str| format!("HTTP/1.1 {head}\r\nconnection: close\r\n\r\n{body}");
    let length = page.len();
    let text = match wrong {
        Wrong::SlowHead => {
            thread::sleep(STEP / 2);
            right.to_owned()
        }
        Wrong::SlowBody => {
            // Each piece in time, and all of it.
            for piece in right.as_bytes().chunks(right.len() / 4 + 1) {
                thread::sleep(STEP / 8);
                let _ = stream.write_all(piece);
            }
            String::new()
        }
        Wrong::Silent => {
            let _ = stream.read(&mut [0; 1]);
            String::new()
        }
        Wrong::StopsInBody => {
            let _ = stream.write_all(&right.as_bytes()[..right.len() - 5]);
            let _ = stream.read(&mut [0; 1]);
            String::new()
        }
        Wrong::Cut => right[..right.len() - 5].to_owned(),
        Wrong::CutHead => right[..20].to_owned(),
        Wrong::ClaimsMore => with(&format!("200 OK\r\ncontent-length: {}", length + 9), page),
        Wrong::ClaimsLess => with(&format!("200 OK\r\ncontent-length: {}", length - 9), page),
        Wrong::BadChunks => with("200 OK\r\ntransfer-encoding: chunked", "zz\r\nwhat?\r\n"),
        Wrong::Garbage => "\u{1}\u{2}\u{3} no HTTP at all\r\n\r\n".to_owned(),
        Wrong::Status(status) => with(
            &format!("{status} X\r\nretry-after: 0\r\ncontent-length: 0"),
            "",
        ),
        Wrong::Loop => with(
            "302 Found\r\nlocation: /api/list?at=3&limit=3\r\ncontent-length: 0",
            "",
        ),
        Wrong::TooLarge => with("200 OK", &" ".repeat(5_000)),
        Wrong::NoUtf8 => {
            let _ = stream.write_all(
                b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{\"data\":[\"\xff\xfe\"]}",
            );
            String::new()
        }
        Wrong::NoJson => with("200 OK", "<html>sorry</html>"),
        Wrong::Refused => String::new(),
    };
    let _ = stream.write_all(text.as_bytes());
    let _ = stream.shutdown(Shutdown::Write);
}

fn call(url: &str) -> Call {
    let mut builder = Client::builder().base_url(format!("{url}/api"));
    builder
        .core
        .retry(Retry::default().with_base(Duration::ZERO));
    builder.core.attempt_timeout(STEP);
    builder.core.timeout(WHOLE);
    builder.core.max_response_bytes(1_000);
    builder.build().expect("a client").call(&LIST)
}

type Got = (Vec<i64>, Option<ErrorKind>);

fn id(item: &Value) -> i64 {
    item["id"].as_i64().expect("an id")
}

/// What comes of a walk through each transport, against a server of its own.
fn both(wrong: Wrong, times: usize) -> [Got; 2] {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let begun = Instant::now();
    let first = runtime.block_on(async {
        let mut items = Items::<List<OFFSET>>::new(call(&serve(wrong, times)));
        let mut got = Vec::new();
        loop {
            match items.try_next().await {
                Ok(Some(item)) => got.push(id(&item)),
                Ok(None) => return (got, None),
                Err(error) => return (got, Some(error.kind())),
            }
        }
    });
    let mut second: Got = (Vec::new(), None);
    for item in ItemsBlocking::<List<OFFSET>>::new(call(&serve(wrong, times))) {
        match item {
            Ok(item) => second.0.push(id(&item)),
            Err(error) => second.1 = Some(error.kind()),
        }
    }
    let took = begun.elapsed();
    assert!(took < 2 * WHOLE, "{wrong:?} took {took:?}");
    [first, second]
}

#[test]
fn what_passes_is_bridged_and_no_item_is_lost_or_doubled() {
    let all: Got = ((0..8).collect(), None);
    let passes = [
        (Wrong::SlowHead, 1),
        (Wrong::SlowBody, 1),
        (Wrong::Silent, 1),
        (Wrong::StopsInBody, 1),
        (Wrong::Cut, 2),
        (Wrong::CutHead, 2),
        (Wrong::ClaimsMore, 2),
        (Wrong::BadChunks, 2),
        (Wrong::Garbage, 2),
        (Wrong::Status(429), 2),
        (Wrong::Status(500), 2),
        (Wrong::Status(503), 2),
        (Wrong::Loop, 9),
    ];
    for (wrong, times) in passes {
        assert_eq!(both(wrong, times), [all.clone(), all.clone()], "{wrong:?}");
    }
}

#[test]
fn what_lasts_is_the_right_error_after_the_items_that_there_are() {
    let lasting: [(ErrorKind, &[Wrong]); 5] = [
        (ErrorKind::Timeout, &[Wrong::Silent, Wrong::StopsInBody]),
        (
            ErrorKind::Transport,
            &[
                Wrong::Cut,
                Wrong::CutHead,
                Wrong::ClaimsMore,
                Wrong::BadChunks,
                Wrong::Garbage,
                Wrong::TooLarge,
                Wrong::Refused,
            ],
        ),
        (
            ErrorKind::Api,
            &[Wrong::Status(429), Wrong::Status(503), Wrong::Status(404)],
        ),
        (
            ErrorKind::Decode,
            &[Wrong::ClaimsLess, Wrong::NoUtf8, Wrong::NoJson],
        ),
        (ErrorKind::Request, &[Wrong::Loop]),
    ];
    for (kind, wrongs) in lasting {
        for wrong in wrongs.iter().copied() {
            let expected: Got = (vec![0, 1, 2], Some(kind));
            let got = both(wrong, usize::MAX);
            assert_eq!(got, [expected.clone(), expected], "{wrong:?}");
        }
    }
}
