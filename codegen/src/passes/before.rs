//! What everything would be called without the renames. In: a draft; out: the published names with those that nothing has a line
//! for. Invariant: what is renamed has a former name, whether or not there is a file of names.

use super::{decide, freeze};
use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics};
use crate::emit::visible;
use crate::ir::{Api, Type, TypeDef, TypeKind};
use crate::lower::draft::Draft;
use crate::published::{Published, Rename};

/// An API before its renames.
pub(super) struct Before {
    /// The settings, with all names published.
    pub(super) config: Config,
    api: Api,
    /// Second choices, which are published names in that run.
    pub(super) taken: Diagnostics,
}

/// The API as it would be without the renames, if there are any.
pub(super) fn run(draft: &Draft, config: &Config) -> Option<Before> {
    if config.published.renames.is_empty() {
        return None;
    }
    let mut config = config.clone();
    let renames = std::mem::take(&mut config.published.renames);
    let mut decided = decide(draft.clone(), &config);
    let found = std::mem::take(&mut decided.diagnostics);
    // An index of a list stands for what is there.
    let place_of = |pointer: &str| decided.names.published.place_of(pointer);
    let written = renames.iter().map(|rename| Rename {
        place: place_of(&rename.place),
        ..rename.clone()
    });
    let renames: Vec<Rename> = written.collect();
    let mut taken = Diagnostics::default();
    // Of the rest the run with the renames tells.
    let notes = found.iter().filter(|one| one.code == "name-taken");
    for note in notes {
        let pointer = note.at.as_ref().map_or("", |at| &*at.pointer);
        if !is_renamed(&place_of(pointer), &renames) {
            taken.push(note.clone());
        }
    }
    let api = freeze::run(decided, &config, "");
    config.published = Published::of(&api);
    config.published.renames = renames;
    Some(Before { config, api, taken })
}

impl Before {
    /// Tells of types that were one, and of which a rename makes two.
    pub(super) fn tell_of_splits(&self, api: &Api, diagnostics: &mut Diagnostics) {
        for def in &self.api.types {
            let Some(target) = same(&self.api, def) else {
                continue;
            };
            let places = [&def.place, &target.place];
            let inside = |rename: &&Rename| {
                let rests = places.map(|place| rename.place.strip_prefix(place.as_str()));
                rests
                    .into_iter()
                    .flatten()
                    .any(|rest| rest.starts_with('/'))
            };
            let mut renames = self.config.published.renames.iter();
            let Some(rename) = renames.find(inside) else {
                continue;
            };
            let after = places.map(|place| api.types.iter().find(|one| one.place == *place));
            let [Some(one), Some(other)] = after else {
                continue;
            };
            if is_one(api, one, other) {
                continue;
            }
            let message = format!(
                "`{}` and `{}` were one type and are two from now on, which is a major version",
                visible(&target.name.0),
                visible(&def.name.0)
            );
            let note = Diagnostic::note("rename-splits", rename.at.clone(), message);
            diagnostics.push(note.help("rename the same member of the other, too"));
        }
    }
}

/// Whether what a note is about, by its place, has another name by now.
fn is_renamed(place: &str, renames: &[Rename]) -> bool {
    renames.iter().any(|rename| {
        let rest = rename.place.strip_prefix(place);
        let id = |rest: &str| {
            rest.strip_prefix("/operationId/")
                .is_some_and(|id| !id.contains('/'))
        };
        rest.is_some_and(|rest| rest.is_empty() || id(rest))
    })
}

/// The type that an inline one is another name for.
fn same<'a>(api: &'a Api, def: &TypeDef) -> Option<&'a TypeDef> {
    match def.kind {
        TypeKind::Alias(Type::Named(id)) if !def.root => api.types.get(id.0 as usize),
        _ => None,
    }
}

/// Whether two types are names for one.
fn is_one(api: &Api, one: &TypeDef, other: &TypeDef) -> bool {
    let end = |def: &TypeDef| same(api, def).map_or(def.name.clone(), |target| target.name.clone());
    end(one) == end(other)
}
