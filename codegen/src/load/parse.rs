//! In: the text of one file. Out: its tree as a `Value`, with a warning for whatever had to be bent to get there.
//! Invariant: JSON or YAML is decided by the text, never by the file name; a failure names line and column.

use serde_json::Value;

use super::json;
use super::tree::{Finding, Tree};
use super::yaml;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Origin};

/// Why a text is no document, and where.
#[derive(Debug)]
pub(super) struct SyntaxError {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) message: String,
    pub(super) too_deep: bool,
}

/// Reads the text of a file; `nodes` bounds how many values it may hold, aliases written out.
pub(super) fn parse(
    file: FileId,
    text: &str,
    nodes: usize,
    diagnostics: &mut Diagnostics,
) -> Option<Value> {
    let (value, format, tree) = match read(text, nodes) {
        Ok(read) => read,
        Err((error, tree)) => {
            diagnostics.push(failure(file, &error, &tree, nodes));
            return None;
        }
    };
    if let Some(warning) = format_warning(file, format) {
        diagnostics.push(warning);
    }
    if tree.odd > 0 {
        report_findings(file, text, format, nodes, diagnostics);
    }
    Some(value)
}

/// How a text was read in the end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    RelaxedJson,
    /// Looks like JSON, is not, but YAML takes it.
    JsonAsYaml,
    Yaml,
    /// The first of several documents.
    YamlStream,
}

type Read = Result<(Value, Format, Tree), (SyntaxError, Tree)>;

fn read(text: &str, nodes: usize) -> Read {
    if !looks_like_json(text) {
        return read_yaml(text, nodes);
    }
    let mut tree = Tree::new(nodes, false, false);
    let error = match json::read(text, &mut tree) {
        Ok(value) => return Ok((value, Format::Json, tree)),
        Err(error) => error,
    };
    if tree.exhausted || error.too_deep {
        return Err((error, tree));
    }
    if let Some(relaxed) = json::relax(text) {
        let mut tree = Tree::new(nodes, false, false);
        if let Ok(value) = json::read(&relaxed, &mut tree) {
            return Ok((value, Format::RelaxedJson, tree));
        }
    }
    match read_yaml(text, nodes) {
        Ok((value, _, tree)) => Ok((value, Format::JsonAsYaml, tree)),
        Err(_) => Err((error, tree)),
    }
}

fn read_yaml(text: &str, nodes: usize) -> Read {
    let mut tree = Tree::new(nodes, true, false);
    match yaml::read(text, &mut tree) {
        Ok((value, false)) => Ok((value, Format::Yaml, tree)),
        Ok((value, true)) => Ok((value, Format::YamlStream, tree)),
        Err(error) => Err((error, tree)),
    }
}

/// Whether a text begins like a JSON object or array.
pub(super) fn looks_like_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

fn failure(file: FileId, error: &SyntaxError, tree: &Tree, nodes: usize) -> Diagnostic {
    let at = Origin::position(file, error.line, error.column);
    if tree.exhausted {
        Diagnostic::error(
            "too-large",
            at,
            format!("more than {nodes} values in one document"),
        )
        .help("aliases that repeat aliases grow beyond any size: write the values out or leave them away")
    } else if error.too_deep {
        Diagnostic::error("too-deep", at, "values nested more than 128 levels deep")
    } else {
        Diagnostic::error(
            "syntax",
            at,
            format!("neither JSON nor YAML: {}", error.message),
        )
    }
}

fn format_warning(file: FileId, format: Format) -> Option<Diagnostic> {
    let (code, message) = match format {
        Format::Json | Format::Yaml => return None,
        Format::RelaxedJson => (
            "json-relaxed",
            "JSON with comments or trailing commas, which were ignored",
        ),
        Format::JsonAsYaml => ("json-relaxed", "not strictly JSON; it was read as YAML"),
        Format::YamlStream => (
            "multi-document",
            "more than one YAML document; only the first is read",
        ),
    };
    Some(Diagnostic::warning(code, Origin::new(file, ""), message))
}

/// Parses once more with the path in hand: odd files are rare, and the others need not pay for it.
fn report_findings(
    file: FileId,
    text: &str,
    format: Format,
    nodes: usize,
    diagnostics: &mut Diagnostics,
) {
    let yaml = matches!(
        format,
        Format::JsonAsYaml | Format::Yaml | Format::YamlStream
    );
    let mut tree = Tree::new(nodes, yaml, true);
    let relaxed = (format == Format::RelaxedJson).then(|| json::relax(text));
    let text = relaxed.as_ref().and_then(Option::as_deref).unwrap_or(text);
    let again = match yaml {
        true => yaml::read(text, &mut tree).map(drop),
        false => json::read(text, &mut tree).map(drop),
    };
    debug_assert!(again.is_ok(), "the same text parses the same way twice");
    let mut findings = tree.findings;
    findings.dedup();
    for (finding, pointer) in findings {
        let at = Origin::new(file, pointer);
        diagnostics.push(match finding {
            Finding::Duplicate => Diagnostic::warning(
                "duplicate-key",
                at,
                "the key stands twice in one object; the last one counts",
            )
            .help("leave one of them, or give the other its own name"),
            Finding::NotFinite => Diagnostic::warning(
                "number-not-finite",
                at,
                "JSON has no number for infinity or not-a-number; it was read as null",
            ),
        });
    }
}
