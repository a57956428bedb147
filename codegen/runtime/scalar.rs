//! The plain types on the wire: truth values, numbers and text. In: one JSON value; out: the same in Rust. Invariant: a
//! number is never rounded to fit; one that does not fit is an error.

use super::json::{Reader, Writer};
use super::wire::Wire;

/// Only `null`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Null;

impl Wire for Null {
    fn blank() -> Self {
        Null
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        if !r.take_null() {
            r.fail("null");
        }
    }

    fn write(&self, w: &mut Writer) {
        w.null();
    }

    fn takes_null() -> bool {
        true
    }
}

/// A text of the document, as the branch of a union.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Constant(pub &'static str);

impl Wire for Constant {
    fn blank() -> Self {
        Constant("")
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        r.constant(self.0, ());
    }

    fn write(&self, w: &mut Writer) {
        w.string(self.0);
    }
}

impl Reader<'_> {
    /// Reads a text that can be only this one, and gives what stands for it.
    pub fn constant<T>(&mut self, text: &str, value: T) -> T {
        if self.string() != text {
            self.fail_last(&format!("the text {text:?}"));
        }
        value
    }
}

impl Wire for bool {
    fn blank() -> Self {
        false
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        *self = r.boolean();
    }

    fn write(&self, w: &mut Writer) {
        w.boolean(*self);
    }
}

impl Wire for String {
    fn blank() -> Self {
        String::new()
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        *self = match r.plain_string() {
            Some(text) => text.to_owned(),
            None => r.any_string().into_owned(),
        };
    }

    fn write(&self, w: &mut Writer) {
        w.string(self);
    }
}

impl Wire for f64 {
    fn blank() -> Self {
        0.0
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        *self = r.float();
    }

    fn write(&self, w: &mut Writer) {
        w.float(*self);
    }
}

impl Wire for f32 {
    fn blank() -> Self {
        0.0
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        *self = r.float32();
    }

    fn write(&self, w: &mut Writer) {
        w.float32(*self);
    }
}

/// Integers that pass through a 64-bit or wider one.
macro_rules! integers {
    ($($name:ident via $read:ident $write:ident $wide:ident)*) => {$(
        impl Wire for $name {
            fn blank() -> Self {
                0
            }

            fn read(&mut self, r: &mut Reader<'_>) {
                match $name::try_from(r.$read(stringify!($name))) {
                    Ok(value) => *self = value,
                    Err(_) => r.fail_last(concat!("a number that fits ", stringify!($name))),
                }
            }

            fn write(&self, w: &mut Writer) {
                w.$write($wide::from(*self));
            }
        }
    )*};
}

integers! {
    i8 via signed integer i64
    i16 via signed integer i64
    i32 via signed integer i64
    i64 via signed integer i64
    i128 via wide wide i128
    u8 via unsigned natural u64
    u16 via unsigned natural u64
    u32 via unsigned natural u64
    u64 via unsigned natural u64
    u128 via widest widest u128
}
