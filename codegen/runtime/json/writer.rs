//! Writes JSON, and the same values in the manner of `{:?}`. In: one call per value; out: text. Invariant: separators are
//! written by the writer alone, from what stands before them, so the callers only say what comes next.

use super::super::file_part::FilePart;
use super::super::object::Field;
use super::scan;
use std::io::Write as _;

/// How many bytes are made room for at first.
const FIRST: usize = 128;

/// Writes values as text.
#[derive(Debug)]
pub struct Writer {
    out: Vec<u8>,
    mode: Mode,
    /// An optional property whose key is written with its value: `None` takes both away.
    pending: Option<&'static Field>,
    indent: usize,
    attachments: Vec<FilePart>,
}

/// The key of a property as it stands between two values: `,"key":`.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Label {
    text: [u8; LABEL],
    /// `0` for a key that is too long, or not plain.
    length: u8,
}

/// How many bytes a label may have: most keys are shorter, and with its length it fills four words.
const LABEL: usize = 31;

impl Label {
    /// The label of a key, which may be plain: one that stands between quotes as it is.
    pub(in super::super) const fn of(name: &str, plain: bool) -> Self {
        let mut label = Label {
            text: [0; LABEL],
            length: 0,
        };
        let key = name.as_bytes();
        if plain && key.len() + 4 <= LABEL {
            let (start, rest) = label.text.split_at_mut(2);
            let (middle, end) = rest.split_at_mut(key.len());
            start.copy_from_slice(b",\"");
            middle.copy_from_slice(key);
            end.split_at_mut(2).0.copy_from_slice(b"\":");
            label.length = key.len() as u8 + 4;
        }
        label
    }

    const fn fits(&self) -> bool {
        self.length > 0
    }

    /// What there is of it: nothing where it does not fit.
    #[inline]
    pub(super) fn text(&self) -> &[u8] {
        self.text
            .get(..usize::from(self.length))
            .unwrap_or_default()
    }
}

/// What the text is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Everything the value holds.
    #[default]
    Json,
    /// What a client sends: without read-only properties.
    Request,
    /// As `Request`, with the contents of files set aside.
    Parts,
    /// `{:?}`
    Debug,
    /// `{:#?}`
    Pretty,
}

impl Writer {
    /// A writer for a purpose.
    pub fn new(mode: Mode) -> Self {
        Writer {
            out: Vec::with_capacity(FIRST),
            mode,
            pending: None,
            indent: 0,
            attachments: Vec::new(),
        }
    }

    /// What it writes for.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    /// What was written, and the files met on the way. A file stands in the text as `@` and its index.
    pub fn into_parts(self) -> (Vec<u8>, Vec<FilePart>) {
        (self.out, self.attachments)
    }

    fn debugging(&self) -> bool {
        matches!(self.mode, Mode::Debug | Mode::Pretty)
    }

    fn put(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.bare("null");
    }

    /// Writes a value that is not there: nothing at all for an optional key, `null` elsewhere.
    pub fn none(&mut self) {
        if self.debugging() {
            self.put("None");
        } else if self.pending.take().is_none() {
            self.null();
        }
    }

    /// Says that the value of this key is there, even if it turns out to be `null`.
    pub fn present(&mut self) {
        if let Some(field) = self.pending.take() {
            self.name(field);
        }
    }

    /// Writes what is neither text nor nested.
    fn bare(&mut self, text: &str) {
        self.present();
        self.put(text);
    }

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.bare(if value { "true" } else { "false" });
    }

    /// Writes a whole number.
    pub fn integer(&mut self, value: i64) {
        self.present();
        if value < 0 {
            self.out.push(b'-');
        }
        self.natural(value.unsigned_abs());
    }

    /// Writes a whole number that is not negative.
    pub fn natural(&mut self, value: u64) {
        self.present();
        if value < 10 {
            return self.out.push(b'0' + value as u8);
        }
        let mut digits = [0; 20];
        let mut at = digits.len();
        let mut rest = value;
        while rest >= 10 {
            let pair = (rest % 100) as u8;
            rest /= 100;
            at -= 2;
            digits[at] = b'0' + pair / 10;
            digits[at + 1] = b'0' + pair % 10;
        }
        if rest > 0 {
            at -= 1;
            digits[at] = b'0' + rest as u8;
        }
        self.out.extend_from_slice(&digits[at..]);
    }

    /// Writes a whole number of any size.
    pub fn wide(&mut self, value: i128) {
        self.bare(&value.to_string());
    }

    /// Writes a whole number of any size that is not negative.
    pub fn widest(&mut self, value: u128) {
        self.bare(&value.to_string());
    }

    /// Writes a number, without a fraction if it has none. JSON has no infinities: they become `null`.
    pub fn float(&mut self, value: f64) {
        if !value.is_finite() {
            return self.null();
        }
        let whole = value as i64;
        if value.abs() < 1e15 && whole as f64 == value && !(whole == 0 && value.is_sign_negative())
        {
            return self.integer(whole);
        }
        self.present();
        // Writing a number into a vector cannot fail.
        let _ = serde_json::to_writer(&mut self.out, &value);
    }

    /// Writes a number of single precision.
    pub fn float32(&mut self, value: f32) {
        if !value.is_finite() || value.fract() == 0.0 {
            return self.float(f64::from(value));
        }
        self.present();
        let _ = serde_json::to_writer(&mut self.out, &value);
    }

    /// Writes a number that is already text.
    pub fn number(&mut self, text: &str) {
        self.bare(text);
    }

    /// Writes text.
    pub fn string(&mut self, text: &str) {
        self.present();
        if self.debugging() {
            let _ = write!(self.out, "{text:?}");
            return;
        }
        let bytes = text.as_bytes();
        self.out.reserve(bytes.len() + 2);
        self.out.push(b'"');
        if scan::all_plain(bytes) {
            self.out.extend_from_slice(bytes);
        } else {
            self.escaped(bytes);
        }
        self.out.push(b'"');
    }

    /// Writes text that has characters in it that must be escaped.
    fn escaped(&mut self, bytes: &[u8]) {
        let mut start = 0;
        loop {
            let at = scan::plain(bytes, start);
            self.out.extend_from_slice(&bytes[start..at]);
            let Some(&byte) = bytes.get(at) else { break };
            self.escape(byte);
            start = at + 1;
        }
    }

    fn escape(&mut self, byte: u8) {
        match byte {
            b'"' => self.put("\\\""),
            b'\\' => self.put("\\\\"),
            b'\n' => self.put("\\n"),
            b'\r' => self.put("\\r"),
            b'\t' => self.put("\\t"),
            0x8 => self.put("\\b"),
            0xc => self.put("\\f"),
            _ => {
                let _ = write!(self.out, "\\u{byte:04x}");
            }
        }
    }

    /// Writes the contents of a file: set aside where parts are made, as text elsewhere.
    pub fn file(&mut self, file: &FilePart) {
        self.present();
        match self.mode {
            Mode::Parts => {
                let _ = write!(self.out, "@{}", self.attachments.len());
                self.attachments.push(file.clone());
            }
            // What is read while it is sent has no text yet.
            Mode::Json | Mode::Request => {
                let bytes = file.data().as_bytes();
                self.string(&String::from_utf8_lossy(bytes.map_or(&[], |bytes| bytes)));
            }
            Mode::Debug | Mode::Pretty => {
                let _ = match file.data().length() {
                    Some(length) => write!(self.out, "<{length} bytes>"),
                    None => write!(self.out, "<a stream>"),
                };
            }
        }
    }

    /// Begins an array.
    pub fn open_array(&mut self) {
        self.open("[");
    }

    /// Begins the next item.
    pub fn item(&mut self) {
        self.separate(false);
    }

    /// Ends an array.
    pub fn close_array(&mut self) {
        self.close("]");
    }

    /// Begins an object of free keys.
    pub fn open_map(&mut self) {
        self.open("{");
    }

    /// Begins the value of a key.
    pub fn key(&mut self, key: &str) {
        self.separate(false);
        self.string(key);
        self.put(if self.debugging() { ": " } else { ":" });
    }

    /// Ends an object.
    pub fn close_map(&mut self) {
        self.close("}");
    }

    pub(in super::super) fn open_struct(&mut self, name: &str) {
        if self.debugging() {
            self.put(name);
            self.open(" {");
        } else {
            self.open("{");
        }
    }

    /// Begins the value of a property; `optional` if `None` takes it away.
    pub(in super::super) fn field(&mut self, field: &'static Field, optional: bool) {
        if self.debugging() {
            self.separate(true);
            self.put(field.rust);
            self.put(": ");
        } else if optional {
            self.pending = Some(field);
        } else {
            self.name(field);
        }
    }

    /// Writes the key of a property.
    fn name(&mut self, field: &Field) {
        if !field.label.fits() {
            self.separate(true);
            self.string(field.name);
            return self.put(":");
        }
        let label = &field.label;
        // As many bytes for every label: that is faster than to copy the right number.
        if self.opened() {
            let end = self.out.len() + usize::from(label.length) - 1;
            self.out.extend_from_slice(&label.text[1..]);
            self.out.truncate(end);
        } else {
            let end = self.out.len() + usize::from(label.length);
            self.out.extend_from_slice(&label.text);
            self.out.truncate(end);
        }
    }

    /// Ends the value of a property.
    pub(in super::super) fn end_field(&mut self) {
        self.pending = None;
    }

    pub(in super::super) fn close_struct(&mut self) {
        if self.mode == Mode::Debug && !self.opened() {
            self.put(" ");
        }
        self.close("}");
    }

    fn open(&mut self, bracket: &str) {
        self.present();
        self.put(bracket);
        self.indent += 1;
    }

    fn close(&mut self, bracket: &str) {
        self.indent -= 1;
        if self.mode == Mode::Pretty && !self.opened() {
            self.put(",");
            self.line();
        }
        self.put(bracket);
    }

    /// Whether nothing was written since the bracket.
    fn opened(&self) -> bool {
        matches!(self.out.last(), Some(b'[' | b'{'))
    }

    fn separate(&mut self, spaced: bool) {
        let first = self.opened();
        if !first {
            self.out.push(b',');
        }
        match self.mode {
            Mode::Json | Mode::Request | Mode::Parts => {}
            Mode::Pretty => self.line(),
            Mode::Debug => {
                if !first || spaced {
                    self.out.push(b' ');
                }
            }
        }
    }

    fn line(&mut self) {
        self.out.push(b'\n');
        self.out.extend(std::iter::repeat_n(b' ', self.indent * 4));
    }
}
