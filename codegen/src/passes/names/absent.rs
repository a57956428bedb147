//! Renames of what cannot be renamed or is not there. In: such a rename; out: what is said of it. Invariant: only what stands
//! beside the place that is written is taken for what was meant.

use super::Namer;
use crate::diag::{Diagnostic, suggest};
use crate::emit::visible;
use crate::published::Rename;
use crate::source::FileId;

impl Namer<'_, '_, '_> {
    /// What is said of a rename of what cannot be renamed or is not there.
    pub(super) fn absent<'p>(
        &self,
        rename: &Rename,
        places: impl IntoIterator<Item = &'p String>,
    ) -> Diagnostic {
        let shown = rename.shown();
        if self.is_elsewhere(&rename.place) {
            let message = format!("what is at `{}` is in another file", visible(&shown));
            let help = "types of other files keep their names; delete the entry";
            return Diagnostic::error("rename-fixed", rename.at.clone(), message).help(help);
        }
        if self.names.published.is_known(&rename.place) {
            let message = format!("what is at `{}` keeps its name", visible(&shown));
            return Diagnostic::error("rename-fixed", rename.at.clone(), message);
        }
        if self.is_there(&rename.place) {
            let message = format!(
                "what is at `{}` is in the document, but nothing of the client",
                visible(&shown)
            );
            let help = "delete the entry; what has a name in Rust, and is sent or received, can be renamed";
            return Diagnostic::error("rename-unknown", rename.at.clone(), message).help(help);
        }
        let near = near(&shown, places.into_iter().map(String::as_str));
        let help = match near {
            Some(near) => format!("did you mean `{}`?", visible(&near)),
            None => {
                "delete the entry, or write the place as in the `.names` file beside the document"
                    .to_owned()
            }
        };
        unknown(rename).help(help)
    }

    /// Whether a schema of the document is at a place.
    fn is_there(&self, place: &str) -> bool {
        let mut nodes = self.draft.ids().map(|id| &self.draft.node(id).origin);
        nodes.any(|at| at.file == FileId(0) && self.names.published.place(at) == place)
    }

    /// Whether a place is one of another file, by its name or since nothing but a type there has it.
    fn is_elsewhere(&self, place: &str) -> bool {
        let named = place.split_once('#');
        let pointer = named.map_or(place, |(_, pointer)| pointer);
        let ids = self.draft.ids();
        let mut found = ids
            .filter(|id| *self.draft.node(*id).origin.pointer == *pointer)
            .peekable();
        let any = found.peek().is_some();
        any && found.all(|id| self.draft.node(id).origin.file != FileId(0))
    }
}

/// The place beside another one that was probably meant.
fn near<'p>(place: &str, places: impl Iterator<Item = &'p str>) -> Option<String> {
    let (list, name) = place.rsplit_once('/')?;
    let beside = places.filter_map(|one| one.rsplit_once('/').filter(|(other, _)| *other == list));
    let near = suggest(name, beside.map(|(_, name)| name))?;
    Some(format!("{list}/{near}"))
}

/// What is said of a rename of what is not there.
pub(super) fn unknown(rename: &Rename) -> Diagnostic {
    let message = format!("nothing of the client is at `{}`", visible(&rename.shown()));
    Diagnostic::error("rename-unknown", rename.at.clone(), message)
}
