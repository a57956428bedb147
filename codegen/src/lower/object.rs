//! Objects: in, the parts of a schema whose values are objects; out, a struct or a map. Invariant: a property is in the
//! struct once, at its first place, with all that any part says about it.

use indexmap::IndexMap;

use super::Lowering;
use super::compose::Part;
use super::draft::{Discriminator, Extra, Field, Kind, NodeId, Struct};
use super::read::At;

impl<'a> Lowering<'a> {
    /// What carries an object.
    pub(super) fn object(&mut self, id: NodeId, parts: &[Part<'a>]) -> Kind {
        let properties = properties(parts);
        let required = required(parts);
        let conditional = self.conditional(parts);
        let named = !properties.is_empty() || !conditional.is_empty();
        let extra = self.extra(parts, named);
        let discriminator = self.own_discriminator(parts);
        if !named && discriminator.is_none() {
            return self.map(parts, extra);
        }
        let mut fields = Vec::with_capacity(properties.len());
        for (name, schemas) in properties {
            // A property whose schema is `false` may not be there at all.
            if schemas.iter().any(|at| at.value.as_bool() == Some(false)) {
                continue;
            }
            fields.push(Field {
                required: required.contains_key(name),
                wire_name: name.to_owned(),
                node: self.all(schemas),
            });
        }
        for (name, alternatives) in conditional {
            let Some(node) = self.alternatives(alternatives) else {
                continue;
            };
            fields.push(Field {
                required: required.contains_key(name),
                wire_name: name.to_owned(),
                node,
            });
        }
        if let Some(discriminator) = &discriminator {
            self.tag_field(id, discriminator, &mut fields, &required);
        }
        self.undeclared(&required, &fields);
        Kind::Struct(Struct {
            fields,
            extra,
            discriminator,
        })
    }

    fn tag_field(
        &mut self,
        id: NodeId,
        discriminator: &Discriminator,
        fields: &mut Vec<Field>,
        required: &IndexMap<&'a str, At<'a>>,
    ) {
        let name = discriminator.property.as_str();
        if fields.iter().any(|field| field.wire_name == name) {
            return;
        }
        let origin = self.draft.node(id).origin.clone();
        let node = self.add_node(origin, Kind::String);
        fields.push(Field {
            wire_name: name.to_owned(),
            node,
            required: required.contains_key(name),
        });
    }

    fn undeclared(&mut self, required: &IndexMap<&'a str, At<'a>>, fields: &[Field]) {
        if required.len() <= fields.len()
            && fields.iter().filter(|field| field.required).count() == required.len()
        {
            return;
        }
        let known: std::collections::HashSet<_> = fields
            .iter()
            .map(|field| field.wire_name.as_str())
            .collect();
        for (name, at) in required {
            if !known.contains(name) {
                let message =
                    format!("`{name}` is required and has no schema; it is not asked for");
                self.note("required-undeclared", at, message);
            }
        }
    }

    /// An object of which only the values are known.
    fn map(&mut self, parts: &[Part<'a>], extra: Extra) -> Kind {
        let value = match extra {
            Extra::Denied => {
                return Kind::Struct(Struct {
                    fields: Vec::new(),
                    extra: Extra::Denied,
                    discriminator: None,
                });
            }
            Extra::Typed(node) => node,
            Extra::Any => {
                let place = parts.last().map(|part| part.at.clone());
                self.new_node(place.as_ref())
            }
        };
        let keys: Vec<_> = parts
            .iter()
            .filter_map(|part| part.at.object("propertyNames"))
            .filter(|at| self.has_values(at))
            .collect();
        let key = (!keys.is_empty()).then(|| self.all(keys));
        Kind::Map(key, value)
    }

    /// Whether a schema lists its values.
    pub(super) fn has_values(&self, at: &At<'a>) -> bool {
        self.peek(at)
            .is_some_and(|target| target.has("enum") || target.has("const"))
    }

    /// The discriminator of a schema that others extend.
    fn own_discriminator(&mut self, parts: &[Part<'a>]) -> Option<Discriminator> {
        let part = parts
            .iter()
            .rev()
            .find(|part| !part.borrowed && part.at.has("discriminator"))?;
        let at = part.at.get("discriminator")?;
        let property = match self.discriminator_property(&at) {
            Some(property) => property.to_owned(),
            None => return None,
        };
        let mut mapping = Vec::new();
        for (value, target) in self.mapping(&at) {
            let node = self.target_node(target);
            mapping.push((value, node));
        }
        Some(Discriminator { property, mapping })
    }

    /// `propertyName`, or the whole of it where it is a string.
    pub(super) fn discriminator_property(&mut self, at: &At<'a>) -> Option<&'a str> {
        let property = at.str("propertyName").or_else(|| at.value.as_str());
        if property.is_none() {
            let message = "a discriminator needs a `propertyName`; this one is passed over";
            self.warn("discriminator-invalid", at, message);
        }
        property
    }

    /// `mapping`, with what each value points at.
    pub(super) fn mapping(&mut self, at: &At<'a>) -> Vec<(String, At<'a>)> {
        let Some(mapping) = at.get("mapping") else {
            return Vec::new();
        };
        let mut list = Vec::new();
        for (value, target) in mapping.members() {
            let Some(reference) = target.value.as_str() else {
                self.warn("discriminator-mapping", &target, "not the name of a schema");
                continue;
            };
            match self.schema_named(&target, reference) {
                Some(schema) => list.push((value.to_owned(), schema)),
                // Of a file that cannot be read was told when it could not.
                None if self.loaded.has_lost(target.file, reference) => {}
                None => {
                    let message = format!("no schema is found at `{reference}`");
                    let near = self.near_target(target.file, reference);
                    self.warn_near("discriminator-mapping", &target, message, near);
                }
            }
        }
        list
    }

    /// A schema by its bare name or by a reference to it.
    fn schema_named(&self, at: &At<'a>, reference: &str) -> Option<At<'a>> {
        let name = crate::source::escape_token(reference);
        let local = format!("#/components/schemas/{name}");
        self.lookup(at.file, &local)
            .or_else(|| self.lookup(at.file, reference))
    }
}

/// The properties of all parts, in the order of their first mention.
pub(super) fn properties<'a>(parts: &[Part<'a>]) -> IndexMap<&'a str, Vec<At<'a>>> {
    let mut properties: IndexMap<&str, Vec<At<'a>>> = IndexMap::new();
    for part in parts {
        let Some(own) = part.at.get("properties") else {
            continue;
        };
        for (name, at) in own.members() {
            properties.entry(name).or_default().push(at);
        }
    }
    properties
}

/// The required properties of all parts, with the place that says so.
pub(super) fn required<'a>(parts: &[Part<'a>]) -> IndexMap<&'a str, At<'a>> {
    let mut required = IndexMap::new();
    for part in parts {
        for at in part.at.list("required") {
            if let Some(name) = at.value.as_str() {
                required.entry(name).or_insert(at);
            }
        }
    }
    required
}
