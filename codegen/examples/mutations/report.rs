//! In: what was predicted and what happened. Out: the table, precision and recall. Invariant: every wrong verdict is listed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use specsmith::review::report::{Rust, Wire};

/// One mutation.
pub(crate) struct Row {
    pub(crate) document: String,
    pub(crate) mutation: &'static str,
    pub(crate) pointer: String,
    pub(crate) wire: Wire,
    pub(crate) rust: Rust,
    pub(crate) rules: Vec<String>,
    /// What the compiler says of the old caller and the new crate.
    pub(crate) breaks: Option<String>,
    /// Whether a caller of the new crate needs it: the old one does not do.
    pub(crate) grows: bool,
    /// Payloads of the old document that the new types cannot read.
    pub(crate) unread: Vec<String>,
    /// Payloads of the new document that the old types cannot read.
    pub(crate) unread_by_old: Vec<String>,
    /// How many payloads were read.
    pub(crate) payloads: usize,
}

impl Row {
    fn is_major(&self) -> bool {
        self.rust == Rust::Major
    }

    /// A change that is called harmless and is not.
    fn is_missed(&self) -> bool {
        !self.is_major() && (self.breaks.is_some() || !self.unread.is_empty())
    }

    /// A change that is called compatible, and a client that is out there cannot read what comes.
    fn is_missed_on_the_wire(&self) -> bool {
        self.wire == Wire::Compatible && !self.unread_by_old.is_empty()
    }

    fn line(&self) -> String {
        format!(
            "{} at {}#{}: {} {} [{}]",
            self.mutation,
            self.document,
            self.pointer,
            self.wire.as_str(),
            self.rust.as_str(),
            self.rules.join(" ")
        )
    }
}

/// Whether no change called minor or patch breaks a caller, and none called compatible a client.
pub(crate) fn is_good(rows: &[Row]) -> bool {
    !rows.is_empty()
        && !rows
            .iter()
            .any(|row| row.is_missed() || row.is_missed_on_the_wire())
}

/// All of it as text.
pub(crate) fn text(rows: &[Row], verbose: bool) -> String {
    let mut out = String::new();
    list(
        &mut out,
        "called minor or patch, and breaks a caller",
        rows,
        Row::is_missed,
    );
    list(
        &mut out,
        "called patch, and there is something new",
        rows,
        |row| row.rust == Rust::Patch && row.breaks.is_none() && row.grows,
    );
    list(
        &mut out,
        "called major, and every caller compiles",
        rows,
        |row| row.is_major() && row.breaks.is_none() && row.unread.is_empty(),
    );
    if verbose {
        kinds(&mut out, rows);
    }
    let major = rows.iter().filter(|row| row.is_major()).count();
    let harmful = |row: &&Row| row.breaks.is_some() || !row.unread.is_empty();
    let broke = rows.iter().filter(harmful).count();
    let both = rows
        .iter()
        .filter(|row| row.is_major())
        .filter(harmful)
        .count();
    let payloads: usize = rows.iter().map(|row| row.payloads).sum();
    let _ = writeln!(out, "mutations        {}", rows.len());
    let _ = writeln!(out, "payloads read    {payloads}");
    let _ = writeln!(
        out,
        "called major     {major}, of which {both} break a caller: precision {}",
        share(both, major)
    );
    let _ = writeln!(
        out,
        "break a caller   {broke}, of which {both} are called major: recall {}",
        share(both, broke)
    );
    let minor = rows.iter().filter(|row| row.rust == Rust::Minor).count();
    let grown = rows
        .iter()
        .filter(|row| row.rust == Rust::Minor && row.grows)
        .count();
    let _ = writeln!(
        out,
        "called minor     {minor}, of which {grown} have something new"
    );
    out
}

fn list(out: &mut String, title: &str, rows: &[Row], wanted: impl Fn(&Row) -> bool) {
    let found: Vec<&Row> = rows.iter().filter(|row| wanted(row)).collect();
    if found.is_empty() {
        return;
    }
    let _ = writeln!(out, "{title}: {}", found.len());
    for row in found {
        let _ = writeln!(out, "  {}", row.line());
        for reason in row
            .breaks
            .iter()
            .chain(row.unread.iter().chain(&row.unread_by_old).take(2))
        {
            let _ = writeln!(out, "      {}", reason.lines().next().unwrap_or_default());
        }
    }
    out.push('\n');
}

fn kinds(out: &mut String, rows: &[Row]) {
    let mut table: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    for row in rows {
        let cell = table.entry((row.mutation, row.rust.as_str())).or_default();
        cell.0 += 1;
        cell.1 += usize::from(row.breaks.is_some());
    }
    for ((mutation, rust), (all, broke)) in table {
        let _ = writeln!(out, "{mutation:<28} {rust:<6} {all:>3}, {broke:>3} break");
    }
    out.push('\n');
}

fn share(part: usize, whole: usize) -> String {
    match whole {
        0 => "-".to_owned(),
        _ => format!("{:.1}%", part as f64 * 100.0 / whole as f64),
    }
}
