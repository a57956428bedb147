//! `Order`.

use super::{Card, Code, Tree};
use crate::runtime::{self, Tuple, Value};
use std::collections::BTreeMap;

/// The schema `Order`.
///
/// Bounds: `maxProperties: 10`.
#[derive(Clone, PartialEq)]
pub struct Order {
    /// `code`.
    ///
    /// Bounds: `pattern: "^[A-Z]{2}\\d+$"`.
    pub code: Code,
    /// `price`.
    ///
    /// Bounds: `multipleOf: 0.01`, `exclusiveMinimum: 0`.
    pub price: f64,
    /// `note`.
    ///
    /// Bounds: `maxLength: 3`.
    pub note: Option<String>,
    /// `tags`.
    ///
    /// Bounds: `uniqueItems: true`.
    pub tags: Option<Vec<String>>,
    /// `parts`.
    pub parts: Option<Vec<Order>>,
    /// `tree`.
    ///
    /// Bounds: `maxProperties: 2`.
    pub tree: Option<Tree>,
    /// `pay`.
    pub pay: Option<OrderPay>,
    /// `id`.
    ///
    /// Bounds: `maxLength: 1`.
    pub id: Option<String>,
    /// `place`.
    pub place: Option<Tuple<(Card, i64), Value>>,
    /// Properties that the document does not name.
    pub additional_properties: BTreeMap<String, i64>,
}

impl Order {
    /// One with the properties that must be there.
    pub fn new(code: impl Into<Code>, price: f64) -> Self {
        Self {
            code: code.into(),
            price,
            ..Self::blank()
        }
    }
    /// Sets `note`.
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
    /// Sets `tags`.
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }
    /// Sets `parts`.
    pub fn with_parts(mut self, parts: impl IntoIterator<Item = Order>) -> Self {
        self.parts = Some(parts.into_iter().collect());
        self
    }
    /// Sets `tree`.
    pub fn with_tree(mut self, tree: impl Into<Tree>) -> Self {
        self.tree = Some(tree.into());
        self
    }
    /// Sets `pay`.
    pub fn with_pay(mut self, pay: impl Into<OrderPay>) -> Self {
        self.pay = Some(pay.into());
        self
    }
    /// Sets `id`.
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
    /// Sets `place`.
    pub fn with_place(mut self, place: Tuple<(Card, i64), Value>) -> Self {
        self.place = Some(place);
        self
    }
    /// Whether it keeps to the bounds of the document. A request asks this by itself before it is sent.
    ///
    /// # Errors
    /// When it does not: the first thing that is wrong, and where.
    pub fn validate(&self) -> Result<(), runtime::Invalid> {
        runtime::validate(self)
    }
    fn blank() -> Self {
        Self {
            code: runtime::Wire::blank(),
            price: runtime::Wire::blank(),
            note: None,
            tags: None,
            parts: None,
            tree: None,
            pay: None,
            id: None,
            place: None,
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for Order {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Order",
            fields: &[
                runtime::Field::required("code", "code")
                    .bounded(&[runtime::Bound::Pattern("^[A-Z]{2}\\d+$")]),
                runtime::Field::required("price", "price")
                    .bounded(
                        &[
                            runtime::Bound::MultipleOf("0.01"),
                            runtime::Bound::ExclusiveMinimum("0"),
                        ],
                    ),
                runtime::Field::optional("note", "note")
                    .bounded(&[runtime::Bound::MaxLength(3)]),
                runtime::Field::optional("tags", "tags")
                    .bounded(&[runtime::Bound::UniqueItems])
                    .each(
                        &runtime::Bounds {
                            rules: &[runtime::Bound::MaxLength(4)],
                            items: None,
                        },
                    ),
                runtime::Field::optional("parts", "parts"),
                runtime::Field::optional("tree", "tree"),
                runtime::Field::optional("pay", "pay"),
                runtime::Field::read_only("id", "id")
                    .bounded(&[runtime::Bound::MaxLength(1)]),
                runtime::Field::optional("place", "place"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.code,
            1 => &self.price,
            2 => &self.note,
            3 => &self.tags,
            4 => &self.parts,
            5 => &self.tree,
            6 => &self.pay,
            7 => &self.id,
            _ => &self.place,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.code,
            1 => &mut self.price,
            2 => &mut self.note,
            3 => &mut self.tags,
            4 => &mut self.parts,
            5 => &mut self.tree,
            6 => &mut self.pay,
            7 => &mut self.id,
            _ => &mut self.place,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
    fn bounds(&self) -> &'static runtime::Bounds {
        &runtime::Bounds {
            rules: &[runtime::Bound::MaxProperties(10)],
            items: Some(
                &runtime::Bounds {
                    rules: &[runtime::Bound::Minimum("5")],
                    items: None,
                },
            ),
        }
    }
}

runtime::object!(Order, Order::blank);

/// The value of `Order.pay`.
#[derive(Clone, Debug, PartialEq)]
pub enum OrderPay {
    /// `String`.
    String(String),
    /// `Card`.
    Card(Card),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<String> for OrderPay {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Card> for OrderPay {
    fn from(value: Card) -> Self {
        Self::Card(value)
    }
}

impl OrderPay {
    /// Whether it keeps to the bounds of the document. A request asks this by itself before it is sent.
    ///
    /// # Errors
    /// When it does not: the first thing that is wrong, and where.
    pub fn validate(&self) -> Result<(), runtime::Invalid> {
        runtime::validate(self)
    }
}

impl runtime::Wire for OrderPay {
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
                        runtime::FieldRule::required("number", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
            ],
        };
        let mut choices = r.choices(&SHAPE);
        while let Some(branch) = r.next_choice(&mut choices) {
            *self = match branch {
                0 => Self::String(r.value()),
                1 => Self::Card(r.value()),
                _ => Self::Unknown(r.value()),
            };
        }
    }
    fn check(&self, bounds: &'static runtime::Bounds, c: &mut runtime::Checker) {
        c.apply(bounds, &|w| runtime::Wire::write(self, w));
        match self {
            Self::String(value) => {
                runtime::Wire::check(
                    value,
                    &runtime::Bounds {
                        rules: &[runtime::Bound::MinLength(4)],
                        items: None,
                    },
                    c,
                )
            }
            Self::Card(value) => runtime::Wire::check(value, &runtime::Bounds::NONE, c),
            Self::Unknown(_) => {}
        }
    }
    fn write(&self, w: &mut runtime::Writer) {
        match self {
            Self::String(value) => runtime::Wire::write(value, w),
            Self::Card(value) => runtime::Wire::write(value, w),
            Self::Unknown(value) => runtime::Wire::write(value, w),
        }
    }
}
