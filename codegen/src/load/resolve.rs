//! In: a file and a reference as it stands there. Out: the place it points at, one hop only. Invariant: resolving
//! never fails loudly and never loops; what is not there is `None`.

use std::borrow::Cow;

use serde_json::Value;

use super::Loaded;
use crate::source::{FileId, unescape_token};

/// How many `$ref`s in the middle of a pointer are followed.
const MAX_HOPS: usize = 16;

/// What a reference points at.
#[derive(Clone, Debug, PartialEq)]
pub struct Target<'a> {
    /// The file it is in.
    pub file: FileId,
    /// The pointer into that file's normalised root.
    pub pointer: String,
    /// The value there, which may be a reference itself.
    pub value: &'a Value,
}

impl Loaded {
    /// What `reference`, written in `from`, points at. The target of a chain is its next link: whoever follows chains
    /// guards against cycles.
    pub fn resolve<'a>(&'a self, from: FileId, reference: &str) -> Option<Target<'a>> {
        let (address, fragment) = split(reference);
        let (file, base) = self.file_of(from, address)?;
        let decoded = percent_decode(fragment);
        if fragment.is_empty() || fragment.starts_with('/') {
            let pointer = format!("{base}{decoded}");
            // An unescaped `%` in a path is decoded into something that is not there.
            return self.at(file, &pointer).or_else(|| {
                let raw = format!("{base}{fragment}");
                (raw != pointer).then(|| self.at(file, &raw)).flatten()
            });
        }
        let pointer = self.anchors.get(&(file, decoded.into_owned()))?;
        self.at(file, pointer)
    }

    /// The value at a pointer of a file, through references in the middle of the pointer if need be.
    pub fn at<'a>(&'a self, file: FileId, pointer: &str) -> Option<Target<'a>> {
        self.descend(file, pointer, MAX_HOPS)
    }

    fn descend<'a>(&'a self, file: FileId, pointer: &str, hops: usize) -> Option<Target<'a>> {
        let mut value = &self.document(file)?.root;
        if let Some(value) = value.pointer(pointer) {
            return Some(Target {
                file,
                pointer: pointer.to_owned(),
                value,
            });
        }
        let hops = hops.checked_sub(1)?;
        let mut rest = pointer.strip_prefix('/')?;
        loop {
            let (token, below) = rest.split_once('/').unwrap_or((rest, ""));
            let Some(next) = child(value, token) else {
                let reference = value.get("$ref")?.as_str()?;
                let (address, fragment) = split(reference);
                let (file, base) = self.file_of(file, address)?;
                let fragment = percent_decode(fragment);
                return self.descend(file, &format!("{base}{fragment}/{rest}"), hops);
            };
            value = next;
            rest = below;
        }
    }

    /// The file an address leads to from `from`, and the pointer of the resource in it.
    fn file_of(&self, from: FileId, address: &str) -> Option<(FileId, &str)> {
        if address.is_empty() {
            return Some((from, ""));
        }
        if let Some(file) = self.links.get(&(from, address.to_owned())) {
            return Some((*file, ""));
        }
        let (file, pointer) = self.ids.get(address)?;
        Some((*file, pointer))
    }
}

/// A reference in two: the address of the document and the fragment, without `#`.
pub(super) fn split(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// One step down a document.
pub(super) fn child<'a>(value: &'a Value, token: &str) -> Option<&'a Value> {
    match value {
        Value::Object(map) => map.get(&unescape_token(token)),
        Value::Array(list) => list.get(token.parse::<usize>().ok()?),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// A fragment with its `%xx` put back; as it was where that gives no text.
pub(super) fn percent_decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let escaped = (byte == b'%').then(|| hex_pair(after)).flatten();
        bytes.push(escaped.unwrap_or(byte));
        rest = if escaped.is_some() {
            &after[2..]
        } else {
            after
        };
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

fn hex_pair(bytes: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*bytes.get(at)?).to_digit(16);
    u8::try_from(digit(0)? * 16 + digit(1)?).ok()
}

#[cfg(test)]
mod tests {
    use crate::load::{LoadOptions, Loaded, load_text};
    use crate::source::FileId;

    const DOCUMENT: &str = r##"
openapi: 3.0.3
paths:
  /a b/{c}: {get: {summary: found}}
  /50%: {get: {}}
components:
  schemas:
    A: {$ref: "#/components/schemas/B"}
    B: {properties: {x: {type: string}}}
    Loop: {$ref: "#/components/schemas/Loop"}
"##;

    fn loaded() -> Loaded {
        let (loaded, _, diagnostics) = load_text("a.yaml", DOCUMENT, &LoadOptions::default());
        assert_eq!(diagnostics.iter().count(), 0, "{diagnostics:?}");
        loaded.unwrap()
    }

    fn pointer(reference: &str) -> Option<String> {
        Some(loaded().resolve(FileId(0), reference)?.pointer)
    }

    #[test]
    fn fragments_are_pointers() {
        assert_eq!(pointer("#").unwrap(), "");
        assert_eq!(
            pointer("#/paths/~1a%20b~1%7Bc%7D/get").unwrap(),
            "/paths/~1a b~1{c}/get"
        );
        assert_eq!(pointer("#/paths/~150%").unwrap(), "/paths/~150%");
        assert_eq!(pointer("#/components/schemas/C"), None);
        assert_eq!(pointer("other.yaml#/components"), None);
    }

    #[test]
    fn references_inside_a_pointer_are_followed_and_cycles_end() {
        assert_eq!(
            pointer("#/components/schemas/A/properties/x").unwrap(),
            "/components/schemas/B/properties/x"
        );
        assert_eq!(pointer("#/components/schemas/Loop/properties/x"), None);
    }

    #[test]
    fn a_chain_is_followed_by_one_link() {
        assert_eq!(
            pointer("#/components/schemas/A").unwrap(),
            "/components/schemas/A"
        );
    }
}
