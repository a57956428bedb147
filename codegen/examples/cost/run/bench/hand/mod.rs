//! What somebody would write by hand for the same bodies. In: bodies; out: structs with serde's derives. Invariant: the
//! same properties as the generated types, without what those have beyond: unknown keys and unknown values are not kept.

#![allow(dead_code)]

pub(crate) mod exavault;
pub(crate) mod forge;
pub(crate) mod payments;
pub(crate) mod snaplogic;
pub(crate) mod thousandeyes;
pub(crate) mod tiledb;
