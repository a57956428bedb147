//! Mistakes in YAML that one line shows by itself. In: a text and where reading it stopped. Out: what is wrong with that line.
//! Invariant: what the reader complains of decides what is looked for, so that nothing else is claimed.

use super::yaml::{BEGIN_ITEM, IN_QUOTES, NO_ITEM};
use super::{Mistake, line};
use crate::load::parse::SyntaxError;

/// The line at which reading stopped.
struct Here<'a> {
    line: &'a str,
    /// The number of the line and the column, from 1.
    at: (usize, usize),
    /// What stands before the column.
    before: String,
    /// What stands from there on.
    rest: String,
}

/// What the line at which reading stopped shows.
pub(super) fn find(text: &str, error: &SyntaxError) -> Option<Mistake> {
    let line = line(text, error.line);
    let column = error.column.saturating_sub(1);
    let here = Here {
        line,
        at: (error.line, error.column),
        before: line.chars().take(column).collect(),
        rest: line.chars().skip(column).collect(),
    };
    let says = |words: &str| error.message.contains(words);
    let first = here.rest.chars().next();
    if says("escape character") || says("hexadecimal") {
        here.escape(says("escape character"))
    } else if says("cannot start any token") {
        Some(here.beginning(first?))
    } else if let Some(sign @ ('-' | '?')) = first
        && says("not allowed in this context")
        && !says("mapping values")
        && here.before.trim_end().ends_with(':')
    {
        let message = format!("a text cannot begin with `{sign} `");
        Some(here.mistake(message, IN_QUOTES))
    } else if says("comment or line break") {
        here.block()
    } else if says("a scalar as key") {
        let message = "an object or a list stands where a key belongs";
        let help = "a text that begins with `{`, `[` or `? ` wants quotes";
        Some(here.mistake(message, help))
    } else if let Some(bracket @ ('}' | ']')) = first {
        let message = format!("this `{bracket}` closes nothing");
        Some(here.mistake(message, "delete it; a text that has it wants quotes"))
    } else if says("'-' indicator") && here.before.trim().is_empty() {
        Some(here.mistake(NO_ITEM, BEGIN_ITEM))
    } else if says("unknown anchor") {
        Some(here.anchor())
    } else if says("alphabetic or numeric") {
        here.mark()
    } else if says("mapping values are not allowed") {
        here.before.find(": ")?;
        let message = "a text without quotes has a `: ` in it, as if it were a key";
        Some(here.mistake(message, IN_QUOTES))
    } else {
        here.behind()
    }
}

impl Here<'_> {
    fn mistake(&self, message: impl Into<String>, help: &str) -> Mistake {
        Mistake::new(self.at, message, help)
    }

    fn mistake_at(&self, column: usize, message: impl Into<String>, help: &str) -> Mistake {
        Mistake::new((self.at.0, column), message, help)
    }

    /// A backslash that means nothing; a wrong digit is told where it stands, behind the backslash.
    fn escape(&self, means_nothing: bool) -> Option<Mistake> {
        let until: Vec<char> = self.line.chars().take(self.at.1.max(1)).collect();
        let column = until.iter().rposition(|c| *c == '\\')? + 1;
        let message = match means_nothing {
            true => "this backslash means nothing",
            false => "behind this backslash digits are missing",
        };
        let help = "write the backslash twice, or put the text in single quotes";
        Some(self.mistake_at(column, message, help))
    }

    /// A character that no text without quotes begins with.
    fn beginning(&self, first: char) -> Mistake {
        match first {
            '\t' => {
                let message = "a tab stands where a space belongs";
                self.mistake(message, "replace it by a space")
            }
            '`' => self.mistake("a text cannot begin with a backtick", IN_QUOTES),
            first => self.mistake(format!("a text cannot begin with `{first}`"), IN_QUOTES),
        }
    }

    /// Text behind what begins a block of lines.
    fn block(&self) -> Option<Mistake> {
        let sign = self.line.rfind(" |").max(self.line.rfind(" >"))? + 1;
        let column = self.line.get(..sign)?.chars().count() + 1;
        let sign = &self.line[sign..=sign];
        let message = format!("text stands behind the `{sign}` that begins a block of lines");
        let help =
            "write the text on the lines below, indented further than its key, or put it in quotes";
        Some(self.mistake_at(column, message, help))
    }

    fn anchor(&self) -> Mistake {
        let letters = self.rest.chars();
        let name: String = letters
            .take_while(|c| !c.is_whitespace() && !",]}".contains(*c))
            .collect();
        let message = format!("`{name}` refers to an anchor that is nowhere");
        self.mistake(message, "a text that begins with `*` wants quotes")
    }

    /// A mark that is the first character of a word that is no name.
    fn mark(&self) -> Option<Mistake> {
        let word = self.before.rsplit([' ', '\t', '[', '{', ',']).next()?;
        let sign = word.chars().next().filter(|c| "&*".contains(*c))?;
        let column = self.at.1.saturating_sub(word.chars().count());
        let message = format!("a text cannot begin with `{sign}`");
        Some(self.mistake_at(column, message, IN_QUOTES))
    }

    /// What stands behind something that is closed.
    fn behind(&self) -> Option<Mistake> {
        let closed = self.before.trim_end().chars().last()?;
        let (message, help) = match closed {
            '"' if self.rest.trim_end() == "," => (
                "a comma stands behind the closing quote",
                "delete the comma",
            ),
            '\'' => (
                "text stands behind the closing quote",
                "a `'` within single quotes is written twice: `''`",
            ),
            '"' => (
                "text stands behind the closing quote",
                "put the whole text in quotes; a `\"` within double quotes is written `\\\"`",
            ),
            '}' | ']' => ("text stands behind the closing bracket", IN_QUOTES),
            _ => return None,
        };
        Some(self.mistake(message, help))
    }
}
