//! What went wrong or was repaired: every stage returns `Diagnostics` beside its result, nothing is printed before
//! the end. Invariant: a diagnostic has a stable code, and says what, where and what to do.

mod codes;
mod render;
mod suggest;

pub use codes::Code;
pub use render::{render, to_json};
pub use suggest::suggest;
pub(crate) use suggest::words_alike;

use crate::source::Origin;

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing usable comes out.
    Error,
    /// Something was repaired, dropped or weakened.
    Warning,
    /// Worth knowing.
    Note,
}

/// One finding about the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable kebab-case code, for example `ref-missing`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where it is, if it is about one place.
    pub at: Option<Origin>,
    /// What is the matter.
    pub message: String,
    /// What to do about it, where the code does not say that as well: see [`Diagnostic::remedy`].
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(
        code: &'static str,
        at: impl Into<Option<Origin>>,
        message: impl Into<String>,
    ) -> Self {
        Self::new(code, Severity::Error, at, message)
    }

    /// A warning at a place.
    pub fn warning(
        code: &'static str,
        at: impl Into<Option<Origin>>,
        message: impl Into<String>,
    ) -> Self {
        Self::new(code, Severity::Warning, at, message)
    }

    /// A note at a place.
    pub fn note(
        code: &'static str,
        at: impl Into<Option<Origin>>,
        message: impl Into<String>,
    ) -> Self {
        Self::new(code, Severity::Note, at, message)
    }

    fn new(
        code: &'static str,
        severity: Severity,
        at: impl Into<Option<Origin>>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            code,
            severity,
            at: at.into(),
            message: message.into(),
            help: None,
        }
    }

    /// What to do about it: its own help, or for more than a note that of its code.
    pub fn remedy(&self) -> Option<&str> {
        let of_code = || match self.severity {
            Severity::Error | Severity::Warning => Some(Code::find(self.code)?.remedy),
            Severity::Note => None,
        };
        self.help.as_deref().or_else(of_code)
    }

    /// The same with a remedy of its own.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Asks whether something near was meant, if there is any.
    #[must_use]
    pub(crate) fn near(self, near: Option<&str>) -> Self {
        match near {
            Some(near) => self.help(format!("did you mean `{near}`?")),
            None => self,
        }
    }
}

/// The findings of a run, in the order they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds all findings of another stage.
    pub fn extend(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// The same about what is past: what cannot be mended any more is a warning, with no remedy but that.
    pub(crate) fn past(mut self) -> Self {
        for one in &mut self.list {
            if one.severity == Severity::Error {
                one.severity = Severity::Warning;
                one.help = Some("it is past mending, and left out of the comparison".to_owned());
            }
        }
        self
    }

    /// The findings.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// Whether there is an error among them.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|d| d.severity == severity).count()
    }
}
