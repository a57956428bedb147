//! A server for calls. In: requests over HTTP/1.1, as a client on the loopback interface sends them; out: one prepared body
//! for each path. Invariant: a thread per connection, which stays open, and no more work than that takes.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

/// Serves until the process ends, and prints the port first.
/// A body under a path and ` page=N` is that of a page of it.
pub(crate) fn serve(bodies: HashMap<String, Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    println!("{}", listener.local_addr().expect("an address").port());
    let bodies = Arc::new(bodies);
    for stream in listener.incoming().flatten() {
        let bodies = Arc::clone(&bodies);
        std::thread::spawn(move || {
            // A client that goes away is no trouble.
            let _ = answer(stream, &bodies);
        });
    }
}

fn answer(mut stream: TcpStream, bodies: &HashMap<String, Vec<u8>>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut out = Vec::new();
    let mut line = String::new();
    loop {
        let (mut path, mut page, mut length) = (String::new(), String::new(), 0);
        loop {
            line.clear();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let text = line.trim_end();
            if path.is_empty() {
                let target = text.split(' ').nth(1).unwrap_or_default();
                let (before, query) = target.split_once('?').unwrap_or((target, ""));
                let asked = query.split('&').find(|pair| pair.starts_with("page="));
                page = format!("{before} {}", asked.unwrap_or_default());
                path = before.to_owned();
            } else if text.is_empty() {
                break;
            } else if let Some((name, value)) = text.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        std::io::copy(&mut reader.by_ref().take(length), &mut std::io::sink())?;
        let body = bodies.get(&page).or_else(|| bodies.get(&path));
        let body = body.map_or(&b"[]"[..], Vec::as_slice);
        out.clear();
        let status = if length > 0 { "201 Created" } else { "200 OK" };
        write!(
            out,
            "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        )?;
        out.extend_from_slice(body);
        stream.write_all(&out)?;
    }
}
