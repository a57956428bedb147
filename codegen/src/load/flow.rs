//! In: YAML text. Out: how deep and how long its flow collections (`[…]`, `{…}`) are, and how much there is of it, without
//! parsing it. Invariant: one pass over the bytes, whatever they are. It is an estimate: block scalars look like anything,
//! so nothing should be refused for less than what nobody writes.

/// What the flow collections of a text look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flow {
    /// The most collections open at once.
    pub(super) deepest: usize,
    /// Where that was, in bytes.
    pub(super) deepest_at: usize,
    /// The longest stretch of bytes with a collection open.
    pub(super) longest: usize,
    /// Lines, and commas between the items of collections: no text has many more values than that.
    pub(super) items: usize,
}

impl Flow {
    /// Looks over a text.
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut flow = Self::default();
        let mut open = 0_usize;
        let mut since = 0;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'[' | b'{' if open > 0 || begins_node(bytes, at) => {
                    if open == 0 {
                        since = at;
                    }
                    open += 1;
                    if open > flow.deepest {
                        (flow.deepest, flow.deepest_at) = (open, at);
                    }
                }
                b']' | b'}' if open > 0 => {
                    open -= 1;
                    flow.longest = flow.longest.max(at - since);
                }
                b',' if open > 0 => flow.items += 1,
                b'\n' => flow.items += 1,
                b'"' | b'\'' if open > 0 && begins_token(bytes, at) => {
                    at = quoted_end(bytes, at);
                }
                _ => {}
            }
            at += 1;
        }
        if open > 0 {
            flow.longest = flow.longest.max(bytes.len() - since);
        }
        flow
    }
}

/// Whether a bracket outside of all others begins a collection: at the start of a line, or behind an indicator.
fn begins_node(bytes: &[u8], at: usize) -> bool {
    let before = bytes[..at]
        .iter()
        .rev()
        .find(|b| !matches!(b, b' ' | b'\t'));
    match before {
        None | Some(b'\n' | b'\r') => true,
        Some(b':' | b'-' | b'?') => matches!(bytes[at - 1], b' ' | b'\t'),
        // Behind an anchor or a tag; rare enough to look no closer.
        Some(_) => bytes[..at]
            .iter()
            .rev()
            .take(64)
            .any(|b| matches!(b, b'&' | b'!')),
    }
}

/// Whether a quote inside a collection opens a scalar, and is not an apostrophe.
fn begins_token(bytes: &[u8], at: usize) -> bool {
    matches!(
        bytes.get(at.wrapping_sub(1)),
        Some(b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' | b'[' | b'{')
    )
}

/// The position of the closing quote, or the end.
fn quoted_end(bytes: &[u8], at: usize) -> usize {
    let quote = bytes[at];
    let mut end = at + 1;
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'\\' if quote == b'"' => end += 2,
            _ if byte == quote => return end,
            _ => end += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn collections_are_measured() {
        let flow = Flow::of("a: [b, {c: ']]'}, it's]\ne: ]]\ntext [[[[ text\nf: [");
        assert_eq!((flow.deepest, flow.deepest_at, flow.longest), (2, 7, 19));
        assert_eq!(flow.items, 5);
        assert_eq!(Flow::of("- [[[").deepest, 3);
        assert_eq!(Flow::of("- [\"\\").deepest, 1);
    }
}
