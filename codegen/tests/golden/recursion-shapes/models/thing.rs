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
    #[inline]
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
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            mutual: runtime::Wire::blank(),
            list: runtime::Wire::blank(),
            map: runtime::Wire::blank(),
            union: runtime::Wire::blank(),
            json: None,
            tree: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::required("mutual", "mutual"),
                runtime::Field::required("list", "list"),
                runtime::Field::required("map", "map"),
                runtime::Field::required("union", "union"),
                runtime::Field::optional("json", "json"),
                runtime::Field::optional("tree", "tree"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.mutual,
            1 => &self.list,
            2 => &self.map,
            3 => &self.union,
            4 => &self.json,
            5 => &self.tree,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.mutual,
            1 => &mut self.list,
            2 => &mut self.map,
            3 => &mut self.union,
            4 => &mut self.json,
            5 => &mut self.tree,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing);

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
    #[inline]
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Thing> for ThingUnion {
    #[inline]
    fn from(value: Thing) -> Self {
        Self::Thing(Box::new(value))
    }
}

impl runtime::Wire for ThingUnion {
    #[inline]
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::UnionShape = runtime::UnionShape::new(
            None,
            &[
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
        );
        runtime::Table::Union(&SHAPE)
    }

    #[inline]
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        match self {
            Self::String(value) => value,
            Self::Thing(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::String(r.value()),
            1 => Self::Thing(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(ThingUnion);

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
    #[inline]
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
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingTree {
    #[inline]
    fn blank() -> Self {
        Self {
            mutual: runtime::Wire::blank(),
            list: runtime::Wire::blank(),
            map: runtime::Wire::blank(),
            union: runtime::Wire::blank(),
            json: None,
            tree: None,
            leaf: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingTree",
            &[
                runtime::Field::required("mutual", "mutual"),
                runtime::Field::required("list", "list"),
                runtime::Field::required("map", "map"),
                runtime::Field::required("union", "union"),
                runtime::Field::optional("json", "json"),
                runtime::Field::optional("tree", "tree"),
                runtime::Field::optional("leaf", "leaf"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.mutual,
            1 => &self.list,
            2 => &self.map,
            3 => &self.union,
            4 => &self.json,
            5 => &self.tree,
            6 => &self.leaf,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.mutual,
            1 => &mut self.list,
            2 => &mut self.map,
            3 => &mut self.union,
            4 => &mut self.json,
            5 => &mut self.tree,
            6 => &mut self.leaf,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingTree);
