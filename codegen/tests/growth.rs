//! Growth: documents of n and of 4 n parts. In: documents made on the spot; out, how much more the larger one asks for on
//! its way to the IR. Invariant: no more than its size says. Allocations and the most memory in use are counted, which no
//! machine and no neighbour changes; the time is the least of several runs, and its bound lies halfway to what a step that
//! compares everything with everything would take.

#[path = "growth/documents.rs"]
mod documents;

use allocation_counter::{AllocationInfo, measure};
use documents::{Document, mutual, mutual_reached, operations};
use serde_json::{Value, json};
use specsmith::config::Config;
use specsmith::diag::render;
use specsmith::ir::Api;
use specsmith::load::{LoadOptions, load_text};
use specsmith::lower::lower;
use specsmith::review::{Options, diff};
use std::time::{Duration, Instant};

/// Parts of the smaller document.
const SMALL: usize = 250;
/// How many times as many the larger one has.
const TIMES: usize = 4;
/// How many times as much may be allocated: tables that double may just have done so.
const MEMORY: f64 = 5.5;
/// How many times as long it may take, where everything compared with everything takes 16 times.
const TIME: f64 = 9.0;
/// What takes less says nothing.
const LEAST: Duration = Duration::from_millis(2);

/// The way to the IR, every finding shown.
fn describe(text: &str) -> Api {
    let (loaded, sources, mut diagnostics) = load_text("api.json", text, &LoadOptions::default());
    let loaded = loaded.unwrap_or_else(|| panic!("{diagnostics:?}"));
    let (api, more) = lower(&loaded, &Config::default());
    diagnostics.extend(more);
    let shown = render(&diagnostics, &sources, false, usize::MAX);
    assert_eq!(shown.matches("\n  --> ").count(), diagnostics.iter().len());
    api.unwrap_or_else(|| panic!("{shown}"))
}

struct Cost {
    allocated: AllocationInfo,
    time: Duration,
}

fn cost(text: &str) -> Cost {
    let start = Instant::now();
    let allocated = measure(|| drop(describe(text)));
    let time = start.elapsed();
    Cost { allocated, time }
}

fn ratio(large: u64, small: u64) -> f64 {
    large as f64 / small as f64
}

fn grows_with_its_size(name: &str, document: Document) {
    let texts = [SMALL, SMALL * TIMES].map(|count| document(count).to_string());
    let [mut small, mut large] = texts.each_ref().map(|text| cost(text));
    let size = ratio(texts[1].len() as u64, texts[0].len() as u64) / TIMES as f64;
    let count = ratio(large.allocated.count_total, small.allocated.count_total) / size;
    let most = ratio(large.allocated.bytes_max, small.allocated.bytes_max) / size;
    assert!(count < MEMORY, "{name}: {count:.1} times the allocations");
    assert!(most < MEMORY, "{name}: {most:.1} times the memory");
    let mut times = 0.0;
    for _ in 0..8 {
        times = large.time.as_secs_f64() / small.time.max(LEAST).as_secs_f64() / size;
        if times < TIME {
            return;
        }
        // A neighbour may have been busy: the least of several runs counts.
        small.time = small.time.min(cost(&texts[0]).time);
        large.time = large.time.min(cost(&texts[1]).time);
    }
    panic!(
        "{name}: {times:.1} times the time: {:?} and {:?}",
        small.time, large.time
    );
}

#[test]
fn time_and_memory_grow_with_the_document() {
    for (name, document) in documents::ALL {
        grows_with_its_size(name, *document);
    }
}

#[test]
fn ten_to_ten_thousand_operations() {
    for count in [10, 100, 1_000, 10_000] {
        let api = describe(&operations(count).to_string());
        assert_eq!(api.operations.len(), count);
        assert_eq!(api.types.len(), 3 * count);
    }
}

#[test]
fn two_hundred_and_fifty_schemas_that_refer_to_each_other() {
    // Beside them there is the type of a parameter.
    let api = describe(&mutual(250, false).to_string());
    assert_eq!(api.types.len(), 251);
    // Where each requires all others, no value could ever end, and all of them give way.
    let api = describe(&mutual(250, true).to_string());
    assert_eq!(api.types.len(), 251);
}

/// The document with a property more.
fn grown(base: &Value) -> Value {
    let mut revision = base.clone();
    if let Some(Value::Object(properties)) =
        revision.pointer_mut("/components/schemas/S0/properties")
    {
        properties.insert("more".to_owned(), json!({"type": "string"}));
    }
    revision
}

/// What comparing two documents asks for, and how many changes and how much reach it finds.
fn comparison(base: &Value, revision: &Value) -> (AllocationInfo, usize, usize) {
    let [base, revision] = [base, revision].map(|document| {
        let text = document.to_string();
        let loaded = load_text("api.json", &text, &LoadOptions::default()).0;
        loaded.expect("the document can be read")
    });
    let mut found = (0, 0);
    let allocated = measure(|| {
        let report = diff(&base, &revision, &Options::default());
        let reached = report.changes.iter().map(|change| change.reach.len());
        found = (report.changes.len(), reached.sum());
    });
    (allocated, found.0, found.1)
}

fn compares_with_its_size(name: &str, document: Document, revision: fn(&Value) -> Value) {
    let documents = [SMALL / 3, SMALL / 3 * TIMES].map(document);
    let [(small, ..), (large, ..)] = documents
        .each_ref()
        .map(|document| comparison(document, &revision(document)));
    let size = |document: &Value| document.to_string().len() as u64;
    let size = ratio(size(&documents[1]), size(&documents[0])) / TIMES as f64;
    let count = ratio(large.count_total, small.count_total) / size;
    let most = ratio(large.bytes_max, small.bytes_max) / size;
    assert!(count < MEMORY, "{name}: {count:.1} times the allocations");
    assert!(most < MEMORY, "{name}: {most:.1} times the memory");
}

#[test]
fn comparing_grows_with_the_documents() {
    let mutual: Document = |n| mutual_reached(n / 8, n / 4);
    let reached = ("schemas that refer to each other, reached", mutual);
    for (name, document) in documents::ALL.iter().copied().chain([reached]) {
        compares_with_its_size(name, document, grown);
    }
}

#[test]
fn comparing_what_was_rewritten_grows_with_the_documents() {
    // Another letter before the number of every name, so that each could be a rename of any.
    let rewritten = |base: &Value| {
        let text = base.to_string();
        let digits = || ('0'..='9').map(|digit| digit.to_string());
        let text = ["S", "p", "v"].iter().fold(text, |text, letter| {
            let named = |text: String, digit: String| {
                let end = format!("{letter}{digit}");
                let text = text.replace(&format!("\"{end}"), &format!("\"{letter}x{digit}"));
                text.replace(&format!("/{end}"), &format!("/{letter}x{digit}"))
            };
            digits().fold(text, named)
        });
        serde_json::from_str(&text).expect("still a document")
    };
    for name in ["values", "properties", "schemas", "branches with a name"] {
        let known = documents::ALL.iter().find(|(other, _)| *other == name);
        let (_, document) = known.expect("a shape of this name");
        compares_with_its_size(name, *document, rewritten);
    }
}

#[test]
fn a_change_in_250_schemas_that_refer_to_each_other_is_one_entry() {
    let base = mutual_reached(250, 100);
    let (_, changes, reached) = comparison(&base, &grown(&base));
    assert_eq!((changes, reached), (1, 100));
}
