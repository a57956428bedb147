//! In: findings of the comparison. Out: the `Report` that every renderer prints and the library returns. Invariant: the
//! summary holds the worst verdict of each kind that is among the changes.

use super::rules::Direction;
use crate::source::Origin;
use std::collections::HashMap;

/// What a change does to clients that are already out there, on the wire.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Wire {
    /// Nobody notices.
    #[default]
    Compatible,
    /// It depends on what the server does, or on what the clients rely on.
    Risky,
    /// Something that worked stops working.
    Breaking,
}

impl Wire {
    /// The word for it, as in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Compatible => "compatible",
            Self::Risky => "risky",
            Self::Breaking => "breaking",
        }
    }

    /// The verdict a word stands for.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Compatible, Self::Risky, Self::Breaking]
            .into_iter()
            .find(|verdict| verdict.as_str() == word)
    }
}

/// What a change does to code that is compiled against the generated crate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rust {
    /// The same code compiles and does the same.
    #[default]
    Patch,
    /// Something new to use, or a deprecation.
    Minor,
    /// Code has to change.
    Major,
}

impl Rust {
    /// The word for it, as in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// The verdict a word stands for.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Patch, Self::Minor, Self::Major]
            .into_iter()
            .find(|verdict| verdict.as_str() == word)
    }
}

/// The difference between two documents.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The worst of every kind.
    pub summary: Summary,
    /// Every change once, the worst first.
    pub changes: Vec<Change>,
    /// What it does to Rust code that the same is written otherwise, where that is all: types may have other names.
    pub spelling: Rust,
}

/// A report in two words and a few numbers. What is a detail of another change is no change of its own: the worst of both
/// counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The worst wire verdict.
    pub wire: Wire,
    /// The worst Rust verdict.
    pub rust: Rust,
    /// How many changes are breaking on the wire.
    pub breaking: usize,
    /// How many are risky.
    pub risky: usize,
    /// How many are compatible.
    pub compatible: usize,
    /// How many are major for Rust code.
    pub major: usize,
    /// How many are minor.
    pub minor: usize,
    /// How many are patches.
    pub patch: usize,
    /// How many operations at least one change reaches.
    pub operations: usize,
}

/// One change.
#[derive(Clone, Debug)]
pub struct Change {
    /// The id of the rule that found it, for `specsmith explain`.
    pub rule: String,
    /// What it does on the wire.
    pub wire: Wire,
    /// What it does to Rust code.
    pub rust: Rust,
    /// The method of the first operation it reaches, empty if it reaches none.
    pub method: String,
    /// The path of that operation.
    pub path: String,
    /// Where it is: a pointer into the revision, or into the base for what is gone.
    pub pointer: String,
    /// What changed, in one line.
    pub message: String,
    /// What it is about, empty for an operation or document as a whole.
    pub label: String,
    /// From what to what, if there is more to say than the rule does.
    pub detail: String,
    /// Which way the values go that it is about.
    pub direction: Direction,
    /// Every operation it reaches, with the part of it.
    pub reach: Vec<Reach>,
    /// Stable as long as rule, place and content are, whatever moves around it.
    pub fingerprint: String,
    /// The fingerprint of the change that this one is a detail of.
    pub part_of: Option<String>,
    /// Why a team accepts it, if it does.
    pub accepted: Option<String>,
    /// Where it is in the base, or where it would have been.
    pub base: Location,
    /// Where it is in the revision, or where it was.
    pub revision: Location,
}

/// A part of an operation that a change is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reach {
    /// `GET`, or empty if the change is about the whole document.
    pub method: String,
    /// The path as the document has it; `webhook:` and the name for a webhook.
    pub path: String,
    /// The path it has in the revision, where that is another.
    pub now: Option<String>,
    /// `request body application/json`, `response 200 application/json`, `parameter limit`, or empty.
    pub part: String,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// File and pointer.
    pub origin: Origin,
    /// The name of the file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The line it ends on.
    pub end_line: usize,
    /// The column behind it.
    pub end_column: usize,
}

impl Report {
    /// What there is to say where the same is written otherwise and types lose their names by that.
    pub fn respelled(&self) -> Option<String> {
        (self.spelling > Rust::Patch).then(|| {
            format!(
                "the same is written otherwise, which changes the items of the crate: {} for Rust code",
                self.spelling.as_str()
            )
        })
    }

    /// Several reports as one.
    pub fn merge(reports: Vec<Self>) -> Self {
        let spelling = reports.iter().map(|report| report.spelling).max();
        let changes = reports.into_iter().flat_map(|report| report.changes);
        Self::new(changes.collect(), spelling.unwrap_or_default())
    }

    /// A report with its summary, the changes in the order to be read.
    pub(super) fn new(mut changes: Vec<Change>, spelling: Rust) -> Self {
        changes.sort_by(|a, b| {
            let by_verdict = (b.wire, b.rust).cmp(&(a.wire, a.rust));
            by_verdict
                .then_with(|| a.pointer.cmp(&b.pointer))
                .then_with(|| a.rule.cmp(&b.rule))
                .then_with(|| a.message.cmp(&b.message))
        });
        let mut summary = Summary::of(&changes);
        summary.rust = summary.rust.max(spelling);
        Self {
            summary,
            changes,
            spelling,
        }
    }
}

impl Change {
    /// Where it is: in the revision, or in the base for what is gone.
    pub fn place(&self) -> &Location {
        if self.is_gone() {
            &self.base
        } else {
            &self.revision
        }
    }

    /// Whether it is about something that the revision no longer has.
    pub fn is_gone(&self) -> bool {
        self.pointer != *self.revision.origin.pointer
    }
}

impl Reach {
    /// Whether it is of an operation, or of a path, by any name that this has in either document.
    pub fn is_of(&self, place: &str) -> bool {
        let mut paths = [Some(&self.path), self.now.as_ref()].into_iter().flatten();
        paths.any(|path| path == place || format!("{} {path}", self.method) == place)
    }
}

/// The operations that have another path in the revision, by that path: what they are in the base.
fn moved(changes: &[Change]) -> HashMap<(&str, &str), (&str, &str)> {
    let reached = changes.iter().flat_map(|change| &change.reach);
    let moved = reached.filter_map(|reach| {
        let now = (reach.method.as_str(), reach.now.as_deref()?);
        Some((now, (reach.method.as_str(), reach.path.as_str())))
    });
    moved.collect()
}

impl Summary {
    /// How many changes there are; what is a detail of another one is not counted again.
    pub fn changes(&self) -> usize {
        self.breaking + self.risky + self.compatible
    }

    fn of(changes: &[Change]) -> Self {
        let mut summary = Self::default();
        let mut operations: Vec<(&str, &str)> = Vec::new();
        let moved = moved(changes);
        let mut worst: HashMap<&str, (Wire, Rust)> = HashMap::new();
        for change in changes {
            if let Some(whole) = change.part_of.as_deref() {
                let (wire, rust) = worst.entry(whole).or_default();
                (*wire, *rust) = ((*wire).max(change.wire), (*rust).max(change.rust));
            }
        }
        for change in changes {
            summary.wire = summary.wire.max(change.wire);
            summary.rust = summary.rust.max(change.rust);
            let reached = change.reach.iter().filter(|reach| !reach.method.is_empty());
            operations.extend(reached.map(|reach| {
                let own = (reach.method.as_str(), reach.path.as_str());
                match &reach.now {
                    None => moved.get(&own).copied().unwrap_or(own),
                    Some(_) => own,
                }
            }));
            if change.part_of.is_some() {
                continue;
            }
            let details = worst.get(change.fingerprint.as_str());
            let (wire, rust) = details.copied().unwrap_or_default();
            match wire.max(change.wire) {
                Wire::Breaking => summary.breaking += 1,
                Wire::Risky => summary.risky += 1,
                Wire::Compatible => summary.compatible += 1,
            }
            match rust.max(change.rust) {
                Rust::Major => summary.major += 1,
                Rust::Minor => summary.minor += 1,
                Rust::Patch => summary.patch += 1,
            }
        }
        operations.sort_unstable();
        operations.dedup();
        summary.operations = operations.len();
        summary
    }
}
