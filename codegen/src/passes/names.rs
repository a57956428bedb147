//! Names of types, operations and files: in, the settled draft; out, a final name for everything that stands in the
//! scope of the crate. Invariant: named schemas choose first, then what is inside them, then operations; an inline type
//! is called by its path, so that what is added elsewhere renames nothing.

mod absent;
mod live;
mod operation;
mod rename;
mod reserved;
mod webhook;

use std::collections::{HashMap, HashSet, VecDeque};

use super::recursion::Recursion;
use super::scope::Scope;
use super::{Context, freeze, ident, places, variants};
use crate::diag::Diagnostic;
use crate::lower::draft::{Draft, Extra, Kind, NodeId, Struct};
use crate::published::Published;
use reserved::{RESERVED_MODULES, RESERVED_TYPES};

/// The name of a type.
#[derive(Clone, Debug)]
pub(super) struct TypeName {
    /// Its Rust name.
    pub(super) name: String,
    /// The file it stands in.
    pub(super) module: String,
    /// Whether the file is called after it.
    pub(super) root: bool,
    /// Its path in the document.
    pub(super) wire_name: String,
    /// Its place among the types of its file.
    pub(super) position: usize,
}

/// The names of an operation.
#[derive(Clone, Debug, Default)]
pub(super) struct OperationNames {
    /// The method.
    pub(super) method: String,
    /// The builder.
    pub(super) type_name: String,
    /// The enum of its successes.
    pub(super) success: String,
    /// The enum of its failures.
    pub(super) failure: String,
    /// What reads the headers of its responses.
    pub(super) headers: Option<String>,
}

/// Every name that is chosen here.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// Of the types.
    pub(super) types: HashMap<NodeId, TypeName>,
    /// Of the branches of unions, in their order.
    pub(super) variants: HashMap<NodeId, Vec<String>>,
    /// Of the operations, in their order.
    pub(super) operations: Vec<OperationNames>,
    /// Of the functions that read webhooks and callbacks, in their order.
    pub(super) webhooks: Vec<String>,
    /// Of the tags: the file of each.
    pub(super) tags: HashMap<String, String>,
    /// Of the files under `models/`: those that are taken.
    pub(super) modules: Scope,
    /// Those that were published before.
    pub(super) published: Published,
}

/// The pass.
pub(super) fn run(draft: &Draft, recursion: &Recursion, context: &mut Context<'_>) -> Names {
    let mut namer = Namer {
        draft,
        recursion,
        names: Names {
            modules: Scope::any_case(&RESERVED_MODULES),
            published: context.config.published.clone(),
            ..Names::default()
        },
        types: Scope::with(&RESERVED_TYPES),
        builders: Scope::with(&RESERVED_TYPES),
        named: Vec::new(),
        waiting: VecDeque::new(),
        kept: HashSet::new(),
        context,
    };
    namer.names.published.set_places(places::places(draft));
    namer.forget();
    let renames = namer.rename();
    // What is published is not to be had.
    for name in namer.names.published.types() {
        namer.types.reserve(name);
    }
    // A schema that is called as its type would be has the first choice.
    for exact in [true, false] {
        for id in &draft.components {
            let label = draft.node(*id).label.as_deref().unwrap_or_default();
            if (ident::type_name(label) == label) == exact {
                namer.component(*id);
            }
        }
    }
    for id in &draft.components {
        namer.inside(*id);
        namer.drain();
    }
    namer.operations();
    namer.webhooks();
    namer.tags();
    namer.tell_of_renames(&renames);
    namer.names
}

/// An inline schema that may need a name.
#[derive(Debug)]
struct Waiting {
    node: NodeId,
    wish: String,
    wire_name: String,
    module: String,
}

struct Namer<'a, 'c, 'd> {
    draft: &'a Draft,
    recursion: &'a Recursion,
    names: Names,
    types: Scope,
    builders: Scope,
    /// The types in the order of their names, so that the latest are found without asking all.
    named: Vec<NodeId>,
    waiting: VecDeque<Waiting>,
    /// The published names of types that are given again.
    kept: HashSet<String>,
    context: &'c mut Context<'d>,
}

/// How long the path of an inline schema is shown.
const MAX_PATH: usize = 400;

/// The beginning of a path, as far as anybody reads it.
fn clip(mut path: String) -> String {
    if path.len() > MAX_PATH {
        path.truncate(path.floor_char_boundary(MAX_PATH - '…'.len_utf8()));
        path.push('…');
    }
    path
}

impl Namer<'_, '_, '_> {
    fn component(&mut self, id: NodeId) {
        let label = self.draft.node(id).label.clone().unwrap_or_default();
        let wish = ident::type_name(&label);
        let name = self.claim_type(&wish, &format!("{wish}Model"), id);
        let module = self.names.modules.claim(&[ident::module_name(&name)]).0;
        self.put(id, name, module, true, label);
    }

    fn claim_type(&mut self, wish: &str, second: &str, id: NodeId) -> String {
        let node = self.draft.node(id);
        // What is not emitted takes no name from what is at the same place and is.
        let used = self.is_emitted(id);
        let published = self.names.published.of_type(&node.origin);
        if let Some(name) = published.filter(|_| used) {
            let name = name.to_owned();
            // Of several types of one place the first has the name.
            if self.kept.insert(name.clone()) {
                return name;
            }
        }
        let wishes = if is_reserved(wish) {
            vec![wish.to_owned(), second.to_owned()]
        } else {
            vec![wish.to_owned()]
        };
        let (name, first) = self.types.claim(&wishes);
        if !first && used {
            let message = format!("the name `{wish}` is taken; this type is called `{name}`");
            let at = self.draft.node(id).origin.clone();
            let note = Diagnostic::note("name-taken", at, message);
            self.context.diagnostics.push(note);
        }
        name
    }

    fn put(&mut self, id: NodeId, name: String, module: String, root: bool, wire_name: String) {
        let position = self.named.len();
        self.named.push(id);
        let name = TypeName {
            name,
            module,
            root,
            wire_name,
            position,
        };
        self.names.types.insert(id, name);
    }

    fn drain(&mut self) {
        while let Some(waiting) = self.waiting.pop_front() {
            self.visit(waiting);
        }
    }

    /// Names an inline schema if it is a type of its own, and goes on with what it is made of.
    fn visit(&mut self, mut waiting: Waiting) {
        loop {
            let node = self.draft.node(waiting.node);
            if node.label.is_some() || self.names.types.contains_key(&waiting.node) {
                return;
            }
            match node.kind {
                Kind::Ref(next) if !self.recursion.kept.contains(&waiting.node) => {
                    waiting.node = next;
                }
                _ => break,
            }
        }
        if self.recursion.is_named(self.draft, waiting.node) {
            let wish = ident::type_name(&waiting.wish);
            let name = self.claim_type(&wish, &format!("{wish}Model"), waiting.node);
            self.put(waiting.node, name, waiting.module, false, waiting.wire_name);
            self.inside(waiting.node);
        } else {
            self.parts(&waiting);
        }
    }

    /// What a named type is made of.
    fn inside(&mut self, id: NodeId) {
        let Some(name) = self.names.types.get(&id) else {
            return;
        };
        let parent = Waiting {
            node: id,
            wish: name.name.clone(),
            wire_name: name.wire_name.clone(),
            module: name.module.clone(),
        };
        self.parts(&parent);
    }

    fn parts(&mut self, parent: &Waiting) {
        match &self.draft.node(parent.node).kind {
            Kind::Any
            | Kind::Null
            | Kind::Bool
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::String
            | Kind::Formatted(_)
            | Kind::Binary
            | Kind::Enum(_) => {}
            Kind::Ref(target) => self.wait(*target, parent, "", ""),
            Kind::List(item) => self.wait(*item, parent, "Item", "[]"),
            Kind::Tuple(items, rest) => {
                for (index, item) in items.iter().enumerate() {
                    self.wait(
                        *item,
                        parent,
                        &format!("Part{}", index + 1),
                        &format!("[{index}]"),
                    );
                }
                if let Some(rest) = rest {
                    self.wait(*rest, parent, "Item", "[]");
                }
            }
            Kind::Map(key, value) => {
                if let Some(key) = key {
                    self.wait(*key, parent, "Key", ".*");
                }
                self.wait(*value, parent, "Value", ".*");
            }
            Kind::Struct(object) => {
                self.tell_of_fields(parent.node, object);
                for field in &object.fields {
                    if self.is_leaf(field.node) {
                        continue;
                    }
                    let word = ident::word(&field.wire_name);
                    self.wait(field.node, parent, &word, &format!(".{}", field.wire_name));
                }
                if let Extra::Typed(node) = object.extra {
                    self.wait(node, parent, "Value", ".*");
                }
            }
            Kind::Union(union) => {
                let variants = variants::names(self.draft, parent.node, &self.names);
                for (branch, variant) in union.branches.iter().zip(&variants) {
                    self.wait(branch.node, parent, variant, &format!(".{variant}"));
                }
                self.names.variants.insert(parent.node, variants);
            }
        }
    }

    /// Whether a type becomes code: what nobody sends does not.
    fn is_emitted(&self, id: NodeId) -> bool {
        let direction = self.draft.node(id).direction;
        direction.request || direction.response
    }

    /// Fields whose names another one has already.
    fn tell_of_fields(&mut self, id: NodeId, object: &Struct) {
        if !self.is_emitted(id) {
            return;
        }
        let names = freeze::field_names(object, &self.draft.node(id).origin, &self.names.published);
        for (field, named) in object.fields.iter().zip(names) {
            if named.is_second {
                let name = named.name;
                let message = format!(
                    "the name that `{}` would have is taken; this field is called `{name}`",
                    field.wire_name
                );
                let at = self.draft.node(field.node).origin.clone();
                let note = Diagnostic::note("name-taken", at, message);
                self.context.diagnostics.push(note);
            }
        }
    }

    /// Whether nothing at a node can need a name.
    fn is_leaf(&self, id: NodeId) -> bool {
        let mut id = id;
        loop {
            let node = self.draft.node(id);
            match &node.kind {
                _ if node.label.is_some() => return true,
                Kind::Ref(next) | Kind::List(next) | Kind::Map(None, next)
                    if !self.recursion.kept.contains(&id) =>
                {
                    id = *next;
                }
                kind => {
                    let nameless = matches!(
                        kind,
                        Kind::Any
                            | Kind::Null
                            | Kind::Bool
                            | Kind::Integer(_)
                            | Kind::Number(_)
                            | Kind::String
                            | Kind::Formatted(_)
                            | Kind::Binary
                    );
                    return nameless && !self.recursion.kept.contains(&id);
                }
            }
        }
    }

    fn wait(&mut self, node: NodeId, parent: &Waiting, word: &str, path: &str) {
        if self.is_leaf(node) {
            return;
        }
        self.waiting.push_back(Waiting {
            node,
            wish: format!("{}{word}", parent.wish),
            wire_name: clip(format!("{}{path}", parent.wire_name)),
            module: parent.module.clone(),
        });
    }

    fn tags(&mut self) {
        let mut scope = Scope::any_case(&RESERVED_MODULES);
        let tags = self.draft.operations.iter();
        let tags = tags.map(|operation| operation.group.clone().unwrap_or_default());
        let tags: Vec<String> = tags.collect();
        for tag in &tags {
            let published = self.names.published.of_tag(tag_label(tag));
            if let Some(module) = scope.keep(published) {
                self.names.tags.insert(tag.clone(), module);
            }
        }
        for name in self.names.published.modules() {
            scope.reserve(name);
        }
        for tag in tags {
            let wish = ident::module_name(tag_label(&tag));
            let module = self.names.tags.entry(tag);
            module.or_insert_with(|| scope.claim(&[wish]).0);
        }
    }
}

/// What the group of the operations without a tag is called.
fn tag_label(tag: &str) -> &str {
    if tag.is_empty() { "default" } else { tag }
}

fn is_reserved(name: &str) -> bool {
    RESERVED_TYPES.contains(&name)
}
