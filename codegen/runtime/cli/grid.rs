//! Lines of aligned cells for a terminal. In: rows of text and the width to stay within; out: lines. Invariant: no line is
//! wider than the width.

use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

/// Between two columns.
const GAP: &str = "  ";
/// No column gets narrower than this to make room for others.
const NARROWEST: usize = 6;
/// In place of what was cut off.
const ELLIPSIS: char = '…';

/// The columns of a table that is being printed.
#[derive(Debug)]
pub(super) struct Grid {
    widths: Vec<usize>,
    /// Whether the cells of a column are numbers, which keep to the right.
    right: Vec<bool>,
}

impl Grid {
    /// Columns that are as wide as their cells need, and all together no wider than `width`: the widest give way first.
    /// Where there is no room for all of them, the last ones are left out.
    pub(super) fn new(rows: &[Vec<String>], right: Vec<bool>, width: Option<usize>) -> Self {
        let natural = |index: usize| {
            let cells = rows.iter().filter_map(|row| row.get(index));
            cells.map(|cell| cell.width()).max().unwrap_or(0)
        };
        let mut widths: Vec<usize> = (0..right.len()).map(natural).collect();
        if let Some(width) = width {
            let least = |one: &usize| (*one).min(NARROWEST) + GAP.len();
            while widths.len() > 1 && widths.iter().map(least).sum::<usize>() > width + GAP.len() {
                widths.pop();
            }
            let gaps = GAP.len() * widths.len().saturating_sub(1);
            shrink(&mut widths, width.saturating_sub(gaps).max(1));
        }
        Grid { widths, right }
    }

    /// How many columns there was no room for.
    pub(super) fn left_out(&self) -> usize {
        self.right.len() - self.widths.len()
    }

    /// Adds the line under the header.
    pub(super) fn rule(&self, out: &mut String) {
        let rules: Vec<String> = self.widths.iter().map(|width| "─".repeat(*width)).collect();
        out.push_str(&rules.join(GAP));
        out.push('\n');
    }

    /// Adds a row.
    pub(super) fn row(&self, out: &mut String, cells: &[String]) {
        let mut text = String::new();
        for (index, width) in self.widths.iter().enumerate() {
            let cell = cells.get(index).map(String::as_str).unwrap_or_default();
            let cell = fit(cell, *width);
            let padding = " ".repeat(width.saturating_sub(cell.width()));
            if index > 0 {
                text.push_str(GAP);
            }
            match self.right.get(index) {
                Some(true) => text.extend([padding.as_str(), &cell]),
                _ => text.extend([&*cell, &padding]),
            }
        }
        out.push_str(text.trim_end());
        out.push('\n');
    }
}

/// Takes from the widest columns first, all of them down to one level, so that narrow columns stay whole.
fn shrink(widths: &mut [usize], room: usize) {
    let spent = |widths: &[usize], level: usize| {
        let cut = widths.iter().map(|width| (*width).min(level));
        cut.sum::<usize>()
    };
    let widest = widths.iter().copied().max().unwrap_or(0);
    if spent(widths, widest) <= room {
        return;
    }
    let level = (1..widest)
        .rev()
        .find(|level| spent(widths, *level) <= room);
    let level = level.unwrap_or(1);
    // What the level leaves over goes to the first columns that were cut.
    let mut left = room.saturating_sub(spent(widths, level));
    for width in widths.iter_mut().filter(|width| **width > level) {
        let extra = left.min(1);
        left -= extra;
        *width = level + extra;
    }
}

/// The text, cut off with an ellipsis where it is wider than `width`.
fn fit(text: &str, width: usize) -> Cow<'_, str> {
    if text.width() <= width {
        return Cow::Borrowed(text);
    }
    let room = width.saturating_sub(1);
    let ends = text
        .char_indices()
        .map(|(start, character)| start + character.len_utf8());
    // Prefixes are measured whole: the width of a sequence is not the sum of its characters.
    let end = ends.take_while(|end| text[..*end].width() <= room).last();
    let mut cut = text[..end.unwrap_or(0)].to_owned();
    if width > 0 {
        cut.push(ELLIPSIS);
    }
    Cow::Owned(cut)
}
