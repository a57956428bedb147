//! Patterns of ECMA-262. In: a pattern and a text; out: whether it matches somewhere. Invariant: a pattern is compiled
//! once, and one that does not compile demands nothing.

use regress::Regex;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// Patterns by their text.
type Patterns = HashMap<&'static str, Option<Arc<Regex>>>;

/// The patterns met so far.
static KNOWN: LazyLock<Mutex<Patterns>> = LazyLock::new(Mutex::default);

/// Whether a pattern matches somewhere in a text.
pub(super) fn matches(pattern: &'static str, text: &str) -> bool {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let regex = known
        .entry(pattern)
        .or_insert_with(|| compile(pattern).map(Arc::new))
        .clone();
    drop(known);
    regex.is_none_or(|regex| regex.find(text).is_some())
}

/// With the flag `u`, as JSON Schema asks for; without it where the pattern is not strict enough for that.
fn compile(pattern: &str) -> Option<Regex> {
    let strict = Regex::with_flags(pattern, "u");
    strict.or_else(|_| Regex::new(pattern)).ok()
}
