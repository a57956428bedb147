//! In: the text of a file and any number of places in it. Out: their lines and columns, from one pass over the text.
//! Invariant: every place gets an answer; what cannot be found gets the nearest found place around it.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, Span};

use super::parse::searchable;
use crate::source::unescape_token;

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

/// The places of JSON pointers in a YAML or JSON text, in the order asked for. A scalar is shown itself, an object or
/// array by its key.
pub fn locate(text: &str, pointers: &[&str]) -> Vec<Spot> {
    let mut wanted = Wanted::default();
    let nodes: Vec<usize> = pointers.iter().map(|p| wanted.add(p)).collect();
    walk(&searchable(text), &mut wanted);
    nodes.into_iter().map(|node| wanted.spot(node)).collect()
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

    fn spot(&self, mut node: usize) -> Spot {
        while self.nodes[node].spot.is_none() && node != 0 {
            node = self.nodes[node].parent;
        }
        self.nodes[node].spot.unwrap_or_default()
    }
}

/// An open object or array that something wanted is in.
struct Frame {
    node: usize,
    /// The number of the next item of an array.
    index: Option<usize>,
    /// The key that waits for its value.
    key: Option<(String, Spot)>,
}

fn walk(text: &str, wanted: &mut Wanted) {
    let mut frames: Vec<Frame> = Vec::new();
    let mut started = false;
    // How many collections are open that nothing wanted is in.
    let mut skipping = 0_usize;
    for event in Parser::new_from_str(text) {
        let Ok((event, span)) = event else { return };
        match event {
            Event::SequenceEnd | Event::MappingEnd => {
                if skipping > 0 {
                    skipping -= 1;
                } else {
                    frames.pop();
                }
            }
            Event::MappingStart(..) | Event::SequenceStart(..) if skipping > 0 => skipping += 1,
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                let index = matches!(event, Event::SequenceStart(..)).then_some(0);
                match value(&mut frames, wanted, span, true) {
                    Some(node) => frames.push(Frame {
                        node,
                        index,
                        key: None,
                    }),
                    None => skipping = 1,
                }
                started = true;
            }
            Event::Scalar(text, ..) if skipping == 0 => match frames.last_mut() {
                Some(frame) if frame.index.is_none() && frame.key.is_none() => {
                    frame.key = Some((text.into_owned(), spot_of(span)));
                }
                _ => {
                    value(&mut frames, wanted, span, false);
                }
            },
            Event::Alias(_) if skipping == 0 => {
                value(&mut frames, wanted, span, false);
            }
            Event::DocumentEnd if started => return,
            _ => {}
        }
    }
}

/// A value begins: notes its place if it is wanted, and says which wanted node it is.
fn value(frames: &mut [Frame], wanted: &mut Wanted, span: Span, opens: bool) -> Option<usize> {
    let own = spot_of(span);
    let Some(frame) = frames.last_mut() else {
        wanted.nodes[0].spot = Some(Spot::default());
        return Some(0);
    };
    let (token, spot) = match (&mut frame.index, frame.key.take()) {
        (Some(index), _) => {
            let token = index.to_string();
            *index += 1;
            (token, own)
        }
        (None, Some((key, at))) => (key, if opens { at } else { own }),
        // An object or array as a key: nothing below it can be pointed at.
        (None, None) => {
            frame.key = Some((String::new(), own));
            return None;
        }
    };
    let node = *wanted.nodes[frame.node].children.get(&token)?;
    wanted.nodes[node].spot = Some(spot);
    Some(node)
}

fn spot_of(span: Span) -> Spot {
    Spot {
        line: span.start.line(),
        column: span.start.col() + 1,
        end_line: span.end.line(),
        end_column: span.end.col() + 1,
    }
}
