//! What every code of a finding means. In: a code; out: how it arises and what to do. Invariant: each code that a finding can
//! have is here once, with a remedy, so that nobody is told of trouble without a way out.

mod api;
mod document;
mod run;

/// A kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// Its stable name, for example `ref-missing`.
    pub id: &'static str,
    /// What it means and how it arises, in whole sentences.
    pub meaning: &'static str,
    /// What to do about it: a line like the `help` of a finding, which it stands for where that has none of its own.
    pub remedy: &'static str,
}

/// A row of the tables: id, meaning, remedy.
type Row = (&'static str, &'static str, &'static str);

impl Code {
    /// The kind of finding with this code.
    pub fn find(id: &str) -> Option<Self> {
        rows().find(|code| code.id == id)
    }

    /// All kinds, by their names.
    pub fn all() -> Vec<Self> {
        let mut all: Vec<Self> = rows().collect();
        all.sort_unstable_by_key(|code| code.id);
        all
    }
}

fn rows() -> impl Iterator<Item = Code> {
    let rows = [document::ROWS, api::ROWS, run::ROWS].into_iter().flatten();
    rows.map(|&(id, meaning, remedy)| Code {
        id,
        meaning,
        remedy,
    })
}
