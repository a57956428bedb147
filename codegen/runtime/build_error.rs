//! Why there is no client. In: what is wrong with a setting; out: that, and what would mend it. Invariant: no secret is in it.

use std::fmt::{self, Display, Formatter};

/// Why a client could not be built, and what would mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    reason: String,
    /// The method of the builder that gives another value.
    setter: Option<&'static str>,
    /// The variable of the environment that does.
    variable: Option<&'static str>,
}

impl BuildError {
    pub(super) fn new(reason: impl Into<String>) -> Self {
        BuildError {
            reason: reason.into(),
            setter: None,
            variable: None,
        }
    }

    /// A value that a method of the builder gives, or would have to.
    pub(super) fn of(setter: &'static str, reason: impl Into<String>) -> Self {
        BuildError {
            setter: Some(setter),
            ..BuildError::new(reason)
        }
    }

    /// The same where a variable of the environment would do as well.
    pub(super) fn or_variable(self, variable: Option<&'static str>) -> Self {
        BuildError { variable, ..self }
    }

    /// The same for one who has no builder at hand.
    #[cfg(feature = "cli")]
    pub(super) fn of_environment(self) -> Self {
        BuildError {
            setter: None,
            ..self
        }
    }
}

impl Display for BuildError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)?;
        match (self.setter, self.variable) {
            (Some(setter), Some(variable)) => {
                write!(f, "; the variable `{variable}` or `.{setter}(…)` sets it")
            }
            (Some(setter), None) => write!(f, "; `.{setter}(…)` sets it"),
            (None, Some(variable)) => write!(f, "; the variable `{variable}` sets it"),
            (None, None) => Ok(()),
        }
    }
}

impl std::error::Error for BuildError {}
