//! Text on a terminal. In: text of a server; out: the same without what a terminal would act on. Invariant: nothing that a
//! server sends moves the cursor, breaks a cell's line or turns text around.

use std::borrow::Cow;
use std::fmt::Write;

/// The most bytes of a character.
const CHARACTER: usize = 4;

/// The text with everything that would act on the terminal written as an escape.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::new();
    for character in text.chars() {
        match character {
            '\n' => safe.push_str("\\n"),
            '\r' => safe.push_str("\\r"),
            '\t' => safe.push_str("\\t"),
            _ if acts(character) => drop(write!(safe, "{}", character.escape_unicode())),
            _ => safe.push(character),
        }
    }
    Cow::Owned(safe)
}

/// JSON that says the same without what would act on the terminal: such a character can only be within a text, where it may be
/// written as an escape.
pub(super) fn json(text: &str) -> Cow<'_, str> {
    let is_safe = |character: char| matches!(character, '\n' | '\r' | '\t') || !acts(character);
    if text.chars().all(is_safe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match is_safe(character) {
            true => safe.push(character),
            // Writing into a string cannot fail.
            false => drop(write!(safe, "\\u{:04x}", u32::from(character))),
        }
    }
    Cow::Owned(safe)
}

/// Control characters, line separators and the bidirectional overrides, embeddings and isolates.
fn acts(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text that is passed on to a terminal piece by piece: line ends and tabs are left in it.
#[derive(Debug, Default)]
pub(super) struct Screen {
    /// The beginning of a character whose rest is to come.
    begun: Vec<u8>,
}

impl Screen {
    /// The next piece as it can be shown; what is not UTF-8 as the replacement character.
    pub(super) fn show(&mut self, bytes: &[u8]) -> String {
        let mut whole = std::mem::take(&mut self.begun);
        whole.extend_from_slice(bytes);
        let least = whole.len().saturating_sub(CHARACTER - 1);
        let begun = (least..whole.len()).find(|at| {
            let end = std::str::from_utf8(&whole[*at..]);
            end.is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
        });
        if let Some(at) = begun {
            self.begun = whole.split_off(at);
        }
        let mut out = String::with_capacity(whole.len());
        for piece in String::from_utf8_lossy(&whole).split_inclusive(['\n', '\t']) {
            let end = piece.len() - usize::from(piece.ends_with(['\n', '\t']));
            let (text, mark) = piece.split_at(end);
            let (text, mark) = match (text.strip_suffix('\r'), mark) {
                (Some(text), "\n") => (text, "\r\n"),
                _ => (text, mark),
            };
            out.push_str(&printable(text));
            out.push_str(mark);
        }
        out
    }
}
