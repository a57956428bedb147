//! The patterns of documents, tried on texts. In: a regular expression of ECMA-262, and a text; out: whether it matches.
//! Invariant: however a pattern backtracks, trying it ends after a set number of steps.

use fancy_regex::{Regex, RegexBuilder};

/// How many steps back a text may take; beyond them it counts as one that does not match.
const STEPS: usize = 20_000;

/// The most bytes of a compiled pattern.
const SIZE: usize = 1 << 20;

/// The most that the bytes of a pattern times those of a text may be, since trying it may take as many steps; a text
/// beyond that counts as one that does not match.
const WORK: usize = 10_000_000;

/// A pattern that can be tried.
pub(crate) struct Pattern(Regex);

impl Pattern {
    /// `None` if it is no pattern, or one that cannot be tried.
    pub(crate) fn new(pattern: &str) -> Option<Self> {
        let mut builder = RegexBuilder::new(pattern);
        builder.backtrack_limit(STEPS).delegate_size_limit(SIZE);
        builder.build().ok().map(Self)
    }

    /// Whether a text has a match in it.
    pub(crate) fn matches(&self, text: &str) -> bool {
        let work = text.len().saturating_mul(self.0.as_str().len());
        work <= WORK && self.0.is_match(text).unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn tried(pattern: &str, text: &str) -> Option<bool> {
        Pattern::new(pattern).map(|pattern| pattern.matches(text))
    }

    #[test]
    fn patterns_match_as_documents_mean_them() {
        let cases = [
            (r"^[A-Z]{2}-\d{3}$", "AB-123", true),
            (r"^[A-Z]{2}-\d{3}$", "AB-1234", false),
            ("b", "abc", true),
            (r"^(?=.*\d)(?!.*x).{3}$", "ab1", true),
            (r"^(?=.*\d)(?!.*x).{3}$", "x11", false),
            (r"^(\w)\1$", "aa", true),
            (r"^\/v\d\/$", "/v1/", true),
            ("^a$", "a\n", false),
        ];
        for (pattern, text, matches) in cases {
            assert_eq!(tried(pattern, text), Some(matches), "{pattern} {text:?}");
        }
        assert_eq!(tried("(", ""), None);
        assert_eq!(tried("(a{9000}){9000}", ""), None);
    }

    #[test]
    fn no_pattern_is_tried_for_ever() {
        let long = "a".repeat(10_000);
        for pattern in ["^(a+)+b$", "^(?=a)(a+)+b$", r"^((a+)+)\1+b$"] {
            assert_eq!(tried(pattern, &long), Some(false), "{pattern}");
        }
        // This one is its own match, which would take a step for each of its bytes at each of the text's.
        let before = std::time::Instant::now();
        assert_eq!(tried(&long, &long), Some(false));
        assert!(before.elapsed().as_secs() < 5, "{:?}", before.elapsed());
    }
}
