//! Bounds that are checked: in, the validation keywords of schemas that requests are made of; out, the bounds that the
//! runtime checks, where the configuration asks for that, and the servers of tests always. Invariant: where clients check, a
//! pattern that is no pattern of ECMA-262 is warned about and not checked.

use serde_json::{Number, Value};

use super::Context;
use super::freeze::Freezer;
use crate::diag::Diagnostic;
use crate::ir::{Bound, Bounds};
use crate::lower::draft::{Draft, Extra, Kind, NodeId};

/// How deep items are in items; what is deeper is not checked.
const MAX_DEPTH: usize = 32;

/// The pass: says which patterns cannot be checked.
pub(super) fn run(draft: &mut Draft, context: &mut Context<'_>) {
    if !context.config.types.check {
        return;
    }
    let nodes = draft.nodes.iter().filter(|node| node.direction.request);
    for node in nodes {
        let keywords = &node.notes.constraints.keywords;
        let pattern = keywords.iter().find(|(key, _)| key == "pattern");
        let Some(Value::String(pattern)) = pattern.map(|(_, value)| value) else {
            continue;
        };
        if !is_pattern(pattern) {
            let message = format!("`{pattern}` is not a pattern of ECMA-262; it is not checked");
            let finding = Diagnostic::warning("pattern-invalid", node.origin.clone(), message);
            context.diagnostics.push(finding);
        }
    }
}

impl Freezer<'_> {
    /// What is demanded of a value of a schema where it is used.
    pub(super) fn bounds(&self, id: NodeId) -> Bounds {
        self.bounds_of(id, false, MAX_DEPTH)
    }

    /// What a named type demands by itself. The inner bounds of an object are those of what it holds beside its
    /// properties.
    pub(super) fn own_bounds(&self, id: NodeId) -> Bounds {
        match &self.draft.node(id).kind {
            Kind::Struct(object) => {
                let items = match object.extra {
                    Extra::Typed(node) => self.bounds(node),
                    Extra::Denied | Extra::Any => Bounds::default(),
                };
                bounds(self.rules(id), items)
            }
            _ => self.bounds_of(id, true, MAX_DEPTH),
        }
    }

    fn bounds_of(&self, mut id: NodeId, own: bool, depth: usize) -> Bounds {
        let mut found = Vec::new();
        let mut first = own;
        loop {
            if depth == 0 || !first && self.checks_itself(id) {
                return bounds(found, Bounds::default());
            }
            first = false;
            let node = self.draft.node(id);
            for rule in self.rules(id) {
                if !found.contains(&rule) {
                    found.push(rule);
                }
            }
            match node.kind {
                Kind::Ref(next) => id = next,
                Kind::List(item) | Kind::Map(_, item) | Kind::Tuple(_, Some(item)) => {
                    return bounds(found, self.bounds_of(item, false, depth - 1));
                }
                _ => return bounds(found, Bounds::default()),
            }
        }
    }

    /// The demands of validation keywords. A keyword whose value means nothing demands nothing.
    fn rules(&self, id: NodeId) -> Vec<Bound> {
        let keywords = &self.draft.node(id).notes.constraints.keywords;
        let keywords = || keywords.iter().map(|(key, value)| (key.as_str(), value));
        // Before 3.1 these two are flags beside the bound they speak of.
        let strict =
            |keyword: &str| keywords().any(|(key, value)| key == keyword && *value == true);
        let (above, below) = (strict("exclusiveMinimum"), strict("exclusiveMaximum"));
        let rules = keywords().filter_map(|(key, value)| rule(key, value, above, below));
        // What no client checks is not looked at: a server of tests passes over what is no pattern.
        let kept = rules.filter(|rule| match rule {
            Bound::Pattern(pattern) => !self.checks || is_pattern(pattern),
            _ => true,
        });
        kept.collect()
    }

    /// Whether a schema became a type that knows its own bounds.
    fn checks_itself(&self, id: NodeId) -> bool {
        let solid = matches!(
            self.draft.node(id).kind,
            Kind::Struct(_) | Kind::Enum(_) | Kind::Union(_)
        );
        self.is_named(id) && (solid || self.is_wrapped(id))
    }
}

fn bounds(rules: Vec<Bound>, items: Bounds) -> Bounds {
    Bounds {
        rules,
        items: (!items.is_empty()).then(|| Box::new(items)),
    }
}

fn rule(key: &str, value: &Value, above: bool, below: bool) -> Option<Bound> {
    let count = || value.as_u64();
    let number = || value.as_number().cloned();
    let positive = |number: &Number| number.as_f64().is_some_and(|step| step > 0.0);
    match key {
        "minLength" => count().filter(|least| *least > 0).map(Bound::MinLength),
        "maxLength" => count().map(Bound::MaxLength),
        "pattern" => {
            let pattern = value.as_str()?;
            Some(Bound::Pattern(pattern.to_owned()))
        }
        "minimum" if above => number().map(Bound::ExclusiveMinimum),
        "minimum" => number().map(Bound::Minimum),
        "maximum" if below => number().map(Bound::ExclusiveMaximum),
        "maximum" => number().map(Bound::Maximum),
        "exclusiveMinimum" => number().map(Bound::ExclusiveMinimum),
        "exclusiveMaximum" => number().map(Bound::ExclusiveMaximum),
        "multipleOf" => number().filter(positive).map(Bound::MultipleOf),
        "minItems" => count().filter(|least| *least > 0).map(Bound::MinItems),
        "maxItems" => count().map(Bound::MaxItems),
        "uniqueItems" => (*value == true).then_some(Bound::UniqueItems),
        "minProperties" => count().filter(|least| *least > 0).map(Bound::MinProperties),
        "maxProperties" => count().map(Bound::MaxProperties),
        _ => None,
    }
}

/// Whether a text is a pattern of ECMA-262, as the runtime reads them.
fn is_pattern(text: &str) -> bool {
    regress::Regex::with_flags(text, "u").is_ok() || regress::Regex::new(text).is_ok()
}
