//! In: a JSONPath (RFC 9535) and a document. Out: the JSON pointers it selects. The only place that knows
//! `serde_json_path`. Invariant: a path is bounded before it is parsed, because the parser tries alternatives level by
//! level.

use serde_json::Value;
use serde_json_path::JsonPath;

/// The places that a path selects, each once.
pub(super) fn select(path: &str, document: &Value) -> Result<Selected, Unusable> {
    if path.len() > MAX_LENGTH || nesting(path) > MAX_NESTING {
        return Err(Unusable("too long or too deeply nested".to_owned()));
    }
    let (parsed, read_as) = match JsonPath::parse(path) {
        Ok(parsed) => (parsed, None),
        Err(error) => {
            let quoted = quote_names(path);
            match JsonPath::parse(&quoted) {
                Ok(parsed) => (parsed, Some(quoted)),
                Err(_) => return Err(Unusable(error.to_string())),
            }
        }
    };
    let nodes = parsed.query_located(document).dedup();
    let pointers = nodes.locations().map(|at| at.to_json_pointer()).collect();
    Ok(Selected { pointers, read_as })
}

/// What a path selects.
#[derive(Debug)]
pub(super) struct Selected {
    pub(super) pointers: Vec<String>,
    /// The path as it should have been written, if it was not.
    pub(super) read_as: Option<String>,
}

/// Why a path selects nothing at all.
#[derive(Debug)]
pub(super) struct Unusable(pub(super) String);

const MAX_LENGTH: usize = 4096;
const MAX_NESTING: usize = 12;

fn nesting(path: &str) -> usize {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for byte in path.bytes() {
        match byte {
            b'(' | b'!' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// The path with names like `.x-internal`, which other dialects of JSONPath allow, in brackets.
fn quote_names(path: &str) -> String {
    let mut out = String::with_capacity(path.len() + 8);
    let mut quote = None;
    let mut rest = path;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match (quote, c) {
            (None, '.') => {
                let end = rest
                    .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'))
                    .unwrap_or(rest.len());
                let (name, after) = rest.split_at(end);
                if name.contains('-') {
                    let dots = if out.ends_with('.') { "." } else { "" };
                    out.push_str(&format!("{dots}['{name}']"));
                } else {
                    out.push('.');
                    out.push_str(name);
                }
                rest = after;
            }
            (None, '\'' | '"') => {
                quote = Some(c);
                out.push(c);
            }
            (Some(open), c) => {
                out.push(c);
                if c == open {
                    quote = None;
                }
            }
            (None, c) => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_with_hyphens_are_quoted_outside_of_strings() {
        assert_eq!(
            quote_names("$.a.x-b[?@.x-c == '.x-d']"),
            "$.a['x-b'][?@['x-c'] == '.x-d']"
        );
        assert_eq!(quote_names("$..x-b"), "$..['x-b']");
    }

    #[test]
    fn selected_places_are_pointers() {
        let document = json!({"paths": {"/a": {"get": {"x": 1}}, "/b": {"get": {}}}});
        let selected = select("$.paths[*].get[?@ == 1]", &document).unwrap();
        assert_eq!(selected.pointers, ["/paths/~1a/get/x"]);
        assert!(select("$.a[?", &document).is_err());
        assert!(select(&format!("$[?{}", "(".repeat(500)), &document).is_err());
    }
}
