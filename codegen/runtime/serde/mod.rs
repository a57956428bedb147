//! The traits of serde, for the feature of that name. In: a type that meets JSON already; out: the same JSON in any format
//! that describes itself. Invariant: a type adds two plain calls and no parser; without the feature, nothing at all.

#[cfg(feature = "serde")]
mod read;
#[cfg(feature = "serde")]
mod values;
#[cfg(feature = "serde")]
mod write;

#[cfg(feature = "serde")]
pub use read::deserialize;
#[cfg(feature = "serde")]
pub use write::serialize;

/// `Serialize` and `Deserialize` for what is `Wire`: `with_serde!(Pet)`, and `with_serde!(Tuple<H: Head, R: Wire>)` with parameters.
#[cfg(feature = "serde")]
#[allow(unused_macros)]
macro_rules! with_serde {
    ($name:ident $(<$($parameter:ident: $bound:path),+>)?) => {
        impl $(<$($parameter: $bound + 'static),+>)? ::serde_core::Serialize for $name $(<$($parameter),+>)? {
            #[inline]
            fn serialize<__S: ::serde_core::Serializer>(
                &self,
                serializer: __S,
            ) -> ::std::result::Result<__S::Ok, __S::Error> {
                $crate::runtime::serialize(self, serializer)
            }
        }

        impl<'de $($(, $parameter: $bound + 'static)+)?> ::serde_core::Deserialize<'de>
            for $name $(<$($parameter),+>)?
        {
            #[inline]
            fn deserialize<__D: ::serde_core::Deserializer<'de>>(
                deserializer: __D,
            ) -> ::std::result::Result<Self, __D::Error> {
                let mut value = <Self as $crate::runtime::Wire>::blank();
                match $crate::runtime::deserialize(&mut value, deserializer) {
                    ::std::result::Result::Ok(()) => ::std::result::Result::Ok(value),
                    ::std::result::Result::Err(error) => ::std::result::Result::Err(error),
                }
            }
        }
    };
}

/// Without the feature there is nothing to add.
#[cfg(not(feature = "serde"))]
#[allow(unused_macros)]
macro_rules! with_serde {
    ($($any:tt)*) => {};
}

pub(crate) use with_serde;
