//! Text with a format. In: the text as the server wrote it; out: the same text, and on request the value it stands for.
//! Invariant: reading never fails and writing gives back what was read, whatever the server thinks of the format.

use super::json::{Reader, Writer};
use super::wire::{Key, Wire};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt::{self, Debug, Display, Formatter};
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

/// A type that is written as text of a certain format.
pub trait TextFormat: Sized {
    /// What the text should be, for messages: `a date`.
    const NAME: &'static str;

    /// Reads the text, leniently about what servers really send.
    ///
    /// # Errors
    /// When the text has another format; the message says why.
    fn parse(text: &str) -> Result<Self, String>;

    /// Whether the text has the format, strictly: it decides between the branches of a union.
    fn matches(text: &str) -> bool {
        Self::parse(text).is_ok()
    }

    /// Writes the text exactly as the format demands.
    fn print(&self) -> String;
}

/// Whether a text has the format of a `T`.
pub fn has_format<T: TextFormat>(text: &str) -> bool {
    T::matches(text)
}

/// Text that has the format of a `T`, as it was written.
pub struct Formatted<T> {
    text: Box<str>,
    // Only a name: it is as free to cross threads as the text is.
    kind: PhantomData<fn() -> T>,
}

/// Text that has not the format it should have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError {
    expected: &'static str,
    text: Box<str>,
    reason: Box<str>,
}

impl FormatError {
    fn new(expected: &'static str, text: &str, reason: &str) -> Self {
        FormatError {
            expected,
            text: text.into(),
            reason: reason.into(),
        }
    }
}

impl Display for FormatError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not {}: {}",
            self.text, self.expected, self.reason
        )
    }
}

impl std::error::Error for FormatError {}

impl<T> Formatted<T> {
    /// Any text, with or without the format.
    pub fn from_text(text: impl Into<Box<str>>) -> Self {
        Formatted {
            text: text.into(),
            kind: PhantomData,
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text.
    pub fn into_string(self) -> String {
        self.text.into()
    }
}

impl<T: TextFormat> Formatted<T> {
    /// The value that the text stands for.
    ///
    /// # Errors
    /// When the text has another format.
    pub fn get(&self) -> Result<T, FormatError> {
        T::parse(&self.text).map_err(|reason| FormatError::new(T::NAME, &self.text, &reason))
    }
}

impl<T: TextFormat> From<T> for Formatted<T> {
    fn from(value: T) -> Self {
        Formatted::from_text(value.print())
    }
}

impl<T: TextFormat> FromStr for Formatted<T> {
    type Err = FormatError;

    fn from_str(text: &str) -> Result<Self, FormatError> {
        let formatted = Formatted::from_text(text);
        formatted.get()?;
        Ok(formatted)
    }
}

impl<T: 'static> Wire for Formatted<T> {
    fn blank() -> Self {
        Formatted::from_text("")
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        self.text = r.string().into();
    }

    fn write(&self, w: &mut Writer) {
        w.string(&self.text);
    }
}

impl<T: 'static> Key for Formatted<T> {
    fn from_key(text: &str) -> Option<Self> {
        Some(Formatted::from_text(text))
    }

    fn to_key(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.text)
    }
}

impl<T> Clone for Formatted<T> {
    fn clone(&self) -> Self {
        Formatted {
            text: self.text.clone(),
            kind: PhantomData,
        }
    }
}

impl<T> Debug for Formatted<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.text, f)
    }
}

impl<T> Display for Formatted<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<T> AsRef<str> for Formatted<T> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<T> PartialEq for Formatted<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> Eq for Formatted<T> {}

impl<T> PartialEq<str> for Formatted<T> {
    fn eq(&self, other: &str) -> bool {
        *self.text == *other
    }
}

impl<T> PartialEq<&str> for Formatted<T> {
    fn eq(&self, other: &&str) -> bool {
        *self.text == **other
    }
}

impl<T> PartialOrd for Formatted<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Formatted<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<T> Hash for Formatted<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
