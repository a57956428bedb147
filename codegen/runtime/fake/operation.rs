//! What every operation of a server has. In: its names and types; out: the type of what comes, and the method that sets its
//! handler. Invariant: a macro only forwards.

/// `operation!(get_pet, "`GET /pets/{id}`", GetPetReceived, pets::GetPet, json, ROW { id: i64 = read 0, })`
#[allow(unused_macros)]
macro_rules! operation {
    (
        $(#[$meta:meta])*
        $method:ident, $title:literal, $received:ident, $request:path, $say:ident, $row:expr,
        { $($field:ident: $ty:ty = $read:ident $number:literal,)* }
    ) => {
        #[doc = concat!("What comes with ", $title, ".")]
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub struct $received {
            /// The request as it came.
            request: $crate::runtime::fake::Received,
            $(
                #[doc = concat!("`", stringify!($field), "`, as the client has it.")]
                pub $field: $ty,
            )*
        }

        impl $crate::runtime::fake::FromReceived for $received {
            fn from_received(
                received: &$crate::runtime::fake::Received,
            ) -> ::std::result::Result<Self, $crate::runtime::fake::Problem> {
                ::std::result::Result::Ok(Self {
                    $($field: received.$read($number)?,)*
                    request: ::std::clone::Clone::clone(received),
                })
            }
        }

        impl ::std::ops::Deref for $received {
            type Target = $crate::runtime::fake::Received;

            fn deref(&self) -> &Self::Target {
                &self.request
            }
        }

        impl Server {
            #[doc = concat!("Answers ", $title, ".")]
            $(#[$meta])*
            pub fn $method<O>(
                self,
                handler: impl ::std::ops::Fn(&$received) -> O + Send + Sync + 'static,
            ) -> Self
            where
                O: ::std::convert::Into<
                    $crate::runtime::fake::Answer<
                        <$request as $crate::runtime::Operation>::Output,
                        <$request as $crate::runtime::Operation>::Failure,
                    >,
                >,
            {
                self.on(&$row, $crate::runtime::fake::$say, handler)
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use operation;
