//! The header `Link` (RFC 8288). In: the headers of a response; out: where its next page is. Invariant: what stands within
//! quotes ends neither a link nor a parameter.

use http::HeaderMap;
use http::header::LINK;

/// The target of the link whose relation is `next` (RFC 8288).
pub(super) fn next_link(headers: &HeaderMap) -> Option<String> {
    let headers = headers.get_all(LINK).iter();
    headers
        .filter_map(|value| value.to_str().ok())
        .find_map(next_in)
}

fn next_in(header: &str) -> Option<String> {
    let mut rest = header;
    while let Some((_, link)) = rest.split_once('<') {
        let (target, tail) = link.split_once('>')?;
        let (parameters, behind) = parameters(tail);
        if is_next(&parameters) {
            return Some(target.to_owned());
        }
        rest = behind;
    }
    None
}

/// The parameters of a link, and what stands behind the comma that ends it.
fn parameters(tail: &str) -> (Vec<&str>, &str) {
    let mut found = Vec::new();
    let (mut begin, mut quoted, mut escaped) = (0, false, false);
    for (at, character) in tail.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ';' | ',' if !quoted => {
                found.push(&tail[begin..at]);
                begin = at + 1;
                if character == ',' {
                    return (found, &tail[begin..]);
                }
            }
            _ => {}
        }
    }
    found.push(&tail[begin..]);
    (found, "")
}

/// Whether a link leads from this page to the next: of several `rel` the first counts, and with an `anchor` it is a link of
/// something else (RFC 8288, sections 3.2 and 3.3).
fn is_next(parameters: &[&str]) -> bool {
    let value = |wanted: &str| {
        let mut pairs = parameters.iter().filter_map(|pair| pair.split_once('='));
        let pair = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted));
        pair.map(|(_, value)| value.trim().trim_matches('"'))
    };
    let mut relations = value("rel").unwrap_or_default().split_whitespace();
    value("anchor").is_none() && relations.any(|relation| relation.eq_ignore_ascii_case("next"))
}
