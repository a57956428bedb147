//! The value types of the runtime that stand in models. In: the types; out: their `Serialize` and `Deserialize`.
//! Invariant: each is what it is on the wire.

use super::super::extra::Extra;
use super::super::formatted::Formatted;
use super::super::scalar::Null;
use super::with_serde;

/// Anything: a format is only looked at on request.
pub trait Any {}

impl<T> Any for T {}

// [base64]
mod base64 {
    use super::super::super::format_base64::Base64;
    use super::super::super::formatted::{Formatted, TextFormat};
    use ::serde_core::{Deserialize, Deserializer, Serialize, Serializer, de};

    impl Serialize for Base64 {
        #[inline]
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(&self.print())
        }
    }

    impl<'de> Deserialize<'de> for Base64 {
        #[inline]
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let text = Formatted::<Base64>::deserialize(deserializer)?;
            text.get().map_err(de::Error::custom)
        }
    }
}
// [end]
// [tuple]
mod tuple {
    use super::super::super::tuple::{Head, Tuple};
    use super::super::super::wire::Wire;
    use super::super::with_serde;

    with_serde!(Tuple<H: Head, R: Wire>);
}
// [end]

with_serde!(Null);
with_serde!(Extra);
with_serde!(Formatted<T: Any>);
