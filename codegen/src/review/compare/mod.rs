//! In: two documents as facts. Out: findings, each with its two places and the parts of operations that it reaches.
//! Invariant: two schemas are compared once for every subject they serve, however many ways lead to them, so the work
//! is linear in the documents and cycles end.

mod body;
mod components;
mod headers;
mod inherited;
mod lifecycle;
mod limits;
mod listed;
mod nulls;
mod object;
mod operations;
mod parameters;
mod renames;
mod requirement;
mod same;
mod schema;
mod security;
mod servers;
mod structure;
mod types;
mod union;
mod values;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::facts::operations::At;
use super::facts::schema::Facts;
use super::facts::{NodeId, Side};
use super::report::{Reach, Rust, Wire};
use super::rules::{Rule, Subject};
use super::settings::Beside;
use crate::load::Loaded;
use crate::source::FileId;

/// A pointer into a normalised file.
pub(super) type Spot = (FileId, String);

pub(super) use lifecycle::day;

/// Everything found, before it is sorted and located.
#[derive(Default)]
pub(super) struct Findings {
    /// The changes, each once.
    pub(super) list: Vec<Finding>,
    /// The parts of operations, by number.
    pub(super) parts: Vec<Reach>,
    /// The most that a change of a part can mean on the wire.
    pub(super) highest: Vec<Wire>,
    /// Of which parts the client is the receiver of requests: webhooks and callbacks.
    pub(super) reversed: Vec<bool>,
    /// Which part a finding is about directly: part, finding.
    pub(super) direct: Vec<(u32, u32)>,
    /// Which pair a part begins with: part, pair.
    pub(super) roots: Vec<(u32, u32)>,
    /// Which pair leads to which.
    pub(super) edges: Vec<(u32, u32)>,
    /// Which pair a finding is of: pair, finding.
    pub(super) found: Vec<(u32, u32)>,
    /// How many pairs there are.
    pub(super) pairs: usize,
}

/// One change.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// The rule with its default verdicts.
    pub(super) rule: Rule,
    /// What it does to Rust code here.
    pub(super) rust: Rust,
    /// The place in the base.
    pub(super) base: Spot,
    /// The place in the revision.
    pub(super) revision: Spot,
    /// Whether the thing itself is gone from the revision.
    pub(super) gone: bool,
    /// What it is about, in words; empty for the operation as a whole.
    pub(super) label: String,
    /// From what to what, in words.
    pub(super) detail: String,
    /// What makes it differ from other findings of the rule at the same place.
    pub(super) key: String,
    /// The finding that this one is a detail of.
    pub(super) part_of: Option<usize>,
    /// Which items of lists at these places it is about: where they stand tells more, but changes with what is before them.
    pub(super) items: [Option<usize>; 2],
    /// The security schemes, by their names on both sides, whose credentials it asks for in another way.
    pub(super) schemes: Vec<String>,
    /// About what stands beside the documents, if it is about that.
    pub(super) beside: Option<Box<Beside>>,
}

/// Compares two documents.
pub(super) fn compare(base: &Loaded, revision: &Loaded, today: i64) -> Findings {
    let mut differ = Differ::new(base, revision, today);
    differ.operations();
    differ.security_components();
    differ.global_security();
    differ.global_servers();
    differ.schemas();
    differ.components();
    differ.into_findings()
}

/// The finding about a document that has no counterpart.
pub(super) fn whole(rule: &str, name: &str) -> Findings {
    let mut findings = Findings::default();
    let rule = Rule::special(rule);
    let spot: Spot = (FileId(0), String::new());
    findings.list.push(Finding {
        rust: rule.rust,
        rule,
        base: spot.clone(),
        revision: spot,
        gone: false,
        label: name.to_owned(),
        detail: String::new(),
        key: name.to_owned(),
        part_of: None,
        items: [None; 2],
        schemes: Vec::new(),
        beside: None,
    });
    findings
}

/// A pair of schemas in the role they are compared for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Pair {
    base: NodeId,
    revision: NodeId,
    subject: Subject,
    /// Values are text, so that `7` and `"7"` are the same.
    textual: bool,
    /// One value is written as an array of one would be.
    spread: bool,
}

/// A pair while it is compared.
#[derive(Clone, Copy)]
struct Context {
    index: u32,
    pair: Pair,
}

/// The state of a comparison.
pub(super) struct Differ<'a> {
    base: Side<'a>,
    revision: Side<'a>,
    today: i64,
    findings: Findings,
    by_key: HashMap<(String, Spot, Spot, String), u32>,
    pairs: Vec<Pair>,
    by_pair: HashMap<Pair, u32>,
    /// Named schemas that stand for each other, with how often.
    names: BTreeMap<(String, String), usize>,
    /// Named schemas of the base that are compared with one without a name.
    inlined: Vec<String>,
    /// Security schemes that have another name in the revision.
    schemes: BTreeMap<&'a str, &'a str>,
    same: HashMap<(NodeId, NodeId), bool>,
    /// Whether two discriminators say the same, by their addresses.
    told: HashMap<[usize; 2], bool>,
    /// A branch and the whole that is left of its union, or the other way round: of what holds for the union all is said.
    unwrapped: HashSet<(NodeId, NodeId)>,
    /// Operations of callbacks whose own callbacks are compared, since the operation that they belong to began.
    called: HashSet<(Spot, Spot)>,
}

/// A finding in the making.
struct Draft {
    rule: Rule,
    rust: Option<Rust>,
    base: Spot,
    revision: Spot,
    gone: bool,
    label: String,
    detail: String,
    key: String,
    part_of: Option<usize>,
    items: [Option<usize>; 2],
    schemes: Vec<String>,
}

impl Draft {
    fn new(rule: Rule, base: Spot, revision: Spot, label: impl Into<String>) -> Self {
        Self {
            rule,
            rust: None,
            base,
            revision,
            gone: false,
            label: label.into(),
            detail: String::new(),
            key: String::new(),
            part_of: None,
            items: [None; 2],
            schemes: Vec::new(),
        }
    }

    /// From what to what. It tells the finding from others of the rule at the same place.
    fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// What tells it from other findings of the rule at the same place, where the detail does not.
    fn key(mut self, key: impl Into<String>) -> Self {
        self.key = key.into();
        self
    }

    fn rust(mut self, rust: Rust) -> Self {
        self.rust = Some(rust);
        self
    }

    fn schemes(mut self, schemes: Vec<String>) -> Self {
        self.schemes = schemes;
        self
    }

    fn gone(mut self) -> Self {
        self.gone = true;
        self
    }

    fn part_of(mut self, finding: usize) -> Self {
        self.part_of = Some(finding);
        self
    }
}

impl<'a> Differ<'a> {
    fn new(base: &'a Loaded, revision: &'a Loaded, today: i64) -> Self {
        let (base, revision) = (Side::new(base), Side::new(revision));
        Self {
            schemes: security::renamed(base.root(), revision.root()),
            base,
            revision,
            today,
            findings: Findings::default(),
            by_key: HashMap::new(),
            pairs: Vec::new(),
            by_pair: HashMap::new(),
            names: BTreeMap::new(),
            inlined: Vec::new(),
            same: HashMap::new(),
            told: HashMap::new(),
            unwrapped: HashSet::new(),
            called: HashSet::new(),
        }
    }

    fn into_findings(mut self) -> Findings {
        self.findings.pairs = self.pairs.len();
        self.findings
    }

    /// A part of an operation that findings can be about, and the most that a change of it can mean.
    fn part(&mut self, reach: Reach, highest: Wire, reversed: bool) -> u32 {
        self.findings.parts.push(reach);
        self.findings.highest.push(highest);
        self.findings.reversed.push(reversed);
        (self.findings.parts.len() - 1) as u32
    }

    /// The part that stands for the whole document.
    fn document_part(&mut self) -> u32 {
        let reach = Reach {
            method: String::new(),
            path: String::new(),
            now: None,
            part: String::new(),
        };
        self.part(reach, Wire::Breaking, false)
    }

    /// Keeps a finding, once however often it is made.
    fn keep(&mut self, draft: Draft) -> u32 {
        let key = (
            draft.rule.id.clone(),
            draft.base.clone(),
            draft.revision.clone(),
            if draft.key.is_empty() {
                draft.detail.clone()
            } else {
                draft.key.clone()
            },
        );
        if let Some(known) = self.by_key.get(&key) {
            let rust = draft.rust.unwrap_or(draft.rule.rust);
            let finding = &mut self.findings.list[*known as usize];
            finding.rust = finding.rust.max(rust);
            finding.rule.wire = finding.rule.wire.max(draft.rule.wire);
            return *known;
        }
        let index = self.findings.list.len() as u32;
        self.findings.list.push(Finding {
            rust: draft.rust.unwrap_or(draft.rule.rust),
            rule: draft.rule,
            base: draft.base,
            revision: draft.revision,
            gone: draft.gone,
            label: draft.label,
            detail: draft.detail,
            key: key.3.clone(),
            part_of: draft.part_of,
            items: draft.items,
            schemes: draft.schemes,
            beside: None,
        });
        self.by_key.insert(key, index);
        index
    }

    /// A finding about a part of an operation itself.
    fn direct(&mut self, part: u32, mut draft: Draft) -> usize {
        if self.findings.reversed[part as usize] {
            draft.rule = draft.rule.reversed();
        }
        let finding = self.keep(draft);
        self.findings.direct.push((part, finding));
        finding as usize
    }

    /// A finding about a pair of schemas.
    fn note(&mut self, context: Context, draft: Draft) -> usize {
        let finding = self.keep(draft);
        self.findings.found.push((context.index, finding));
        finding as usize
    }

    /// Remembers to compare a pair, and says which number it has.
    fn pair(&mut self, pair: Pair) -> u32 {
        let next = self.pairs.len() as u32;
        let index = *self.by_pair.entry(pair).or_insert(next);
        if index == next {
            self.pairs.push(pair);
        }
        index
    }

    /// Compares a schema of a part of an operation.
    fn root_pair(&mut self, part: u32, mut pair: Pair) {
        if self.findings.reversed[part as usize] {
            pair.subject = pair.subject.reversed();
        }
        let index = self.pair(pair);
        self.findings.roots.push((part, index));
    }

    /// Compares something inside a schema.
    fn inner_pair(&mut self, context: Context, base: NodeId, revision: NodeId) {
        let outer = context.pair;
        let pair = Pair {
            base,
            revision,
            subject: outer.subject.inner(),
            textual: outer.textual,
            spread: false,
        };
        let index = self.pair(pair);
        self.findings.edges.push((context.index, index));
    }

    /// Works through the pairs until there are no more.
    fn schemas(&mut self) {
        let mut next = 0;
        while let Some(pair) = self.pairs.get(next).copied() {
            let context = Context {
                index: next as u32,
                pair,
            };
            self.schema(context);
            next += 1;
        }
    }
}

/// The place of a value outside of schemas.
fn at_spot(at: &At<'_>) -> Spot {
    (at.file, at.pointer.clone())
}

/// The place of a key of a value, or of the value where it has no such key.
fn key_spot(at: &At<'_>, key: &str) -> Spot {
    match at.field(key) {
        Some(field) => at_spot(&field),
        None => at_spot(at),
    }
}

/// What both sides say about a pair.
struct Both<'x, 'a> {
    base: &'x Facts<'a>,
    revision: &'x Facts<'a>,
}

/// A JSON value, short enough for a message.
fn short(value: &serde_json::Value) -> String {
    let text = match value {
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    shorten(&text)
}

/// A text, short enough for a message.
fn shorten(text: &str) -> String {
    const LONGEST: usize = 80;
    let mut letters = text.chars();
    let start: String = letters.by_ref().take(LONGEST).collect();
    let cut = letters.next().is_some();
    format!("`{start}{}`", if cut { "…" } else { "" })
}
