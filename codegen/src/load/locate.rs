//! In: a file and any number of places in it. Out: their lines and columns, from one pass over the text.
//! Invariant: every place gets an answer; what cannot be found gets the nearest found place around it.

mod json;
mod toml;
mod yaml;

use std::collections::HashMap;

use super::parse::{Searchable, searchable};
use crate::source::{Origin, SourceFile, unescape_token};

/// Where something stands: lines and columns from 1, columns in characters, the end one past the last character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The line it begins on.
    pub line: usize,
    /// The column it begins at.
    pub column: usize,
    /// The line it ends on.
    pub end_line: usize,
    /// The column behind it.
    pub end_column: usize,
}

impl Default for Spot {
    fn default() -> Self {
        Self {
            line: 1,
            column: 1,
            end_line: 1,
            end_column: 1,
        }
    }
}

/// Places in a YAML, JSON or TOML file, in the order asked for. A scalar is shown itself unless its key is meant, an
/// object or array by its key.
pub fn locate(source: &SourceFile, places: &[&Origin]) -> Vec<Spot> {
    let mut wanted = Wanted::default();
    let nodes: Vec<usize> = places.iter().map(|at| wanted.add(&at.pointer)).collect();
    if source.name.ends_with(".toml") {
        toml::walk(&source.text, &mut wanted);
    } else {
        match searchable(&source.text) {
            Searchable::Json(text) => json::walk(&text, &mut wanted),
            Searchable::Yaml(text) => yaml::walk(&text, &mut wanted),
        }
    }
    let nodes = nodes.into_iter().zip(places);
    nodes.map(|(node, at)| wanted.spot(node, at.key)).collect()
}

/// The pointers asked for, as a tree.
struct Wanted {
    nodes: Vec<WantedNode>,
}

#[derive(Default)]
struct WantedNode {
    parent: usize,
    children: HashMap<String, usize>,
    spot: Option<Spot>,
    key: Option<Spot>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            nodes: vec![WantedNode::default()],
        }
    }
}

impl Wanted {
    fn add(&mut self, pointer: &str) -> usize {
        let mut node = 0;
        for token in pointer.split('/').skip(1) {
            let token = unescape_token(token);
            node = match self.nodes[node].children.get(&token) {
                Some(child) => *child,
                None => {
                    let child = self.nodes.len();
                    self.nodes.push(WantedNode {
                        parent: node,
                        ..WantedNode::default()
                    });
                    self.nodes[node].children.insert(token, child);
                    child
                }
            };
        }
        node
    }

    /// The node below a wanted one, if it is wanted too.
    fn child(&self, node: usize, token: &str) -> Option<usize> {
        self.nodes[node].children.get(token).copied()
    }

    /// Notes where a wanted node is; the last place of several counts, as when parsing.
    fn found(&mut self, node: usize, spot: Spot, key: Option<Spot>) {
        self.nodes[node].spot = Some(spot);
        self.nodes[node].key = key;
    }

    fn spot(&self, mut node: usize, of_key: bool) -> Spot {
        if let Some(key) = self.nodes[node].key.filter(|_| of_key) {
            return key;
        }
        while self.nodes[node].spot.is_none() && node != 0 {
            node = self.nodes[node].parent;
        }
        self.nodes[node].spot.unwrap_or_default()
    }
}
