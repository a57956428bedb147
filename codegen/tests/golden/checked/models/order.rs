//! `Order`.

use super::{Card, Code, Tree};
use crate::runtime::{self, Tuple, Value};
use std::collections::BTreeMap;

/// The schema `Order`.
///
/// Bounds: `maxProperties: 10`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
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
    #[inline]
    pub fn new(code: impl Into<Code>, price: f64) -> Self {
        Self {
            code: code.into(),
            price,
            ..runtime::Wire::blank()
        }
    }

    /// Sets `note`.
    #[inline]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Sets `tags`.
    #[inline]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `parts`.
    #[inline]
    pub fn with_parts(mut self, parts: impl IntoIterator<Item = Order>) -> Self {
        self.parts = Some(parts.into_iter().collect());
        self
    }

    /// Sets `tree`.
    #[inline]
    pub fn with_tree(mut self, tree: impl Into<Tree>) -> Self {
        self.tree = Some(tree.into());
        self
    }

    /// Sets `pay`.
    #[inline]
    pub fn with_pay(mut self, pay: impl Into<OrderPay>) -> Self {
        self.pay = Some(pay.into());
        self
    }

    /// Sets `id`.
    #[inline]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `place`.
    #[inline]
    pub fn with_place(mut self, place: Tuple<(Card, i64), Value>) -> Self {
        self.place = Some(place);
        self
    }

    /// Whether it keeps to the bounds of the document. A request asks this by itself before it is sent.
    ///
    /// # Errors
    /// When it does not: the first thing that is wrong, and where.
    #[inline]
    pub fn validate(&self) -> Result<(), runtime::Invalid> {
        runtime::validate(self)
    }
}

impl runtime::Wire for Order {
    #[inline]
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
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
                "Order",
                &[
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
            )
            .bounded(
                &runtime::Bounds {
                    rules: &[runtime::Bound::MaxProperties(10)],
                    items: Some(
                        &runtime::Bounds {
                            rules: &[runtime::Bound::Minimum("5")],
                            items: None,
                        },
                    ),
                },
            );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
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
            8 => &self.place,
            _ => &self.additional_properties,
        }
    }

    #[inline]
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
            8 => &mut self.place,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Order);

/// The value of `Order.pay`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OrderPay {
    /// `String`.
    String(String),
    /// `Card`.
    Card(Card),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<String> for OrderPay {
    #[inline]
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Card> for OrderPay {
    #[inline]
    fn from(value: Card) -> Self {
        Self::Card(value)
    }
}

impl OrderPay {
    /// Whether it keeps to the bounds of the document. A request asks this by itself before it is sent.
    ///
    /// # Errors
    /// When it does not: the first thing that is wrong, and where.
    #[inline]
    pub fn validate(&self) -> Result<(), runtime::Invalid> {
        runtime::validate(self)
    }
}

impl runtime::Wire for OrderPay {
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
                        runtime::FieldRule::required("number", runtime::Kinds::STRING),
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
            Self::Card(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::String(r.value()),
            1 => Self::Card(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }

    #[inline]
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
}

runtime::with_serde!(OrderPay);
