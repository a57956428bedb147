//! Texts as they stand in a URL, a form or a header. In: a text as it came; out: what it stands for. Invariant: what is not
//! UTF-8 is no text.

use super::route::hex;
use crate::runtime::json::Value;
use crate::runtime::node::Node;

/// Whether a media type is JSON of some kind.
pub(super) fn is_json(media: &str) -> bool {
    let essence = media.split(';').next().unwrap_or_default().trim();
    essence.ends_with("/json") || essence.ends_with("+json")
}

/// The tree of a JSON text.
pub(super) fn json(text: &str) -> Option<Node> {
    let value: Value = serde_json::from_str(text).ok()?;
    Node::of(&value)
}

/// As it is.
pub(super) fn plain(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// Percent-decoding.
pub(super) fn percent(text: &str) -> Option<String> {
    decode(text, false)
}

/// Percent-decoding where a plus is a blank.
pub(super) fn form(text: &str) -> Option<String> {
    decode(text, true)
}

fn decode(text: &str, plus: bool) -> Option<String> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digit = |index: usize| bytes.get(index).copied().and_then(hex);
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(high << 4 | low);
                at += 3;
                continue;
            }
            (b'+', ..) if plus => out.push(b' '),
            _ => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8(out).ok()
}
