//! `Dog`.

use super::{
    CatCollar, CatCollarSize, CatDaysKey, CatKin, CatMood, CatOwner, CatOwnerObject,
};
use crate::runtime::{self, Extra};
use std::collections::BTreeMap;

/// The schema `Dog`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// What it wears.
    pub collar: DogCollar,
    /// `spare`.
    pub spare: Option<DogSpare>,
    /// `chip`.
    pub chip: Option<DogChip>,
    /// `kin`.
    pub kin: DogKin,
    /// `owner`.
    pub owner: Option<DogOwner>,
    /// `mood`.
    ///
    /// Default: `"wild"`.
    pub mood: Option<DogMood>,
    /// `days`.
    pub days: Option<BTreeMap<DogDaysKey, i64>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Dog {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(collar: DogCollar, kin: DogKin) -> Self {
        Self {
            collar,
            kin,
            ..runtime::Wire::blank()
        }
    }

    /// `mood`, or `"wild"` where it is absent.
    #[inline]
    pub fn mood_or_default(&self) -> &DogMood {
        match &self.mood {
            Some(value) => value,
            None => &DogMood::Wild,
        }
    }
}

impl runtime::Wire for Dog {
    #[inline]
    fn blank() -> Self {
        Self {
            collar: runtime::Wire::blank(),
            spare: None,
            chip: None,
            kin: runtime::Wire::blank(),
            owner: None,
            mood: None,
            days: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Dog",
            &[
                runtime::Field::required("collar", "collar"),
                runtime::Field::optional("spare", "spare"),
                runtime::Field::optional("chip", "chip"),
                runtime::Field::required("kin", "kin"),
                runtime::Field::optional("owner", "owner"),
                runtime::Field::optional("mood", "mood"),
                runtime::Field::optional("days", "days"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.collar,
            1 => &self.spare,
            2 => &self.chip,
            3 => &self.kin,
            4 => &self.owner,
            5 => &self.mood,
            6 => &self.days,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.collar,
            1 => &mut self.spare,
            2 => &mut self.chip,
            3 => &mut self.kin,
            4 => &mut self.owner,
            5 => &mut self.mood,
            6 => &mut self.days,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Dog);

/// What it wears.
pub type DogCollar = CatCollar;

/// The value of `Dog.spare`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DogSpare {
    /// `size`.
    pub size: DogSpareSize,
    /// Said here only.
    pub colour: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl DogSpare {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(size: impl Into<DogSpareSize>) -> Self {
        Self {
            size: size.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for DogSpare {
    #[inline]
    fn blank() -> Self {
        Self {
            size: runtime::Wire::blank(),
            colour: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "DogSpare",
            &[
                runtime::Field::required("size", "size"),
                runtime::Field::optional("colour", "colour"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.size,
            1 => &self.colour,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.size,
            1 => &mut self.colour,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(DogSpare);

/// The value of `Dog.chip`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DogChip {
    /// `code`.
    ///
    /// Bounds: `minimum: 2`.
    pub code: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl DogChip {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for DogChip {
    #[inline]
    fn blank() -> Self {
        Self {
            code: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "DogChip",
            &[runtime::Field::optional("code", "code")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.code,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.code,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(DogChip, Default);

/// The value of `Dog.kin`, which is like that of `Cat.kin`.
pub type DogKin = CatKin;

/// The value of `Dog.owner`, which is like that of `Cat.owner`.
pub type DogOwner = CatOwner;

/// The value of `Dog.mood`, which is like that of `Cat.mood`.
pub type DogMood = CatMood;

/// The value of `Dog.collar.size`, which is like that of `Cat.collar.size`.
pub type DogCollarSize = CatCollarSize;

/// The value of `Dog.spare.size`, which is like that of `Cat.collar.size`.
pub type DogSpareSize = CatCollarSize;

/// The value of `Dog.owner.Object`, which is like that of `Cat.owner.Object`.
pub type DogOwnerObject = CatOwnerObject;

/// The value of `Dog.days.*`, which is like that of `Cat.days.*`.
pub type DogDaysKey = CatDaysKey;
