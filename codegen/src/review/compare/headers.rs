//! In: a response of each side. Out: findings about its headers, and their schemas to compare next. Invariant: names
//! are compared without case.

use super::super::facts::operations::At;
use super::super::report::Wire;
use super::super::rules::{Rule, Subject};
use super::{Differ, Draft, Pair, at_spot, key_spot};

impl<'a> Differ<'a> {
    /// Compares the headers of a response.
    pub(super) fn headers(&mut self, part: u32, status: &str, old: &At<'a>, new: &At<'a>) {
        let read = |at: &At<'a>, loaded| {
            at.field("headers")
                .map(|at| at.entries(loaded))
                .unwrap_or_default()
        };
        let before = read(old, self.base.loaded);
        let after = read(new, self.revision.loaded);
        // What comes or goes is that the response names it, not what is said of it elsewhere.
        let named = |at: &At<'a>, name: &str| {
            let headers = at.field("headers");
            headers.and_then(|headers| headers.field(name))
        };
        for (name, header) in &before {
            let twin = after
                .iter()
                .find(|(other, _)| other.eq_ignore_ascii_case(name));
            match twin {
                Some((_, now)) => self.header(part, status, name, header, now),
                None => {
                    let id = match header.flag("required") {
                        true => "required-response-header-removed",
                        false => "optional-response-header-removed",
                    };
                    let base = at_spot(named(old, name).as_ref().unwrap_or(header));
                    let revision = key_spot(new, "headers");
                    self.header_finding(part, id, name, base, revision, true);
                }
            }
        }
        for (name, header) in &after {
            if !before
                .iter()
                .any(|(other, _)| other.eq_ignore_ascii_case(name))
            {
                let base = key_spot(old, "headers");
                let mut rule = Rule::special("response-header-added");
                // Where the client answers, it is the one who has to send it.
                if self.findings.reversed[part as usize] && header.flag("required") {
                    rule.wire = Wire::Breaking;
                }
                let revision = at_spot(named(new, name).as_ref().unwrap_or(header));
                let draft = Draft::new(rule, base, revision, self.header_label(part, name));
                self.direct(part, draft.key(name.to_ascii_lowercase()));
            }
        }
    }

    fn header(&mut self, part: u32, status: &str, name: &str, old: &At<'a>, new: &At<'a>) {
        let spots = |key: &str| (key_spot(old, key), key_spot(new, key));
        let required = match (old.flag("required"), new.flag("required")) {
            (true, false) => Some("response-header-became-optional"),
            (false, true) => Some("response-header-became-required"),
            _ => None,
        };
        if let Some(id) = required {
            let (base, revision) = spots("required");
            self.header_finding(part, id, name, base, revision, false);
        }
        if old.flag("explode") != new.flag("explode") || old.text("style") != new.text("style") {
            let (base, revision) = spots("explode");
            let id = "response-header-style-changed";
            self.header_finding(part, id, name, base, revision, false);
        }
        if let (Some(before), Some(after)) = (old.field("schema"), new.field("schema")) {
            let label = format!("response {status} header {name}");
            let base = self.base.root_place(&before, &label);
            let revision = self.revision.root_place(&after, &label);
            let pair = Pair {
                base: self.base.node(base),
                revision: self.revision.node(revision),
                subject: Subject::ResponseHeader,
                textual: true,
                spread: false,
            };
            self.root_pair(part, pair);
        }
    }

    fn header_finding(
        &mut self,
        part: u32,
        id: &str,
        name: &str,
        base: super::Spot,
        revision: super::Spot,
        gone: bool,
    ) {
        let label = self.header_label(part, name);
        let mut draft = Draft::new(Rule::special(id), base, revision, label);
        draft.key = name.to_ascii_lowercase();
        draft.gone = gone;
        self.direct(part, draft);
    }

    fn header_label(&self, part: u32, name: &str) -> String {
        let place = &self.findings.parts[part as usize].part;
        format!("{place} header {name}")
    }
}
