//! In: an item of the emitted API that credentials are given by, and findings about security. Out: the findings that did it.
//! Invariant: what asks for the item's own schemes comes first, what asks for others or goes the other way only where nothing
//! else is known.

use std::collections::HashMap;

use super::{Finding, ItemChange, What};
use crate::emit;
use crate::ir::Api;

/// The items by which credentials are given, each with the names of the schemes it is about; none where it is about all.
pub(super) struct Secured {
    by_item: HashMap<String, Vec<String>>,
}

impl Secured {
    pub(super) fn of(api: &Api) -> Self {
        let whole = [
            "Credentials",
            "Credentials::none",
            "ClientBuilder::credentials",
        ];
        let whole = whole.map(|item| (item.to_owned(), Vec::new()));
        let methods = emit::credentials_methods(api).into_iter();
        let methods = methods.map(|(name, schemes)| (format!("Credentials::{name}"), schemes));
        let variables = emit::environment(api).into_iter();
        let variables =
            variables.filter_map(|(name, scheme)| Some((format!("env {name}"), vec![scheme?])));
        Self {
            by_item: whole.into_iter().chain(methods).chain(variables).collect(),
        }
    }
}

/// The findings, by number, that an item is put down to; none where it is no matter of security.
pub(super) fn explained(
    item: &ItemChange,
    sides: [&Secured; 2],
    findings: &[Finding],
) -> Vec<usize> {
    let known = sides.map(|side| side.by_item.get(&item.path));
    if known == [None; 2] {
        return Vec::new();
    }
    let schemes: Vec<&String> = known.into_iter().flatten().flatten().collect();
    let about = findings.iter().enumerate();
    let about = about.filter(|(_, finding)| !finding.schemes.is_empty());
    let near = about.map(|(at, finding)| {
        let mut own = finding.schemes.iter();
        let is_named = schemes.is_empty() || own.any(|scheme| schemes.contains(&scheme));
        (
            at,
            (
                is_named,
                fits(finding, item.what),
                !is_only_declared(finding),
            ),
        )
    });
    let near: Vec<(usize, (bool, bool, bool))> = near.collect();
    let best = near.iter().map(|(_, rank)| *rank).max();
    let best = near.into_iter().filter(|(_, rank)| Some(*rank) == best);
    best.map(|(at, _)| at).collect()
}

/// Whether it goes that way: what comes takes nothing away, and what goes brings nothing.
fn fits(finding: &Finding, what: What) -> bool {
    let way = (finding.rule.id.rsplit('-').next(), what);
    !matches!(
        way,
        (Some("added"), What::Removed) | (Some("removed"), What::Added)
    )
}

/// Whether it is about a scheme that is declared or no longer, which asks nobody for anything.
fn is_only_declared(finding: &Finding) -> bool {
    let id = finding.rule.id.strip_prefix("api-security-component-");
    matches!(id, Some("added" | "removed"))
}
