//! `Pet`.

use crate::runtime::{self, Extra};

/// The schema `Pet`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `back`.
    pub back: Option<PetBack>,
    /// `belly`.
    pub belly: Option<PetBelly>,
    /// `fur`.
    pub fur: Option<PetFur>,
    /// `tail`.
    pub tail: Option<PetTail>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Pet {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `back`.
    #[inline]
    pub fn with_back(mut self, back: impl Into<PetBack>) -> Self {
        self.back = Some(back.into());
        self
    }

    /// Sets `belly`.
    #[inline]
    pub fn with_belly(mut self, belly: impl Into<PetBelly>) -> Self {
        self.belly = Some(belly.into());
        self
    }

    /// Sets `fur`.
    #[inline]
    pub fn with_fur(mut self, fur: impl Into<PetFur>) -> Self {
        self.fur = Some(fur.into());
        self
    }

    /// Sets `tail`.
    #[inline]
    pub fn with_tail(mut self, tail: impl Into<PetTail>) -> Self {
        self.tail = Some(tail.into());
        self
    }
}

impl runtime::Wire for Pet {
    #[inline]
    fn blank() -> Self {
        Self {
            back: None,
            belly: None,
            fur: None,
            tail: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Pet",
            &[
                runtime::Field::optional("back", "back"),
                runtime::Field::optional("belly", "belly"),
                runtime::Field::optional("fur", "fur"),
                runtime::Field::optional("tail", "tail"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.back,
            1 => &self.belly,
            2 => &self.fur,
            3 => &self.tail,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.back,
            1 => &mut self.belly,
            2 => &mut self.fur,
            3 => &mut self.tail,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Pet, Default);

/// The value of `Pet.back`.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum PetBack {
    /// `red`
    Red,
    /// `green`
    Green,
}

impl PetBack {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Red => "red",
            Self::Green => "green",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "red" => Some(Self::Red),
            "green" => Some(Self::Green),
            _ => None,
        }
    }
}

runtime::closed_text!(PetBack, PetBack::Red);

/// The value of `Pet.belly`.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PetBelly {
    /// `red`
    Rouge,
    /// `green`
    Green,
}

impl PetBelly {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Rouge => "red",
            Self::Green => "green",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "red" => Some(Self::Rouge),
            "green" => Some(Self::Green),
            _ => None,
        }
    }
}

#[allow(non_upper_case_globals)]
impl PetBelly {
    /// The former name of [`Self::Rouge`].
    #[deprecated(note = "renamed to `Rouge`")]
    pub const Red: Self = Self::Rouge;
}

runtime::closed_text!(PetBelly, PetBelly::Rouge, derived);

/// The value of `Pet.fur`.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PetFur {
    /// `long`
    Shaggy,
    /// `short`
    Short,
}

impl PetFur {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Shaggy => "long",
            Self::Short => "short",
        }
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        match text {
            "long" => Some(Self::Shaggy),
            "short" => Some(Self::Short),
            _ => None,
        }
    }
}

#[allow(non_upper_case_globals)]
impl PetFur {
    /// The former name of [`Self::Shaggy`].
    #[deprecated(note = "renamed to `Shaggy`")]
    pub const Long: Self = Self::Shaggy;
}

runtime::closed_text!(PetFur, PetFur::Shaggy, derived);

/// The value of `Pet.tail`, which is like that of `Pet.fur`.
pub type PetTail = PetFur;
