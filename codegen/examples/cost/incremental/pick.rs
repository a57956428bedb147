//! The property that is changed. In: a document; out: the first plain property with a description, and the document with
//! another type there. Invariant: nothing else of the document is touched.

use serde_json::Value;
use std::fmt;

/// Where a document keeps its schemas.
const SCHEMAS: [&str; 2] = ["/components/schemas", "/definitions"];

/// Keywords whose values would not suit another type.
const BOUND_TO_TYPE: [&str; 13] = [
    "format",
    "enum",
    "const",
    "default",
    "example",
    "examples",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "multipleOf",
    "discriminator",
];

/// A change of one property's type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    below: &'static str,
    schema: String,
    property: String,
    from: String,
    to: &'static str,
}

impl Edit {
    /// The first property that can be changed, in the order of the document.
    pub(super) fn find(document: &Value) -> Option<Self> {
        SCHEMAS.into_iter().find_map(|below| {
            let schemas = document.pointer(below)?.as_object()?;
            schemas.iter().find_map(|(name, schema)| {
                if schema.get("discriminator").is_some() {
                    return None;
                }
                let properties = schema.get("properties")?.as_object()?;
                properties.iter().find_map(|(property, value)| {
                    let (from, to) = change(value)?;
                    Some(Self {
                        below,
                        schema: name.clone(),
                        property: property.clone(),
                        from: from.to_owned(),
                        to,
                    })
                })
            })
        })
    }

    /// The document with the change.
    pub(super) fn apply(&self, document: &Value) -> Value {
        let mut changed = document.clone();
        let schemas = changed.pointer_mut(self.below);
        if let Some(schemas) = schemas {
            schemas[&self.schema]["properties"][&self.property]["type"] = self.to.into();
        }
        changed
    }
}

impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "property `{}` of schema `{}`, from {} to {} and back",
            self.property, self.schema, self.from, self.to
        )
    }
}

/// The type a property has and the one it gets, if it is plain and has a description.
fn change(property: &Value) -> Option<(&str, &'static str)> {
    property.get("description")?.as_str()?;
    if BOUND_TO_TYPE
        .iter()
        .any(|word| property.get(word).is_some())
    {
        return None;
    }
    match property.get("type")?.as_str()? {
        from @ "string" => Some((from, "integer")),
        from @ ("integer" | "number" | "boolean") => Some((from, "string")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Edit;
    use serde_json::json;

    #[test]
    fn the_first_plain_property_with_a_description_changes_its_type_and_nothing_else() {
        let document = json!({"components": {"schemas": {
            "A": {"properties": {"x": {"type": "string"}, "y": {"type": "string", "description": "d", "enum": ["a"]}}},
            "B": {"properties": {"z": {"type": "string", "description": "d"}}},
        }}});
        let edit = Edit::find(&document).expect("a property");
        assert_eq!((edit.schema.as_str(), edit.property.as_str()), ("B", "z"));
        let mut changed = edit.apply(&document);
        assert_ne!(changed, document);
        changed["components"]["schemas"]["B"]["properties"]["z"]["type"] = json!("string");
        assert_eq!(changed, document);
    }

    #[test]
    fn a_document_without_one_gives_none() {
        assert_eq!(
            Edit::find(&json!({"components": {"schemas": {"A": {}}}})),
            None
        );
    }
}
