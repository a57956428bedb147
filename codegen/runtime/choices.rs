//! Reading a union, a branch after the other. In: the table of the union, and the reader before a value; out: the number
//! of the branch to read. Invariant: the best branch is read first, and another one only where that one turns out not to
//! hold the value after all; what the discriminator names stands, and text that is no JSON is an error at once.

use super::bits::Bits;
use super::json::{Mark, Reader};
use super::union::{NO_BRANCH, UnionShape};
use super::wire::Wire;

/// The way through the branches of a union.
#[derive(Debug)]
pub(super) struct Choices {
    pub(super) shape: &'static UnionShape,
    /// The branches that were read in vain.
    pub(super) tried: Bits,
    /// Whether the discriminator named the branch.
    pub(super) certain: bool,
    start: Mark,
    last: Option<usize>,
}

impl Reader<'_> {
    /// Reads a union: as the branch that fits best, or as none of them.
    pub(super) fn union(&mut self, target: &mut dyn Wire, shape: &'static UnionShape) {
        let mut choices = self.choices(shape);
        while let Some(branch) = self.next_choice(&mut choices) {
            target.read_branch(branch, self);
        }
    }

    /// Begins to read a union. [`Reader::next_choice`] goes through its branches.
    fn choices(&self, shape: &'static UnionShape) -> Choices {
        Choices {
            shape,
            tried: Bits::new(shape.branches.len()),
            certain: false,
            start: self.mark(),
            last: None,
        }
    }

    /// The number of the branch to read the next value as, or one beyond the last if it fits none. `None` once it was
    /// read, be it in vain.
    fn next_choice(&mut self, choices: &mut Choices) -> Option<usize> {
        let over = match choices.last {
            None => false,
            Some(NO_BRANCH) => true,
            Some(branch) => {
                choices.tried.add(branch);
                !self.failed() || choices.certain || !self.retry(choices.start)
            }
        };
        if over {
            return None;
        }
        let branch = if self.failed() {
            NO_BRANCH
        } else {
            self.choose(choices)
        };
        choices.last = Some(branch);
        Some(branch)
    }
}
