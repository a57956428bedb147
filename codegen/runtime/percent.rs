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
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let triple = byte == b'%' && keep.keeps_triples() && is_triple(&bytes[at..]);
        if triple || keep.keeps(byte) {
            out.push(char::from(byte));
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

fn is_triple(bytes: &[u8]) -> bool {
    matches!(bytes, [b'%', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
}
