//! In: TOML text and the places wanted in it. Out: their lines and columns. Invariant: only what leads to something wanted is
//! looked at.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{Spot, Wanted};
use crate::source::line_column;

/// Finds the wanted places of a text, if it is TOML.
pub(super) fn walk(text: &str, wanted: &mut Wanted) {
    if let Ok(root) = DeTable::parse(text) {
        wanted.found(0, Spot::default(), None);
        table(text, root.get_ref(), 0, wanted);
    }
}

fn table(text: &str, table: &DeTable<'_>, parent: usize, wanted: &mut Wanted) {
    for (key, value) in table {
        let Some(node) = wanted.child(parent, key.get_ref()) else {
            continue;
        };
        let key = spot(text, key.span());
        let own = match value.get_ref() {
            DeValue::Array(_) | DeValue::Table(_) => key,
            _ => spot(text, value.span()),
        };
        wanted.found(node, own, Some(key));
        below(text, value.get_ref(), node, wanted);
    }
}

fn below(text: &str, value: &DeValue<'_>, node: usize, wanted: &mut Wanted) {
    match value {
        DeValue::Table(inner) => table(text, inner, node, wanted),
        DeValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                if let Some(child) = wanted.child(node, &index.to_string()) {
                    wanted.found(child, spot(text, item.span()), None);
                    below(text, item.get_ref(), child, wanted);
                }
            }
        }
        _ => {}
    }
}

fn spot(text: &str, span: Range<usize>) -> Spot {
    let (line, column) = line_column(text, span.start);
    let (end_line, end_column) = line_column(text, span.end);
    Spot {
        line,
        column,
        end_line,
        end_column,
    }
}
