//! In: the moves that normalisation made inside one document. Out: for a pointer into the result, the pointer into the
//! written file, and back. Invariant: a pointer nobody moved maps to itself.

use std::collections::HashMap;

/// Where the parts of a normalised document came from.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    /// One set of moves for each rewrite, in the order they ran.
    stages: Vec<Moves>,
}

/// The moves of one rewrite: everything below `new` was below `old` before it.
#[derive(Clone, Debug, Default)]
pub(super) struct Moves {
    to_old: HashMap<String, String>,
    to_new: HashMap<String, String>,
}

impl Origins {
    /// The pointer in the written file for one in the normalised document. What was made up on the way maps to the
    /// nearest written place around it.
    pub fn written(&self, normalised: &str) -> String {
        let mut pointer = normalised.to_owned();
        for stage in self.stages.iter().rev() {
            pointer = translate(&stage.to_old, &pointer).unwrap_or(pointer);
        }
        pointer
    }

    /// The pointer in the normalised document for one in the written file.
    pub fn normalised(&self, written: &str) -> String {
        let mut pointer = written.to_owned();
        for stage in &self.stages {
            pointer = translate(&stage.to_new, &pointer).unwrap_or(pointer);
        }
        pointer
    }

    /// Adds the moves of one more rewrite.
    pub(super) fn push(&mut self, stage: Moves) {
        if !stage.to_old.is_empty() {
            self.stages.push(stage);
        }
    }
}

impl Moves {
    /// Notes that what stood at `old` stands at `new` now. Of several new places the first answers for the old one.
    pub(super) fn add(&mut self, old: impl Into<String>, new: impl Into<String>) {
        let (old, new) = (old.into(), new.into());
        self.to_new.entry(old.clone()).or_insert(new.clone());
        self.to_old.insert(new, old);
    }
}

/// Exchanges the longest known prefix of a pointer.
fn translate(prefixes: &HashMap<String, String>, pointer: &str) -> Option<String> {
    let mut end = pointer.len();
    loop {
        if let Some(other) = prefixes.get(&pointer[..end]) {
            return Some(format!("{other}{}", &pointer[end..]));
        }
        end = pointer[..end].rfind('/')?;
    }
}
