//! A value on its way into a parameter or a form. In: a model; out: a small tree of texts. Invariant: numbers keep the
//! digits they are written with.

use super::file_part::FilePart;
use super::json::{self, Mode, Reader, Writer};
use super::wire::Wire;

/// A value as far as styles tell it apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// `null`: not there, as far as a style is concerned.
    Null,
    /// A number or truth value, as JSON writes it.
    Bare(String),
    /// Text.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object.
    Object(Vec<(String, Node)>),
    /// A file, by its place in the list of them.
    File(usize),
}

impl Node {
    /// The tree of a value; `None` if it is nested too deeply to be sent.
    pub(super) fn of(value: &dyn Wire) -> Option<Node> {
        let mut bytes = json::encode(value, Mode::Request);
        // Most values are short and plain: the text that was written for them is what they become.
        match bytes.as_slice() {
            [b'"', text @ .., b'"'] if json::all_plain(text) => {
                bytes.pop();
                bytes.remove(0);
                Some(Node::Text(json::text(bytes)))
            }
            [b'1'..=b'9', rest @ ..] if rest.iter().all(u8::is_ascii_digit) => {
                Some(Node::Bare(json::text(bytes)))
            }
            _ => parse(&json::text(bytes)),
        }
    }

    /// The tree of a value, and the files in it.
    pub(super) fn with_files(value: &dyn Wire) -> Option<(Node, Vec<FilePart>)> {
        let mut writer = Writer::new(Mode::Parts);
        value.write(&mut writer);
        let (bytes, files) = writer.into_parts();
        Some((parse(&json::text(bytes))?, files))
    }

    /// The tree of a text that is JSON.
    #[cfg(any(feature = "cli", feature = "fake"))]
    pub(super) fn parse(text: &str) -> Option<Node> {
        let mut reader = Reader::new(text);
        let node = read(&mut reader);
        reader.finish().is_none().then_some(node)
    }

    /// Reads the next value.
    #[cfg(feature = "cli")]
    pub(super) fn read(reader: &mut Reader<'_>) -> Node {
        read(reader)
    }

    /// The text of a scalar; `None` for arrays, objects and files.
    pub(super) fn scalar(&self) -> Option<&str> {
        match self {
            Node::Bare(text) | Node::Text(text) => Some(text),
            Node::Null => Some("null"),
            Node::List(_) | Node::Object(_) | Node::File(_) => None,
        }
    }

    /// The text of a scalar, the JSON of anything else.
    pub(super) fn text(&self) -> String {
        match self.scalar() {
            Some(text) => text.to_owned(),
            None => self.json(),
        }
    }

    /// The value as JSON.
    pub(super) fn json(&self) -> String {
        let mut writer = Writer::new(Mode::Json);
        self.write(&mut writer);
        json::text(writer.into_bytes())
    }

    /// Writes it as JSON.
    pub(super) fn write(&self, w: &mut Writer) {
        match self {
            Node::Null | Node::File(_) => w.null(),
            Node::Bare(text) => w.number(text),
            Node::Text(text) => w.string(text),
            Node::List(items) => {
                w.open_array();
                for item in items {
                    w.item();
                    item.write(w);
                }
                w.close_array();
            }
            Node::Object(entries) => {
                w.open_map();
                for (key, value) in entries {
                    w.key(key);
                    value.write(w);
                }
                w.close_map();
            }
        }
    }
}

fn parse(text: &str) -> Option<Node> {
    let mut reader = Reader::new(text);
    let node = read(&mut reader);
    (!reader.failed()).then_some(node)
}

fn read(r: &mut Reader<'_>) -> Node {
    match r.peek() {
        b'"' => Node::Text(r.string().into_owned()),
        b'@' => Node::File(r.attachment()),
        b'[' => {
            let mut items = Vec::new();
            if r.open_array() {
                while r.next_item(items.len()) {
                    items.push(read(r));
                }
            }
            Node::List(items)
        }
        b'{' => {
            let mut entries = Vec::new();
            if r.open_object("an object") {
                while let Some(key) = r.next_key() {
                    entries.push((key.into_owned(), read(r)));
                }
            }
            Node::Object(entries)
        }
        b'n' => {
            r.take_null();
            Node::Null
        }
        b't' | b'f' => Node::Bare(r.boolean().to_string()),
        _ => Node::Bare(r.number("a value").to_owned()),
    }
}
