//! In: files and folders. Out: documents, and documents with one thing changed, each with its description and the verdict
//! of the diff. Invariant: the same seed gives the same mutations; every kind of mutation gets its turn.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use specsmith::config::Config;
use specsmith::ir::{Api, Name};
use specsmith::load::{LoadOptions, Loaded, load};
use specsmith::review::report::{Report, Rust, Wire};
use specsmith::review::{Options, diff_with};

use crate::Args;
use crate::mutate::{self, Mutator};
use crate::sites;

/// The largest document that is taken.
const LARGEST: u64 = 300_000;

/// A document.
pub(crate) struct Document {
    pub(crate) name: String,
    /// As it is written for specsmith to read.
    pub(crate) path: PathBuf,
    pub(crate) value: Value,
    pub(crate) api: Api,
    /// Whether somebody uses it, and it was not made for a test.
    real: bool,
    pub(crate) config: Option<String>,
}

/// A document with one thing changed.
pub(crate) struct Mutant {
    pub(crate) document: usize,
    pub(crate) mutation: &'static str,
    pub(crate) pointer: String,
    pub(crate) path: PathBuf,
    pub(crate) value: Value,
    pub(crate) api: Api,
    pub(crate) wire: Wire,
    pub(crate) rust: Rust,
    /// The rules that found something.
    pub(crate) rules: Vec<String>,
    /// The Rust verdict of every entry, by its fingerprint.
    pub(crate) entries: Vec<(String, Rust)>,
}

/// The verdict of an entry, if it is there.
pub(crate) fn changed(entries: &[(String, Rust)], fingerprint: &str) -> Option<Rust> {
    let mut found = entries.iter().filter(|(own, _)| own == fingerprint);
    found.next().map(|(_, rust)| *rust)
}

/// Reads the documents: those given, or those of this project.
pub(crate) fn all(args: &Args) -> Result<Vec<Document>, String> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    if args.folders.is_empty() {
        collect(&own.join("../spec"), true, &mut files);
        collect(&own.join("tests/dialects"), true, &mut files);
        collect(&own.join("tests/golden"), false, &mut files);
    }
    for folder in &args.folders {
        collect(folder, true, &mut files);
    }
    let folder = args.work.join("documents");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let read = files.into_iter().enumerate();
    let documents: Vec<Document> = read
        .filter_map(|(at, (file, real))| open(&file, real, &folder.join(format!("d{at:03}.json"))))
        .collect();
    match documents.is_empty() {
        true => Err("there is no document to change".to_owned()),
        false => Ok(documents),
    }
}

fn collect(path: &Path, real: bool, files: &mut Vec<(PathBuf, bool)>) {
    if !path.is_dir() {
        files.push((path.to_owned(), real));
        return;
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut inside: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    inside.sort();
    for path in inside {
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir()
            || extension.is_some_and(|extension| matches!(extension, "yaml" | "yml" | "json"))
        {
            collect(&path, real, files);
        }
    }
}

fn open(file: &Path, real: bool, path: &Path) -> Option<Document> {
    let text = fs::read_to_string(file).ok()?;
    let value: Value = match file.extension()?.to_str()? {
        "json" => serde_json::from_str(&text).ok()?,
        _ => serde_yaml::from_str(&text).ok()?,
    };
    if text.len() as u64 > LARGEST || value.get("paths").is_none() || refers_out(&value) {
        return None;
    }
    let config = fs::read_to_string(file.with_extension("toml")).ok();
    let api = write(path, &value, config.as_deref())?;
    let folder = file
        .parent()
        .and_then(Path::file_name)
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let stem = file
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    Some(Document {
        name: format!("{folder}/{stem}"),
        path: path.to_owned(),
        value,
        api,
        real,
        config,
    })
}

fn refers_out(value: &Value) -> bool {
    match value {
        Value::Object(object) => object.iter().any(|(key, value)| match value {
            Value::String(text) if key == "$ref" => !text.starts_with('#'),
            value => refers_out(value),
        }),
        Value::Array(list) => list.iter().any(refers_out),
        _ => false,
    }
}

/// What the diff says of two documents with the same settings.
pub(crate) fn compare(base: &Loaded, revision: &Loaded, config: Option<&str>) -> Report {
    let config = config.and_then(|text| Config::parse(text).ok());
    let config = config.unwrap_or_default();
    diff_with(base, revision, [&config; 2], &Options::default())
}

/// Writes a document and reads it as specsmith does; `None` where it finds an error.
pub(crate) fn write(path: &Path, value: &Value, config: Option<&str>) -> Option<Api> {
    fs::write(path, value.to_string()).ok()?;
    if let Some(config) = config {
        fs::write(path.with_extension("toml"), config).ok()?;
    }
    specsmith::read(path, Path::new(""), &[]).api
}

/// As many mutations as wanted, one kind after the other.
pub(crate) fn mutants(documents: &[Document], args: &Args) -> Result<Vec<Mutant>, String> {
    let folder = args.work.join("mutants");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let loaded: Vec<Option<Loaded>> = documents
        .iter()
        .map(|one| load(&one.path, &LoadOptions::default()).0)
        .collect();
    let mut queues = queues(documents, args.seed);
    let mut mutants: Vec<Mutant> = Vec::new();
    while mutants.len() < args.count && queues.iter().any(|(_, queue)| !queue.is_empty()) {
        for (mutator, queue) in &mut queues {
            while let Some((document, pointer)) = queue.pop() {
                let path = folder.join(format!("m{:03}.json", mutants.len()));
                let Some(base) = &loaded[document] else {
                    continue;
                };
                if let Some(mutant) = mutant(documents, document, base, mutator, pointer, path) {
                    mutants.push(mutant);
                    break;
                }
            }
            if mutants.len() == args.count {
                break;
            }
        }
    }
    for (at, mutant) in mutants.iter_mut().enumerate() {
        mutant.api.module = Name(format!("m{at:03}"));
    }
    Ok(mutants)
}

/// For every kind of mutation where it could be made: real documents and others take turns, the next one last.
fn queues(documents: &[Document], seed: u64) -> Vec<(&'static Mutator, Vec<(usize, String)>)> {
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let places: Vec<Vec<sites::Site>> = documents
        .iter()
        .map(|one| sites::sites(&one.value))
        .collect();
    let mut queues = Vec::new();
    for mutator in mutate::ALL {
        let (mut real, mut made) = (Vec::new(), Vec::new());
        for (at, sites) in places.iter().enumerate() {
            for site in sites.iter().filter(|site| site.kind == mutator.kind) {
                let mut copy = documents[at].value.clone();
                if (mutator.change)(&mut copy, &site.pointer) && copy != documents[at].value {
                    let side = if documents[at].real {
                        &mut real
                    } else {
                        &mut made
                    };
                    side.push((at, site.pointer.clone()));
                }
            }
        }
        random.shuffle(&mut real);
        random.shuffle(&mut made);
        let mut queue = Vec::new();
        while let (a, b) = (made.pop(), real.pop())
            && (a.is_some() || b.is_some())
        {
            queue.extend(b);
            queue.extend(a);
        }
        queue.reverse();
        queues.push((mutator, queue));
    }
    queues
}

fn mutant(
    documents: &[Document],
    document: usize,
    base: &Loaded,
    mutator: &Mutator,
    pointer: String,
    path: PathBuf,
) -> Option<Mutant> {
    let mut value = documents[document].value.clone();
    (mutator.change)(&mut value, &pointer);
    let config = documents[document].config.as_deref();
    let _ = fs::remove_file(path.with_extension("toml"));
    let api = write(&path, &value, config)?;
    let revision = load(&path, &LoadOptions::default()).0?;
    let report = compare(base, &revision, config);
    let mut rules: Vec<String> = report
        .changes
        .iter()
        .map(|change| change.rule.clone())
        .collect();
    rules.sort();
    rules.dedup();
    let entries = report.changes.iter();
    let entries = entries.map(|change| (change.fingerprint.clone(), change.rust));
    Some(Mutant {
        document,
        mutation: mutator.name,
        pointer,
        path,
        value,
        api,
        wire: report.summary.wire,
        rust: report.summary.rust,
        rules,
        entries: entries.collect(),
    })
}

/// Numbers that look random and are the same every time.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            let other = (self.next() % (at as u64 + 1)) as usize;
            list.swap(at, other);
        }
    }
}
