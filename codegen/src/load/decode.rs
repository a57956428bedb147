//! In: the bytes of a file. Out: its text, without byte order mark, its lines ended by LF or CRLF. Invariant: positions in the
//! text are positions in the file as an editor shows it.

/// Why bytes are no text: line and column of the first bad byte, both from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotText {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// UTF-8, or UTF-16 with a byte order mark.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    let text = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => decode_utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => decode_utf16(rest, u16::from_be_bytes),
        _ => decode_utf8(bytes),
    };
    text.map(with_lines)
}

/// The text with LF where a line is ended by CR alone, which YAML takes for the same and JSON for blank.
fn with_lines(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() != Some(&'\n') => out.push('\n'),
            other => out.push(other),
        }
    }
    out
}

fn decode_utf8(bytes: Vec<u8>) -> Result<String, NotText> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(without_mark(text)),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(&error.as_bytes()[..valid]);
            Err(end_of(&before))
        }
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotText> {
    let pairs = bytes.chunks_exact(2);
    let whole = pairs.remainder().is_empty();
    let mut text = String::with_capacity(bytes.len() / 2);
    for char in char::decode_utf16(pairs.map(|pair| unit([pair[0], pair[1]]))) {
        match char {
            Ok(char) => text.push(char),
            Err(_) => return Err(end_of(&text)),
        }
    }
    if whole { Ok(text) } else { Err(end_of(&text)) }
}

fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

fn end_of(text: &str) -> NotText {
    let text = with_lines(text.to_owned());
    let last = text.rsplit('\n').next().unwrap_or_default();
    NotText {
        line: text.matches('\n').count() + 1,
        column: last.chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off_and_utf16_is_read() {
        assert_eq!(decode(b"\xEF\xBB\xBFa: 1".to_vec()).unwrap(), "a: 1");
        assert_eq!(decode(b"\xFF\xFEa\0:\0".to_vec()).unwrap(), "a:");
        assert_eq!(decode(b"\xFE\xFF\0a\0:".to_vec()).unwrap(), "a:");
    }

    #[test]
    fn lines_may_end_in_any_way() {
        let text = b"a: 1\rb: 2\r\nc: 3\n\r".to_vec();
        assert_eq!(decode(text).unwrap(), "a: 1\nb: 2\r\nc: 3\n\n");
        let bad = decode(b"a: 1\rbc\xFF".to_vec()).unwrap_err();
        assert_eq!(bad, NotText { line: 2, column: 3 });
    }

    #[test]
    fn bad_bytes_have_a_place() {
        let bad = decode(b"a: 1\nbc\xFF".to_vec()).unwrap_err();
        assert_eq!(bad, NotText { line: 2, column: 3 });
        assert!(decode(b"\xFF\xFEa\0:".to_vec()).is_err());
        assert!(decode(b"\xFF\xFE\x00\xD8a\0".to_vec()).is_err());
    }
}
