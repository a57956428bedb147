//! Decisions out of bytes. In: bytes from a fuzzer; out: numbers below a bound. Invariant: when the bytes are used up
//! every decision is 0, so that fewer bytes make a smaller document.

/// Bytes that are still to be used.
pub(crate) struct Choices<'a> {
    bytes: &'a [u8],
}

impl<'a> Choices<'a> {
    /// Decisions out of these bytes.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// Whether nothing is left to decide.
    pub(crate) fn is_done(&self) -> bool {
        self.bytes.is_empty()
    }

    /// A number below a bound; 0 if there is none below.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let wide = if bound > 256 { 2 } else { 1 };
        let mut number = 0;
        for _ in 0..wide {
            number = number * 256 + self.byte();
        }
        number.checked_rem(bound).unwrap_or(0)
    }

    /// One of these; there must be one.
    pub(crate) fn of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }

    /// True about once in so many times.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times
    }

    fn byte(&mut self) -> usize {
        match self.bytes.split_first() {
            Some((first, rest)) => {
                self.bytes = rest;
                usize::from(*first)
            }
            None => 0,
        }
    }
}
