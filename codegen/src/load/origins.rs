//! In: the moves that normalisation made inside one document. Out: for a pointer into the result, the pointer into the
//! written file, and back. Invariant: a pointer nobody moved maps to itself.

use std::collections::HashMap;
use std::sync::Arc;

/// Where the parts of a normalised document came from.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    /// The moves of overlays, which run first. References are meant for the document that overlays leave.
    pub(super) overlays: Moves,
    /// The moves of `repair`.
    pub(super) repairs: Moves,
    /// The moves of the dialect's rewrite, which finds what `repair` left.
    pub(super) rewrites: Moves,
}

impl Origins {
    /// The pointer in the written file for one in the normalised document. What was made up on the way maps to the
    /// place it was made from.
    pub fn written(&self, normalised: &str) -> String {
        self.overlays
            .before(&self.repairs.before(&self.rewrites.before(normalised)))
    }

    /// The same, the pointer itself where it is the same: every schema keeps one.
    pub(super) fn shared(&self, normalised: &Arc<str>) -> Arc<str> {
        let moves = [&self.rewrites, &self.repairs, &self.overlays];
        let mut moved: Option<String> = None;
        for moves in moves {
            let pointer = moved.as_deref().unwrap_or(normalised);
            moved = translate(&moves.to_old, pointer).or(moved);
        }
        moved.map_or_else(|| Arc::clone(normalised), Arc::from)
    }

    /// The pointer in the normalised document for one in the written file, overlays applied.
    pub fn normalised(&self, written: &str) -> String {
        self.rewrites.after(&self.repairs.after(written))
    }
}

/// The moves of one rewrite: everything below `new` was below `old` before it.
#[derive(Clone, Debug, Default)]
pub(super) struct Moves {
    to_old: HashMap<String, String>,
    to_new: HashMap<String, String>,
}

impl Moves {
    /// Notes moves that happen at once: what stands at the first pointer now, will stand at the second. Of several new
    /// places the first answers for the old one.
    pub(super) fn add(&mut self, moves: impl IntoIterator<Item = (String, String)>) {
        let moves: Vec<(String, String)> = moves
            .into_iter()
            .map(|(from, to)| (self.before(&from), to))
            .collect();
        for (old, new) in moves {
            self.to_new.entry(old.clone()).or_insert(new.clone());
            self.to_old.insert(new, old);
        }
    }

    /// Notes that what stands at the second pointer was made from what is at the first, which stays what it is.
    pub(super) fn made(&mut self, from: &str, to: impl Into<String>) {
        let old = self.before(from);
        self.to_old.insert(to.into(), old);
    }

    /// Where something stood before the rewrite.
    pub(super) fn before(&self, pointer: &str) -> String {
        translate(&self.to_old, pointer).unwrap_or_else(|| pointer.to_owned())
    }

    /// Where something stands after the rewrite.
    pub(super) fn after(&self, pointer: &str) -> String {
        translate(&self.to_new, pointer).unwrap_or_else(|| pointer.to_owned())
    }
}

/// Exchanges the longest known prefix of a pointer; `None` where none is known.
fn translate(prefixes: &HashMap<String, String>, pointer: &str) -> Option<String> {
    let mut end = pointer.len();
    if prefixes.is_empty() {
        return None;
    }
    loop {
        if let Some(other) = prefixes.get(&pointer[..end]) {
            return Some(format!("{other}{}", &pointer[end..]));
        }
        end = pointer[..end].rfind('/')?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(from: &str, to: &str) -> [(String, String); 1] {
        [(from.to_owned(), to.to_owned())]
    }

    #[test]
    fn moves_inside_moves_map_both_ways() {
        let mut origins = Origins::default();
        origins.repairs.add(one("/paths/a", "/paths/~1a"));
        origins
            .rewrites
            .add(one("/parameters", "/components/parameters"));
        origins.rewrites.add(one(
            "/components/parameters/x/type",
            "/components/parameters/x/schema/type",
        ));
        assert_eq!(origins.written("/paths/~1a/get"), "/paths/a/get");
        assert_eq!(
            origins.written("/components/parameters/x/schema/type"),
            "/parameters/x/type"
        );
        assert_eq!(
            origins.normalised("/parameters/x/type"),
            "/components/parameters/x/schema/type"
        );
        assert_eq!(
            origins.normalised("/parameters/x/name"),
            "/components/parameters/x/name"
        );
        assert_eq!(origins.written("/info"), "/info");
        let pointers = [
            "/info",
            "/paths/~1a/get",
            "/components/parameters/x/schema/type",
        ];
        for pointer in pointers {
            let shared = origins.shared(&Arc::from(pointer));
            assert_eq!(*shared, *origins.written(pointer), "{pointer}");
        }
    }

    #[test]
    fn moves_of_neighbours_happen_at_once() {
        let mut moves = Moves::default();
        moves.add([
            ("/l/1".to_owned(), "/l/0".to_owned()),
            ("/l/2".to_owned(), "/l/1".to_owned()),
        ]);
        assert_eq!(moves.before("/l/0/x"), "/l/1/x");
        assert_eq!(moves.before("/l/1/x"), "/l/2/x");
        assert_eq!(moves.after("/l/2"), "/l/1");
    }
}
