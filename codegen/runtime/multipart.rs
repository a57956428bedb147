//! Bodies in parts (RFC 7578). In: an object and how its properties are written; out: one part a property, one a file.
//! Invariant: the line between parts occurs in none of them, and no name can end the header it stands in.

use super::body::Body;
use super::call::Call;
use super::clock::{Clock, SystemClock};
use super::endpoint::{Encoding, Style};
use super::file_part::FilePart;
use super::incoming::{Incoming, Source};
use super::node::Node;
use super::transport::{BoxFuture, TransportError};
use super::wire::Wire;
use bytes::Bytes;

impl Call {
    /// Sets the body to parts.
    pub fn multipart(
        &mut self,
        value: &dyn Wire,
        media_type: &str,
        encodings: &'static [Encoding],
    ) {
        let Some((node, files)) = Node::with_files(value) else {
            self.problem = Some((None, "the body is nested too deeply".into()));
            return;
        };
        let boundary = format!("{:016x}{:016x}", SystemClock.random(), SystemClock.random());
        let mut parts = Parts {
            boundary,
            done: Vec::new(),
            out: Vec::new(),
            files,
        };
        parts.object(&node, encodings);
        let essence = media_type.split(';').next().unwrap_or(media_type).trim();
        let media_type = format!("{essence}; boundary={}", parts.boundary);
        self.bytes(parts.finish(), media_type);
    }
}

/// Parts on their way into a body.
struct Parts {
    boundary: String,
    /// What comes before `out`, down to a file that is read while it is sent.
    done: Vec<Body>,
    out: Vec<u8>,
    files: Vec<FilePart>,
}

impl Parts {
    fn object(&mut self, node: &Node, encodings: &[Encoding]) {
        let Node::Object(entries) = node else { return };
        for (name, value) in entries {
            let encoding = encodings.iter().find(|encoding| encoding.name == name);
            match value {
                Node::Null => {}
                // A list is a part for each item, unless it is to be one document.
                Node::List(items) if !is_document(encoding) => match joined(items, encoding) {
                    Some(text) => self.part(name, None, None, &text.into()),
                    None => {
                        for item in items {
                            self.value(name, item, encoding);
                        }
                    }
                },
                value => self.value(name, value, encoding),
            }
        }
    }

    fn value(&mut self, name: &str, value: &Node, encoding: Option<&Encoding>) {
        let media = encoding
            .and_then(|encoding| encoding.content_type)
            .and_then(concrete);
        match value {
            Node::Null => {}
            Node::File(index) => {
                let Some(file) = self.files.get(*index).cloned() else {
                    return;
                };
                let media = file
                    .media_type()
                    .or(media)
                    .unwrap_or("application/octet-stream");
                let file_name = file.file_name().unwrap_or(name);
                self.part(name, Some(file_name), Some(media), file.data());
            }
            Node::Object(_) | Node::List(_) => {
                let media = media.unwrap_or("application/json");
                self.part(name, None, Some(media), &value.json().into());
            }
            Node::Bare(_) | Node::Text(_) => {
                let json = media.is_some_and(|media| media.contains("json"));
                let text = if json { value.json() } else { value.text() };
                self.part(name, None, media, &text.into());
            }
        }
    }

    fn part(&mut self, name: &str, file_name: Option<&str>, media: Option<&str>, data: &Body) {
        let mut head = format!(
            "--{}\r\nContent-Disposition: form-data; name=\"{}\"",
            self.boundary,
            quoted(name)
        );
        if let Some(file_name) = file_name {
            head += &format!("; filename=\"{}\"", quoted(file_name));
        }
        if let Some(media) = media {
            head += &format!("\r\nContent-Type: {}", media.replace(['\r', '\n'], " "));
        }
        self.out.extend_from_slice(head.as_bytes());
        self.out.extend_from_slice(b"\r\n\r\n");
        match data.as_bytes() {
            Some(bytes) => self.out.extend_from_slice(bytes),
            None => {
                self.done.push(std::mem::take(&mut self.out).into());
                self.done.push(data.clone());
            }
        }
        self.out.extend_from_slice(b"\r\n");
    }

    fn finish(mut self) -> Body {
        self.out
            .extend_from_slice(format!("--{}--\r\n", self.boundary).as_bytes());
        if self.done.is_empty() {
            return self.out.into();
        }
        self.done.push(self.out.into());
        let length = self.done.iter().map(Body::length).sum::<Option<u64>>();
        let body = Body::from_source(Chain {
            rest: self.done.into_iter(),
            current: Incoming::empty(),
        });
        match length {
            Some(length) => body.with_length(length),
            None => body,
        }
    }
}

/// Bodies one after the other.
struct Chain {
    rest: std::vec::IntoIter<Body>,
    current: Incoming,
}

impl Chain {
    async fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        loop {
            if let Some(chunk) = self.current.chunk().await? {
                return Ok(Some(chunk));
            }
            let Some(body) = self.rest.next() else {
                return Ok(None);
            };
            self.current = body.into_chunks();
        }
    }
}

impl Source for Chain {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(self.next())
    }
}

/// The items of a list in one part, where its style says so: as in a query, but nothing is encoded.
fn joined(items: &[Node], encoding: Option<&Encoding>) -> Option<String> {
    let encoding = encoding.filter(|encoding| !encoding.explode)?;
    let between = match encoding.style {
        Style::Form => ",",
        Style::SpaceDelimited => " ",
        Style::PipeDelimited => "|",
        Style::Matrix
        | Style::Label
        | Style::Simple
        | Style::DeepObject
        | Style::Cookie
        | Style::Content(_) => return None,
    };
    let items = items.iter().filter(|item| **item != Node::Null);
    let texts: Option<Vec<&str>> = items.map(Node::scalar).collect();
    texts
        .filter(|texts| !texts.is_empty())
        .map(|texts| texts.join(between))
}

/// Whether a property is to be sent as one document.
fn is_document(encoding: Option<&Encoding>) -> bool {
    let json = |media: &str| media.contains("json") || media.contains("xml");
    encoding.is_some_and(|encoding| {
        let document = matches!(encoding.style, Style::Content(_));
        !encoding.each && (document || encoding.content_type.is_some_and(json))
    })
}

/// The first of a list of media types, if it says which one it is.
fn concrete(media: &'static str) -> Option<&'static str> {
    let first = media.split(',').next().unwrap_or_default().trim();
    (!first.is_empty() && !first.contains('*')).then_some(first)
}

/// A name between quotes, as browsers write it.
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
