//! `Thing`.

use super::{Json, Mutual};
use crate::runtime::{self, Extra, Value};
use std::collections::BTreeMap;

/// The schema `Thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `mutual`.
    pub mutual: Mutual,
    /// `list`.
    pub list: Vec<Thing>,
    /// `map`.
    pub map: BTreeMap<String, Thing>,
    /// `union`.
    pub union: ThingUnion,
    /// `json`.
    pub json: Option<Json>,
    /// `tree`.
    pub tree: Option<ThingTree>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// One with the properties that must be there.
    pub fn new(
        mutual: Mutual,
        list: impl IntoIterator<Item = Thing>,
        map: BTreeMap<String, Thing>,
        union: impl Into<ThingUnion>,
    ) -> Self {
        Self {
            mutual,
            list: list.into_iter().collect(),
            map,
            union: union.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            mutual: runtime::Wire::blank(),
            list: runtime::Wire::blank(),
            map: runtime::Wire::blank(),
            union: runtime::Wire::blank(),
            json: None,
            tree: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::required("mutual", "mutual"),
                runtime::Field::required("list", "list"),
                runtime::Field::required("map", "map"),
                runtime::Field::required("union", "union"),
                runtime::Field::optional("json", "json"),
                runtime::Field::optional("tree", "tree"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.mutual,
            1 => &self.list,
            2 => &self.map,
            3 => &self.union,
            4 => &self.json,
            _ => &self.tree,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.mutual,
            1 => &mut self.list,
            2 => &mut self.map,
            3 => &mut self.union,
            4 => &mut self.json,
            _ => &mut self.tree,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Thing, Thing::blank);

/// The value of `Thing.union`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingUnion {
    /// `String`.
    String(String),
    /// `Thing`.
    Thing(Box<Thing>),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<String> for ThingUnion {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Thing> for ThingUnion {
    fn from(value: Thing) -> Self {
        Self::Thing(Box::new(value))
    }
}

impl runtime::Wire for ThingUnion {
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }
    fn read(&mut self, r: &mut runtime::Reader<'_>) {
        static SHAPE: runtime::UnionShape = runtime::UnionShape {
            discriminator: None,
            branches: &[
                runtime::BranchShape {
                    kinds: runtime::Kinds::STRING,
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("mutual", runtime::Kinds::OBJECT),
                        runtime::FieldRule::required("list", runtime::Kinds::ARRAY),
                        runtime::FieldRule::required("map", runtime::Kinds::OBJECT),
                        runtime::FieldRule::required(
                            "union",
                            runtime::Kinds::STRING.or(runtime::Kinds::OBJECT),
                        ),
                        runtime::FieldRule::optional(
                            "json",
                            runtime::Kinds::STRING
                                .or(runtime::Kinds::ARRAY)
                                .or(runtime::Kinds::OBJECT),
                        ),
                        runtime::FieldRule::optional("tree", runtime::Kinds::OBJECT),
                    ],
                    ..runtime::BranchShape::ANY
                },
            ],
        };
        let mut choices = r.choices(&SHAPE);
        while let Some(branch) = r.next_choice(&mut choices) {
            *self = match branch {
                0 => Self::String(r.value()),
                1 => Self::Thing(r.value()),
                _ => Self::Unknown(r.value()),
            };
        }
    }
    fn write(&self, w: &mut runtime::Writer) {
        match self {
            Self::String(value) => runtime::Wire::write(value, w),
            Self::Thing(value) => runtime::Wire::write(value, w),
            Self::Unknown(value) => runtime::Wire::write(value, w),
        }
    }
}

/// The value of `Thing.tree`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingTree {
    /// `mutual`.
    pub mutual: Mutual,
    /// `list`.
    pub list: Vec<Thing>,
    /// `map`.
    pub map: BTreeMap<String, Thing>,
    /// `union`.
    pub union: ThingUnion,
    /// `json`.
    pub json: Option<Json>,
    /// `tree`.
    pub tree: Option<Box<ThingTree>>,
    /// `leaf`.
    pub leaf: Option<bool>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingTree {
    /// One with the properties that must be there.
    pub fn new(
        mutual: Mutual,
        list: impl IntoIterator<Item = Thing>,
        map: BTreeMap<String, Thing>,
        union: impl Into<ThingUnion>,
    ) -> Self {
        Self {
            mutual,
            list: list.into_iter().collect(),
            map,
            union: union.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            mutual: runtime::Wire::blank(),
            list: runtime::Wire::blank(),
            map: runtime::Wire::blank(),
            union: runtime::Wire::blank(),
            json: None,
            tree: None,
            leaf: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingTree {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingTree",
            fields: &[
                runtime::Field::required("mutual", "mutual"),
                runtime::Field::required("list", "list"),
                runtime::Field::required("map", "map"),
                runtime::Field::required("union", "union"),
                runtime::Field::optional("json", "json"),
                runtime::Field::optional("tree", "tree"),
                runtime::Field::optional("leaf", "leaf"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.mutual,
            1 => &self.list,
            2 => &self.map,
            3 => &self.union,
            4 => &self.json,
            5 => &self.tree,
            _ => &self.leaf,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.mutual,
            1 => &mut self.list,
            2 => &mut self.map,
            3 => &mut self.union,
            4 => &mut self.json,
            5 => &mut self.tree,
            _ => &mut self.leaf,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingTree, ThingTree::blank);
