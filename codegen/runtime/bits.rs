//! A set of small numbers. In: numbers below the count that it was made for; out: which of them it has. Invariant: a set of
//! up to 64 numbers allocates nothing.

/// How many numbers need no allocation.
const FEW: usize = u64::BITS as usize;

/// Which of some numbers are meant.
#[derive(Clone, Debug, Default)]
pub(super) struct Bits {
    first: u64,
    rest: Vec<u64>,
}

impl Bits {
    /// None of the numbers below `count`.
    pub(super) fn new(count: usize) -> Self {
        Bits {
            first: 0,
            rest: vec![0; count.saturating_sub(FEW).div_ceil(64)],
        }
    }

    #[inline]
    pub(super) fn add(&mut self, number: usize) {
        match number.checked_sub(FEW) {
            None => self.first |= 1 << number,
            Some(number) => {
                if let Some(word) = self.rest.get_mut(number / 64) {
                    *word |= 1 << (number % 64);
                }
            }
        }
    }

    #[inline]
    pub(super) fn has(&self, number: usize) -> bool {
        match number.checked_sub(FEW) {
            None => self.first & (1 << number) != 0,
            Some(number) => {
                let word = self.rest.get(number / 64);
                word.is_some_and(|word| word & (1 << (number % 64)) != 0)
            }
        }
    }

    /// Whether it has all numbers below `count`, as far as that can be told at once.
    #[inline]
    pub(super) fn is_all_of(&self, count: usize) -> bool {
        (1..=FEW).contains(&count) && self.first == u64::MAX >> (FEW - count)
    }

    /// Takes the numbers of another set in.
    #[inline]
    pub(super) fn join(&mut self, other: &Bits) {
        self.first |= other.first;
        for (word, more) in self.rest.iter_mut().zip(&other.rest) {
            *word |= more;
        }
    }

    /// How many numbers are in both.
    #[inline]
    pub(super) fn shared(&self, other: &Bits) -> u32 {
        let rest = self.rest.iter().zip(&other.rest);
        let rest: u32 = rest.map(|(a, b)| (a & b).count_ones()).sum();
        (self.first & other.first).count_ones() + rest
    }

    /// Whether all of another set is in this one.
    #[inline]
    pub(super) fn covers(&self, other: &Bits) -> bool {
        let mut rest = self.rest.iter().zip(&other.rest);
        other.first & !self.first == 0 && rest.all(|(a, b)| b & !a == 0)
    }
}
