//! In: pairs of documents. Out: how long a comparison takes and how much memory, each in a process of its own, and how
//! both grow with schemas that refer to each other. Invariant: a time is that of the whole process, reading included.

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use specsmith::load::{LoadOptions, load_text};
use specsmith::review::{Options, diff, render};
use wait4::Wait4;

/// Documents from this size on have to be compared in time.
const BIG: u64 = 2_500_000;

/// In seconds.
const LONGEST: f64 = 0.3;

/// In bytes.
const MOST: u64 = 100 << 20;

/// How often a pair is compared; the fastest counts, for the machine is shared.
const RUNS: usize = 5;

/// Measures every pair in a folder. Says whether the bars are met.
pub(crate) fn run(folder: &Path) -> bool {
    println!(
        "{:<28} {:>8} {:>8} {:>10} {:>8}",
        "pair", "MB", "seconds", "processor", "MB held"
    );
    let mut good = true;
    for case in super::subfolders(folder) {
        let (Some(base), Some(revision)) =
            (super::side(&case, "base"), super::side(&case, "revision"))
        else {
            continue;
        };
        let size = std::fs::metadata(&base).map_or(0, |data| data.len());
        let Some(Cost {
            wall,
            processor,
            held,
        }) = best(&base, &revision)
        else {
            println!("{}: failed", super::name(&case));
            good = false;
            continue;
        };
        let seconds = wall.as_secs_f64();
        let bad = size >= BIG && (seconds >= LONGEST || held >= MOST);
        good &= !bad;
        println!(
            "{:<28} {:>8.2} {seconds:>8.3} {:>10.3} {:>8.1}{}",
            super::name(&case),
            size as f64 / 1e6,
            processor.as_secs_f64(),
            held as f64 / (1 << 20) as f64,
            if bad { "  too much" } else { "" },
        );
    }
    good & cycles()
}

/// What a comparison took.
#[derive(Clone, Copy)]
struct Cost {
    wall: Duration,
    /// On all processors together.
    processor: Duration,
    /// Bytes held at once, at most.
    held: u64,
}

fn best(base: &Path, revision: &Path) -> Option<Cost> {
    let program = std::env::current_exe().ok()?;
    let mut found: Option<Cost> = None;
    for _ in 0..RUNS {
        let start = Instant::now();
        let mut child = Command::new(&program)
            .arg("one")
            .args([base, revision])
            .spawn()
            .ok()?;
        let result = child.wait4().ok()?;
        let wall = start.elapsed();
        if !result.status.success() {
            return None;
        }
        let used = result.rusage;
        let (processor, held) = (used.utime + used.stime, used.maxrss);
        let known = found.unwrap_or(Cost {
            wall,
            processor,
            held,
        });
        found = Some(Cost {
            wall: known.wall.min(wall),
            processor: known.processor.min(processor),
            held: known.held.max(held),
        });
    }
    found
}

/// Compares one pair, as the command does. For a process of its own.
pub(crate) fn one(base: &Path, revision: &Path) -> ExitCode {
    let read = |path: &Path| specsmith::load::load(path, &LoadOptions::default()).0;
    let (base, revision) = std::thread::scope(|scope| {
        let older = scope.spawn(|| read(base));
        let newer = read(revision);
        (older.join().ok().flatten(), newer)
    });
    let (Some(base), Some(revision)) = (base, revision) else {
        return ExitCode::from(2);
    };
    let report = diff(&base, &revision, &Options::now());
    let text = render::text::render(&report, false);
    // The documents go with the process.
    std::mem::forget((base, revision));
    if text.is_empty() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// Schemas that all refer to all others, reached by 100 operations.
fn cycles() -> bool {
    println!(
        "{:<28} {:>8} {:>8} {:>8}",
        "mutually recursive schemas", "edges", "seconds", "entries"
    );
    let mut per_edge = Vec::new();
    for schemas in [125, 250, 500] {
        let base = recursive(schemas, false);
        let revision = recursive(schemas, true);
        let load =
            |value: &Value| load_text("cycle.json", &value.to_string(), &LoadOptions::default()).0;
        let (Some(base), Some(revision)) = (load(&base), load(&revision)) else {
            println!("cannot be read");
            return false;
        };
        let start = Instant::now();
        let report = diff(&base, &revision, &Options::now());
        let seconds = start.elapsed().as_secs_f64();
        println!(
            "{schemas:<28} {:>8} {seconds:>8.3} {:>8}",
            schemas * schemas,
            report.changes.len()
        );
        per_edge.push(seconds / (schemas * schemas) as f64);
    }
    per_edge[2] < 3.0 * per_edge[0]
}

fn recursive(schemas: usize, more: bool) -> Value {
    let all: Map<String, Value> = (0..schemas)
        .map(|at| {
            let mut properties: Map<String, Value> = (0..schemas)
                .map(|to| {
                    (
                        format!("p{to}"),
                        json!({ "$ref": format!("#/components/schemas/S{to}") }),
                    )
                })
                .collect();
            if more && at == schemas / 2 {
                properties.insert("more".to_owned(), json!({ "type": "string" }));
            }
            (
                format!("S{at}"),
                json!({ "type": "object", "properties": properties }),
            )
        })
        .collect();
    let paths: Map<String, Value> = (0..100)
        .map(|at| {
            let schema = json!({ "$ref": format!("#/components/schemas/S{}", at % schemas) });
            let response = json!({ "description": "ok", "content": { "application/json": { "schema": schema } } });
            (format!("/p{at}"), json!({ "get": { "responses": { "200": response } } }))
        })
        .collect();
    json!({
        "openapi": "3.0.3",
        "info": { "title": "cycles", "version": "1" },
        "paths": paths,
        "components": { "schemas": all },
    })
}
