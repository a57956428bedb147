//! Which branch of a union a value is. In: a table of what the branches look like, and the next value; out: the number
//! of a branch. Invariant: nothing is read into models to find out: the table alone decides, and the reader stands
//! afterwards where it stood before. What the table can't see shows when the branch is read: see `choices`.

use super::bits::Bits;
use super::candidates::{Course, Index};
use super::choices::Choices;
use super::json::{Kind, Reader, same_number};
use std::sync::OnceLock;

/// The number of no branch.
pub(super) const NO_BRANCH: usize = usize::MAX;

/// The table of a union.
#[derive(Debug)]
pub struct UnionShape {
    /// The property that names the branch.
    discriminator: Option<&'static str>,
    /// The branches, by number.
    pub(super) branches: &'static [BranchShape],
    /// The same by key, once an object was met.
    index: OnceLock<Index>,
}

/// What a value of a branch looks like. [`BranchShape::ANY`] is the one to start from.
#[derive(Debug)]
pub struct BranchShape {
    /// The values of the discriminator that choose it.
    pub tags: &'static [&'static str],
    /// The kinds it may have.
    pub kinds: Kinds,
    /// For scalars: the values it may have; empty for any.
    pub values: &'static [Literal],
    /// For strings: whether a text has the format.
    pub format: Option<fn(&str) -> bool>,
    /// For objects: what certain keys must hold.
    pub fields: &'static [FieldRule],
    /// For objects: whether other keys speak against it.
    pub closed: bool,
    /// For arrays: the kinds the first item may have.
    pub items: Kinds,
}

/// What a key of an object must hold.
#[derive(Debug)]
pub struct FieldRule {
    /// The key.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// The kinds its value may have.
    pub kinds: Kinds,
    /// The values it may have; empty for any.
    pub values: &'static [Literal],
}

/// A constant of the document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Literal {
    /// `null`
    Null,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Another number, as JSON writes it.
    Number(&'static str),
    /// Text.
    String(&'static str),
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// Every kind.
    pub const ANY: Kinds = Kinds(0);
    /// Only `null`.
    pub const NULL: Kinds = Kinds::of(&[Kind::Null]);
    /// Only truth values.
    pub const BOOL: Kinds = Kinds::of(&[Kind::Bool]);
    /// Only whole numbers.
    pub const INTEGER: Kinds = Kinds::of(&[Kind::Integer]);
    /// Only numbers.
    pub const NUMBER: Kinds = Kinds::of(&[Kind::Number]);
    /// Only text.
    pub const STRING: Kinds = Kinds::of(&[Kind::String]);
    /// Only lists.
    pub const ARRAY: Kinds = Kinds::of(&[Kind::Array]);
    /// Only objects.
    pub const OBJECT: Kinds = Kinds::of(&[Kind::Object]);

    /// These kinds; none of them means every kind.
    pub const fn of(kinds: &[Kind]) -> Self {
        let mut bits = 0;
        let mut index = 0;
        while index < kinds.len() {
            bits |= 1 << kinds[index] as u8;
            index += 1;
        }
        Kinds(bits)
    }

    /// The kinds of both.
    pub const fn or(self, other: Kinds) -> Self {
        Kinds(self.0 | other.0)
    }

    pub(super) fn has(self, kind: Kind) -> bool {
        let number = kind == Kind::Integer && self.0 & (1 << Kind::Number as u8) != 0;
        self.0 == 0 || number || self.names(kind)
    }

    pub(super) fn names(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }
}

impl UnionShape {
    /// The table of a union of these branches.
    pub const fn new(
        discriminator: Option<&'static str>,
        branches: &'static [BranchShape],
    ) -> Self {
        UnionShape {
            discriminator,
            branches,
            index: OnceLock::new(),
        }
    }

    fn index(&'static self) -> &'static Index {
        self.index
            .get_or_init(|| Index::of(self.discriminator, self.branches))
    }
}

impl BranchShape {
    /// A branch that any value fits.
    pub const ANY: BranchShape = BranchShape {
        tags: &[],
        kinds: Kinds::ANY,
        values: &[],
        format: None,
        fields: &[],
        closed: false,
        items: Kinds::ANY,
    };
}

impl FieldRule {
    /// A key that must be there, with a value of these kinds.
    pub const fn required(name: &'static str, kinds: Kinds) -> Self {
        FieldRule {
            name,
            required: true,
            kinds,
            values: &[],
        }
    }

    /// A key that may be there, with a value of these kinds.
    pub const fn optional(name: &'static str, kinds: Kinds) -> Self {
        FieldRule {
            name,
            required: false,
            kinds,
            values: &[],
        }
    }

    /// The same, with one of these values.
    pub const fn among(self, values: &'static [Literal]) -> Self {
        FieldRule { values, ..self }
    }
}

/// How well a value fits a branch, the most telling first. Greater is better.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    pub(super) constants: u32,
    pub(super) format: bool,
    pub(super) kind: bool,
    pub(super) keys: u32,
}

impl Reader<'_> {
    /// The number of the branch that the next value belongs to, of those that were not tried; [`NO_BRANCH`] if it fits
    /// none.
    pub(super) fn choose(&mut self, choices: &mut Choices) -> usize {
        let Some(kind) = self.kind() else {
            return NO_BRANCH;
        };
        let start = self.mark();
        let (shape, tried) = (choices.shape, &choices.tried);
        let branch = match kind {
            Kind::Object => self.choose_object(choices),
            Kind::Array => self.choose_array(shape.branches, tried),
            Kind::Null | Kind::Bool | Kind::Integer | Kind::Number | Kind::String => {
                self.choose_scalar(kind, shape.branches, tried)
            }
        };
        self.rewind(start);
        branch
    }

    fn choose_scalar(&mut self, kind: Kind, branches: &[BranchShape], tried: &Bits) -> usize {
        let start = self.mark();
        self.skip();
        let value = Scalar::of(kind, self.since(start));
        best(branches, tried, |_, branch| {
            let fit = value.fit(kind, branch.kinds, branch.values)?;
            let format = match (branch.format, &value) {
                (Some(check), Scalar::Text(text)) if !check(text) => return None,
                (format, _) => format.is_some(),
            };
            Some(Fit { format, ..fit })
        })
    }

    fn choose_array(&mut self, branches: &[BranchShape], tried: &Bits) -> usize {
        self.open_array();
        let first = if self.next_item(0) { self.kind() } else { None };
        best(branches, tried, |_, branch| {
            let fits =
                branch.kinds.has(Kind::Array) && first.is_none_or(|kind| branch.items.has(kind));
            let kind = branch.kinds.names(Kind::Array);
            let keys = first.map_or(0, |kind| u32::from(branch.items.names(kind)));
            fits.then_some(Fit {
                kind,
                keys,
                ..Fit::default()
            })
        })
    }

    fn choose_object(&mut self, choices: &mut Choices) -> usize {
        let index = choices.shape.index();
        if let Some(branch) = self.tagged(index) {
            choices.certain = true;
            return branch;
        }
        let mut course = Course::new(index);
        self.follow(&mut course);
        best(choices.shape.branches, &choices.tried, |number, branch| {
            course.fit(number, branch.kinds)
        })
    }
}

/// The best of the branches that fit and were not tried; of equals, the first.
fn best(
    branches: &[BranchShape],
    tried: &Bits,
    mut judge: impl FnMut(usize, &BranchShape) -> Option<Fit>,
) -> usize {
    let mut best = (NO_BRANCH, Fit::default());
    for (index, branch) in branches.iter().enumerate() {
        if let Some(fit) = judge(index, branch)
            && !tried.has(index)
            && (best.0 == NO_BRANCH || fit > best.1)
        {
            best = (index, fit);
        }
    }
    best.0
}

/// A value as far as it is compared with constants.
pub(super) enum Scalar<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    Text(std::borrow::Cow<'a, str>),
    Other,
}

impl<'a> Scalar<'a> {
    /// A value as it is written.
    pub(super) fn of(kind: Kind, text: &'a str) -> Self {
        match kind {
            Kind::Null => Scalar::Null,
            Kind::Bool => Scalar::Bool(text == "true"),
            Kind::Integer | Kind::Number => Scalar::Number(text),
            Kind::String => Scalar::Text(Reader::new(text).string()),
            Kind::Array | Kind::Object => Scalar::Other,
        }
    }

    pub(super) fn is_one(&self, values: &[Literal]) -> bool {
        values.iter().any(|literal| self.is(*literal))
    }

    fn fit(&self, kind: Kind, kinds: Kinds, values: &[Literal]) -> Option<Fit> {
        if !kinds.has(kind) {
            return None;
        }
        if values.is_empty() {
            return Some(Fit {
                kind: kinds.names(kind),
                ..Fit::default()
            });
        }
        self.is_one(values).then_some(Fit {
            constants: 1,
            kind: true,
            ..Fit::default()
        })
    }

    fn is(&self, literal: Literal) -> bool {
        match (self, literal) {
            (Scalar::Null, Literal::Null) => true,
            (Scalar::Bool(value), Literal::Bool(other)) => *value == other,
            (Scalar::Text(text), Literal::String(other)) => text == other,
            (Scalar::Number(token), Literal::Integer(other)) => match token.parse::<i64>() {
                Ok(value) => value == other,
                Err(_) => same_number(token, &other.to_string()),
            },
            (Scalar::Number(token), Literal::Number(other)) => same_number(token, other),
            _ => false,
        }
    }
}
