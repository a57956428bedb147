//! In: the root of a document. Out: which dialect it is written in, with a warning where it does not quite say so.
//! Invariant: what has paths, schemas or a version is read as something; only what has none of them is refused.

use serde_json::Value;

use super::Dialect;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Origin};

/// The dialect of an entry document; `None` with an error if it is no API description at all.
pub(super) fn of_entry(
    file: FileId,
    root: &Value,
    diagnostics: &mut Diagnostics,
) -> Option<Dialect> {
    if let Some(dialect) = of_root(file, root, diagnostics) {
        return Some(dialect);
    }
    if let Some(version) = root.get("swaggerVersion") {
        let at = Origin::new(file, "/swaggerVersion");
        let version = version
            .as_str()
            .map_or_else(|| version.to_string(), str::to_owned);
        let message = format!("Swagger {version} cannot be read: 2.0 is the oldest that can");
        diagnostics.push(Diagnostic::error("version-unsupported", at, message));
        return None;
    }
    let at = Origin::new(file, "");
    let Some(guess) = guess(root) else {
        let message = "not an OpenAPI document: no `openapi`, no `swagger`, and no `paths`";
        diagnostics.push(Diagnostic::error("not-openapi", at, message));
        return None;
    };
    let message = format!(
        "the document does not state its version; it is read as {}",
        guess.name()
    );
    diagnostics.push(Diagnostic::warning("version-missing", at, message));
    Some(guess)
}

/// The dialect that a root states, if it states one.
pub(super) fn of_root(
    file: FileId,
    root: &Value,
    diagnostics: &mut Diagnostics,
) -> Option<Dialect> {
    let object = root.as_object()?;
    for (key, value) in object {
        if !["openapi", "swagger"].contains(&key.to_ascii_lowercase().as_str()) {
            continue;
        }
        let (text, is_text) = match value {
            Value::String(text) => (text.trim().to_owned(), true),
            Value::Number(number) => (number.to_string(), false),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => continue,
        };
        let at = Origin::new(file, format!("/{key}"));
        let (dialect, exact) = of_version(&text)?;
        if !exact {
            let message = format!(
                "`{text}` is no version of OpenAPI; it is read as {}",
                dialect.name()
            );
            diagnostics.push(Diagnostic::warning("version-unknown", at, message));
        } else if !is_text && dialect != Dialect::Swagger2 {
            let message = format!("the version is a number; it is read as {}", dialect.name());
            diagnostics.push(Diagnostic::warning("version-number", at, message));
        }
        return Some(dialect);
    }
    None
}

/// The dialect nearest to a version, and whether it is that version.
fn of_version(text: &str) -> Option<(Dialect, bool)> {
    let mut parts = text.trim_start_matches(['v', 'V']).split('.');
    let major: u32 = parts.next()?.trim().parse().ok()?;
    let minor = parts.next().map(|part| part.trim().parse::<u32>());
    let patch = parts.next().map(|part| part.trim().parse::<u32>());
    let whole = !matches!(patch, Some(Err(_))) && parts.next().is_none();
    Some(match (major, minor) {
        (0 | 1, _) => return None,
        (2, None | Some(Ok(0))) => (Dialect::Swagger2, whole),
        (2, _) => (Dialect::Swagger2, false),
        (3, Some(Ok(0))) => (Dialect::OpenApi30, whole),
        (3, Some(Ok(1))) => (Dialect::OpenApi31, whole),
        (3, Some(Ok(2))) => (Dialect::OpenApi32, whole),
        (3, None | Some(Err(_))) => (Dialect::OpenApi30, false),
        _ => (Dialect::OpenApi32, false),
    })
}

/// What a document without a version looks like.
fn guess(root: &Value) -> Option<Dialect> {
    let has = |key: &str| root.get(key).is_some_and(Value::is_object);
    let has_any = |keys: &[&str]| keys.iter().any(|key| has(key));
    if has_any(&["definitions", "securityDefinitions"]) && !has("components") {
        Some(Dialect::Swagger2)
    } else if has("webhooks") || root.get("jsonSchemaDialect").is_some() {
        Some(Dialect::OpenApi31)
    } else if has_any(&["paths", "components"]) {
        Some(Dialect::OpenApi30)
    } else {
        None
    }
}

impl Dialect {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Dialect::Swagger2 => "Swagger 2.0",
            Dialect::OpenApi30 => "OpenAPI 3.0",
            Dialect::OpenApi31 => "OpenAPI 3.1",
            Dialect::OpenApi32 => "OpenAPI 3.2",
            Dialect::Fragment => "a fragment",
        }
    }
}
