//! Decoding and encoding. In: bodies; out: a row for each, ours beside `serde_json`. Invariant: before anything is timed
//! both sides have decoded the body and written it again as the same JSON.

use crate::bodies::{self, Body};
use crate::hand;
use crate::sides;
use measured::runtime::Wire;
use measured::{exavault, forge, json, payments, snaplogic, thousandeyes, tiledb};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::Path;

/// Compares all bodies, each repeated to these sizes.
pub(crate) fn run(folder: &Path, sizes: &[usize], only: &[String]) {
    let [sessions, webhooks, events, activities, arrays] = bodies::recorded(folder);
    let (issues, charges) = (bodies::issues(), bodies::charges());
    sides::head("decoding and encoding");
    for &size in sizes {
        both::<exavault::models::SessionActivityResponse, hand::exavault::SessionActivityResponse>(
            &sessions, size, only,
        );
        both::<thousandeyes::models::AuditUserEvents, hand::thousandeyes::AuditUserEvents>(
            &events, size, only,
        );
        both::<snaplogic::models::ActivitiesResponse, hand::snaplogic::ActivitiesResponse>(
            &activities,
            size,
            only,
        );
        both::<tiledb::models::ArrayActivityLogData, hand::tiledb::ArrayActivityLogData>(
            &arrays, size, only,
        );
        both::<Vec<forge::models::Issue>, Vec<hand::forge::Issue>>(&issues, size, only);
        both::<payments::models::ChargeList, hand::payments::ChargeList>(&charges, size, only);
    }
    let (first, last) = (
        bodies::methods("methods (tag first)", true),
        bodies::methods("methods (tag last)", false),
    );
    let contents = bodies::contents();
    sides::head("unions beside `untagged`");
    for &size in sizes.iter().filter(|size| **size <= 10_000_000) {
        both::<exavault::models::WebhookActivityResponse, hand::exavault::WebhookActivityResponse>(
            &webhooks, size, only,
        );
        both::<Vec<payments::models::Method>, Vec<hand::payments::Method>>(&first, size, only);
        both::<Vec<payments::models::LateMethod>, Vec<hand::payments::Method>>(&last, size, only);
        both::<Vec<forge::models::Content>, Vec<hand::forge::Content>>(&contents, size, only);
    }
}

fn both<T: Wire, S: DeserializeOwned + Serialize>(body: &Body, size: usize, only: &[String]) {
    if !only.is_empty() && !only.iter().any(|name| body.name.contains(name)) {
        return;
    }
    let text = body.repeated(size);
    let short = body.of(20);
    agree::<T, S>(body.name, &short);
    let decoded = sides::compare(
        || json::from_slice::<T>(&text).map_err(|e| panic!("{}: {e}", body.name)),
        || serde_json::from_slice::<S>(&text).map_err(|e| panic!("{}: {e}", body.name)),
    );
    decoded.print(body.name, text.len());
    let (ours, theirs) = match (
        json::from_slice::<T>(&text),
        serde_json::from_slice::<S>(&text),
    ) {
        (Ok(ours), Ok(theirs)) => (ours, theirs),
        _ => return,
    };
    let encoded = sides::compare(|| json::to_vec(&ours), || serde_json::to_vec(&theirs));
    encoded.print("  encoded", text.len());
}

/// Both sides give back what they read.
fn agree<T: Wire, S: DeserializeOwned + Serialize>(name: &str, text: &[u8]) {
    let original: Value = serde_json::from_slice(text).unwrap_or_else(|e| panic!("{name}: {e}"));
    let ours: T = json::from_slice(text).unwrap_or_else(|e| panic!("{name}: {e}"));
    let theirs: S = serde_json::from_slice(text).unwrap_or_else(|e| panic!("{name}: {e}"));
    let ours: Value = serde_json::from_slice(&json::to_vec(&ours)).unwrap_or_default();
    assert!(ours == original, "{name}: ours gives something else back");
    let theirs = serde_json::to_value(&theirs).unwrap_or_default();
    assert!(
        theirs == original,
        "{name}: theirs gives something else back"
    );
}
