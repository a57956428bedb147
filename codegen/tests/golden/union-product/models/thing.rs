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
    fn from(value: ThingPa) -> Self {
        Self::Pa(value)
    }
}

impl From<ThingPb> for Thing {
    fn from(value: ThingPb) -> Self {
        Self::Pb(value)
    }
}

impl From<ThingPc> for Thing {
    fn from(value: ThingPc) -> Self {
        Self::Pc(value)
    }
}

impl From<ThingPd> for Thing {
    fn from(value: ThingPd) -> Self {
        Self::Pd(value)
    }
}

impl From<ThingPe> for Thing {
    fn from(value: ThingPe) -> Self {
        Self::Pe(value)
    }
}

impl From<ThingPf> for Thing {
    fn from(value: ThingPf) -> Self {
        Self::Pf(value)
    }
}

impl From<ThingPg> for Thing {
    fn from(value: ThingPg) -> Self {
        Self::Pg(value)
    }
}

impl From<ThingPh> for Thing {
    fn from(value: ThingPh) -> Self {
        Self::Ph(value)
    }
}

impl runtime::Wire for Thing {
    fn blank() -> Self {
        Self::Unknown(runtime::Value::Null)
    }
    fn read(&mut self, r: &mut runtime::Reader<'_>) {
        static SHAPE: runtime::UnionShape = runtime::UnionShape {
            discriminator: None,
            branches: &[
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
        };
        let mut choices = r.choices(&SHAPE);
        while let Some(branch) = r.next_choice(&mut choices) {
            *self = match branch {
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
    fn write(&self, w: &mut runtime::Writer) {
        match self {
            Self::Pa(value) => runtime::Wire::write(value, w),
            Self::Pb(value) => runtime::Wire::write(value, w),
            Self::Pc(value) => runtime::Wire::write(value, w),
            Self::Pd(value) => runtime::Wire::write(value, w),
            Self::Pe(value) => runtime::Wire::write(value, w),
            Self::Pf(value) => runtime::Wire::write(value, w),
            Self::Pg(value) => runtime::Wire::write(value, w),
            Self::Ph(value) => runtime::Wire::write(value, w),
            Self::Unknown(value) => runtime::Wire::write(value, w),
        }
    }
}

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
    pub fn new(pa: impl Into<String>) -> Self {
        Self {
            pa: pa.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            pa: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingPa {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingPa",
            fields: &[runtime::Field::required("pa", "pa")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.pa
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.pa
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingPa, ThingPa::blank);

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
    pub fn new(pb: impl Into<String>) -> Self {
        Self {
            pb: pb.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            pb: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingPb {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingPb",
            fields: &[runtime::Field::required("pb", "pb")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.pb
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.pb
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingPb, ThingPb::blank);

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
    pub fn new(pc: impl Into<String>) -> Self {
        Self {
            pc: pc.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            pc: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingPc {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingPc",
            fields: &[runtime::Field::required("pc", "pc")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.pc
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.pc
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingPc, ThingPc::blank);

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
    pub fn new(pd: impl Into<String>) -> Self {
        Self {
            pd: pd.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            pd: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingPd {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingPd",
            fields: &[runtime::Field::required("pd", "pd")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.pd
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.pd
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingPd, ThingPd::blank);

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
    pub fn new(pe: impl Into<String>) -> Self {
        Self {
            pe: pe.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            pe: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingPe {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingPe",
            fields: &[runtime::Field::required("pe", "pe")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.pe
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.pe
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingPe, ThingPe::blank);

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
    pub fn new(pf: impl Into<String>) -> Self {
        Self {
            pf: pf.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            pf: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingPf {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingPf",
            fields: &[runtime::Field::required("pf", "pf")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.pf
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.pf
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingPf, ThingPf::blank);

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
    pub fn new(pg: impl Into<String>) -> Self {
        Self {
            pg: pg.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            pg: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingPg {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingPg",
            fields: &[runtime::Field::required("pg", "pg")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.pg
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.pg
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingPg, ThingPg::blank);

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
    pub fn new(ph: impl Into<String>) -> Self {
        Self {
            ph: ph.into(),
            ..Self::blank()
        }
    }
    fn blank() -> Self {
        Self {
            ph: runtime::Wire::blank(),
            additional_properties: Default::default(),
        }
    }
}

impl runtime::Object for ThingPh {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "ThingPh",
            fields: &[runtime::Field::required("ph", "ph")],
        };
        &SHAPE
    }
    fn slot(&self, _index: usize) -> &dyn runtime::Wire {
        &self.ph
    }
    fn slot_mut(&mut self, _index: usize) -> &mut dyn runtime::Wire {
        &mut self.ph
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(ThingPh, ThingPh::blank);
