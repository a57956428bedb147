//! In: a pair of schemas. Out: the finding that `null` is allowed now, or no longer. Invariant: it stands where `null` is
//! written, which may be beside a reference to what is the same on both sides.

use serde_json::Value;

use super::super::facts::{PlaceId, Side, is_null};
use super::super::rules::Rule;
use super::schema::counterpart;
use super::{Both, Context, Differ, Draft, Spot};
use crate::source::FileId;

impl<'a> Differ<'a> {
    /// Compares whether `null` is allowed.
    pub(super) fn nullability(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (old, new) = (both.base, both.revision);
        // Whoever says nothing about the type allows `null`, whoever begins to speak of it is reported for that.
        if old.types.is_any() != new.types.is_any() || old.declared != new.declared {
            return;
        }
        let (facet, allows) = match (old.nullable, new.nullable) {
            (false, true) => ("became-nullable", false),
            (true, false) => ("became-not-nullable", true),
            _ => return,
        };
        let rule = Rule::schema(context.pair.subject, facet);
        let ends = [
            (&self.base, context.pair.base),
            (&self.revision, context.pair.revision),
        ];
        let [said, other] = if allows { ends } else { [ends[1], ends[0]] };
        let says = |part: &&PlaceId| step(said.0.value(**part)).is_some();
        let place = said.0.parts(said.1).iter().find(says).copied();
        let Some((place, step)) = place.and_then(|place| Some((place, step(said.0.value(place))?)))
        else {
            self.facet(context, facet, "nullable", "");
            return;
        };
        let label = said.0.place_label(place);
        let pointer = said.0.pointer(place);
        let said_at: Spot = (said.0.file(place), format!("{pointer}/{step}"));
        let other_at = at_same_pointer(other.0, &said_at.0, &pointer).unwrap_or_else(|| {
            match counterpart((said.0, said.1, Some(place)), other) {
                Some(place) => (other.0.file(place), other.0.pointer(place)),
                None => (FileId(0), String::new()),
            }
        });
        let (base, revision) = match allows {
            true => (said_at, other_at),
            false => (other_at, said_at),
        };
        self.note(context, Draft::new(rule, base, revision, label));
    }
}

/// The place of the same pointer in the other entry document.
fn at_same_pointer(side: &Side<'_>, file: &FileId, pointer: &str) -> Option<Spot> {
    let is_there = *file == FileId(0) && side.root().pointer(pointer).is_some();
    is_there.then(|| (FileId(0), pointer.to_owned()))
}

/// The way from a schema object to where it allows `null`.
fn step(schema: &Value) -> Option<String> {
    if schema.get("nullable") == Some(&Value::Bool(true)) {
        return Some("nullable".to_owned());
    }
    let among = |keyword: &str, fits: &dyn Fn(&Value) -> bool| {
        let at = schema.get(keyword)?.as_array()?.iter().position(fits)?;
        Some(format!("{keyword}/{at}"))
    };
    among("oneOf", &is_null)
        .or_else(|| among("anyOf", &is_null))
        .or_else(|| among("type", &|name| name == "null"))
        .or_else(|| among("enum", &Value::is_null))
        .or_else(|| {
            let constant = schema.get("const");
            constant
                .is_some_and(Value::is_null)
                .then(|| "const".to_owned())
        })
}
