//! What both kinds of fuzzing share: the property tests of `tests/fuzz.rs` and the coverage-guided targets of `fuzz/`. In:
//! bytes; out: a document made of them, and a verdict on what specsmith does with it. Invariant: the same bytes are the
//! same document, whoever asks.

pub(crate) mod check;
pub(crate) mod choices;
pub(crate) mod mutate;
pub(crate) mod schema;
