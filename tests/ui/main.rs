//! What the compiler says to callers who get it wrong.
//!
//! Input: a program per file. Output: passes if those in `refused/` do not compile, for the reason in the file beside each,
//! while [`fine`] does. Invariant: each refused program differs from a fine one by a single mistake.

mod fine;

#[test]
fn mistakes_do_not_compile() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/refused/*.rs");
}
