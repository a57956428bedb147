//! What many emitted types share and cannot inherit. In: the name of a type that has the telling part already; out: the
//! impls that follow from it. Invariant: a macro only forwards; whatever decides something is written out beside the type.

#![allow(unused_macros)]

/// What a struct has beside its table: `object!(Pet)`, and `object!(Pet, Default)` where `new` needs nothing.
macro_rules! object {
    ($name:ident, Default) => {
        $crate::runtime::object!($name);

        impl ::std::default::Default for $name {
            #[inline]
            fn default() -> Self {
                Self::new()
            }
        }
    };
    ($name:ident) => {
        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::runtime::debug_wire(self, f)
            }
        }

        $crate::runtime::with_serde!($name);
    };
}

/// What an enum of texts has beside `as_str` and `From<&str>`: `open_text!(PetState)`, or `open_text!(PetState, derived)`
/// where its equality is derived.
macro_rules! open_text {
    ($name:ident $(, $derived:ident)?) => {
        $crate::runtime::text!($name $(, $derived)?);

        impl $crate::runtime::Wire for $name {
            #[inline]
            fn blank() -> Self {
                Self::from("")
            }

            #[inline]
            fn read(&mut self, r: &mut $crate::runtime::Reader<'_>) {
                *self = Self::from(&*r.string());
                #[cfg(feature = "drift")]
                r.note_unlisted(self, &Self::from($crate::runtime::UNLISTED));
            }

            #[inline]
            fn write(&self, w: &mut $crate::runtime::Writer) {
                w.string(self.as_str());
            }
        }
    };
}

/// What an enum of texts that is complete has beside `as_str` and `known`: `closed_text!(Order, Order::Ascending)`, where
/// the second is a placeholder; with `derived` behind it where its equality is.
macro_rules! closed_text {
    ($name:ident, $blank:path $(, $derived:ident)?) => {
        $crate::runtime::text!($name $(, $derived)?);

        impl ::std::str::FromStr for $name {
            type Err = $crate::runtime::UnknownValue;

            #[inline]
            fn from_str(text: &str) -> ::std::result::Result<Self, $crate::runtime::UnknownValue> {
                $crate::runtime::known(Self::known(text), stringify!($name), &text)
            }
        }

        impl $crate::runtime::Wire for $name {
            #[inline]
            fn blank() -> Self {
                $blank
            }

            #[inline]
            fn read(&mut self, r: &mut $crate::runtime::Reader<'_>) {
                let value = Self::known(&r.string());
                r.known(self, value, stringify!($name));
            }

            #[inline]
            fn write(&self, w: &mut $crate::runtime::Writer) {
                w.string(self.as_str());
            }
        }
    };
}

/// What an enum of texts is beside an open or closed one: equal, ordered and shown as its text on the wire.
macro_rules! text {
    ($name:ident) => {
        $crate::runtime::text!($name, derived);

        impl ::std::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl ::std::cmp::Eq for $name {}
    };
    ($name:ident, derived) => {
        $crate::runtime::with_serde!($name);

        impl ::std::hash::Hash for $name {
            #[inline]
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                ::std::hash::Hash::hash(self.as_str(), state);
            }
        }

        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Debug::fmt(self.as_str(), f)
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

/// What an enum has beside that to be the key of a map: `key!(PetState, |text| Some(PetState::from(text)))`.
macro_rules! key {
    ($name:ident, $from:expr) => {
        impl ::std::cmp::Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
                self.as_str().cmp(other.as_str())
            }
        }

        impl ::std::cmp::PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::std::option::Option<::std::cmp::Ordering> {
                ::std::option::Option::Some(self.cmp(other))
            }
        }

        impl $crate::runtime::Key for $name {
            #[inline]
            fn from_key(text: &str) -> ::std::option::Option<Self> {
                let from: fn(&str) -> ::std::option::Option<Self> = $from;
                from(text)
            }

            #[inline]
            fn to_key(&self) -> ::std::borrow::Cow<'_, str> {
                ::std::borrow::Cow::Borrowed(self.as_str())
            }
        }
    };
}

/// What an enum of whole numbers has beside `as_i64` and `From<i64>`: `open_number!(Level)`.
macro_rules! open_number {
    ($name:ident) => {
        $crate::runtime::number!($name);

        impl $crate::runtime::Wire for $name {
            #[inline]
            fn blank() -> Self {
                Self::from(0)
            }

            #[inline]
            fn read(&mut self, r: &mut $crate::runtime::Reader<'_>) {
                *self = Self::from(r.signed("an integer"));
                #[cfg(feature = "drift")]
                r.note_unlisted(self, &Self::from($crate::runtime::UNLISTED_NUMBER));
            }

            #[inline]
            fn write(&self, w: &mut $crate::runtime::Writer) {
                w.integer(self.as_i64());
            }
        }
    };
}

/// What an enum of whole numbers that is complete has beside `as_i64` and `known`: `closed_number!(Level, Level::Low)`.
macro_rules! closed_number {
    ($name:ident, $blank:path) => {
        $crate::runtime::number!($name);

        impl ::std::convert::TryFrom<i64> for $name {
            type Error = $crate::runtime::UnknownValue;

            #[inline]
            fn try_from(number: i64) -> ::std::result::Result<Self, $crate::runtime::UnknownValue> {
                $crate::runtime::known(Self::known(number), stringify!($name), &number)
            }
        }

        impl $crate::runtime::Wire for $name {
            #[inline]
            fn blank() -> Self {
                $blank
            }

            #[inline]
            fn read(&mut self, r: &mut $crate::runtime::Reader<'_>) {
                let value = Self::known(r.signed("an integer"));
                r.known(self, value, stringify!($name));
            }

            #[inline]
            fn write(&self, w: &mut $crate::runtime::Writer) {
                w.integer(self.as_i64());
            }
        }
    };
}

/// `Display` for what has `as_i64`.
macro_rules! number {
    ($name:ident) => {
        $crate::runtime::with_serde!($name);

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.as_i64(), f)
            }
        }
    };
}

/// What an enum of any values has beside `to_value`, `known` and `From<Value>`: `open_value!(Limit)`.
macro_rules! open_value {
    ($name:ident) => {
        $crate::runtime::with_serde!($name);

        impl $crate::runtime::Wire for $name {
            #[inline]
            fn blank() -> Self {
                Self::from($crate::runtime::Value::Null)
            }

            #[inline]
            fn read(&mut self, r: &mut $crate::runtime::Reader<'_>) {
                *self = Self::from(r.value::<$crate::runtime::Value>());
                #[cfg(feature = "drift")]
                r.note_unlisted(
                    self,
                    &Self::from($crate::runtime::Value::from($crate::runtime::UNLISTED)),
                );
            }

            #[inline]
            fn write(&self, w: &mut $crate::runtime::Writer) {
                $crate::runtime::Wire::write(&self.to_value(), w);
            }
        }
    };
}

/// What an enum of any values that is complete has beside `to_value` and `known`: `closed_value!(Limit, Limit::None)`.
macro_rules! closed_value {
    ($name:ident, $blank:path) => {
        $crate::runtime::with_serde!($name);

        impl $crate::runtime::Wire for $name {
            #[inline]
            fn blank() -> Self {
                $blank
            }

            #[inline]
            fn read(&mut self, r: &mut $crate::runtime::Reader<'_>) {
                let value = Self::known(&r.value());
                r.known(self, value, stringify!($name));
            }

            #[inline]
            fn write(&self, w: &mut $crate::runtime::Writer) {
                $crate::runtime::Wire::write(&self.to_value(), w);
            }
        }
    };
}

/// `Wire` for a wrapper of one field, and the bounds of that field where there are any.
macro_rules! wrapper {
    ($name:ident $(, $bounds:expr)?) => {
        $crate::runtime::with_serde!($name);

        impl $crate::runtime::Wire for $name {
            #[inline]
            fn blank() -> Self {
                Self($crate::runtime::Wire::blank())
            }

            #[inline]
            fn read(&mut self, r: &mut $crate::runtime::Reader<'_>) {
                $crate::runtime::Wire::read(&mut self.0, r);
            }

            #[inline]
            fn write(&self, w: &mut $crate::runtime::Writer) {
                $crate::runtime::Wire::write(&self.0, w);
            }

            // [check]
            #[inline]
            fn check(
                &self,
                bounds: &'static $crate::runtime::Bounds,
                c: &mut $crate::runtime::Checker,
            ) {
                let own = [$($bounds,)? &$crate::runtime::Bounds::NONE][0];
                c.apply(bounds, &|w| $crate::runtime::Wire::write(self, w));
                $crate::runtime::Wire::check(&self.0, own, c);
            }
            // [end]

            #[inline]
            fn takes_null() -> bool {
                fn of<T: $crate::runtime::Wire>(_: fn(&$name) -> &T) -> bool {
                    T::takes_null()
                }
                of(|wrapper| &wrapper.0)
            }
        }

        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::runtime::debug_wire(&self.0, f)
            }
        }
    };
}

/// What a request has beside its setters and `send`: `request!(GetPet, GetPetError)`.
macro_rules! request {
    ($name:ident, $failure:ident) => {
        impl $name {
            /// Sends the request and waits for the response.
            ///
            /// # Errors
            ///
            /// When it cannot be sent, or the server answers with an error.
            #[cfg(feature = "blocking")]
            #[inline]
            pub fn send_blocking(self) -> $crate::runtime::Outcome<Self> {
                self.call.send_blocking::<Self>()
            }

            /// Changes what the document has no word for: further headers, a timeout, another base URL.
            pub fn customize(mut self, change: impl FnOnce(&mut $crate::runtime::Call)) -> Self {
                change(&mut self.call);
                self
            }

            /// The request, to be sent by other means.
            ///
            /// # Errors
            ///
            /// When a parameter cannot be written, or credentials are missing.
            #[inline]
            pub fn into_request(
                self,
            ) -> ::std::result::Result<
                ::http::Request<$crate::runtime::Body>,
                $crate::runtime::Error<$failure>,
            > {
                self.call.into_request()
            }
        }
    };
}

// Which of them an API uses depends on the API.
#[allow(unused_imports)]
pub(crate) use {
    closed_number, closed_text, closed_value, key, number, object, open_number, open_text,
    open_value, request, text, wrapper,
};

// [paging]
/// The ways through all pages of a request: `pages!(ListPets)`.
macro_rules! pages {
    ($name:ident) => {
        impl $name {
            /// The items of all pages, one after the other.
            #[inline]
            pub fn items(self) -> $crate::runtime::Items<Self> {
                $crate::runtime::Items::new(self.call)
            }

            /// All pages, one after the other.
            #[inline]
            pub fn pages(self) -> $crate::runtime::Pages<Self> {
                $crate::runtime::Pages::new(self.call)
            }

            /// The items of all pages, one after the other.
            #[cfg(feature = "blocking")]
            #[inline]
            pub fn items_blocking(self) -> $crate::runtime::ItemsBlocking<Self> {
                $crate::runtime::ItemsBlocking::new(self.call)
            }

            /// All pages, one after the other.
            #[cfg(feature = "blocking")]
            #[inline]
            pub fn pages_blocking(self) -> $crate::runtime::PagesBlocking<Self> {
                $crate::runtime::PagesBlocking::new(self.call)
            }
        }
    };
}
pub(crate) use pages;
// [end]
