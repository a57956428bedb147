//! `Thing`.

use crate::runtime::{self, Extra, Value};

/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// `Pa`.
    Pa(ThingPa),
    /// `Pb`.
    Pb(ThingPb),
    /// `Pc`.
    Pc(ThingPc),
    /// `Pd`.
    Pd(ThingPd),
    /// `Pe`.
    Pe(ThingPe),
    /// `Pf`.
    Pf(ThingPf),
    /// `Pg`.
    Pg(ThingPg),
    /// `Ph`.
    Ph(ThingPh),
    /// A value that fits none of the others, as it was sent.
    Unknown(Value),
}

impl From<ThingPa> for Thing {
    #[inline]
    fn from(value: ThingPa) -> Self {
        Self::Pa(value)
    }
}

impl From<ThingPb> for Thing {
    #[inline]
    fn from(value: ThingPb) -> Self {
        Self::Pb(value)
    }
}

impl From<ThingPc> for Thing {
    #[inline]
    fn from(value: ThingPc) -> Self {
        Self::Pc(value)
    }
}

impl From<ThingPd> for Thing {
    #[inline]
    fn from(value: ThingPd) -> Self {
        Self::Pd(value)
    }
}

impl From<ThingPe> for Thing {
    #[inline]
    fn from(value: ThingPe) -> Self {
        Self::Pe(value)
    }
}

impl From<ThingPf> for Thing {
    #[inline]
    fn from(value: ThingPf) -> Self {
        Self::Pf(value)
    }
}

impl From<ThingPg> for Thing {
    #[inline]
    fn from(value: ThingPg) -> Self {
        Self::Pg(value)
    }
}

impl From<ThingPh> for Thing {
    #[inline]
    fn from(value: ThingPh) -> Self {
        Self::Ph(value)
    }
}

impl runtime::Wire for Thing {
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
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("pa", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("pb", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("pc", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("pd", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("pe", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("pf", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("pg", runtime::Kinds::STRING),
                    ],
                    ..runtime::BranchShape::ANY
                },
                runtime::BranchShape {
                    kinds: runtime::Kinds::OBJECT,
                    fields: &[
                        runtime::FieldRule::required("ph", runtime::Kinds::STRING),
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
            Self::Pa(value) => value,
            Self::Pb(value) => value,
            Self::Pc(value) => value,
            Self::Pd(value) => value,
            Self::Pe(value) => value,
            Self::Pf(value) => value,
            Self::Pg(value) => value,
            Self::Ph(value) => value,
            Self::Unknown(value) => value,
        }
    }

    #[inline]
    fn read_branch(&mut self, index: usize, r: &mut runtime::Reader<'_>) {
        *self = match index {
            0 => Self::Pa(r.value()),
            1 => Self::Pb(r.value()),
            2 => Self::Pc(r.value()),
            3 => Self::Pd(r.value()),
            4 => Self::Pe(r.value()),
            5 => Self::Pf(r.value()),
            6 => Self::Pg(r.value()),
            7 => Self::Ph(r.value()),
            _ => Self::Unknown(r.value()),
        };
    }
}

runtime::with_serde!(Thing);

/// The value of `Thing.Pa`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingPa {
    /// `pa`.
    pub pa: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingPa {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(pa: impl Into<String>) -> Self {
        Self {
            pa: pa.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingPa {
    #[inline]
    fn blank() -> Self {
        Self {
            pa: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingPa",
            &[runtime::Field::required("pa", "pa")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.pa,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.pa,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingPa);

/// The value of `Thing.Pb`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingPb {
    /// `pb`.
    pub pb: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingPb {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(pb: impl Into<String>) -> Self {
        Self {
            pb: pb.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingPb {
    #[inline]
    fn blank() -> Self {
        Self {
            pb: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingPb",
            &[runtime::Field::required("pb", "pb")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.pb,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.pb,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingPb);

/// The value of `Thing.Pc`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingPc {
    /// `pc`.
    pub pc: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingPc {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(pc: impl Into<String>) -> Self {
        Self {
            pc: pc.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingPc {
    #[inline]
    fn blank() -> Self {
        Self {
            pc: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingPc",
            &[runtime::Field::required("pc", "pc")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.pc,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.pc,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingPc);

/// The value of `Thing.Pd`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingPd {
    /// `pd`.
    pub pd: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingPd {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(pd: impl Into<String>) -> Self {
        Self {
            pd: pd.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingPd {
    #[inline]
    fn blank() -> Self {
        Self {
            pd: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingPd",
            &[runtime::Field::required("pd", "pd")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.pd,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.pd,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingPd);

/// The value of `Thing.Pe`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingPe {
    /// `pe`.
    pub pe: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingPe {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(pe: impl Into<String>) -> Self {
        Self {
            pe: pe.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingPe {
    #[inline]
    fn blank() -> Self {
        Self {
            pe: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingPe",
            &[runtime::Field::required("pe", "pe")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.pe,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.pe,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingPe);

/// The value of `Thing.Pf`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingPf {
    /// `pf`.
    pub pf: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingPf {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(pf: impl Into<String>) -> Self {
        Self {
            pf: pf.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingPf {
    #[inline]
    fn blank() -> Self {
        Self {
            pf: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingPf",
            &[runtime::Field::required("pf", "pf")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.pf,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.pf,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingPf);

/// The value of `Thing.Pg`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingPg {
    /// `pg`.
    pub pg: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingPg {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(pg: impl Into<String>) -> Self {
        Self {
            pg: pg.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingPg {
    #[inline]
    fn blank() -> Self {
        Self {
            pg: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingPg",
            &[runtime::Field::required("pg", "pg")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.pg,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.pg,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingPg);

/// The value of `Thing.Ph`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingPh {
    /// `ph`.
    pub ph: String,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl ThingPh {
    /// One with the properties that must be there.
    #[inline]
    pub fn new(ph: impl Into<String>) -> Self {
        Self {
            ph: ph.into(),
            ..runtime::Wire::blank()
        }
    }
}

impl runtime::Wire for ThingPh {
    #[inline]
    fn blank() -> Self {
        Self {
            ph: runtime::Wire::blank(),
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "ThingPh",
            &[runtime::Field::required("ph", "ph")],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.ph,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.ph,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(ThingPh);
