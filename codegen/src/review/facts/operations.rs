//! In: a loaded document. Out: its operations, parameters, bodies and responses with references followed. Invariant:
//! nothing is copied, and a reference that leads nowhere reads as an empty object.

use std::collections::HashMap;

use serde_json::Value;

use crate::load::Loaded;
use crate::source::{FileId, escape_token};

/// How many references are followed one after the other.
const MAX_HOPS: usize = 16;

/// How deep callbacks of callbacks are read.
const MAX_CALLBACKS: usize = 8;

/// The methods a path item may have, in the order they are read.
const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// What the path of a webhook begins with.
const WEBHOOK: &str = "webhook:";

/// What the path of a callback begins with.
const CALLBACK: &str = "callback:";

/// A value with the way to it.
#[derive(Clone, Debug)]
pub(in crate::review) struct At<'a> {
    /// The value.
    pub(in crate::review) value: &'a Value,
    /// Its file.
    pub(in crate::review) file: FileId,
    /// The pointer into that file's normalised root.
    pub(in crate::review) pointer: String,
}

impl<'a> At<'a> {
    /// The entry document.
    pub(in crate::review) fn root(loaded: &'a Loaded) -> Self {
        let document = loaded.entry();
        Self {
            value: &document.root,
            file: document.file,
            pointer: String::new(),
        }
    }

    /// The value of a key, references not followed.
    pub(in crate::review) fn field(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key)?;
        Some(self.below(key, value))
    }

    /// The value of a key, references followed.
    pub(in crate::review) fn get(&self, loaded: &'a Loaded, key: &str) -> Option<Self> {
        Some(self.field(key)?.resolved(loaded))
    }

    /// A string of this object.
    pub(in crate::review) fn text(&self, key: &str) -> Option<&'a str> {
        self.value.get(key)?.as_str()
    }

    /// Whether a key of this object is `true`.
    pub(in crate::review) fn flag(&self, key: &str) -> bool {
        self.value.get(key) == Some(&Value::Bool(true))
    }

    /// The entries of an object, references followed.
    pub(in crate::review) fn entries(&self, loaded: &'a Loaded) -> Vec<(&'a str, Self)> {
        let entries = self.value.as_object().into_iter().flatten();
        entries
            .map(|(key, value)| (key.as_str(), self.below(key, value).resolved(loaded)))
            .collect()
    }

    /// The items of an array, references followed.
    pub(in crate::review) fn items(&self, loaded: &'a Loaded) -> Vec<Self> {
        let items = self.value.as_array().into_iter().flatten().enumerate();
        items
            .map(|(index, value)| self.below(&index.to_string(), value).resolved(loaded))
            .collect()
    }

    fn below(&self, token: &str, value: &'a Value) -> Self {
        Self {
            value,
            file: self.file,
            pointer: format!("{}/{}", self.pointer, escape_token(token)),
        }
    }

    fn resolved(mut self, loaded: &'a Loaded) -> Self {
        for _ in 0..MAX_HOPS {
            let Some(reference) = self.text("$ref") else {
                return self;
            };
            let Some(target) = loaded.resolve(self.file, reference) else {
                return self;
            };
            self = Self {
                value: target.value,
                file: target.file,
                pointer: target.pointer,
            };
        }
        self
    }
}

/// One method of one path.
#[derive(Clone, Debug)]
pub(in crate::review) struct Operation<'a> {
    /// The path as written, `webhook:` and the name, or `callback:` with names and address.
    pub(in crate::review) path: String,
    /// `GET`
    pub(in crate::review) method: String,
    /// The operation object.
    pub(in crate::review) at: At<'a>,
    /// The path item around it.
    pub(in crate::review) item: At<'a>,
    /// How many callbacks it is in.
    depth: usize,
}

impl<'a> Operation<'a> {
    /// What makes it the same operation on both sides: the names of path parameters do not count.
    pub(in crate::review) fn key(&self) -> (String, String) {
        (template_key(&self.path), self.method.clone())
    }

    /// Whether the server sends its requests and the client answers them.
    pub(in crate::review) fn is_reversed(&self) -> bool {
        self.path.starts_with(WEBHOOK) || self.is_callback()
    }

    /// Whether it belongs to a callback.
    pub(in crate::review) fn is_callback(&self) -> bool {
        self.path.starts_with(CALLBACK)
    }

    /// The name of the callback it belongs to, below those around it, and the expression of its address.
    pub(in crate::review) fn callback(&self) -> Option<(&str, &str)> {
        self.path.strip_prefix(CALLBACK)?.split_once(' ')
    }

    /// What the names of its callbacks begin with.
    pub(in crate::review) fn callback_prefix(&self) -> String {
        self.callback()
            .map_or_else(String::new, |(name, _)| format!("{name}/"))
    }

    /// The operations of its callbacks, each with the name of the callback and the expression of its address.
    pub(in crate::review) fn callbacks(&self, loaded: &'a Loaded) -> Vec<Operation<'a>> {
        let mut found = Vec::new();
        let all = self.at.field("callbacks");
        let all = all.filter(|_| self.depth < MAX_CALLBACKS);
        let outer = self.callback_prefix();
        for (name, callback) in all.iter().flat_map(|all| all.entries(loaded)) {
            for (address, item) in callback.entries(loaded) {
                if !address.starts_with("x-") {
                    let path = format!("{CALLBACK}{outer}{name} {address}");
                    item_operations(&path, &item, self.depth + 1, loaded, &mut found);
                }
            }
        }
        found
    }

    /// Its parameters and those of its path, each once.
    pub(in crate::review) fn parameters(&self, loaded: &'a Loaded) -> Vec<Parameter<'a>> {
        let mut found: Vec<Parameter<'a>> = Vec::new();
        let mut at: HashMap<(String, String), usize> = HashMap::new();
        for owner in [&self.item, &self.at] {
            let Some(list) = owner.field("parameters") else {
                continue;
            };
            for item in list.items(loaded) {
                let Some(parameter) = Parameter::read(item) else {
                    continue;
                };
                match at.get(&parameter.key()) {
                    Some(index) => found[*index] = parameter,
                    None => {
                        at.insert(parameter.key(), found.len());
                        found.push(parameter);
                    }
                }
            }
        }
        found
    }
}

/// One parameter.
#[derive(Clone, Debug)]
pub(in crate::review) struct Parameter<'a> {
    /// Its name as written.
    pub(in crate::review) name: &'a str,
    /// `path`, `query`, `header`, `cookie` or `querystring`.
    pub(in crate::review) location: &'a str,
    /// The parameter object.
    pub(in crate::review) at: At<'a>,
}

impl<'a> Parameter<'a> {
    fn read(at: At<'a>) -> Option<Self> {
        Some(Self {
            name: at.text("name")?,
            location: at.text("in")?,
            at,
        })
    }

    /// What makes it the same parameter: header names are compared without case.
    pub(in crate::review) fn key(&self) -> (String, String) {
        let name = match self.location {
            "header" => self.name.to_ascii_lowercase(),
            _ => self.name.to_owned(),
        };
        (self.location.to_owned(), name)
    }

    /// Whether it has to be sent.
    pub(in crate::review) fn required(&self) -> bool {
        self.location == "path" || self.at.flag("required")
    }

    /// How it is written out, the defaults of the specification filled in.
    pub(in crate::review) fn style(&self) -> &'a str {
        self.at.text("style").unwrap_or(match self.location {
            "query" | "cookie" => "form",
            _ => "simple",
        })
    }

    /// Whether arrays and objects are spread, the defaults of the specification filled in.
    pub(in crate::review) fn explode(&self) -> bool {
        match self.at.value.get("explode") {
            Some(value) => value == &Value::Bool(true),
            None => self.style() == "form",
        }
    }

    /// Its schema, and the media type if it is given by `content`.
    pub(in crate::review) fn schema(
        &self,
        loaded: &'a Loaded,
    ) -> Option<(At<'a>, Option<&'a str>)> {
        if let Some(schema) = self.at.field("schema") {
            return Some((schema, None));
        }
        let (media, entry) = self
            .at
            .field("content")?
            .entries(loaded)
            .into_iter()
            .next()?;
        Some((entry.field("schema")?, Some(media)))
    }
}

/// The operations of a document in its order, webhooks last.
pub(in crate::review) fn operations(loaded: &Loaded) -> Vec<Operation<'_>> {
    let root = At::root(loaded);
    let mut found = Vec::new();
    for (keyword, prefix) in [("paths", ""), ("webhooks", WEBHOOK)] {
        let Some(paths) = root.field(keyword) else {
            continue;
        };
        for (path, item) in paths.entries(loaded) {
            if path.starts_with("x-") {
                continue;
            }
            item_operations(&format!("{prefix}{path}"), &item, 0, loaded, &mut found);
        }
    }
    found
}

fn item_operations<'a>(
    path: &str,
    item: &At<'a>,
    depth: usize,
    loaded: &'a Loaded,
    found: &mut Vec<Operation<'a>>,
) {
    let mut add = |method: &str, at: At<'a>| {
        found.push(Operation {
            path: path.to_owned(),
            method: method.to_ascii_uppercase(),
            at,
            item: item.clone(),
            depth,
        });
    };
    for method in METHODS {
        if let Some(at) = item.get(loaded, method).filter(|at| at.value.is_object()) {
            add(method, at);
        }
    }
    if let Some(more) = item.field("additionalOperations") {
        for (method, at) in more.entries(loaded) {
            add(method, at);
        }
    }
}

/// A path with the names of its parameters left out.
pub(in crate::review) fn template_key(path: &str) -> String {
    let mut key = String::with_capacity(path.len());
    let mut inside = false;
    for letter in path.chars() {
        match letter {
            '{' => {
                inside = true;
                key.push('{');
            }
            '}' => {
                inside = false;
                key.push('}');
            }
            _ if inside => {}
            _ => key.push(letter),
        }
    }
    key
}

/// The names of the parameters of a path, in order.
pub(in crate::review) fn template_names(path: &str) -> Vec<&str> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{template_key, template_names};

    #[test]
    fn paths_are_the_same_whatever_their_parameters_are_called() {
        assert_eq!(template_key("/a/{b}/c.{d}"), "/a/{}/c.{}");
        assert_eq!(template_names("/a/{b}/c.{d}"), ["b", "d"]);
    }
}
