//! In: the servers of the document, its paths and its operations. Out: findings about their addresses and variables.
//! Invariant: servers are matched by address, then by position.

use indexmap::IndexSet;

use super::super::facts::operations::At;
use super::super::rules::Rule;
use super::operations::Twins;
use super::{Differ, Draft, at_spot, key_spot};

impl<'a> Differ<'a> {
    /// Compares the servers of the whole document.
    pub(super) fn global_servers(&mut self) {
        let (old, new) = (At::root(self.base.loaded), At::root(self.revision.loaded));
        if old.value.get("servers") != new.value.get("servers") {
            let part = self.document_part();
            self.servers(part, &old, &new);
        }
    }

    /// Compares the servers of an operation and its path.
    pub(super) fn operation_servers(&mut self, twins: &Twins<'_, 'a>) {
        self.servers(twins.part, &twins.base.item, &twins.revision.item);
        self.servers(twins.part, &twins.base.at, &twins.revision.at);
    }

    fn servers(&mut self, part: u32, old: &At<'a>, new: &At<'a>) {
        let read = |at: &At<'a>, loaded| {
            at.field("servers")
                .map(|at| at.items(loaded))
                .unwrap_or_default()
        };
        let before = read(old, self.base.loaded);
        let after = read(new, self.revision.loaded);
        // Several of one address stand for each other in their order.
        let (mut gone, mut come): (Vec<&At<'a>>, Vec<&At<'a>>) =
            (Vec::new(), after.iter().collect());
        for server in &before {
            let address = server.text("url");
            match come.iter().position(|other| other.text("url") == address) {
                Some(at) => self.variables(part, server, come.remove(at)),
                None => gone.push(server),
            }
        }
        for at in 0..gone.len().max(come.len()) {
            match (gone.get(at), come.get(at)) {
                (Some(was), Some(is)) => {
                    let detail = format!("{} became {}", url(was), url(is));
                    let spots = (key_spot(was, "url"), key_spot(is, "url"));
                    self.server_finding(part, "server-url-changed", spots, &detail);
                    self.variables(part, was, is);
                }
                (Some(was), None) => {
                    let spots = (at_spot(was), key_spot(new, "servers"));
                    self.server_finding(part, "server-removed", spots, &url(was));
                }
                (None, Some(is)) => {
                    let spots = (key_spot(old, "servers"), at_spot(is));
                    self.server_finding(part, "server-added", spots, &url(is));
                }
                (None, None) => {}
            }
        }
    }

    fn variables(&mut self, part: u32, old: &At<'a>, new: &At<'a>) {
        let read = |at: &At<'a>, loaded| {
            at.field("variables")
                .map(|at| at.entries(loaded))
                .unwrap_or_default()
        };
        let before = read(old, self.base.loaded);
        let after = read(new, self.revision.loaded);
        for (name, was) in &before {
            let Some((_, is)) = after.iter().find(|(other, _)| other == name) else {
                let spots = (at_spot(was), key_spot(new, "variables"));
                self.server_finding(part, "server-variable-removed", spots, &format!("`{name}`"));
                continue;
            };
            if was.text("default") != is.text("default") {
                let spots = (key_spot(was, "default"), key_spot(is, "default"));
                let id = "server-variable-default-changed";
                self.server_finding(part, id, spots, &format!("`{name}`"));
            }
            self.variable_values(part, name, was, is);
        }
        for (name, is) in &after {
            if !before.iter().any(|(other, _)| other == name) {
                let spots = (key_spot(old, "variables"), at_spot(is));
                self.server_finding(part, "server-variable-added", spots, &format!("`{name}`"));
            }
        }
    }

    fn variable_values(&mut self, part: u32, name: &str, old: &At<'a>, new: &At<'a>) {
        let key = "enum";
        let read = |at: &At<'a>| -> IndexSet<&'a str> {
            let list = at.value.get(key).and_then(|list| list.as_array());
            list.into_iter()
                .flatten()
                .filter_map(|value| value.as_str())
                .collect()
        };
        let (before, after) = (read(old), read(new));
        let spots = (key_spot(old, key), key_spot(new, key));
        for value in before.difference(&after) {
            let detail = format!("`{value}` of `{name}`");
            self.server_finding(
                part,
                "server-variable-value-removed",
                spots.clone(),
                &detail,
            );
        }
        for value in after.difference(&before) {
            let detail = format!("`{value}` of `{name}`");
            self.server_finding(part, "server-variable-value-added", spots.clone(), &detail);
        }
    }

    fn server_finding(
        &mut self,
        part: u32,
        id: &str,
        spots: (super::Spot, super::Spot),
        detail: &str,
    ) {
        let rule = Rule::special(id);
        let draft = Draft::new(rule, spots.0, spots.1, "").detail(detail);
        self.direct(part, draft);
    }
}

fn url(server: &At<'_>) -> String {
    super::shorten(server.text("url").unwrap_or("/"))
}
