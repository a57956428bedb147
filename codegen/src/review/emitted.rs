//! In: two documents, and what was found between them. Out: the findings with the Rust verdicts that the emitted API bears
//! out. Invariant: the worst Rust verdict of the report is that of the two faces, wherever both documents can be generated
//! from and something was found.

mod places;
mod renamed;
mod secured;

use super::compare::{Finding, Findings, Spot};
use super::face::{self, FaceDiff, ItemChange, What};
use super::report::{Reach, Rust};
use super::rules::Rule;
use super::settings;
use crate::config::Config;
use crate::ir::{Api, Operation};
use crate::load::Loaded;
use crate::source::{FileId, Origin, escape_token};
use crate::{emit, lower, passes};
use places::{Near, Places};
use renamed::Renamed;
use secured::Secured;
use std::collections::{BTreeMap, HashMap};

/// How many items that no rule explains have an entry of their own.
const LISTED: usize = 20;

/// How many items a setting is told with.
const TOLD: usize = 3;

/// How many items a change of security is told with.
const SECURED: usize = 12;

/// What changed of the emitted API, and where its items come from.
pub(super) struct Emitted {
    changes: FaceDiff,
    /// The face of the base.
    pub(super) old: String,
    /// The module that both are of.
    pub(super) module: String,
    base: Places,
    revision: Places,
    /// By what the credentials of each side are given.
    secured: [Secured; 2],
    /// What is named by a path that has other names now.
    renamed: Renamed,
    /// The operations of both sides by their ids: their places, and what they are.
    pub(super) operations: HashMap<String, (String, Reach)>,
}

impl Emitted {
    /// What it does to code that is compiled against the crate.
    pub(super) fn rust(&self) -> Rust {
        self.changes.rust()
    }
}

/// What changed of the emitted API; `None` where one of the documents cannot be generated from. With each document comes
/// what stands beside it.
pub(super) fn compare(documents: [&Loaded; 2], configs: [&Config; 2]) -> Option<Emitted> {
    let module = module(documents[1], configs[1]);
    let (old, new) = std::thread::scope(|scope| {
        let old = scope.spawn(|| face(documents[0], configs[0], &module));
        let new = face(documents[1], configs[1], &module);
        let old = old.join();
        (
            old.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            new,
        )
    });
    let ((old, base), (new, revision)) = (old?, new?);
    let changes = face::compare(&old, &new);
    let operations = operations(&base, &revision);
    let words = places::words(&changes.items);
    let places = |api: &Api, document: &Loaded| {
        let mut places = Places::of(api, &words);
        for (name, scheme) in emit::environment(api) {
            let pointer = match scheme {
                Some(scheme) => format!("/components/securitySchemes/{}", escape_token(&scheme)),
                None => "/servers".to_owned(),
            };
            let origin = document.origin(FileId(0), &pointer);
            places.add(&name, &origin.pointer);
        }
        places
    };
    let secured = [&base, &revision].map(Secured::of);
    let renamed = Renamed::of(&base, &revision);
    let [older, newer] = documents;
    let (base, revision) = (places(&base, older), places(&revision, newer));
    Some(Emitted {
        changes,
        old,
        module,
        base,
        revision,
        secured,
        renamed,
        operations,
    })
}

/// The operations of both sides by their ids, each with its place and by the path that it has in the base.
fn operations(base: &Api, revision: &Api) -> HashMap<String, (String, Reach)> {
    let known = base.operations.iter().map(|one| (one.id.as_str(), one));
    let known: HashMap<&str, &Operation> = known.collect();
    let mut found = HashMap::new();
    for one in revision.operations.iter().chain(&base.operations) {
        let before = known.get(one.id.as_str()).copied();
        let before = before.filter(|before| before.method == one.method);
        let (path, now) = (before.unwrap_or(one).template(), one.template());
        let reach = Reach {
            method: one.method.clone(),
            now: (path != now).then_some(now),
            path,
            part: String::new(),
        };
        let place = one.origin.pointer.to_string();
        found.entry(one.id.clone()).or_insert((place, reach));
    }
    found
}

/// The module of both sides: what it is called is no matter of the documents.
fn module(revision: &Loaded, config: &Config) -> String {
    let file = revision.sources.entry_name();
    let file = file.rsplit(['/', ':']).next().unwrap_or(file);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    config.api.module.clone().unwrap_or_else(|| stem.to_owned())
}

/// The face of a document, and its description.
pub(super) fn face(loaded: &Loaded, config: &Config, module: &str) -> Option<(String, Api)> {
    let mut config = config.clone();
    config.api.module = Some(module.to_owned());
    let (draft, found) = lower::draft(loaded, &config);
    if found.has_errors() {
        return None;
    }
    let (api, found) = passes::run(draft?, &config, "api.yaml");
    (!found.has_errors()).then(|| (emit::face::face(&api), api))
}

/// Gives every finding the verdict that what it did to the emitted API bears out, and tells what no rule explains.
pub(super) fn settle(findings: &mut Findings, emitted: &Emitted, base: &Loaded, revision: &Loaded) {
    let worst = emitted.rust();
    let near = places_of(&findings.list, base, revision);
    let (mut own, mut effects) = beforehand(&findings.list, worst);
    let mut unexplained: Vec<&ItemChange> = Vec::new();
    for item in &emitted.changes.items {
        let explained = causes(&findings.list, item, emitted, &near);
        if explained.is_empty() {
            unexplained.push(item);
        }
        for finding in explained {
            let known = &findings.list[finding];
            if settings::is_known(known) {
                continue;
            }
            own[finding] = own[finding].max(Some(item.rust));
            if known.beside.is_some() || !known.schemes.is_empty() {
                effects.entry(finding).or_default().push(item);
            }
        }
    }
    let texts = effects.into_iter().map(|(at, items)| {
        let finding = &findings.list[at];
        let before = if finding.detail.is_empty() { "" } else { "; " };
        let most = if finding.beside.is_some() {
            TOLD
        } else {
            SECURED
        };
        (at, format!("{before}{}", told(&items, most)))
    });
    for (at, text) in texts.collect::<Vec<_>>() {
        findings.list[at].detail.push_str(&text);
    }
    // What no item is known for can have done no more than the items that nothing is known of.
    let rest = unexplained.iter().map(|item| item.rust).max();
    let rest = rest.unwrap_or_default();
    for at in 0..findings.list.len() {
        // A detail of what goes as a whole goes with it.
        let whole = findings.list[at].part_of.and_then(|whole| own[whole]);
        let finding = &mut findings.list[at];
        let most = match emitted.renamed.hides(finding) {
            true => worst,
            false => rest.max(whole.unwrap_or_default()),
        };
        finding.rust = own[at].unwrap_or_default().max(finding.rust.min(most));
    }
    // Where the documents are the same, other settings are not.
    let known = findings.list.iter().map(|finding| finding.rust).max();
    let known = known.unwrap_or_default();
    if known >= worst {
        return;
    }
    let entries = unexplained.into_iter().filter(|item| item.rust > known);
    let entries = entries.take(LISTED).map(|item| entry(item, emitted));
    findings.list.extend(entries.collect::<Vec<Finding>>());
}

/// Where findings are, for what is looked for near them.
fn places_of(findings: &[Finding], base: &Loaded, revision: &Loaded) -> Vec<Near> {
    let of = |loaded: &Loaded, (file, pointer): &Spot, one: &Finding| match one.beside {
        // It is about an item, and has the place of that.
        Some(_) => Origin::new(*file, pointer.as_str()),
        None => loaded.origin(*file, pointer),
    };
    let near = findings.iter().map(|one| Near {
        base: of(base, &one.base, one),
        revision: of(revision, &one.revision, one),
        // A setting that is gone is about what is there still.
        gone: one.gone && one.beside.is_none(),
        rust: one.rust,
    });
    near.collect()
}

/// What is known of findings by themselves: their verdicts, and the items of those that do not depend on the others.
fn beforehand(
    findings: &[Finding],
    worst: Rust,
) -> (Vec<Option<Rust>>, BTreeMap<usize, Vec<&ItemChange>>) {
    let mut effects = BTreeMap::new();
    let own = findings.iter().enumerate().map(|(at, finding)| {
        let beside = finding.beside.as_ref()?;
        // What a setting breaks beside the items.
        let breaks = (finding.rust == Rust::Major).then_some(finding.rust);
        let Some(known) = &beside.effects else {
            return breaks;
        };
        if !known.items().is_empty() {
            effects.insert(at, known.items());
        }
        breaks.max(known.rust().map(|rust| rust.min(worst)))
    });
    (own.collect(), effects)
}

/// The findings, by number, that an item is put down to.
fn causes(findings: &[Finding], item: &ItemChange, emitted: &Emitted, near: &[Near]) -> Vec<usize> {
    let (mut causes, all) = settings::alone(findings, item);
    if all {
        return causes;
    }
    let renamed = emitted.renamed.explained(item, findings);
    if !renamed.is_empty() {
        causes.extend(renamed);
        return causes;
    }
    let mut explained = secured::explained(item, emitted.secured.each_ref(), findings);
    if explained.is_empty() {
        explained = places::explained(item, &emitted.base, &emitted.revision, near);
    }
    explained.retain(|finding| settings::does(&findings[*finding], item));
    causes.extend(explained);
    if causes.is_empty() {
        causes = settings::together(findings, item);
    }
    causes
}

/// What a setting or a change of security does to the crate.
fn told(items: &[&ItemChange], most: usize) -> String {
    let lines = items.iter().take(most);
    let lines = lines.map(|item| format!("`{}` {}", item.path, item.what.as_str()));
    let lines: Vec<String> = lines.collect();
    let more = match items.len().saturating_sub(most) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("in the crate: {}{more}", lines.join(", "))
}

/// The entry of an item that no rule explains.
fn entry(item: &ItemChange, emitted: &Emitted) -> Finding {
    let spot = |places: &Places| -> Spot {
        let pointer = places.first(&item.path).unwrap_or_default();
        (FileId(0), pointer.to_owned())
    };
    let rule = Rule::special(match item.what {
        What::Removed => "rust-item-removed",
        What::Changed => "rust-item-changed",
        What::Added => "rust-item-added",
    });
    let rest = |line: &Option<String>| -> String {
        let line = line.as_deref().unwrap_or_default();
        let rest = line.strip_prefix(item.path.as_str()).unwrap_or(line);
        rest.trim().to_owned()
    };
    let detail = match item.what {
        What::Changed => format!("{} → {}", rest(&item.old), rest(&item.new)),
        What::Removed => rest(&item.old),
        What::Added => rest(&item.new),
    };
    Finding {
        rule,
        rust: Rust::max(item.rust, Rust::Minor),
        base: spot(&emitted.base),
        revision: spot(&emitted.revision),
        gone: item.what == What::Removed,
        label: item.path.clone(),
        detail,
        key: item.path.clone(),
        part_of: None,
        items: [None; 2],
        schemes: Vec::new(),
        beside: None,
    }
}
