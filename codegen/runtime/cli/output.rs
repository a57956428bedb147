//! What a command prints. In: JSON of responses, page by page; out: a table, JSON, JSON lines or CSV. Invariant: what was
//! given is printed as soon as it is there, and nothing is left out without a word.

use super::grid::Grid;
use super::io::Io;
use super::problem::Problem;
use super::screen::{Screen, printable};
use super::text;
use std::collections::BTreeSet;

/// The column of items that are no objects.
const VALUE: &str = "value";

/// How results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Table,
    Json,
    Jsonl,
    Csv,
}

impl Format {
    /// Their names on the command line.
    pub(super) const NAMES: [&'static str; 4] = ["table", "json", "jsonl", "csv"];

    /// The format of a name; without one a table where somebody looks, lines in a pipe.
    pub(super) fn of(name: Option<&str>, io: &Io<'_>) -> Self {
        match name {
            Some("table") => Format::Table,
            Some("json") => Format::Json,
            Some("jsonl") => Format::Jsonl,
            Some("csv") => Format::Csv,
            Some(_) | None if io.width.is_some() => Format::Table,
            Some(_) | None => Format::Jsonl,
        }
    }
}

/// A result that is being printed.
#[derive(Debug)]
pub(super) struct Sheet {
    format: Format,
    /// The columns that were asked for.
    chosen: Vec<String>,
    columns: Vec<String>,
    grid: Option<Grid>,
    /// How many items were printed.
    pub(super) count: usize,
    /// Columns that came up when the header was printed already.
    late: Vec<String>,
    /// The columns that an item had: of those that were asked for, and of the items themselves.
    met: BTreeSet<String>,
}

impl Sheet {
    /// With these columns, or with those that the first page has.
    pub(super) fn new(format: Format, chosen: Vec<String>) -> Self {
        Sheet {
            format,
            columns: chosen.clone(),
            chosen,
            grid: None,
            count: 0,
            late: Vec::new(),
            met: BTreeSet::new(),
        }
    }

    /// Prints items.
    pub(super) fn page(&mut self, io: &mut Io<'_>, items: &[&str]) -> Result<(), Problem> {
        if items.is_empty() {
            return Ok(());
        }
        let mut out = String::new();
        match self.format {
            Format::Jsonl => {
                for item in items {
                    text::compact(&mut out, item);
                    out.push('\n');
                }
            }
            Format::Json => {
                for (index, item) in items.iter().enumerate() {
                    let first = self.count + index == 0;
                    out.push_str(if first { "[\n  " } else { ",\n  " });
                    text::pretty(&mut out, item, 1);
                }
            }
            Format::Csv => self.csv(&mut out, items),
            Format::Table => self.table(&mut out, io, items),
        }
        self.count += items.len();
        match (self.format, io.width) {
            (Format::Json | Format::Jsonl, _) => io.write_json(&out)?,
            (Format::Csv, Some(_)) => {
                io.write(Screen::default().show(out.as_bytes()).as_bytes())?
            }
            (Format::Csv, None) | (Format::Table, _) => io.write(out.as_bytes())?,
        }
        io.flush()
    }

    /// Prints what comes last.
    pub(super) fn finish(&mut self, io: &mut Io<'_>) -> Result<(), Problem> {
        let mut header = String::new();
        if self.count == 0 && self.format == Format::Csv && !self.chosen.is_empty() {
            record(&mut header, self.chosen.iter().map(String::as_str));
        }
        let last = match self.format {
            Format::Csv => &header,
            Format::Json if self.count == 0 => "[]\n",
            Format::Json => "\n]\n",
            Format::Table | Format::Jsonl => "",
        };
        io.write(last.as_bytes())?;
        io.flush()?;
        self.excuse(io);
        Ok(())
    }

    /// Says what has no place in what was printed.
    fn excuse(&mut self, io: &mut Io<'_>) {
        if self.count == 0 && (io.watched || io.width.is_some()) {
            io.say("note", "no items");
        }
        let unmet = self.chosen.iter().filter(|name| !self.met.contains(*name));
        let unmet: Vec<&str> = unmet.map(String::as_str).collect();
        let shown = matches!(self.format, Format::Table | Format::Csv);
        if shown && self.count > 0 && !unmet.is_empty() {
            let text = format!(
                "no item has {}; {}",
                unmet.join(", "),
                self.proposal(&unmet)
            );
            io.say("warning", &text);
        }
        if !self.late.is_empty() {
            let names = self.late.join(", ");
            io.say(
                "warning",
                &format!(
                    "left out, as the header was printed before they came: {names}; name them with --columns, or take \
                     --output jsonl"
                ),
            );
        }
        if let Some(grid) = &self.grid
            && grid.left_out() > 0
        {
            let names = self.columns[self.columns.len() - grid.left_out()..].join(", ");
            io.say(
                "warning",
                &format!(
                    "no room for the columns {names}; choose with --columns, or take --output json"
                ),
            );
        }
    }

    /// What to ask for instead of columns that no item has.
    fn proposal(&self, unmet: &[&str]) -> String {
        let own = |name: &str| name.rsplit('.').next().unwrap_or(name).to_lowercase();
        let alike = self
            .met
            .iter()
            .filter(|name| unmet.iter().any(|one| own(one) == own(name)));
        let alike: Vec<&str> = alike.map(String::as_str).collect();
        match alike.is_empty() {
            false => format!("is it {}?", alike.join(", ")),
            true => {
                let all: Vec<&str> = self.met.iter().map(String::as_str).collect();
                format!("the columns are {}", all.join(", "))
            }
        }
    }

    /// The cells of an item, and whether each is a number.
    fn cells(&mut self, item: &str) -> Vec<(String, bool)> {
        let leaves = leaves(item);
        for (name, _) in &leaves {
            if self.met.contains(name) {
                continue;
            }
            self.met.insert(name.clone());
            if self.chosen.is_empty() && !self.columns.contains(name) {
                self.late.push(name.clone());
            }
        }
        let mut cells = Vec::with_capacity(self.columns.len());
        for name in &self.columns {
            cells.push(match find(item, &leaves, name) {
                Some(value) => {
                    if !self.met.contains(name) {
                        self.met.insert(name.clone());
                    }
                    (text::cell(value), text::is_number(value))
                }
                None => (String::new(), false),
            });
        }
        cells
    }

    /// Finds the columns in the first items.
    fn head(&mut self, items: &[&str]) {
        if !self.columns.is_empty() {
            return;
        }
        let mut known = std::collections::HashSet::new();
        for item in items {
            for (name, _) in leaves(item) {
                if known.insert(name.clone()) {
                    self.columns.push(name);
                }
            }
        }
    }

    fn csv(&mut self, out: &mut String, items: &[&str]) {
        self.head(items);
        if self.count == 0 {
            record(out, self.columns.iter().map(String::as_str));
        }
        for item in items {
            let cells = self.cells(item);
            record(out, cells.iter().map(|(cell, _)| cell.as_str()));
        }
    }

    fn table(&mut self, out: &mut String, io: &Io<'_>, items: &[&str]) {
        self.head(items);
        let header: Vec<String> = self.columns.iter().map(|name| safe(name)).collect();
        let mut right = vec![true; header.len()];
        let mut rows = Vec::with_capacity(items.len() + 1);
        rows.push(header);
        for item in items {
            let cells = self.cells(item);
            for (right, (cell, number)) in right.iter_mut().zip(&cells) {
                *right &= *number || cell.is_empty();
            }
            rows.push(cells.iter().map(|(cell, _)| safe(cell)).collect());
        }
        let begins = self.grid.is_none();
        let grid = self
            .grid
            .get_or_insert_with(|| Grid::new(&rows, right, io.width));
        let mut rows = rows.iter();
        let header = rows.next();
        if let Some(header) = header.filter(|_| begins) {
            grid.row(out, header);
            grid.rule(out);
        }
        for row in rows {
            grid.row(out, row);
        }
    }
}

/// What an item has for the columns; what is no object has itself, in a column of its own.
fn leaves(item: &str) -> Vec<(String, &str)> {
    text::leaves(item).unwrap_or_else(|| vec![(VALUE.to_owned(), item)])
}

/// The value of a column: of that path, be it one that is shown taken apart.
fn find<'a>(item: &'a str, leaves: &[(String, &'a str)], name: &str) -> Option<&'a str> {
    // Of a property that is there twice, the last one counts.
    let leaf = leaves.iter().rev().find(|(path, _)| path == name);
    if let Some((_, value)) = leaf {
        return Some(value);
    }
    let whole = text::properties(item).unwrap_or_default();
    if let Some((_, value)) = whole.into_iter().rev().find(|(key, _)| key == name) {
        return Some(value);
    }
    let path: Vec<&str> = name.split('.').collect();
    super::super::reply::find(item.as_bytes(), &path)
}

fn safe(text: &str) -> String {
    printable(text).into_owned()
}

/// Adds a record (RFC 4180): quoted where there would be doubt, and ended by CR and LF.
fn record<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    let begin = out.len();
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ') {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    if out.len() == begin {
        // An empty line would be no record.
        out.push_str("\"\"");
    }
    out.push_str("\r\n");
}
