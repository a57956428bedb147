//! In: YAML text and the places wanted in it. Out: their lines and columns. Invariant: one pass of events, no tree.

use saphyr_parser::{Event, Parser, Span};

use super::{Spot, Wanted};
use crate::load::flow::Flow;

/// An open object or array that something wanted is in.
struct Frame {
    node: usize,
    /// The number of the next item of an array.
    index: Option<usize>,
    /// The key that waits for its value.
    key: Option<(String, Spot)>,
}

/// Longest flow collection that is searched: the scanner holds all of it in memory, many times over.
const MAX_FLOW: usize = 4 << 20;

/// Deepest flow collection that is searched: the scanner looks at all levels at every step.
const MAX_DEPTH: usize = 256;

/// Finds the wanted places of a text, as far as it can be read.
pub(super) fn walk(text: &str, wanted: &mut Wanted) {
    let flow = Flow::of(text);
    if flow.longest > MAX_FLOW || flow.deepest > MAX_DEPTH {
        return;
    }
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
        wanted.found(0, Spot::default(), None);
        return Some(0);
    };
    let (token, spot, key) = match (&mut frame.index, frame.key.take()) {
        (Some(index), _) => {
            let token = index.to_string();
            *index += 1;
            (token, own, None)
        }
        (None, Some((key, at))) => (key, if opens { at } else { own }, Some(at)),
        // An object or array as a key: nothing below it can be pointed at.
        (None, None) => {
            frame.key = Some((String::new(), own));
            return None;
        }
    };
    let node = wanted.child(frame.node, &token)?;
    wanted.found(node, spot, key);
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
