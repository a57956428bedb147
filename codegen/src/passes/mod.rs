//! Decisions that need the whole API: in, the `Draft` that lowering made; out, the frozen `Api`. Each pass takes one
//! decision, in the order of the list below. Invariant: passes repair what they can and never fail.

mod ambiguity;
mod before;
mod bounds;
mod branches;
mod constants;
mod cycles;
mod direction;
mod fields;
mod freeze;
mod freeze_operation;
mod idempotency;
mod ident;
mod names;
mod outcome;
mod pagination;
mod paging_check;
mod paging_guess;
mod paging_place;
mod parts;
mod places;
mod polymorphism;
mod recursion;
mod rules;
mod samples;
mod scope;
mod sharing;
mod size;
mod unions;
mod validate;
mod values;
mod variants;

use crate::config::Config;
use crate::diag::Diagnostics;
use crate::ir::Api;
use crate::lower::draft::Draft;
use crate::samples::Sample;

/// What a pass may use.
struct Context<'a> {
    /// What stands beside the document.
    config: &'a Config,
    /// Findings so far.
    diagnostics: Diagnostics,
}

/// A decision about the whole API.
type Pass = fn(&mut Draft, &mut Context<'_>);

/// The passes, in order.
const PASSES: [(&str, Pass); 8] = [
    // Chains of references end; a name and the schema it stands for are one node.
    ("validate", validate::run),
    // A schema that others extend, told apart by a discriminator, is a union of them.
    ("polymorphism", polymorphism::run),
    // Unions have as few branches as they can, and know how to choose one.
    ("unions", unions::run),
    // How operations page.
    ("pagination", pagination::run),
    // Which headers name a call, so that it can be sent again.
    ("idempotency", idempotency::run),
    // Who sends a type, and whether anybody does.
    ("direction", direction::run),
    // Required, read-only, defaults and examples agree.
    ("fields", fields::run),
    // Which patterns cannot be checked, where checks are asked for.
    ("bounds", bounds::run),
];

/// Runs all passes and freezes the result. `entry` is the name of the entry document.
pub fn run(draft: Draft, config: &Config, entry: &str) -> (Api, Diagnostics) {
    let before = before::run(&draft, config);
    let config = before.as_ref().map_or(config, |one| &one.config);
    let mut decided = decide(draft, config);
    let mut diagnostics = std::mem::take(&mut decided.diagnostics);
    let api = freeze::run(decided, config, entry);
    if let Some(before) = before {
        before.tell_of_splits(&api, &mut diagnostics);
        diagnostics.extend(before.taken);
    }
    (api, diagnostics)
}

/// Runs all passes, and gives the examples of the document with their types instead of the types.
pub fn samples(draft: Draft, config: &Config) -> Vec<Sample> {
    let before = before::run(&draft, config);
    let config = before.as_ref().map_or(config, |before| &before.config);
    samples::run(&decide(draft, config), config)
}

/// A draft with all decisions taken.
struct Decided {
    draft: Draft,
    /// Which cycles need a `Box`, a name or a wrapper.
    recursion: recursion::Recursion,
    /// What everything is called.
    names: names::Names,
    /// What was found on the way.
    diagnostics: Diagnostics,
}

fn decide(mut draft: Draft, config: &Config) -> Decided {
    let mut context = Context {
        config,
        diagnostics: Diagnostics::default(),
    };
    for (_, pass) in PASSES {
        pass(&mut draft, &mut context);
    }
    let recursion = recursion::run(&mut draft, &mut context);
    let names = names::run(&draft, &recursion, &mut context);
    Decided {
        draft,
        recursion,
        names,
        diagnostics: context.diagnostics,
    }
}

/// What tells a media type from the others of its body, in a name.
fn content_name(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    let essence = essence.trim().to_ascii_lowercase();
    match essence.as_str() {
        "application/json" => return "Json".to_owned(),
        "application/x-www-form-urlencoded" => return "Form".to_owned(),
        "multipart/form-data" => return "Multipart".to_owned(),
        "text/plain" => return "Text".to_owned(),
        "application/octet-stream" => return "Bytes".to_owned(),
        "*/*" => return "Any".to_owned(),
        _ => {}
    }
    let (top, sub) = essence.split_once('/').unwrap_or(("", essence.as_str()));
    let sub = if sub == "*" { top } else { sub };
    let sub = sub
        .strip_prefix("vnd.")
        .or(sub.strip_prefix("x-"))
        .unwrap_or(sub);
    ident::type_name(sub)
}
