//! In: two versions of a document and a workspace that uses the crate generated from it. Out: the lines of that workspace
//! which a change touches, before anything is generated. Invariant: what the compiler will refuse is among them; where the
//! type of a value is not known, a member of the name counts, and the line says so.

mod block;
mod branch;
mod call;
mod cause;
mod code;
mod declared;
mod deep;
mod defined;
mod find;
mod known;
mod link;
mod member;
mod of;
pub(crate) mod origins;
mod own;
mod pattern;
pub mod render;
mod scope;
pub(crate) mod surface;
mod template;
mod tree;
mod unplaced;
mod walk;
mod workspace;

use std::cell::RefCell;
use std::path::PathBuf;
use std::thread;

use syn::visit::Visit;

use crate::ir::{Api, Name};
use crate::review::report::{Report, Rust, Wire};
use code::Code;
use known::Known;
use link::Link;
use own::Own;
use scope::World;
pub use unplaced::Unplaced;
use walk::{Use, Walk};

/// A line that a change touches.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Touch {
    /// The file, from the workspace on.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The line itself.
    pub source: String,
    /// The item of the generated crate: `shop::Order.note`.
    pub item: String,
    /// What happens to it, in a few words.
    pub message: String,
    /// The rule of the change, empty if none is about it.
    pub rule: String,
    /// The fingerprint of the change.
    pub fingerprint: String,
    /// What the change does on the wire.
    pub wire: Wire,
    /// What it does to the line.
    pub rust: Rust,
    /// Whether the type was not known there, and only the name fits.
    pub perhaps: bool,
}

/// The impact of a difference.
#[derive(Clone, Debug, Default)]
pub struct Impact {
    /// The lines, by file and line.
    pub touches: Vec<Touch>,
    /// How many files were looked at.
    pub files: usize,
    /// Files that could not be read as Rust, with the reason.
    pub unread: Vec<String>,
    /// Changes that are major for Rust code and touch no line.
    pub unplaced: Vec<Unplaced>,
}

impl Impact {
    /// Whether code may have to be changed: a line is touched, or nobody can tell whether one is.
    pub fn is_any(&self) -> bool {
        !self.touches.is_empty() || self.unplaced.iter().any(|one| !one.looked_for)
    }
}

/// A document before and after, and the difference.
#[derive(Debug)]
pub struct Pair {
    /// What was generated from.
    pub base: Api,
    /// What will be; `None` for a document that is gone.
    pub revision: Option<Api>,
    /// What changed.
    pub report: Report,
}

/// Where to look.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The folder of the workspace.
    pub workspace: PathBuf,
    /// The package of the generated crate; found out, if none is given.
    pub package: Option<String>,
    /// The module of the API in it; that of the document, if none is given.
    pub module: Option<String>,
}

/// In bytes: enough for the code that [`deep`] lets through.
const STACK: usize = 256 << 20;

/// Finds the lines that the changes of some documents touch. Errors: the workspace or the generated crate cannot be found
/// out, or there is no memory for a stack.
pub fn impact(pairs: Vec<Pair>, options: &Options) -> Result<Impact, String> {
    thread::scope(|scope| {
        // Code is a tree that is walked down, and a crate's may be deep.
        let builder = thread::Builder::new().stack_size(STACK);
        let looking = builder.spawn_scoped(scope, || impact_of(pairs, options));
        let looking = looking.map_err(|error| format!("no stack to read code with: {error}"))?;
        looking
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

fn impact_of(pairs: Vec<Pair>, options: &Options) -> Result<Impact, String> {
    let (users, generated) = workspace::users(&options.workspace, options.package.as_deref())?;
    let files = users.iter().map(|user| user.files.len()).sum();
    let code = code::read(users, &options.workspace);
    let mut impact = Impact {
        files,
        unread: code.unread.clone(),
        ..Impact::default()
    };
    let single = pairs.len() == 1;
    for mut pair in pairs {
        name(&mut pair, single, options, &generated.modules)?;
        let link = Link::new(&pair);
        if !link.is_empty() {
            look(&link, &code, &mut impact);
        }
        let unplaced = unplaced::unplaced(&pair.report, &link, &impact.touches);
        impact.unplaced.extend(unplaced);
    }
    impact.unplaced.sort();
    impact.unplaced.dedup();
    impact.touches.sort();
    impact.touches.dedup();
    Ok(impact)
}

/// Gives both sides the name of the module that the workspace uses.
fn name(
    pair: &mut Pair,
    single: bool,
    options: &Options,
    modules: &std::collections::BTreeSet<String>,
) -> Result<(), String> {
    let own = options.module.as_ref().unwrap_or(&pair.base.module.0);
    let module = match (&options.module, single) {
        (Some(_), false) => return Err("--module is for one document".to_owned()),
        _ if modules.is_empty() || modules.contains(own) => own.clone(),
        (None, true) if modules.len() == 1 => modules.iter().next().cloned().unwrap_or_default(),
        _ => {
            let known: Vec<&str> = modules.iter().map(String::as_str).collect();
            let known = known.join(", ");
            return Err(format!(
                "the generated crate has no module `{own}`, but {known}: name it with --module"
            ));
        }
    };
    pair.base.module = Name(module.clone());
    if let Some(revision) = &mut pair.revision {
        revision.module = Name(module);
    }
    Ok(())
}

/// Finds the uses of touched items.
fn look(link: &Link<'_>, code: &Code, impact: &mut Impact) {
    let touched = link.items();
    let known = Known::new(link.module(), link.surface(), &touched);
    let files: Vec<_> = code.files.iter().map(|one| (one.at, &one.items)).collect();
    let found = RefCell::default();
    let own = Own::read(&known, &code.tree, &found, &files);
    let world = World {
        known: &known,
        own: &own,
        tree: &code.tree,
        found: &found,
    };
    let mut uses = Vec::new();
    for (number, file) in code.files.iter().enumerate() {
        let mut walk = Walk::new(world, number, file.at);
        walk.visit_file(&file.items);
        uses.extend(walk.uses);
    }
    for found in merged(uses) {
        let file = &code.files[found.file];
        let source = file.text.lines().nth(found.line - 1).unwrap_or_default();
        let touches = link.touches(&found, &file.shown, source);
        impact.touches.extend(touches);
    }
}

/// One use a line and item, a certain one if there is.
fn merged(mut uses: Vec<Use>) -> Vec<Use> {
    uses.sort_by(|a, b| {
        let by_item = (a.file, a.line, &a.key).cmp(&(b.file, b.line, &b.key));
        by_item.then((a.perhaps, a.column).cmp(&(b.perhaps, b.column)))
    });
    uses.dedup_by(|next, first| {
        (next.file, next.line, &next.key) == (first.file, first.line, &first.key)
    });
    uses
}
