//! From documents to the IR: in, what `load` read; out, an `Api`, and what was wrong on the way. The only place that
//! sees both OpenAPI and the IR. Invariant: a bad part costs the smallest construct around it, with a diagnostic, and
//! never the document.

mod bounds;
mod compose;
mod conditional;
mod content;
mod docs;
pub mod draft;
mod enums;
mod extra;
mod groups;
mod looks;
mod object;
mod operation;
mod parameter;
mod read;
mod reference;
mod response;
mod scalar;
mod schema;
mod security;
mod selection;
mod server;
mod union;
mod webhook;

use std::collections::{HashMap, HashSet, VecDeque};

use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics};
use crate::ir::Api;
use crate::load::Loaded;
use crate::samples::Sample;
use crate::source::{FileId, Origin};

use draft::{Draft, NodeId};
pub(crate) use enums::kind_of_value;
use read::At;

/// Lowers the entry document and everything it refers to. `None` only with an error among the diagnostics.
pub fn lower(loaded: &Loaded, config: &Config) -> (Option<Api>, Diagnostics) {
    let (draft, mut diagnostics) = draft(loaded, config);
    let Some(draft) = draft else {
        return (None, diagnostics);
    };
    let entry = loaded.sources.entry_name();
    let (api, more) = crate::passes::run(draft, config, entry);
    diagnostics.extend(more);
    (Some(api), diagnostics)
}

/// Every example of a document, with the type that [`lower()`] gives what it stands for.
pub fn samples(loaded: &Loaded, config: &Config) -> Vec<Sample> {
    draft(loaded, config)
        .0
        .map_or_else(Vec::new, |draft| crate::passes::samples(draft, config))
}

/// The first half: everything the document says, before any decision that needs the whole.
pub fn draft(loaded: &Loaded, config: &Config) -> (Option<Draft>, Diagnostics) {
    let mut lowering = Lowering::new(loaded, config);
    let root = At::root(FileId(0), &loaded.files[0].root);
    if !root.value.is_object() {
        lowering.error("document-empty", &root, "there is no API description here");
        return (None, lowering.diagnostics);
    }
    lowering.document(&root);
    let excesses = bounds::check(&lowering.draft);
    if !excesses.is_empty() {
        excesses
            .into_iter()
            .for_each(|finding| lowering.diagnostics.push(finding));
        return (None, lowering.diagnostics);
    }
    (Some(lowering.draft), lowering.diagnostics)
}

/// What is at hand while lowering.
struct Lowering<'a> {
    loaded: &'a Loaded,
    config: &'a Config,
    draft: Draft,
    diagnostics: Diagnostics,
    /// The node of each schema that was met alone, by its identity.
    single: HashMap<usize, NodeId>,
    /// The node of each combination of schemas.
    combined: HashMap<compose::ViewKey, NodeId>,
    /// The types that may fit a schema, by its identity, as far as they were looked for.
    glances: HashMap<usize, schema::Kinds>,
    /// What schemas list under oneOf or anyOf, by identity.
    alternatives: HashMap<(usize, &'static str), HashSet<usize>>,
    /// How many more references to nothing are worth a search for what was meant.
    guesses: usize,
    /// Nodes that are still to be filled in. Children wait here, so that depth is never on the stack.
    queue: VecDeque<(NodeId, compose::View<'a>)>,
    /// What was said already, so that a schema used twice is complained about once.
    said: HashSet<(&'static str, FileId, std::sync::Arc<str>)>,
    /// What the selection of operations can name.
    offered: selection::Offered,
}

impl<'a> Lowering<'a> {
    fn new(loaded: &'a Loaded, config: &'a Config) -> Self {
        Self {
            loaded,
            config,
            draft: Draft::default(),
            diagnostics: Diagnostics::default(),
            single: HashMap::new(),
            combined: HashMap::new(),
            glances: HashMap::new(),
            alternatives: HashMap::new(),
            guesses: reference::MAX_GUESSES,
            queue: VecDeque::new(),
            said: HashSet::new(),
            offered: selection::Offered::default(),
        }
    }

    fn document(&mut self, root: &At<'a>) {
        self.info(root);
        self.draft.servers = self.servers(root);
        self.schemes(root);
        self.tags(root);
        self.components(root);
        self.drain();
        self.operations(root);
        if !self.draft.operations.is_empty() {
            self.draft.security = self.security(root);
        }
        self.webhooks(root);
        self.drain();
        self.required_variables();
        self.selected_nothing();
        let draft = &self.draft;
        if draft.operations.is_empty() && draft.components.is_empty() && draft.webhooks.is_empty() {
            self.empty(root);
        }
    }

    /// A document that says that it has no paths is one; without a word about them it is hardly the file that was meant.
    fn empty(&mut self, root: &At<'a>) {
        let message = "the document has neither operations nor webhooks nor schemas";
        let places = ["paths", "webhooks", "components"];
        if places.iter().any(|key| root.get(key).is_some()) {
            let help = "the client can send nothing; describe operations under `paths`";
            self.warn_help("document-empty", root, message, help);
        } else {
            self.error("document-empty", root, message);
        }
    }

    fn components(&mut self, root: &At<'a>) {
        let Some(schemas) = root.get("components").and_then(|at| at.get("schemas")) else {
            return;
        };
        if schemas.members().nth(bounds::SCHEMAS).is_some() {
            let at = self.origin(&schemas);
            let finding = bounds::too_large(at, "named schemas", bounds::SCHEMAS);
            self.diagnostics.push(finding);
            return;
        }
        for (name, at) in schemas.members() {
            if !self.names_elsewhere(name, &at) {
                self.component(name, at);
            }
        }
    }

    /// Whether a component is no more than a reference into another file: then it is not a type beside the one there,
    /// but the name of that.
    fn names_elsewhere(&mut self, name: &str, at: &At<'a>) -> bool {
        let Some(chain) = self.bare_chain(at) else {
            return false;
        };
        let Some(target) = chain.last().filter(|target| target.file != at.file) else {
            return false;
        };
        let id = self.schema(target);
        if self.draft.node(id).label.is_some() {
            return false;
        }
        for step in &chain {
            self.single.insert(step.key(), id);
        }
        self.component(name, at.clone());
        true
    }

    fn drain(&mut self) {
        while let Some((id, view)) = self.queue.pop_front() {
            self.fill(id, view);
        }
    }

    fn origin(&self, at: &At<'a>) -> Origin {
        self.loaded.shared_origin(at.file, &at.pointer)
    }

    fn error(&mut self, code: &'static str, at: &At<'a>, message: impl Into<String>) {
        let origin = self.origin(at);
        self.say(at, Diagnostic::error(code, origin, message));
    }

    fn warn(&mut self, code: &'static str, at: &At<'a>, message: impl Into<String>) {
        let origin = self.origin(at);
        self.say(at, Diagnostic::warning(code, origin, message));
    }

    fn warn_help(
        &mut self,
        code: &'static str,
        at: &At<'a>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let origin = self.origin(at);
        self.say(at, Diagnostic::warning(code, origin, message).help(help));
    }

    fn warn_near(
        &mut self,
        code: &'static str,
        at: &At<'a>,
        message: impl Into<String>,
        near: Option<&str>,
    ) {
        let origin = self.origin(at);
        self.say(at, Diagnostic::warning(code, origin, message).near(near));
    }

    fn note(&mut self, code: &'static str, at: &At<'a>, message: impl Into<String>) {
        let origin = self.origin(at);
        self.say(at, Diagnostic::note(code, origin, message));
    }

    fn say(&mut self, at: &At<'a>, diagnostic: Diagnostic) {
        let said = (diagnostic.code, at.file, at.pointer.clone());
        if self.said.insert(said) {
            self.diagnostics.push(diagnostic);
        }
    }
}
