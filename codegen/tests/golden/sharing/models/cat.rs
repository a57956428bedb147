//! `Cat`.

use super::{CatCollar, CatDaysKey, CatKin, CatMood, CatOwner};
use crate::runtime::{self, Extra};
use std::collections::BTreeMap;

/// The schema `Cat`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `collar`.
    pub collar: CatCollar,
    /// `chip`.
    pub chip: Option<CatChip>,
    /// `kin`.
    pub kin: CatKin,
    /// `owner`.
    pub owner: Option<CatOwner>,
    /// `mood`.
    ///
    /// Default: `"calm"`.
    pub mood: Option<CatMood>,
    /// `days`.
    pub days: Option<BTreeMap<CatDaysKey, i64>>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Cat {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(collar: CatCollar, kin: CatKin) -> Self {
        Self {
            collar,
            kin,
            ..runtime::Wire::blank()
        }
    }

    /// `mood`, or `"calm"` where it is absent.
    #[inline]
    pub fn mood_or_default(&self) -> &CatMood {
        match &self.mood {
            Some(value) => value,
            None => &CatMood::Calm,
        }
    }
}

impl runtime::Wire for Cat {
    #[inline]
    fn blank() -> Self {
        Self {
            collar: runtime::Wire::blank(),
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
            "Cat",
            &[
                runtime::Field::required("collar", "collar"),
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
            1 => &self.chip,
            2 => &self.kin,
            3 => &self.owner,
            4 => &self.mood,
            5 => &self.days,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.collar,
            1 => &mut self.chip,
            2 => &mut self.kin,
            3 => &mut self.owner,
            4 => &mut self.mood,
            5 => &mut self.days,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Cat);

/// The value of `Cat.chip`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CatChip {
    /// `code`.
    ///
    /// Bounds: `minimum: 1`.
    pub code: Option<i64>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl CatChip {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for CatChip {
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
            "CatChip",
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

runtime::object!(CatChip, Default);
