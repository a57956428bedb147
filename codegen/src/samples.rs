//! The example values that a document carries, each with the type that reads it. Invariant: nothing is invented, every
//! value stands in the document at the place given.

use crate::ir::Type;
use crate::source::Origin;
use serde_json::Value;

/// One example value.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The schema it belongs to, or the parameter, header or media type object around that schema.
    pub at: Origin,
    /// The type that reads it.
    pub ty: Type,
    /// The value.
    pub value: Value,
}
