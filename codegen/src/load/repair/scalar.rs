//! In: an object of the specification. Out: the same, with every scalar keyword of the type it should have: `"10"` is a
//! count, `"true"` a flag, `1.0` a version. Invariant: a keyword that ends up in the object has the right JSON type.

use serde_json::{Number, Value};

use super::{Context, Object, below, kind};
use crate::load::walk::Node;

/// Looks through the scalar keywords of an object.
pub(super) fn keywords(node: Node, map: &mut Object, at: &str, context: &mut Context) {
    let wrong: Vec<(String, Scalar)> = map
        .iter()
        .filter_map(|(key, value)| {
            let scalar = keyword(node, key)?;
            (!value.is_null() && !scalar.holds(value)).then(|| (key.clone(), scalar))
        })
        .collect();
    for (key, scalar) in wrong {
        let Some(value) = map.get_mut(&key) else {
            continue;
        };
        let pointer = below(at, &key);
        let was = match &*value {
            Value::Number(number) => number.to_string(),
            value => kind(value).to_owned(),
        };
        match scalar.convert(value) {
            Some(new) => {
                let message = format!("`{key}` should be {}, not {was}", scalar.name());
                context.warn("wrong-type", &pointer, message);
                *value = new;
            }
            None => {
                let message = format!(
                    "`{key}` should be {}, not {was}; it is left out",
                    scalar.name()
                );
                context.warn("wrong-type", &pointer, message);
                map.shift_remove(&key);
            }
        }
    }
    for (key, known) in words(node) {
        if let Some(Value::String(text)) = map.get_mut(*key)
            && !known.contains(&text.as_str())
            && let Some(word) = known.iter().find(|w| w.eq_ignore_ascii_case(text.trim()))
        {
            let message = format!("`{key}: {text}` is written `{word}`");
            *text = (*word).to_owned();
            context.warn("letter-case", &below(at, key), message);
        }
    }
}

/// What a scalar keyword holds.
#[derive(Clone, Copy)]
enum Scalar {
    Text,
    Texts,
    Flag,
    Number,
    Count,
    /// `exclusiveMinimum`: a flag up to 3.0, a number since.
    FlagOrNumber,
}

impl Scalar {
    fn name(self) -> &'static str {
        match self {
            Scalar::Text => "a string",
            Scalar::Texts => "an array of strings",
            Scalar::Flag => "true or false",
            Scalar::Number | Scalar::FlagOrNumber => "a number",
            Scalar::Count => "a whole number",
        }
    }

    fn holds(self, value: &Value) -> bool {
        match self {
            Scalar::Text => value.is_string(),
            Scalar::Texts => value
                .as_array()
                .is_some_and(|list| list.iter().all(Value::is_string)),
            Scalar::Flag => value.is_boolean(),
            Scalar::Number => value.is_number(),
            Scalar::Count => value.is_u64(),
            Scalar::FlagOrNumber => value.is_boolean() || value.is_number(),
        }
    }

    fn convert(self, value: &Value) -> Option<Value> {
        match self {
            Scalar::Text => text(value).map(Value::String),
            Scalar::Texts => texts(value),
            Scalar::Flag => flag(value).map(Value::Bool),
            Scalar::Number => number(value).map(Value::Number),
            Scalar::Count => count(value).map(Value::from),
            Scalar::FlagOrNumber => match flag(value) {
                Some(flag) => Some(Value::Bool(flag)),
                None => number(value).map(Value::Number),
            },
        }
    }
}

/// Which keywords of an object are scalars.
fn keyword(node: Node, key: &str) -> Option<Scalar> {
    if let "description" | "summary" | "title" | "$ref" = key {
        return Some(Scalar::Text);
    }
    match node {
        Node::Schema => schema(key),
        Node::Parameter | Node::Header => match key {
            "name" | "in" | "style" | "collectionFormat" => Some(Scalar::Text),
            "required" | "explode" | "allowReserved" | "allowEmptyValue" => Some(Scalar::Flag),
            key => schema(key),
        },
        Node::Operation | Node::Root => match key {
            "operationId" | "host" | "basePath" => Some(Scalar::Text),
            "consumes" | "produces" | "schemes" => Some(Scalar::Texts),
            "tags" if node == Node::Operation => Some(Scalar::Texts),
            "deprecated" => Some(Scalar::Flag),
            _ => None,
        },
        Node::Body => (key == "required").then_some(Scalar::Flag),
        Node::Encoding => match key {
            "contentType" | "style" => Some(Scalar::Text),
            "explode" | "allowReserved" => Some(Scalar::Flag),
            _ => None,
        },
        Node::Info => ["version", "termsOfService"]
            .contains(&key)
            .then_some(Scalar::Text),
        Node::Server => (key == "url").then_some(Scalar::Text),
        Node::ServerVariable => match key {
            "default" => Some(Scalar::Text),
            "enum" => Some(Scalar::Texts),
            _ => None,
        },
        Node::Tag => (key == "name").then_some(Scalar::Text),
        Node::Discriminator => (key == "propertyName").then_some(Scalar::Text),
        Node::SecurityScheme => ["type", "name", "in", "scheme", "bearerFormat", "flow"]
            .contains(&key)
            .then_some(Scalar::Text),
        Node::Components
        | Node::PathItem
        | Node::MediaType
        | Node::Response
        | Node::Example
        | Node::Link
        | Node::Callback => None,
    }
}

fn schema(key: &str) -> Option<Scalar> {
    Some(match key {
        "format" | "pattern" | "$id" | "$anchor" | "$dynamicRef" | "$dynamicAnchor" => Scalar::Text,
        "contentEncoding" | "contentMediaType" => Scalar::Text,
        "nullable" | "x-nullable" | "readOnly" | "writeOnly" | "deprecated" => Scalar::Flag,
        "uniqueItems" => Scalar::Flag,
        "minimum" | "maximum" | "multipleOf" => Scalar::Number,
        "exclusiveMinimum" | "exclusiveMaximum" => Scalar::FlagOrNumber,
        "minLength" | "maxLength" | "minItems" | "maxItems" => Scalar::Count,
        "minProperties" | "maxProperties" | "minContains" | "maxContains" => Scalar::Count,
        _ => return None,
    })
}

/// Keywords whose values are words that people write in other cases.
fn words(node: Node) -> &'static [(&'static str, &'static [&'static str])] {
    const IN: (&str, &[&str]) = (
        "in",
        &[
            "path",
            "query",
            "header",
            "cookie",
            "querystring",
            "body",
            "formData",
        ],
    );
    const STYLE: (&str, &[&str]) = (
        "style",
        &[
            "form",
            "simple",
            "label",
            "matrix",
            "spaceDelimited",
            "pipeDelimited",
            "deepObject",
        ],
    );
    const FORMAT: (&str, &[&str]) = ("collectionFormat", &["csv", "ssv", "tsv", "pipes", "multi"]);
    const TYPE: (&str, &[&str]) = (
        "type",
        &[
            "apiKey",
            "http",
            "oauth2",
            "openIdConnect",
            "mutualTLS",
            "basic",
        ],
    );
    match node {
        Node::Parameter | Node::Header => &[IN, STYLE, FORMAT],
        Node::Encoding => &[STYLE],
        Node::SecurityScheme => &[TYPE, IN],
        _ => &[],
    }
}

/// A value as the text it was probably meant to be.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Array(list) => {
            let lines: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
            lines
                .filter(|l| !l.is_empty())
                .map(|lines| lines.join("\n"))
        }
        Value::Null | Value::Object(_) => None,
    }
}

/// A single text is an array of one; of objects their `name` counts; what is no text is left out.
fn texts(value: &Value) -> Option<Value> {
    let word = |item: &Value| match item {
        Value::Object(map) => map.get("name")?.as_str().map(str::to_owned),
        Value::Array(_) | Value::Null => None,
        item => text(item),
    };
    match value {
        Value::Array(list) => Some(list.iter().filter_map(word).collect()),
        Value::Null | Value::Object(_) => None,
        value => Some(Value::from_iter(text(value))),
    }
}

/// True or false in the words that YAML 1.1 and people have for them.
pub(super) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" => Some(true),
            "false" | "no" | "off" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

fn number(value: &Value) -> Option<Number> {
    match value {
        Value::Number(number) => Some(number.clone()),
        Value::String(text) => {
            let text = text.trim();
            let whole = text.parse::<i64>().map(Number::from);
            let whole = whole.or_else(|_| text.parse::<u64>().map(Number::from));
            whole.ok().or_else(|| Number::from_f64(text.parse().ok()?))
        }
        _ => None,
    }
}

/// Counts beyond 2^53 do not matter as counts.
fn count(value: &Value) -> Option<u64> {
    let number = number(value)?.as_f64()?;
    let whole = number.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&number);
    whole.then_some(number as u64)
}
