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
use super::rules::{Rule, unknown};

/// Where the file is unless somebody says otherwise.
const DEFAULT: &str = "spec/accepted.toml";

/// What the file says.
#[derive(Clone, Debug, Default)]
pub struct Accepted {
    /// Verdicts that differ from the defaults, by rule.
    pub levels: HashMap<String, Levels>,
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    accepted: Vec<Entry>,
    #[serde(default)]
    levels: HashMap<String, Spanned<FileLevels>>,
}

/// A known change.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    rule: Spanned<String>,
    place: Spanned<String>,
    reason: Spanned<String>,
    /// A text, or a date of TOML.
    until: Option<Spanned<toml::Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileLevels {
    wire: Option<String>,
    rust: Option<String>,
}

impl Accepted {
    /// Reads the file: the one given, or the default one if there is one.
    pub fn read(file: Option<&Path>) -> Result<Self, String> {
        let path = file.unwrap_or(Path::new(DEFAULT));
        if file.is_none() && !path.is_file() {
            return Ok(Self::default());
        }
        let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| failed(&error))?;
        Self::parse(&text).map_err(|error| failed(&error))
    }

    /// Reads the text of the file.
    pub fn parse(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let at = |place: Range<usize>, reason: String| {
            let line = text[..place.start].matches('\n').count() + 1;
            format!("line {line}: {reason}")
        };
        let mut levels = HashMap::new();
        for (rule, wanted) in file.levels {
            let place = wanted.span();
            known_rule(&rule).map_err(|reason| at(place.clone(), reason))?;
            let wanted = wanted.into_inner();
            let (wire, rust) = (wanted.wire.as_deref(), wanted.rust.as_deref());
            let read = || -> Result<Levels, String> {
                Ok(Levels {
                    wire: word(wire, Wire::parse, "breaking, risky, compatible")?,
                    rust: word(rust, Rust::parse, "major, minor, patch")?,
                })
            };
            levels.insert(rule, read().map_err(|reason| at(place, reason))?);
        }
        for entry in &file.accepted {
            known_rule(entry.rule.get_ref()).map_err(|reason| at(entry.rule.span(), reason))?;
            if entry.reason.get_ref().trim().is_empty() {
                let reason = "say why the change is accepted".to_owned();
                return Err(at(entry.reason.span(), reason));
            }
            if let Some(until) = &entry.until
                && day(&date(until.get_ref())).is_none()
            {
                let reason = format!("`{}` is no date such as 2026-12-31", date(until.get_ref()));
                return Err(at(until.span(), reason));
            }
        }
        Ok(Self {
            levels,
            entries: file.accepted,
        })
    }

    /// Marks what is accepted. Returns what is wrong with the file by now.
    pub fn apply(&self, report: &mut Report, today: i64) -> Vec<String> {
        let mut problems = Vec::new();
        for entry in &self.entries {
            let of = format!("{} at {}", entry.rule.get_ref(), entry.place.get_ref());
            let until = entry.until.as_ref().map(|until| date(until.get_ref()));
            let over = until
                .as_deref()
                .and_then(day)
                .is_some_and(|until| until < today);
            let mut fits = report
                .changes
                .iter_mut()
                .filter(|change| entry.fits(change))
                .peekable();
            if fits.peek().is_none() {
                problems.push(format!(
                    "accepted: there is no longer a change {of}; take the entry out"
                ));
            } else if over {
                let until = until.unwrap_or_default();
                problems.push(format!(
                    "accepted: {of} was accepted until {until}; undo the change, or agree on another day"
                ));
            } else {
                fits.for_each(|change| change.accepted = Some(entry.reason.get_ref().clone()));
            }
        }
        accept_details(report);
        problems
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
        let place = self.place.get_ref();
        let pointer = place.strip_prefix('#').unwrap_or(place);
        let has_moved = change.reach.iter().any(|reach| reach.now.is_some());
        let ends = [&change.base, &change.revision].map(|location| &*location.origin.pointer);
        *self.rule.get_ref() == change.rule
            && (change.pointer == pointer
                || has_moved && ends.contains(&pointer)
                || change.reach.iter().any(|reach| reach.is_of(place)))
    }
}

fn known_rule(id: &str) -> Result<(), String> {
    match Rule::find(id) {
        Some(_) => Ok(()),
        None => Err(unknown(id)),
    }
}

fn word<T>(
    text: Option<&str>,
    parse: impl Fn(&str) -> Option<T>,
    all: &str,
) -> Result<Option<T>, String> {
    match text {
        None => Ok(None),
        Some(text) => parse(text)
            .map(Some)
            .ok_or_else(|| format!("`{text}` is none of {all}")),
    }
}

#[cfg(test)]
mod tests {
    use super::Accepted;

    #[test]
    fn the_file_is_checked() {
        let entry = |rule: &str, until: &str| {
            format!(
                "[[accepted]]\nrule = '{rule}'\nplace = 'GET /a'\nreason = 'x'\nuntil = '{until}'\n"
            )
        };
        assert!(Accepted::parse(&entry("endpoint-added", "2026-12-31")).is_ok());
        assert!(Accepted::parse(&entry("no-such-rule", "2026-12-31")).is_err());
        assert!(Accepted::parse(&entry("endpoint-added", "soon")).is_err());
        assert!(Accepted::parse("[levels]\nendpoint-added = { wire = 'risky' }").is_ok());
        assert!(Accepted::parse("[levels]\nendpoint-added = { wire = 'bad' }").is_err());
        let refused = |text: &str| Accepted::parse(text).expect_err("it cannot be used");
        assert_eq!(
            refused("\n[levels]\nendpoint-added = { wire = 'bad' }"),
            "line 3: `bad` is none of breaking, risky, compatible"
        );
        assert_eq!(
            refused(&entry("endpoint-aded", "2026-12-31")),
            "line 2: there is no rule `endpoint-aded`; did you mean `endpoint-added`?"
        );
        assert_eq!(
            refused(&entry("endpoint-added", "soon")),
            "line 5: `soon` is no date such as 2026-12-31"
        );
        let dated = entry("endpoint-added", "2026-12-31").replace("'2026-12-31'", "2026-12-31");
        assert!(dated.contains("= 2026-12-31"), "{dated}");
        assert!(Accepted::parse(&dated).is_ok());
        let bare = entry("endpoint-added", "2026-12-31");
        let bare = bare.lines().map(|line| match line.starts_with("reason") {
            true => "reason = ' '",
            false => line,
        });
        assert_eq!(
            refused(&bare.collect::<Vec<_>>().join("\n")),
            "line 4: say why the change is accepted"
        );
    }
}
