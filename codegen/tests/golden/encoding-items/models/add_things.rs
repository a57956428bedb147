//! `addThings`.

use crate::runtime::{self, Extra};

/// The value of `addThings`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddThingsBody {
    /// `items`.
    pub items: Option<Vec<AddThingsBodyItemsItem>>,
    /// `one`.
    pub one: Option<AddThingsBodyOne>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl AddThingsBody {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `items`.
    #[inline]
    pub fn with_items(
        mut self,
        items: impl IntoIterator<Item = AddThingsBodyItemsItem>,
    ) -> Self {
        self.items = Some(items.into_iter().collect());
        self
    }

    /// Sets `one`.
    #[inline]
    pub fn with_one(mut self, one: AddThingsBodyOne) -> Self {
        self.one = Some(one);
        self
    }
}

impl runtime::Wire for AddThingsBody {
    #[inline]
    fn blank() -> Self {
        Self {
            items: None,
            one: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "AddThingsBody",
            &[
                runtime::Field::optional("items", "items"),
                runtime::Field::optional("one", "one"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.items,
            1 => &self.one,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.items,
            1 => &mut self.one,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(AddThingsBody, Default);

/// The value of `addThings.one`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddThingsBodyOne {
    /// `name`.
    pub name: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl AddThingsBodyOne {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `name`.
    #[inline]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl runtime::Wire for AddThingsBodyOne {
    #[inline]
    fn blank() -> Self {
        Self {
            name: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "AddThingsBodyOne",
            &[runtime::Field::optional("name", "name")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.name,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.name,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(AddThingsBodyOne, Default);

/// The value of `addThings.items[]`, which is like that of `addThings.one`.
pub type AddThingsBodyItemsItem = AddThingsBodyOne;
