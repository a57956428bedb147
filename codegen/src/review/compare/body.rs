//! In: an operation of each side. Out: findings about its request body and responses, and their schemas to compare next.
//! Invariant: media types and status codes are matched by name; a media type that only changed its parameters or its
//! suffix is still the same body.

use super::super::facts::operations::At;
use super::super::report::Rust;
use super::super::rules::{Rule, Subject};
use super::operations::Twins;
use super::{Differ, Draft, Pair, at_spot, key_spot};

impl<'a> Differ<'a> {
    /// Compares the request body.
    pub(super) fn request_body(&mut self, twins: &Twins<'_, 'a>) {
        let key = "requestBody";
        let old = twins.base.at.get(self.base.loaded, key);
        let new = twins.revision.at.get(self.revision.loaded, key);
        match (old, new) {
            (None, None) => {}
            (Some(_), None) => {
                self.operation_finding(twins, "request-body-removed", key, "", None);
            }
            (None, Some(new)) if new.flag("required") => {
                self.operation_finding(twins, "request-body-added-required", key, "", None);
            }
            (None, Some(_)) => {
                self.operation_finding(twins, "request-body-added-optional", key, "", None);
            }
            (Some(old), Some(new)) => {
                let part = self.named_part(twins, "request body");
                match (old.flag("required"), new.flag("required")) {
                    (false, true) => {
                        self.at_finding(
                            part,
                            "request-body-became-required",
                            "required",
                            &old,
                            &new,
                            "",
                        );
                    }
                    (true, false) => {
                        self.at_finding(
                            part,
                            "request-body-became-optional",
                            "required",
                            &old,
                            &new,
                            "",
                        );
                    }
                    _ => {}
                }
                self.request_content(twins, part, &old, &new);
            }
        }
    }

    fn request_content(&mut self, twins: &Twins<'_, 'a>, part: u32, old: &At<'a>, new: &At<'a>) {
        let before = content(old, self.base.loaded);
        let after = content(new, self.revision.loaded);
        for (media, entry) in &before {
            let exact = after.iter().find(|(other, _)| media == other);
            // With other parameters, unless both sides have a body of exactly that name.
            let near = || {
                let mut left = after.iter().filter(|(other, _)| !has(&before, other));
                left.find(|(other, _)| same_media(media, other))
            };
            match exact.or_else(near) {
                Some((_, now)) => {
                    let part = self.named_part(twins, format!("request body {media}"));
                    self.encoding(part, entry, now);
                    self.media_schema(part, entry, now, media, Subject::RequestBody);
                }
                None => {
                    let id = "request-body-media-type-removed";
                    self.at_finding(part, id, "content", old, new, &format!("`{media}`"));
                }
            }
        }
        for (media, _) in &after {
            let near = || {
                let mut left = before.iter().filter(|(other, _)| !has(&after, other));
                left.any(|(other, _)| same_media(media, other))
            };
            if !has(&before, media) && !near() {
                let id = "request-body-media-type-added";
                self.at_finding(part, id, "content", old, new, &format!("`{media}`"));
            }
        }
    }

    fn encoding(&mut self, part: u32, old: &At<'a>, new: &At<'a>) {
        let key = "encoding";
        let (before, after) = (old.value.get(key), new.value.get(key));
        if before == after {
            return;
        }
        let names = |value: Option<&'a serde_json::Value>| {
            value
                .and_then(|value| value.as_object())
                .into_iter()
                .flatten()
        };
        for (name, encoding) in names(after) {
            let was = before.and_then(|before| before.get(name));
            if was != Some(encoding) {
                self.at_finding(
                    part,
                    "request-body-encoding-changed",
                    key,
                    old,
                    new,
                    &format!("`{name}`"),
                );
            }
        }
        for (name, _) in names(before) {
            if after.is_none_or(|after| after.get(name).is_none()) {
                self.at_finding(
                    part,
                    "request-body-encoding-changed",
                    key,
                    old,
                    new,
                    &format!("`{name}`"),
                );
            }
        }
    }

    fn media_schema(
        &mut self,
        part: u32,
        old: &At<'a>,
        new: &At<'a>,
        media: &str,
        subject: Subject,
    ) {
        let key = if old.field("schema").is_none() && old.field("itemSchema").is_some() {
            "itemSchema"
        } else {
            "schema"
        };
        match (old.field(key), new.field(key)) {
            (None, None) => {}
            (Some(_), None) => {
                let id = match subject {
                    Subject::RequestBody => "request-body-media-type-schema-removed",
                    _ => "response-body-media-type-schema-removed",
                };
                self.at_finding(part, id, key, old, new, &format!("`{media}`"));
            }
            (None, Some(_)) => {
                let id = match subject {
                    Subject::RequestBody => "request-body-media-type-schema-added",
                    _ => "response-body-media-type-schema-added",
                };
                self.at_finding(part, id, key, old, new, &format!("`{media}`"));
            }
            (Some(before), Some(after)) => {
                let label = label(subject, part, self);
                let base = self.base.root_place(&before, &label);
                let revision = self.revision.root_place(&after, &label);
                let pair = Pair {
                    base: self.base.node(base),
                    revision: self.revision.node(revision),
                    subject,
                    textual: !media.contains("json") && media != "*/*",
                    spread: false,
                };
                self.root_pair(part, pair);
            }
        }
    }

    /// Compares the responses.
    pub(super) fn responses(&mut self, twins: &Twins<'_, 'a>) {
        let key = "responses";
        let read = |at: &At<'a>, loaded| {
            at.field(key)
                .map(|at| at.entries(loaded))
                .unwrap_or_default()
        };
        let before = read(&twins.base.at, self.base.loaded);
        let after = read(&twins.revision.at, self.revision.loaded);
        for (status, old) in &before {
            let twin = after
                .iter()
                .find(|(other, _)| other.eq_ignore_ascii_case(status));
            match twin {
                Some((_, new)) => self.response(twins, status, old, new),
                None if status.starts_with("x-") => {}
                None => {
                    let id = match is_success(status) {
                        true => "response-success-status-removed",
                        false => "response-non-success-status-removed",
                    };
                    self.operation_finding(twins, id, key, &format!("`{status}`"), None);
                }
            }
        }
        for (status, _) in &after {
            let known = before
                .iter()
                .any(|(other, _)| other.eq_ignore_ascii_case(status));
            if known || status.starts_with("x-") {
                continue;
            }
            let success = is_success(status);
            let id = match success {
                true => "response-success-status-added",
                false => "response-non-success-status-added",
            };
            // A second success makes an enum of what was one type.
            let rust = success.then_some(Rust::Major);
            self.operation_finding(twins, id, key, &format!("`{status}`"), rust);
        }
    }

    fn response(&mut self, twins: &Twins<'_, 'a>, status: &str, old: &At<'a>, new: &At<'a>) {
        let part = self.named_part(twins, format!("response {status}"));
        self.headers(part, status, old, new);
        let before = content(old, self.base.loaded);
        let after = content(new, self.revision.loaded);
        let mut left: Vec<&(&str, At<'a>)> = after
            .iter()
            .filter(|(media, _)| !before.iter().any(|(other, _)| media == other))
            .collect();
        for (media, entry) in &before {
            if let Some((_, now)) = after.iter().find(|(other, _)| media == other) {
                let part = self.named_part(twins, format!("response {status} {media}"));
                self.media_schema(part, entry, now, media, Subject::ResponseBody);
                continue;
            }
            let renamed = left
                .iter()
                .position(|(other, _)| renaming(media, other).is_some());
            let Some(at) = renamed else {
                let id = "response-media-type-removed";
                self.at_finding(part, id, "content", old, new, &format!("`{media}`"));
                continue;
            };
            let (other, now) = left.remove(at);
            let id = renaming(media, other).unwrap_or("response-media-type-name-changed");
            self.at_finding(
                part,
                id,
                "content",
                old,
                new,
                &format!("`{media}` became `{other}`"),
            );
            let part = self.named_part(twins, format!("response {status} {other}"));
            self.media_schema(part, entry, now, other, Subject::ResponseBody);
        }
        for (media, _) in left {
            let id = "response-media-type-added";
            self.at_finding(part, id, "content", old, new, &format!("`{media}`"));
        }
    }

    /// A finding about something outside of schemas, at one of its keys.
    pub(super) fn at_finding(
        &mut self,
        part: u32,
        id: &str,
        key: &str,
        old: &At<'a>,
        new: &At<'a>,
        detail: &str,
    ) {
        let rule = Rule::special(id);
        let label = self.findings.parts[part as usize].part.clone();
        let (base, revision) = match key {
            "" => (at_spot(old), at_spot(new)),
            key => (key_spot(old, key), key_spot(new, key)),
        };
        let draft = Draft::new(rule, base, revision, label).detail(detail);
        self.direct(part, draft);
    }
}

fn label(subject: Subject, part: u32, differ: &Differ<'_>) -> String {
    let words = &differ.findings.parts[part as usize].part;
    let mut tokens = words.split(' ');
    match (subject, tokens.next(), tokens.next()) {
        (Subject::RequestBody, ..) => "request body".to_owned(),
        (_, Some(first), Some(status)) => format!("{first} {status}"),
        _ => words.clone(),
    }
}

fn content<'a>(at: &At<'a>, loaded: &'a crate::load::Loaded) -> Vec<(&'a str, At<'a>)> {
    at.field("content")
        .map(|at| at.entries(loaded))
        .unwrap_or_default()
}

fn has(content: &[(&str, At<'_>)], media: &str) -> bool {
    content.iter().any(|(other, _)| *other == media)
}

fn is_success(status: &str) -> bool {
    status.starts_with('2')
}

/// A media type without its parameters, in lower case.
fn essence(media: &str) -> String {
    media
        .split(';')
        .next()
        .unwrap_or(media)
        .trim()
        .to_ascii_lowercase()
}

fn same_media(one: &str, other: &str) -> bool {
    one == other || essence(one) == essence(other)
}

/// What to call the change from one media type to another, if they are variants of each other.
fn renaming(old: &str, new: &str) -> Option<&'static str> {
    let plain = !old.contains(';') && !new.contains(';');
    let (old, new) = (essence(old), essence(new));
    if old == new {
        return Some("response-media-type-name-changed");
    }
    let suffix = |media: &str| -> Option<String> {
        let (kind, name) = media.split_once('/')?;
        let (_, suffix) = name.rsplit_once('+')?;
        Some(format!("{kind}/{suffix}"))
    };
    match (suffix(&old) == Some(new.clone()), suffix(&new) == Some(old)) {
        (false, false) => None,
        _ if !plain => Some("response-media-type-name-changed"),
        (true, _) => Some("response-media-type-name-generalized"),
        (_, true) => Some("response-media-type-name-specialized"),
    }
}

#[cfg(test)]
mod tests {
    use super::renaming;

    #[test]
    fn variants_of_a_media_type_are_recognised() {
        let id = renaming("application/json", "application/problem+json");
        assert_eq!(id, Some("response-media-type-name-specialized"));
        let id = renaming("application/problem+json", "application/json");
        assert_eq!(id, Some("response-media-type-name-generalized"));
        let id = renaming("application/json", "application/json; charset=utf-8");
        assert_eq!(id, Some("response-media-type-name-changed"));
        assert_eq!(renaming("application/json", "text/csv"), None);
    }
}
