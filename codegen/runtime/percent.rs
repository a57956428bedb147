//! Percent-encoding. In: any text and where it goes; out: text that stands for it there. Invariant: what is encoded can
//! never end the part of the URL it stands in.

/// Which characters stay as they are, beside letters, digits and `-._~`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// None.
    Unreserved,
    /// The reserved ones that a path can hold, and encoded triples.
    ReservedInPath,
    /// The reserved ones that a value in a query can hold, and encoded triples.
    ReservedInQuery,
    /// The reserved ones that a value in a cookie can hold, and encoded triples.
    ReservedInCookie,
    /// All: the place has no encoding.
    All,
}

impl Keep {
    fn keeps(self, byte: u8) -> bool {
        let unreserved = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        unreserved
            || match self {
                Keep::Unreserved => false,
                Keep::ReservedInPath => b":/@!$&'()*+,;=".contains(&byte),
                Keep::ReservedInQuery => b":/?@!$'()*,;=".contains(&byte),
                Keep::ReservedInCookie => b":/?#[]@!$&'()*+=".contains(&byte),
                Keep::All => true,
            }
    }

    fn keeps_triples(self) -> bool {
        match self {
            Keep::Unreserved => false,
            Keep::ReservedInPath | Keep::ReservedInQuery | Keep::ReservedInCookie | Keep::All => {
                true
            }
        }
    }
}

/// Appends text, encoded.
pub(super) fn encode(out: &mut String, text: &str, keep: Keep) {
    if keep == Keep::All {
        out.push_str(text);
        return;
    }
    out.reserve(text.len());
    let bytes = text.as_bytes();
    // What stays as it is is appended in runs: they end before or behind ASCII, so at characters.
    let mut start = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        let triple = byte == b'%' && keep.keeps_triples() && is_triple(&bytes[at..]);
        if !triple && !keep.keeps(byte) {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            // Empty between two bytes of one character.
            out.push_str(text.get(start..at).unwrap_or_default());
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
            start = at + 1;
        }
    }
    out.push_str(text.get(start..).unwrap_or_default());
}

fn is_triple(bytes: &[u8]) -> bool {
    matches!(bytes, [b'%', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
}
