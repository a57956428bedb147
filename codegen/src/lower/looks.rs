//! What values look like that have no type. In: alternatives that hold beside others; out, for each a rule. Invariant: nothing
//! is said about what is wrong with them, and no node is made.

use super::Lowering;
use super::compose::View;
use super::object::{properties, required};
use super::read::At;
use super::union::GLANCE;
use crate::ir::{FieldRule, Rule};

impl<'a> Lowering<'a> {
    /// What values of some alternatives look like, as far as a glance tells.
    pub(super) fn looks(&mut self, branches: &[At<'a>]) -> Vec<Rule> {
        branches.iter().map(|at| self.look(at)).collect()
    }

    fn look(&mut self, at: &At<'a>) -> Rule {
        let parts = self.parts(&View::of(at.clone())).list;
        let properties = properties(&parts);
        let mut fields = Vec::new();
        for name in required(&parts).keys() {
            let property = properties.get(name).and_then(|list| list.last());
            let property = property.map(|at| self.peek(at).unwrap_or_else(|| at.clone()));
            let kinds = property.as_ref().map(|at| self.glance(at, GLANCE).list());
            fields.push(FieldRule {
                wire_name: (*name).to_owned(),
                required: true,
                kinds: kinds.unwrap_or_default(),
                values: property.map_or_else(Vec::new, |at| match at.get("const") {
                    Some(constant) => vec![constant.value.clone()],
                    None => {
                        let listed = at.list("enum").into_iter();
                        listed.map(|one| one.value.clone()).collect()
                    }
                }),
            });
        }
        Rule {
            kinds: self.glance(at, GLANCE).list(),
            fields,
            ..Rule::default()
        }
    }
}
