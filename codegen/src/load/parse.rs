//! In: the text of one file. Out: its tree as a `Value`, with a warning for whatever had to be bent to get there.
//! Invariant: JSON or YAML is decided by the text, never by the file name; a failure names line and column.

use std::borrow::Cow;

use serde_json::Value;

use super::json;
use super::mistake;
use super::tree::{Budget, Exhausted, Finding, Tree};
use super::yaml;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Origin, SourceFile};

/// Why a text is no document, and where.
#[derive(Clone, Debug, Default)]
pub(super) struct SyntaxError {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) message: String,
    /// What was being read, in the words of the parser, and where it began.
    pub(super) context: String,
    pub(super) began: Option<(usize, usize)>,
    pub(super) too_deep: bool,
}

/// Reads the text of a file, as far as the budget goes.
pub(super) fn parse(
    file: FileId,
    text: &str,
    budget: Budget,
    diagnostics: &mut Diagnostics,
) -> Option<Value> {
    let Read {
        value,
        format,
        tree,
        refused,
    } = match read(text, budget) {
        Ok(read) => read,
        Err(failed) => {
            let (error, tree) = *failed;
            diagnostics.push(failure(file, text, &error, &tree, budget));
            return None;
        }
    };
    if let Some(error) = goes_on(text, format, &tree, refused.as_ref()) {
        // Whoever reads the first value alone loses the rest.
        diagnostics.push(failure(file, text, &error, &tree, budget));
        return None;
    }
    // The grammar of JSON has such a number, and it is told of by itself.
    let is_large = |error: &SyntaxError| error.message == "number out of range";
    if !refused.as_ref().is_some_and(is_large)
        && let Some(message) = format.warning()
    {
        let reason = refused
            .as_ref()
            .and_then(|error| mistake::strict(text, error));
        let (at, message) = match reason {
            Some(reason) => (
                Origin::position(file, reason.line, reason.column),
                format!("{message}: {}", reason.message),
            ),
            None => (Origin::new(file, ""), message.to_owned()),
        };
        diagnostics.push(Diagnostic::warning("syntax-relaxed", at, message));
    }
    if tree.more {
        let message = "more than one YAML document; only the first is read";
        let at = mistake::second_document(text);
        let at = at.map_or_else(
            || Origin::new(file, ""),
            |line| Origin::position(file, line, 1),
        );
        diagnostics.push(Diagnostic::warning("multi-document", at, message));
    }
    if tree.odd > 0
        && let Ok((_, tree)) = read_as(format, text, budget, true)
    {
        // A second parse with the path in hand: odd files are rare, and the others need not pay for it.
        report(file, text, tree, diagnostics);
    }
    Some(value)
}

/// Where a text in JSON goes on behind its end, be it that this is the first that is wrong with it or not.
fn goes_on<'e>(
    text: &str,
    format: Format,
    tree: &Tree,
    refused: Option<&'e SyntaxError>,
) -> Option<Cow<'e, SyntaxError>> {
    if format != Format::JsonAsYaml || mistake::second_document(text).is_some() {
        return None;
    }
    match refused.filter(|error| error.message == mistake::TRAILING) {
        Some(error) => Some(Cow::Borrowed(error)),
        None if tree.more => mistake::behind(text).map(Cow::Owned),
        None => None,
    }
}

/// A text in which places are looked up: the same characters in the same places, as far as they count.
pub(super) enum Searchable<'a> {
    Json(Cow<'a, str>),
    Yaml(Cow<'a, str>),
}

/// How to look up places in a text.
pub(super) fn searchable(text: &str) -> Searchable<'_> {
    let or_itself = |relaxed: Option<String>| relaxed.map_or(Cow::Borrowed(text), Cow::Owned);
    match looks_like_json(text) {
        true => Searchable::Json(or_itself(json::relax(text))),
        false => Searchable::Yaml(or_itself(yaml::relax(text))),
    }
}

/// Longest text that is tried as YAML although it looks like JSON.
const MAX_JSON_AS_YAML: usize = 8 << 20;

/// How a text was read in the end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    RelaxedJson,
    /// Looks like JSON, is not, but YAML takes it.
    JsonAsYaml,
    Yaml,
    TabbedYaml,
}

impl Format {
    fn warning(self) -> Option<&'static str> {
        match self {
            Format::Json | Format::Yaml => None,
            Format::RelaxedJson => {
                Some("JSON with comments or trailing commas, which were ignored")
            }
            Format::JsonAsYaml => Some("not strictly JSON, but read as YAML"),
            Format::TabbedYaml => {
                Some("YAML does not allow tabs as indentation; they were read as spaces")
            }
        }
    }
}

/// What was read.
pub(super) struct Read {
    pub(super) value: Value,
    pub(super) format: Format,
    pub(super) tree: Tree,
    /// Why it is no JSON, where it looks like it and was read as YAML.
    pub(super) refused: Option<SyntaxError>,
}

/// Why a text could not be read, and what was found out before.
type Failed = Box<(SyntaxError, Tree)>;

/// Tries the formats in their order; the first failure is the one that is told, or that of the relaxed format.
pub(super) fn read(text: &str, budget: Budget) -> Result<Read, Failed> {
    let formats: &[Format] = match looks_like_json(text) {
        true => &[Format::Json, Format::RelaxedJson, Format::JsonAsYaml],
        false => &[Format::Yaml, Format::TabbedYaml],
    };
    let mut failure = None;
    for format in formats {
        match read_as(*format, text, budget, false) {
            Ok((value, tree)) => {
                let is_yaml = *format == Format::JsonAsYaml;
                return Ok(Read {
                    value,
                    format: *format,
                    tree,
                    refused: failure.filter(|_| is_yaml).map(|failed: Failed| failed.0),
                });
            }
            Err(Some(failed)) => {
                let (error, tree) = &*failed;
                // Too much stays too much in any format.
                let hopeless = tree.exhausted.is_some() || error.too_deep;
                match format {
                    // Told of what cannot be read even so, not of what could be.
                    Format::RelaxedJson | Format::TabbedYaml => failure = Some(failed),
                    Format::Json | Format::JsonAsYaml | Format::Yaml => {
                        failure.get_or_insert(failed);
                    }
                }
                if hopeless {
                    break;
                }
            }
            Err(None) => {}
        }
    }
    Err(failure.unwrap_or_default())
}

/// Reads a text in one way; `Err(None)` where that way is no different from the one before.
fn read_as(
    format: Format,
    text: &str,
    budget: Budget,
    track: bool,
) -> Result<(Value, Tree), Option<Failed>> {
    let relaxed = match format {
        Format::RelaxedJson => Some(json::relax(text).ok_or(None)?),
        Format::TabbedYaml => Some(yaml::relax(text).ok_or(None)?),
        Format::JsonAsYaml if text.len() > MAX_JSON_AS_YAML => return Err(None),
        Format::Json | Format::JsonAsYaml | Format::Yaml => None,
    };
    let text = relaxed.as_deref().unwrap_or(text);
    let is_json = matches!(format, Format::Json | Format::RelaxedJson);
    let mut tree = Tree::new(budget, !is_json, track);
    let read = match is_json {
        true => json::read(text, &mut tree),
        false => yaml::read(text, &mut tree),
    };
    match read {
        Ok(value) => Ok((value, tree)),
        Err(error) => Err(Some(Box::new((error, tree)))),
    }
}

/// Whether a text begins like a JSON object or array.
pub(super) fn looks_like_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

fn failure(
    file: FileId,
    text: &str,
    error: &SyntaxError,
    tree: &Tree,
    budget: Budget,
) -> Diagnostic {
    let at = Origin::position(file, error.line, error.column);
    if error.too_deep {
        let message = "values nested more than 128 levels deep";
        return Diagnostic::error("too-deep", at, message);
    }
    let much = match tree.exhausted {
        None => {
            let found = mistake::find(text, error).map(|found| {
                let at = Origin::position(file, found.line, found.column);
                let error = Diagnostic::error(found.code, at, found.message);
                match found.help {
                    Some(help) => error.help(help),
                    None => error,
                }
            });
            return found.unwrap_or_else(|| {
                let message = format!("neither JSON nor YAML: {}", error.message);
                Diagnostic::error("syntax", at, message)
            });
        }
        Some(Exhausted::Nodes) => format!("more than {} values in one document", budget.nodes),
        Some(Exhausted::Bytes) => {
            format!(
                "more than {} MB of text in one document",
                budget.bytes >> 20
            )
        }
    };
    let help = match tree.merge {
        true => {
            "aliases that repeat aliases grow beyond any size: write the values out or leave them away"
        }
        false => "move parts into files of their own, and refer to them",
    };
    Diagnostic::error("too-large", at, much).help(help)
}

fn report(file: FileId, text: &str, tree: Tree, diagnostics: &mut Diagnostics) {
    let mut findings = tree.findings;
    findings.dedup();
    if findings
        .iter()
        .any(|(finding, _)| *finding == Finding::TooLarge)
    {
        let quoted = quoted(file, text, &findings);
        let mut quoted = quoted.into_iter();
        findings.retain(|_| !quoted.next().unwrap_or_default());
    }
    for (finding, pointer) in findings {
        let at = Origin::new(file, pointer);
        diagnostics.push(match finding {
            Finding::Duplicate => Diagnostic::warning(
                "duplicate-key",
                at.of_key(),
                "the key stands twice in one object; the last one counts",
            ),
            Finding::NotFinite => Diagnostic::warning(
                "number-not-finite",
                at,
                "JSON has no number for infinity or not-a-number; it was read as null",
            ),
            Finding::TooLarge => Diagnostic::warning(
                "number-not-finite",
                at,
                "this number is larger than any that is read; it was read as text",
            ),
        });
    }
}

/// Which findings are about texts in quotes or with a tag, of which a number was never meant.
fn quoted(file: FileId, text: &str, findings: &[(Finding, String)]) -> Vec<bool> {
    let source = SourceFile {
        name: String::new(),
        text: text.into(),
    };
    let places: Vec<Origin> = findings
        .iter()
        .map(|(_, pointer)| Origin::new(file, pointer.as_str()))
        .collect();
    let spots = super::locate::locate(&source, &places.iter().collect::<Vec<_>>());
    let lines: Vec<&str> = text.lines().collect();
    let spots = spots.iter().zip(findings);
    let quoted = spots.map(|(spot, (finding, _))| {
        let line = lines.get(spot.line.saturating_sub(1));
        let first = line.and_then(|line| line.chars().nth(spot.column.saturating_sub(1)));
        *finding == Finding::TooLarge
            && !first.is_some_and(|first| first.is_ascii_digit() || "+-.".contains(first))
    });
    quoted.collect()
}
