//! Characters that no document may hold. In: a text. Out: the first of them, or what all of them together mean.

use super::{Mistake, line_column};

/// How many characters are looked at to tell an encoding.
const ENOUGH: usize = 64;

/// A text of two bytes for each character that was read as one of one byte.
pub(super) fn wide(text: &str) -> Option<Mistake> {
    let nulls = |odd: usize| {
        let chars = || text.chars().take(ENOUGH).skip(odd).step_by(2);
        chars().count() > 1 && chars().all(|c| c == '\0')
    };
    (nulls(0) || nulls(1)).then(|| Mistake {
        code: "encoding",
        ..Mistake::new(
            (1, 1),
            "not UTF-8 text: every other byte is zero, as in UTF-16",
            "",
        )
    })
}

/// The first character that the reader of YAML refuses.
pub(super) fn refused(text: &str) -> Option<Mistake> {
    let (at, char) = text.char_indices().find(|(_, c)| !is_allowed(*c))?;
    let code = u32::from(char);
    let message = format!("this character cannot stand here: U+{code:04X}");
    let help = format!("delete it; in a text in double quotes it can be written `\\u{code:04x}`");
    Some(Mistake::new(line_column(text, at), message, help))
}

/// YAML 1.2, `c-printable`, without the byte order mark.
fn is_allowed(char: char) -> bool {
    matches!(char,
        '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{A0}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
        && char != '\u{FEFF}'
}
