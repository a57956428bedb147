//! In: successive versions of real documents. Out: how many published names stay, and how much of the generated code
//! changes beside how much of its face, and outside the items that the diff lists. Invariant: a crate is generated from the first
//! version, then from the second in its place, as a workspace does it, with a file of names beside the document.

mod outside;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use specsmith::review::{self, diff};
use specsmith::{Options, generate};

/// One generated version.
struct Version {
    names: BTreeMap<String, String>,
    files: BTreeMap<String, String>,
}

/// Runs every pair and prints the figures. Says whether no name changed.
pub(crate) fn run(folder: &Path, verbose: bool) -> bool {
    let mut good = true;
    println!(
        "pair: names of both versions, renamed; face: lines that differ; code: lines that differ, of how many; outside: those of items that no entry of the diff lists"
    );
    for pair in super::subfolders(folder) {
        let name = super::name(&pair);
        match measure(&pair, verbose) {
            Some((line, renamed)) => {
                println!("{name}: {line}");
                good &= renamed == 0;
            }
            None => println!("{name}: cannot be generated"),
        }
    }
    good
}

fn measure(pair: &Path, verbose: bool) -> Option<(String, usize)> {
    let work = std::env::temp_dir().join(format!("specsmith-churn-{}", std::process::id()));
    let documents = [super::side(pair, "base")?, super::side(pair, "revision")?];
    let versions = documents.map(|path| version(&path, &work));
    let _ = fs::remove_dir_all(&work);
    let [Some(old), Some(new)] = versions else {
        return None;
    };
    let both = old
        .names
        .iter()
        .filter_map(|(place, name)| Some((name, new.names.get(place)?)));
    let (mut kept, mut renamed) = (0, 0);
    for (before, after) in both {
        match before == after {
            true => kept += 1,
            false => {
                println!("  {before} is {after} now");
                renamed += 1;
            }
        }
    }
    let (faces, code): (Vec<_>, Vec<_>) = new
        .files
        .keys()
        .chain(old.files.keys())
        .partition(|path| path.starts_with("api/"));
    let differing = |paths: Vec<&String>| {
        let mut paths = paths;
        paths.sort();
        paths.dedup();
        paths
            .into_iter()
            .map(|path| differ(old.files.get(path), new.files.get(path)))
            .sum::<usize>()
    };
    let all: usize = new.files.values().map(|text| text.lines().count()).sum();
    let (face, code) = (differing(faces), differing(code));
    let total = kept + renamed;
    let (base, revision) = super::load_pair(pair)?;
    let report = diff(&base, &revision, &review::Options::now());
    let [outside, fake] = [false, true].map(|fake| {
        let lines = outside::lines(&old, &new, &report, fake);
        for line in lines.iter().filter(|_| verbose) {
            println!("  {line}");
        }
        lines.len()
    });
    Some((
        format!(
            "{total} names, {renamed} renamed; face {face}; code {code} of {all}; outside {outside}, and {fake} of the fake server"
        ),
        renamed,
    ))
}

/// Generates from a document into the folder, where the other version may be already.
fn version(document: &Path, work: &Path) -> Option<Version> {
    fs::create_dir_all(work).ok()?;
    let path = work.join("api.yaml");
    fs::copy(document, &path).ok()?;
    let out = work.join("out");
    let mut options = Options::new(vec![path], &out, "churn");
    options.names = true;
    generate(&options).changes?;
    let names = fs::read_to_string(work.join("api.names")).ok()?;
    let names = names.lines().filter_map(|line| {
        let (place, path) = line.rsplit_once(' ')?;
        // Several kinds of item may have one place.
        let kind = path.matches([':', '.']).count();
        Some((format!("{place} {kind}"), path.to_owned()))
    });
    let mut files = BTreeMap::new();
    read(&out, &out, &mut files);
    Some(Version {
        names: names.filter(|(place, _)| place.starts_with("#/")).collect(),
        files,
    })
}

fn read(root: &Path, folder: &Path, out: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path: PathBuf = entry.path();
        if path.is_dir() {
            read(root, &path, out);
            continue;
        }
        let name = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .to_string_lossy()
            .into_owned();
        if !name.starts_with("src/runtime") {
            out.insert(name, fs::read_to_string(&path).unwrap_or_default());
        }
    }
}

/// Lines that are on one side more often than on the other.
fn differ(old: Option<&String>, new: Option<&String>) -> usize {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    for line in old.into_iter().flat_map(|text| text.lines()) {
        *counts.entry(line).or_default() += 1;
    }
    for line in new.into_iter().flat_map(|text| text.lines()) {
        *counts.entry(line).or_default() -= 1;
    }
    counts
        .values()
        .map(|count| count.unsigned_abs() as usize)
        .sum()
}
