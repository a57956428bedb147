//! Source lines under a finding. In: the places of all findings; out: for each its line, cut to what a terminal can show.
//! Invariant: one pass over a file for all of its lines, and a short walk in a line for each finding, so that a document
//! on a single line costs no more than one with many.

use std::collections::{BTreeSet, HashMap};

use super::{Place, cells, escape_char};
use crate::load::locate::Spot;
use crate::source::{FileId, Sources};

/// Widest piece of a source line that is shown.
const WINDOW: usize = 100;

/// How many characters there are from one mark of a line to the next.
const STRIDE: usize = 1024;

/// A line of a file, with what finds a column in it fast.
pub(super) struct Line<'a> {
    text: &'a str,
    /// Where every so many characters begin, in bytes.
    marks: Vec<usize>,
    /// How many characters it has.
    chars: usize,
}

/// The lines that places are on, by file and number.
pub(super) fn lines<'a>(
    places: &[Option<Place<'_>>],
    sources: &'a Sources,
) -> HashMap<(FileId, usize), Line<'a>> {
    let mut wanted: HashMap<FileId, BTreeSet<usize>> = HashMap::new();
    for place in places.iter().flatten() {
        let numbers = wanted.entry(place.file).or_default();
        numbers.insert(place.spot.line.max(1));
    }
    let mut found = HashMap::new();
    for (file, numbers) in wanted {
        let text = sources.get(file).map_or("", |source| &source.text);
        let mut lines = text.lines();
        let mut next = 1;
        for number in numbers {
            if let Some(text) = lines.nth(number - next) {
                found.insert((file, number), Line::new(text));
            }
            next = number + 1;
        }
    }
    found
}

impl<'a> Line<'a> {
    fn new(text: &'a str) -> Self {
        let mut marks = Vec::new();
        let mut chars = 0;
        for (at, _) in text.char_indices() {
            if chars % STRIDE == 0 {
                marks.push(at);
            }
            chars += 1;
        }
        Self { text, marks, chars }
    }

    /// The characters from one column to another, both from 0.
    fn slice(&self, from: usize, to: usize) -> impl Iterator<Item = char> + use<'a> {
        let mark = self.marks.get(from / STRIDE).copied();
        let text = mark.map_or("", |mark| &self.text[mark..]);
        text.chars()
            .skip(from % STRIDE)
            .take(to.saturating_sub(from))
    }
}

/// The part of a source line that is shown, with the place of the carets below it in terminal cells.
pub(super) struct Excerpt {
    pub(super) text: String,
    pub(super) indent: usize,
    pub(super) width: usize,
}

impl Excerpt {
    /// The part of a line around a place.
    pub(super) fn new(line: &Line<'_>, spot: &Spot) -> Self {
        let start = spot.column.saturating_sub(1).min(line.chars);
        let end = match spot.end_line == spot.line {
            true => (spot.end_column.saturating_sub(1)).clamp(start, line.chars),
            // What goes on below is underlined to the end of its first line.
            false => line.chars,
        };
        // A long line is cut to a window that begins a little before the place.
        let first = if line.chars > WINDOW {
            start.saturating_sub(WINDOW / 4)
        } else {
            0
        };
        let last = (first + WINDOW).min(line.chars);
        let shown = |from: usize, to: usize| -> String {
            let from = from.min(last);
            line.slice(from, to.clamp(from, last))
                .map(escape_char)
                .collect()
        };
        let before = if first > 0 { "… " } else { "" };
        let after = if last < line.chars { " …" } else { "" };
        Self {
            text: format!("{before}{}{after}", shown(first, last)),
            indent: cells(before) + cells(&shown(first, start)),
            width: cells(&shown(start, end)).max(1),
        }
    }
}
