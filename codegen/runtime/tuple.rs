//! Arrays whose items differ by position. In: an array; out: a tuple, and what follows it. Invariant: each place
//! of the tuple is there; an array with fewer items is an error.

use super::json::{Mark, Reader, Value, Writer};
use super::wire::Wire;

/// A tuple followed by further items of one type.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tuple<H, R = Value> {
    /// The items with a place of their own.
    pub head: H,
    /// What follows them.
    pub rest: Vec<R>,
}

/// The items with a place of their own: a Rust tuple.
pub trait Head {
    /// How many there are.
    const LENGTH: usize;

    /// Placeholders.
    fn blank_items() -> Self
    where
        Self: Sized;

    /// Reads them from an array that was begun; `start` is where it begins.
    fn read_items(&mut self, start: Mark, r: &mut Reader<'_>);

    /// Writes them into an array that was begun.
    fn write_items(&self, w: &mut Writer);

    // [check]
    /// Checks them against the bounds of their types.
    fn check_items(&self, c: &mut super::bounds::Checker);
    // [end]
}

macro_rules! tuples {
    ($($count:literal: $($name:ident $index:tt)+;)*) => {$(
        impl<$($name: Wire),+> Head for ($($name,)+) {
            const LENGTH: usize = $count;

            fn blank_items() -> Self {
                ($($name::blank(),)+)
            }

            fn read_items(&mut self, start: Mark, r: &mut Reader<'_>) {
                let items: [&mut dyn Wire; $count] = [$(&mut self.$index),+];
                for (index, item) in items.into_iter().enumerate() {
                    if !r.next_item(index) {
                        r.rewind(start);
                        return r.fail(concat!("an array of at least ", $count, " items"));
                    }
                    item.read(r);
                }
            }

            fn write_items(&self, w: &mut Writer) {
                let items: [&dyn Wire; $count] = [$(&self.$index),+];
                for item in items {
                    w.item();
                    item.write(w);
                }
            }

            // [check]
            fn check_items(&self, c: &mut super::bounds::Checker) {
                let items: [&dyn Wire; $count] = [$(&self.$index),+];
                for (index, item) in items.into_iter().enumerate() {
                    c.index(index, item, &super::bounds::Bounds::NONE);
                }
            }
            // [end]
        }

        impl<$($name: Wire),+> Wire for ($($name,)+) {
            fn blank() -> Self {
                Self::blank_items()
            }

            fn read(&mut self, r: &mut Reader<'_>) {
                let start = r.mark();
                if r.open_array() {
                    self.read_items(start, r);
                    let mut index = $count;
                    while r.next_item(index) {
                        r.skip();
                        index += 1;
                    }
                }
            }

            fn write(&self, w: &mut Writer) {
                w.open_array();
                self.write_items(w);
                w.close_array();
            }

            // [check]
            fn check(&self, bounds: &'static super::bounds::Bounds, c: &mut super::bounds::Checker) {
                c.apply(bounds, &|w| self.write(w));
                self.check_items(c);
            }
            // [end]
        }
    )*};
}

tuples! {
    1: A 0;
    2: A 0 B 1;
    3: A 0 B 1 C 2;
    4: A 0 B 1 C 2 D 3;
    5: A 0 B 1 C 2 D 3 E 4;
    6: A 0 B 1 C 2 D 3 E 4 F 5;
    7: A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    8: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
}

impl<H: Head + 'static, R: Wire> Wire for Tuple<H, R> {
    fn blank() -> Self {
        Tuple {
            head: H::blank_items(),
            rest: Vec::new(),
        }
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        self.rest.clear();
        let start = r.mark();
        if r.open_array() {
            self.head.read_items(start, r);
            let head = H::LENGTH;
            while r.next_item(head + self.rest.len()) {
                self.rest.push(r.value());
            }
        }
    }

    fn write(&self, w: &mut Writer) {
        w.open_array();
        self.head.write_items(w);
        for item in &self.rest {
            w.item();
            item.write(w);
        }
        w.close_array();
    }

    // [check]
    fn check(&self, bounds: &'static super::bounds::Bounds, c: &mut super::bounds::Checker) {
        c.apply(bounds, &|w| self.write(w));
        self.head.check_items(c);
        for (index, item) in self.rest.iter().enumerate() {
            c.index(H::LENGTH + index, item, bounds.inner());
        }
    }
    // [end]
}
