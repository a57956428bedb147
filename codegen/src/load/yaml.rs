//! In: YAML text. Out: the tree of its first document, or where and why it is none. The only place that knows
//! `serde_yaml`. Invariant: plain scalars mean what the YAML 1.2 core schema says (`on` and `2020-01-01` are strings).

use serde_json::Value;

use super::parse::SyntaxError;
use super::tree::Tree;

/// Reads the first document; the flag says whether there is another one behind it.
pub(super) fn read(text: &str, tree: &mut Tree) -> Result<(Value, bool), SyntaxError> {
    let mut documents = serde_yaml::Deserializer::from_str(text);
    let Some(first) = documents.next() else {
        return Ok((Value::Null, false));
    };
    let value = tree.read(first).map_err(|e| syntax_error(&e))?;
    Ok((value, documents.next().is_some()))
}

fn syntax_error(error: &serde_yaml::Error) -> SyntaxError {
    let (line, column) = match error.location() {
        Some(at) => (at.line(), at.column()),
        None => (1, 1),
    };
    let text = error.to_string();
    let message = text.split(" at line ").next().unwrap_or(&text).to_owned();
    SyntaxError {
        line,
        column,
        too_deep: message.ends_with("recursion limit exceeded"),
        message,
    }
}
