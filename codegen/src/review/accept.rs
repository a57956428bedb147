//! In: `spec/accepted.toml`. Out: which changes a team knows about and accepts, and the levels it wants. Invariant: an
//! entry that accepts nothing, or whose time is over, is reported, so that the file never says more than is true.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::Levels;
use super::compare::day;
use super::report::{Change, Report, Rust, Wire};
use super::rules::{Rule, near};
use crate::beside;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Origin, Sources};

/// Where the file is unless somebody says otherwise.
const DEFAULT: &str = "spec/accepted.toml";

/// The words for what a change does on the wire.
const WIRE: &str = "breaking, risky, compatible";

/// The words for what a change does to Rust code.
const RUST: &str = "major, minor, patch";

/// What the file says.
#[derive(Clone, Debug, Default)]
pub struct Accepted {
    /// Verdicts that differ from the defaults, by rule.
    pub levels: HashMap<String, Levels>,
    entries: Vec<Placed>,
}

/// An entry, and where it stands.
#[derive(Clone, Debug)]
struct Placed {
    entry: Entry,
    /// Its rule.
    at: Origin,
    /// Its day.
    until: Option<Origin>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    accepted: Vec<Entry>,
    #[serde(default)]
    levels: HashMap<Spanned<String>, FileLevels>,
}

/// A known change.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    rule: Spanned<String>,
    place: String,
    reason: Spanned<String>,
    /// A text, or a date of TOML.
    until: Option<Spanned<toml::Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileLevels {
    wire: Option<Spanned<String>>,
    rust: Option<Spanned<String>>,
}

impl Accepted {
    /// Reads the file: the one given, or the default one if there is one. `None` after an error.
    pub fn read(
        file: Option<&Path>,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let path = file.unwrap_or(Path::new(DEFAULT));
        if file.is_none() && !path.is_file() {
            return Some(Self::default());
        }
        match std::fs::read_to_string(path) {
            Ok(text) => {
                let name = path.to_string_lossy().replace('\\', "/");
                let file = sources.add(name, text.as_str());
                let (accepted, found) = Self::parse(&text, file);
                diagnostics.extend(found);
                accepted
            }
            Err(error) => {
                let message = format!("cannot read {}: {error}", path.display());
                diagnostics.push(Diagnostic::error("accepted-unreadable", None, message));
                None
            }
        }
    }

    /// Reads the text of the file. `None` after an error.
    pub fn parse(text: &str, file: FileId) -> (Option<Self>, Diagnostics) {
        let reader = Reader { text, file };
        let mut found = Diagnostics::default();
        match toml::from_str::<File>(text) {
            Ok(file) => {
                let accepted = reader.accepted(file, &mut found);
                (accepted.filter(|_| !found.has_errors()), found)
            }
            Err(error) => {
                let at = reader.at(error.span().unwrap_or_default());
                let error = error.message();
                let near = beside::near_word(error);
                found.push(Diagnostic::error("accepted-invalid", at, error).near(near));
                (None, found)
            }
        }
    }

    /// Marks what is accepted. Returns what is wrong with the file by now.
    pub fn apply(&self, report: &mut Report, today: i64) -> Diagnostics {
        let mut problems = Diagnostics::default();
        for Placed { entry, at, until } in &self.entries {
            let of = format!("{} at {}", entry.rule.get_ref(), entry.place);
            let last = entry.until.as_ref().map(|until| date(until.get_ref()));
            let over = last.filter(|last| day(last).is_some_and(|last| last < today));
            let mut fits = report
                .changes
                .iter_mut()
                .filter(|change| entry.fits(change))
                .peekable();
            if fits.peek().is_none() {
                let message = format!("there is no longer a change {of}");
                problems.push(Diagnostic::error("accepted-gone", at.clone(), message));
            } else if let Some(last) = over {
                let message = format!("{of} was accepted until {last}");
                problems.push(Diagnostic::error("accepted-over", until.clone(), message));
            } else {
                fits.for_each(|change| change.accepted = Some(entry.reason.get_ref().clone()));
            }
        }
        accept_details(report);
        problems
    }
}

/// The text of the file, for the places in it.
struct Reader<'t> {
    text: &'t str,
    file: FileId,
}

impl Reader<'_> {
    fn at(&self, place: Range<usize>) -> Origin {
        beside::place(self.file, self.text, place.start)
    }

    fn accepted(&self, file: File, found: &mut Diagnostics) -> Option<Accepted> {
        let mut levels = HashMap::new();
        let mut wanted: Vec<_> = file.levels.into_iter().collect();
        wanted.sort_by_key(|(rule, _)| rule.span().start);
        for (rule, wanted) in wanted {
            self.known_rule(&rule, found);
            let own = Levels {
                wire: self.word(&wanted.wire, Wire::parse, WIRE, found),
                rust: self.word(&wanted.rust, Rust::parse, RUST, found),
            };
            levels.insert(rule.into_inner(), own);
        }
        let mut entries = Vec::new();
        for entry in file.accepted {
            self.known_rule(&entry.rule, found);
            if entry.reason.get_ref().trim().is_empty() {
                let at = self.at(entry.reason.span());
                let message = "nothing is said of why the change is accepted";
                let error = Diagnostic::error("accepted-invalid", at, message);
                found.push(error.help("say why, in `reason`"));
            }
            if let Some(until) = &entry.until
                && day(&date(until.get_ref())).is_none()
            {
                let message = format!("`{}` is no date such as 2026-12-31", date(until.get_ref()));
                let at = self.at(until.span());
                found.push(Diagnostic::error("accepted-invalid", at, message));
            }
            let until = entry.until.as_ref().map(|until| self.at(until.span()));
            let at = self.at(entry.rule.span());
            entries.push(Placed { entry, at, until });
        }
        Some(Accepted { levels, entries })
    }

    fn known_rule(&self, rule: &Spanned<String>, found: &mut Diagnostics) {
        let id = rule.get_ref();
        if Rule::find(id).is_none() {
            let message = format!("there is no rule `{id}`");
            let error = Diagnostic::error("accepted-invalid", self.at(rule.span()), message);
            found.push(match near(id) {
                Some(near) => error.near(Some(&near)),
                None => error.help("`specsmith explain` lists them"),
            });
        }
    }

    fn word<T>(
        &self,
        word: &Option<Spanned<String>>,
        parse: impl Fn(&str) -> Option<T>,
        all: &str,
        found: &mut Diagnostics,
    ) -> Option<T> {
        let word = word.as_ref()?;
        let read = parse(word.get_ref());
        if read.is_none() {
            let message = format!("`{}` is none of {all}", word.get_ref());
            let at = self.at(word.span());
            found.push(Diagnostic::error("accepted-invalid", at, message));
        }
        read
    }
}

/// What is a detail of an accepted change is accepted with it.
fn accept_details(report: &mut Report) {
    let accepted = report.changes.iter().filter_map(|change| {
        let reason = change.accepted.clone()?;
        Some((change.fingerprint.clone(), reason))
    });
    let accepted: HashMap<String, String> = accepted.collect();
    for change in &mut report.changes {
        let whole = change
            .part_of
            .as_ref()
            .and_then(|whole| accepted.get(whole));
        change.accepted = change.accepted.take().or_else(|| whole.cloned());
    }
}

/// A day as people write it.
fn date(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

impl Entry {
    /// Whether a change is of the rule and at the place: a pointer, an operation (`GET /a`), or a path. What has another path
    /// in the revision is at both.
    fn fits(&self, change: &Change) -> bool {
        let place = self.place.as_str();
        let pointer = place.strip_prefix('#').unwrap_or(place);
        let has_moved = change.reach.iter().any(|reach| reach.now.is_some());
        let ends = [&change.base, &change.revision].map(|location| &*location.origin.pointer);
        *self.rule.get_ref() == change.rule
            && (change.pointer == pointer
                || has_moved && ends.contains(&pointer)
                || change.reach.iter().any(|reach| reach.is_of(place)))
    }
}

#[cfg(test)]
mod tests {
    use super::Accepted;
    use crate::source::FileId;

    #[test]
    fn the_file_is_checked() {
        let entry = |rule: &str, until: &str| {
            format!(
                "[[accepted]]\nrule = '{rule}'\nplace = 'GET /a'\nreason = 'x'\nuntil = '{until}'\n"
            )
        };
        let found = |text: &str| -> Vec<String> {
            let (accepted, found) = Accepted::parse(text, FileId(0));
            assert_eq!(accepted.is_none(), found.has_errors(), "{text}");
            let found = found.iter().map(|one| {
                let at = one.at.as_ref().and_then(|at| at.line_column());
                let (line, column) = at.expect("a place");
                let help = one.help.as_deref().unwrap_or_default();
                format!("{line}:{column} {} {help}", one.message)
            });
            found.map(|line| line.trim_end().to_owned()).collect()
        };
        let fine = entry("endpoint-added", "2026-12-31");
        let dated = fine.replace("'2026-12-31'", "2026-12-31");
        assert!(dated.contains("= 2026-12-31"), "{dated}");
        let levels = "[levels]\nendpoint-added = { wire = 'risky' }";
        for text in [fine.as_str(), &dated, levels] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        assert_eq!(
            found("\n[levels]\nendpoint-added = { wire = 'bad' }\nno-such-rule = {}"),
            [
                "3:27 `bad` is none of breaking, risky, compatible",
                "4:1 there is no rule `no-such-rule` `specsmith explain` lists them",
            ]
        );
        let twice = [entry("endpoint-aded", "soon"), fine.replace("'x'", "' '")].concat();
        assert_eq!(
            found(&twice),
            [
                "2:8 there is no rule `endpoint-aded` did you mean `endpoint-added`?",
                "5:9 `soon` is no date such as 2026-12-31",
                "9:10 nothing is said of why the change is accepted say why, in `reason`",
            ]
        );
        let wrong = found(&fine.replace("reason", "reson"));
        assert!(
            wrong[0].starts_with("4:1 unknown field `reson`")
                && wrong[0].ends_with("did you mean `reason`?"),
            "{wrong:?}"
        );
    }
}
