//! Plain text tables for a terminal.
//!
//! Input: columns, rows of text, and the width to stay within. Output: one string of aligned lines, ending in a count line.
//! Invariant: no line is wider than the width (as long as it has room for the narrowest columns), and no cell can move the
//! cursor, break the line or turn the text around, whatever it holds.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

/// A table under construction: add rows with [`Table::push`], then [`Table::render`].
#[derive(Clone, Debug)]
pub struct Table {
    title: String,
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
    note: Option<String>,
}

/// A column's header, the side its cells keep to, and whether they may be cut off.
#[derive(Clone, Debug)]
pub struct Column {
    header: String,
    side: Side,
    whole: bool,
}

#[derive(Clone, Copy, Debug)]
enum Side {
    Left,
    Right,
}

/// Between two columns.
const GAP: &str = "  ";
/// No column gets narrower than this to make room for others.
const NARROWEST: usize = 4;
/// In place of what was cut off.
const ELLIPSIS: char = '…';

impl Table {
    /// A table without rows.
    pub fn new(title: impl Into<String>, columns: impl IntoIterator<Item = Column>) -> Self {
        Self {
            title: title.into(),
            columns: columns.into_iter().collect(),
            rows: Vec::new(),
            note: None,
        }
    }

    /// Adds a row. Cells beyond the last column are dropped, missing ones stay empty.
    pub fn push(&mut self, cells: impl IntoIterator<Item = String>) {
        let mut row: Vec<String> = cells
            .into_iter()
            .map(|cell| printable(&cell).into_owned())
            .collect();
        row.resize(self.columns.len(), String::new());
        self.rows.push(row);
    }

    /// Says something behind the count, such as why rows are missing.
    pub fn note(&mut self, note: impl Into<String>) {
        self.note = Some(note.into());
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The title, the header, a rule, the rows and the count, each on its line. `width` is in terminal columns; without it
    /// nothing is cut off.
    pub fn render(&self, width: Option<usize>) -> String {
        let widths = self.widths(width);
        let mut out = String::new();
        line(
            &mut out,
            &fit(&printable(&self.title), width.unwrap_or(usize::MAX)),
        );
        let headers: Vec<Cow<'_, str>> = self
            .columns
            .iter()
            .map(|column| printable(&column.header))
            .collect();
        self.row(&mut out, &headers, &widths);
        let rules: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        line(&mut out, &rules.join(GAP));
        for row in &self.rows {
            self.row(&mut out, row, &widths);
        }
        line(&mut out, &fit(&self.count(), width.unwrap_or(usize::MAX)));
        out
    }

    fn count(&self) -> String {
        let rows = if self.len() == 1 { "row" } else { "rows" };
        let mut count = format!("{} {rows}", self.len());
        if let Some(note) = &self.note {
            count.push_str(", ");
            count.push_str(&printable(note));
        }
        count
    }

    /// Each column as wide as its widest cell, then the widest made narrower until all fit: those that may be cut off, and
    /// if that is not enough, all of them.
    fn widths(&self, width: Option<usize>) -> Vec<usize> {
        let natural = |(index, column): (usize, &Column)| {
            let cells = self
                .rows
                .iter()
                .filter_map(|row| row.get(index))
                .map(|cell| cell.width());
            cells
                .chain([printable(&column.header).width()])
                .max()
                .unwrap_or(0)
        };
        let mut widths: Vec<usize> = self.columns.iter().enumerate().map(natural).collect();
        let gaps = GAP.len() * widths.len().saturating_sub(1);
        let room = width.unwrap_or(usize::MAX).saturating_sub(gaps);
        let (whole, rest): (Vec<usize>, Vec<usize>) =
            (0..widths.len()).partition(|index| self.columns[*index].whole);
        let taken: usize = whole.iter().map(|index| widths[*index]).sum();
        if room < taken.saturating_add(NARROWEST * rest.len()) {
            shrink(&mut widths, room);
            return widths;
        }
        let mut narrow: Vec<usize> = rest.iter().map(|index| widths[*index]).collect();
        shrink(&mut narrow, room - taken);
        for (index, width) in rest.into_iter().zip(narrow) {
            widths[index] = width;
        }
        widths
    }

    fn row(&self, out: &mut String, cells: &[impl AsRef<str>], widths: &[usize]) {
        let mut text = String::new();
        for ((cell, width), column) in cells.iter().zip(widths).zip(&self.columns) {
            let cell = fit(cell.as_ref(), *width);
            let padding = " ".repeat(width.saturating_sub(cell.width()));
            match column.side {
                Side::Left => text.extend([GAP, &cell, &padding]),
                Side::Right => text.extend([GAP, &padding, &cell]),
            }
        }
        line(out, text.strip_prefix(GAP).unwrap_or(&text));
    }
}

impl Column {
    /// For text, which may be cut off.
    pub fn left(header: impl Into<String>) -> Self {
        Self {
            header: header.into(),
            side: Side::Left,
            whole: false,
        }
    }

    /// For text that says little once it is cut off, such as a time.
    pub fn whole(header: impl Into<String>) -> Self {
        Self {
            whole: true,
            ..Self::left(header)
        }
    }

    /// For numbers, whole ones.
    pub fn right(header: impl Into<String>) -> Self {
        Self {
            side: Side::Right,
            ..Self::whole(header)
        }
    }
}

/// The width of the terminal that standard output goes to, `None` for a file or a pipe.
pub fn terminal_width() -> Option<usize> {
    let (width, _) = terminal_size::terminal_size_of(std::io::stdout())?;
    Some(width.0.into())
}

fn line(out: &mut String, text: &str) {
    out.push_str(text.trim_end());
    out.push('\n');
}

/// Takes from the widest columns first, all of them down to one level, so that narrow columns stay whole.
fn shrink(widths: &mut [usize], room: usize) {
    let total: usize = widths.iter().sum();
    if total <= room {
        return;
    }
    let spent = |level: usize| {
        widths
            .iter()
            .map(|width| (*width).min(level))
            .sum::<usize>()
    };
    let widest = widths.iter().copied().max().unwrap_or(0);
    let level = (NARROWEST..widest)
        .rev()
        .find(|level| spent(*level) <= room)
        .unwrap_or(NARROWEST);
    // What the level leaves over goes to the first columns that were cut.
    let mut left = room.saturating_sub(spent(level));
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
        .map(|(start, char)| start + char.len_utf8());
    // Prefixes are measured whole: the width of a sequence is not the sum of its characters.
    let end = ends
        .take_while(|end| text[..*end].width() <= room)
        .last()
        .unwrap_or(0);
    let mut cut = text[..end].to_owned();
    if width > 0 {
        cut.push(ELLIPSIS);
    }
    Cow::Owned(cut)
}

/// The text with everything that would act on the terminal written as an escape.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::new();
    for char in text.chars() {
        match char {
            '\n' => safe.push_str("\\n"),
            '\r' => safe.push_str("\\r"),
            '\t' => safe.push_str("\\t"),
            _ if acts(char) => drop(write!(safe, "{}", char.escape_unicode())),
            _ => safe.push(char),
        }
    }
    Cow::Owned(safe)
}

/// Control characters, line separators and the bidirectional overrides, embeddings and isolates.
fn acts(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{Column, Table, fit, printable, shrink};
    use unicode_width::UnicodeWidthStr;

    fn sample() -> Table {
        let mut table = Table::new(
            "Files",
            [
                Column::left("Name"),
                Column::right("Bytes"),
                Column::left("By"),
            ],
        );
        table.push(["résumé.pdf".into(), "7".into(), "ana".into()]);
        table.push(["集計.csv".into(), "1048576".into(), "bo".into()]);
        table
    }

    #[test]
    fn columns_line_up_whatever_the_script() {
        let lines = [
            "Files",
            "Name          Bytes  By",
            "──────────  ───────  ───",
            "résumé.pdf        7  ana",
            "集計.csv    1048576  bo",
            "2 rows",
        ];
        assert_eq!(sample().render(None), lines.join("\n") + "\n");
    }

    #[test]
    fn the_widest_columns_give_way_first() {
        let mut table = sample();
        table.push([
            "a-very-long-name-for-a-file.tar.gz".into(),
            "12".into(),
            "someone else".into(),
        ]);
        table.note("stopped early");
        let lines = [
            "Files",
            "Name           Bytes  By",
            "───────────  ───────  ──────────",
            "résumé.pdf         7  ana",
            "集計.csv     1048576  bo",
            "a-very-lon…       12  someone e…",
            "3 rows, stopped early",
        ];
        assert_eq!(table.render(Some(32)), lines.join("\n") + "\n");
    }

    #[test]
    fn times_and_numbers_stay_whole_as_long_as_the_rest_has_room() {
        let columns = [
            Column::whole("Time"),
            Column::left("Name"),
            Column::right("Bytes"),
        ];
        let mut table = Table::new("Files", columns);
        table.push([
            "2026-10-05 09:30".into(),
            "résumé.pdf".into(),
            "184467440737".into(),
        ]);
        let row = |width| table.render(Some(width)).lines().nth(3).map(str::to_owned);
        assert_eq!(
            row(42).as_deref(),
            Some("2026-10-05 09:30  résumé.pdf  184467440737")
        );
        assert_eq!(
            row(36).as_deref(),
            Some("2026-10-05 09:30  rés…  184467440737")
        );
        assert_eq!(
            row(35).as_deref(),
            Some("2026-10-05…  résumé.pdf  184467440…")
        );
    }

    #[test]
    fn no_line_is_too_wide() {
        let mut table = sample();
        table.push([
            "👩‍👩‍👧 e\u{301}e\u{301}e\u{301} 集計集計集計集計".into(),
            "184467440737".into(),
            "x".repeat(90),
        ]);
        for width in 16..120 {
            for line in table.render(Some(width)).lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn rows_of_the_wrong_length_are_squared() {
        let mut table = Table::new("T", [Column::left("A"), Column::left("B")]);
        table.push(["1".to_owned()]);
        table.push(["1", "2", "3"].map(str::to_owned));
        assert_eq!(table.render(None), "T\nA  B\n─  ─\n1\n1  2\n2 rows\n");
        assert_eq!(Table::new("", []).render(Some(0)).lines().count(), 4);
    }

    #[test]
    fn cells_cannot_act_on_the_terminal() {
        assert_eq!(
            printable("a\u{1b}[2J\nb\u{202e}c"),
            "a\\u{1b}[2J\\nb\\u{202e}c"
        );
        assert_eq!(printable("plain é 集"), "plain é 集");
    }

    #[test]
    fn wide_characters_are_not_cut_in_half() {
        assert_eq!(fit("集計", 4), "集計");
        assert_eq!(fit("集計", 3), "集…");
        assert_eq!(fit("集計", 2), "…");
        assert_eq!(fit("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(fit("ab", 0), "");
    }

    #[test]
    fn shrinking_uses_all_the_room() {
        let mut widths = [40, 3, 30];
        shrink(&mut widths, 34);
        assert_eq!(widths, [16, 3, 15]);
        shrink(&mut widths, 5);
        assert_eq!(widths, [4, 3, 4]);
    }
}
