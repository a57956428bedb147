//! Servers: in, `servers` of the document, a path or an operation; out, templates with their variables. Invariant: every
//! `{variable}` of a template is in the list once, and nothing else is.

use serde::Deserialize;
use serde_json::Value;

use super::Lowering;
use super::draft::{Server, ServerVariable};
use super::read::At;
use crate::diag::{Diagnostic, suggest};
use crate::ir::Docs;
use std::collections::HashSet;

impl<'a> Lowering<'a> {
    /// The servers of the document; the place it came from, if it names none.
    pub(super) fn servers(&mut self, root: &At<'a>) -> Vec<Server> {
        let servers = self.own_servers(root).unwrap_or_default();
        if !servers.is_empty() {
            return servers;
        }
        vec![Server {
            url: "/".to_owned(),
            docs: Docs::default(),
            variables: Vec::new(),
        }]
    }

    /// The servers of a path item or an operation, if it has its own.
    pub(super) fn own_servers(&mut self, at: &At<'a>) -> Option<Vec<Server>> {
        let servers: Vec<_> = at
            .list("servers")
            .iter()
            .filter_map(|server| self.server(server))
            .collect();
        (!servers.is_empty()).then_some(servers)
    }

    /// Says which of the configured variables no server has.
    pub(super) fn required_variables(&mut self) {
        let own = self.draft.operations.iter();
        let own = own.filter_map(|operation| operation.servers.as_deref());
        let servers = own.chain([self.draft.servers.as_slice()]).flatten();
        let known: HashSet<&str> = servers
            .flat_map(|server| &server.variables)
            .map(|variable| variable.wire_name.as_str())
            .collect();
        let required = self.config.servers.required.iter();
        let mut all: Vec<&str> = known.iter().copied().collect();
        all.sort_unstable();
        for (index, name) in required.enumerate() {
            if known.contains(name.as_str()) {
                continue;
            }
            let has = match all.is_empty() {
                true => "the servers have no variables".to_owned(),
                false => format!("the servers have `{}`", all.join("`, `")),
            };
            let message = format!("no server has the variable `{name}`; {has}");
            let at = self.config.at(&["servers", "required", &index.to_string()]);
            let finding = Diagnostic::warning("servers-config", at, message);
            let near = suggest(name, all.iter().copied());
            self.diagnostics.push(finding.near(near));
        }
    }

    fn server(&mut self, at: &At<'a>) -> Option<Server> {
        let Some(url) = at.str("url") else {
            self.warn(
                "server-invalid",
                at,
                "a server needs a `url`; this one is left out",
            );
            return None;
        };
        let names = template_names(url);
        for (name, place) in at.get("variables").iter().flat_map(At::members) {
            if !names.iter().any(|known| known == name) {
                let message = format!("the `url` has no `{{{name}}}`; the variable is left out");
                self.warn("server-variable", &place, message);
            }
        }
        let mut variables = Vec::new();
        for name in names {
            let required = self.config.servers.required.contains(&name);
            let place = at.get("variables").and_then(|at| at.get(&name));
            let mut variable = match place {
                Some(place) => self.variable(name, &place),
                None => {
                    let message =
                        format!("the variable `{name}` is not described; it has no default");
                    self.warn("server-variable", at, message);
                    undescribed(name)
                }
            };
            if required {
                variable.default = None;
            }
            variables.push(variable);
        }
        Some(Server {
            url: match url.trim() {
                // A reference to where the document lies.
                "" => "/".to_owned(),
                url => url.to_owned(),
            },
            docs: Docs {
                text: at.text("description"),
                ..Docs::default()
            },
            variables,
        })
    }

    fn variable(&mut self, wire_name: String, at: &At<'a>) -> ServerVariable {
        match openapiv3::ServerVariable::deserialize(at.value) {
            Ok(variable) => ServerVariable {
                wire_name,
                default: Some(variable.default).filter(|text| !text.is_empty()),
                values: variable.enumeration,
                docs: Docs {
                    text: variable.description,
                    ..Docs::default()
                },
            },
            Err(error) => {
                let message = format!("{error}; what can be read of this variable is kept");
                self.warn("server-variable", at, message);
                let default = at
                    .map()
                    .and_then(|map| map.get("default"))
                    .and_then(text_of);
                ServerVariable {
                    default: default.filter(|text| !text.is_empty()),
                    values: at
                        .list("enum")
                        .iter()
                        .filter_map(|value| text_of(value.value))
                        .collect(),
                    docs: Docs {
                        text: at.text("description"),
                        ..Docs::default()
                    },
                    ..undescribed(wire_name)
                }
            }
        }
    }
}

fn undescribed(wire_name: String) -> ServerVariable {
    ServerVariable {
        wire_name,
        default: None,
        values: Vec::new(),
        docs: Docs::default(),
    }
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The names in braces, each once, in order.
pub(super) fn template_names(template: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut rest = template;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
        rest = after;
    }
    names
}
