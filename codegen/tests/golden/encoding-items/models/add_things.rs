//! `addThings`.

use crate::runtime::{self, Extra};

/// The value of `addThings`.
#[derive(Clone, Default, PartialEq)]
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
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `items`.
    pub fn with_items(
        mut self,
        items: impl IntoIterator<Item = AddThingsBodyItemsItem>,
    ) -> Self {
        self.items = Some(items.into_iter().collect());
        self
    }
    /// Sets `one`.
    pub fn with_one(mut self, one: AddThingsBodyOne) -> Self {
        self.one = Some(one);
        self
    }
}

impl runtime::Object for AddThingsBody {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "AddThingsBody",
            fields: &[
                runtime::Field::optional("items", "items"),
                runtime::Field::optional("one", "one"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.items,
            _ => &self.one,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.items,
            _ => &mut self.one,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(AddThingsBody, AddThingsBody::default);

/// The value of `addThings.one`.
#[derive(Clone, Default, PartialEq)]
pub struct AddThingsBodyOne {
    /// `name`.
    pub name: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl AddThingsBodyOne {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `name`.
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl runtime::Object for AddThingsBodyOne {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "AddThingsBodyOne",
            fields: &[runtime::Field::optional("name", "name")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.name
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.name
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(AddThingsBodyOne, AddThingsBodyOne::default);

/// The value of `addThings.items[]`.
#[derive(Clone, Default, PartialEq)]
pub struct AddThingsBodyItemsItem {
    /// `name`.
    pub name: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl AddThingsBodyItemsItem {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `name`.
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl runtime::Object for AddThingsBodyItemsItem {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "AddThingsBodyItemsItem",
            fields: &[runtime::Field::optional("name", "name")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.name
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.name
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(AddThingsBodyItemsItem, AddThingsBodyItemsItem::default);
