//! Following `$ref`: in, a value that may be a reference; out, the value it stands for. Invariant: every chain ends, a
//! missing or circular one with a diagnostic.

use super::Lowering;
use super::read::{At, last_token};
use crate::source::FileId;

/// How many references a chain may have.
const MAX_CHAIN: usize = 64;

/// For how many references to nothing a near name is looked for: each is compared with every schema, and whoever misses
/// more has another trouble than a slip of the pen.
pub(super) const MAX_GUESSES: usize = 200;

/// Parents of what has a name of its own.
const NAMED_PARENTS: [&str; 3] = ["/schemas", "/definitions", "/$defs"];

impl<'a> Lowering<'a> {
    /// One step: what the reference at `at` points at.
    pub(super) fn hop(&mut self, at: &At<'a>) -> Option<At<'a>> {
        let reference = at.str("$ref")?;
        if let Some(target) = self.peek_hop(at) {
            return Some(target);
        }
        let message = format!(
            "nothing is found at `{reference}`; a schema takes any value then, anything else is left out"
        );
        let near = self.near_target(at.file, reference);
        let place = at.get("$ref").unwrap_or_else(|| at.clone());
        // Of a file that cannot be read was told when it could not.
        if near.is_some() || self.loaded.has_read(at.file, reference) {
            self.warn_near("ref-missing", &place, message, near);
        }
        None
    }

    /// All steps: the value itself where it is no reference, `None` where the chain breaks.
    pub(super) fn follow(&mut self, at: &At<'a>) -> Option<At<'a>> {
        let mut at = at.clone();
        for _ in 0..MAX_CHAIN {
            if !is_reference(&at) {
                return Some(at);
            }
            at = self.hop(&at)?;
        }
        self.warn("ref-cycle", &at, "this reference leads back to itself");
        None
    }

    /// The same in silence.
    pub(super) fn peek(&self, at: &At<'a>) -> Option<At<'a>> {
        let mut at = at.clone();
        for _ in 0..MAX_CHAIN {
            if !is_reference(&at) {
                return Some(at);
            }
            at = self.peek_hop(&at)?;
        }
        None
    }

    /// The steps from a reference with nothing beside it to what is none; `None` where there is none or it breaks.
    pub(super) fn bare_chain(&self, at: &At<'a>) -> Option<Vec<At<'a>>> {
        let mut chain = vec![at.clone()];
        for _ in 0..MAX_CHAIN {
            let last = chain.last()?;
            if !is_reference(last) {
                return (chain.len() > 1).then_some(chain);
            }
            if last.map()?.len() > 1 {
                return None;
            }
            chain.push(self.peek_hop(last)?);
        }
        None
    }

    fn peek_hop(&self, at: &At<'a>) -> Option<At<'a>> {
        self.lookup(at.file, at.str("$ref")?)
    }

    /// What a reference written in `file` points at.
    pub(super) fn lookup(&self, file: FileId, reference: &str) -> Option<At<'a>> {
        let target = self.loaded.resolve(file, reference)?;
        Some(At {
            file: target.file,
            pointer: target.pointer.into(),
            value: target.value,
        })
    }

    /// The name that a schema has where it stands: a key under `schemas`, `definitions` or `$defs`, or the name of a
    /// file that is one schema.
    pub(super) fn name_of(&self, at: &At<'a>) -> Option<String> {
        if at.pointer.is_empty() {
            let name = &self.loaded.sources.get(at.file)?.name;
            let mut folders = name
                .rsplit('/')
                .map(|part| part.split('.').next().unwrap_or(part));
            let own = folders.next()?;
            // A file that has its name from its folder.
            let vague = matches!(own, "index" | "_index" | "schema");
            let folder = folders.next().filter(|folder| vague && !folder.is_empty());
            return Some(folder.unwrap_or(own).to_owned());
        }
        let (parent, _) = at.pointer.rsplit_once('/')?;
        NAMED_PARENTS
            .iter()
            .any(|ending| parent.ends_with(ending))
            .then(|| last_token(&at.pointer))
    }

    /// What a reference to nothing may have meant: a neighbour of what it names, in the file that it names.
    pub(super) fn near_target(&mut self, file: FileId, reference: &str) -> Option<&'a str> {
        self.guesses = self.guesses.checked_sub(1)?;
        let (parent, _) = reference.rsplit_once('/')?;
        let around = self.lookup(file, parent).filter(|_| parent.contains('#'))?;
        let names = around.value.as_object()?.keys();
        crate::diag::suggest(&last_token(reference), names.map(String::as_str))
    }
}

/// Whether a value is a reference: an object with a `$ref` that is a string.
pub(super) fn is_reference(at: &At<'_>) -> bool {
    at.str("$ref").is_some()
}
