//! Responses: in, `responses` of an operation; out, one entry a status key. Invariant: codes first, then ranges, then
//! default, and each key once.

use super::Lowering;
use super::draft::{Header, Response};
use super::read::At;
use crate::ir::StatusKey;

impl<'a> Lowering<'a> {
    /// The responses of an operation.
    pub(super) fn responses(&mut self, operation: &At<'a>) -> Vec<Response> {
        let mut list: Vec<Response> = Vec::new();
        let Some(responses) = operation.get("responses") else {
            let message = "there are no `responses`; any success is taken, without a body";
            self.warn("responses-missing", operation, message);
            return list;
        };
        for (key, at) in responses.members() {
            if key.starts_with("x-") {
                continue;
            }
            let Some(status) = status_key(key) else {
                let message = format!("`{key}` is not a status; this response is left out");
                self.warn("status-unknown", &at, message);
                continue;
            };
            if list.iter().any(|response| response.status == status) {
                let message = format!("the status `{key}` is there twice; the first one holds");
                self.warn("status-duplicate", &at, message);
                continue;
            }
            if let Some(at) = self.follow(&at) {
                list.push(self.response(status, &at));
            }
        }
        list.sort_by_key(|response| response.status);
        list
    }

    fn response(&mut self, status: StatusKey, at: &At<'a>) -> Response {
        let docs = self.docs(at);
        Response {
            status,
            contents: self.contents(at),
            headers: self.headers(at),
            docs,
            origin: self.origin(at),
        }
    }

    fn headers(&mut self, at: &At<'a>) -> Vec<Header> {
        let mut list: Vec<Header> = Vec::new();
        for (name, at) in at.get("headers").iter().flat_map(At::members) {
            // It comes with the media types (Response Object, `headers`).
            if name.eq_ignore_ascii_case("content-type") {
                continue;
            }
            if !is_token(name) {
                let message = format!("`{name}` cannot be the name of a header; it is left out");
                self.warn("header-invalid", &at, message);
                continue;
            }
            if (list.iter()).any(|header| header.wire_name.eq_ignore_ascii_case(name)) {
                let message = format!("the header `{name}` is there twice; the first one holds");
                self.warn("header-duplicate", &at, message);
                continue;
            }
            let Some(at) = self.follow(&at) else { continue };
            let (node, content) = self.parameter_schema(&at);
            let docs = self.docs(&at);
            list.push(Header {
                wire_name: name.to_owned(),
                node,
                required: at.flag("required"),
                explode: at.flag("explode"),
                content,
                docs,
                examples: self.examples(&at),
                origin: self.origin(&at),
            });
        }
        list
    }
}

/// Whether a text can be the name of a header (RFC 9110, section 5.6.2).
fn is_token(name: &str) -> bool {
    let symbol = |byte| b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && (name.bytes()).all(|byte| byte.is_ascii_alphanumeric() || symbol(byte))
}

/// The statuses that a key of `responses` stands for.
fn status_key(key: &str) -> Option<StatusKey> {
    if key.eq_ignore_ascii_case("default") {
        return Some(StatusKey::Default);
    }
    if let Ok(code) = key.parse::<u16>() {
        return (100..=999).contains(&code).then_some(StatusKey::Code(code));
    }
    let mut chars = key.chars();
    let class = chars.next()?.to_digit(10)?;
    let rest = chars.as_str();
    let range = rest.eq_ignore_ascii_case("xx") && (1..=5).contains(&class);
    range.then(|| StatusKey::Range(class.try_into().unwrap_or(5)))
}

#[cfg(test)]
mod tests {
    use super::status_key;
    use crate::ir::StatusKey;

    #[test]
    fn status_keys_are_codes_ranges_and_default() {
        assert_eq!(status_key("204"), Some(StatusKey::Code(204)));
        assert_eq!(status_key("4XX"), Some(StatusKey::Range(4)));
        assert_eq!(status_key("5xx"), Some(StatusKey::Range(5)));
        assert_eq!(status_key("default"), Some(StatusKey::Default));
        assert_eq!(status_key("6XX"), None);
        assert_eq!(status_key("20"), None);
        assert_eq!(status_key("ok"), None);
    }
}
