//! Patterns of ECMA-262, tried on what anybody may send. In: a pattern and a text; out: whether it matches somewhere.
//! Invariant: no pattern takes long: what cannot be told in time, or is no pattern, is let pass.

// [served]
use fancy_regex::{Regex, RegexBuilder};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many steps back a text may take.
const STEPS: usize = 20_000;

/// The most bytes of a compiled pattern.
const SIZE: usize = 1 << 20;

/// How long all patterns may take for one request.
const TIME: Duration = Duration::from_secs(1);

/// Patterns by their text.
type Known = HashMap<&'static str, Option<Arc<Regex>>>;

/// The patterns met so far.
static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);
// [end]

/// The patterns of a request.
#[derive(Debug)]
pub(super) struct Patterns {
    // [served]
    spent: Duration,
    // [end]
}

impl Patterns {
    pub(super) const fn new() -> Self {
        Patterns {
            // [served]
            spent: Duration::ZERO,
            // [end]
        }
    }

    /// Whether a pattern matches somewhere in a text, as far as can be told.
    #[allow(clippy::unused_self, clippy::needless_pass_by_ref_mut)]
    pub(super) fn matches(&mut self, pattern: &'static str, text: &str) -> bool {
        // [served]
        if self.spent < TIME
            && let Some(regex) = known(pattern)
        {
            let begun = Instant::now();
            let found = regex.is_match(text);
            self.spent += begun.elapsed();
            return found.unwrap_or(true);
        }
        // [end]
        let _ = (pattern, text);
        true
    }
}

// [served]
fn known(pattern: &'static str) -> Option<Arc<Regex>> {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let regex = known.entry(pattern).or_insert_with(|| {
        let mut builder = RegexBuilder::new(&ascii(pattern));
        builder.backtrack_limit(STEPS).delegate_size_limit(SIZE);
        builder.build().ok().map(Arc::new)
    });
    regex.clone()
}

/// The pattern with digits and words as ECMA-262 has them: those of ASCII alone.
fn ascii(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        out.push(character);
        if character != '\\' {
            continue;
        }
        let Some(class) = characters.next() else {
            break;
        };
        let named = match class {
            'd' => "[0-9]",
            'D' => "[^0-9]",
            'w' => "[0-9A-Za-z_]",
            'W' => "[^0-9A-Za-z_]",
            other => {
                out.push(other);
                continue;
            }
        };
        out.pop();
        out.push_str(named);
    }
    out
}
// [end]
