//! Which branches of a union an object may be, key by key. In: the table of a union and the keys of an object; out:
//! what each branch has to say of them. Invariant: each key is looked up once, however many branches there are.

use super::bits::Bits;
use super::json::{self, Kind, Pair, Reader};
use super::union::{BranchShape, Fit, Kinds, Literal, Scalar};
use std::collections::HashMap;

/// What the branches of a union ask of an object, by key.
#[derive(Debug)]
pub(super) struct Index {
    /// The keys, in the order in which the branches first have them.
    keys: Vec<Asked>,
    /// Their numbers, by head and name.
    sorted: Vec<usize>,
    branches: Vec<Wanted>,
    /// The branches that have no other keys.
    closed: Bits,
    /// The values of the discriminator, and their branches.
    tags: Vec<(&'static str, usize)>,
    discriminator: Option<&'static str>,
}

/// What the branches ask of one key.
#[derive(Debug)]
struct Asked {
    name: &'static str,
    /// The branches that may have no such key.
    strangers: Bits,
    /// The kinds that branches ask for; nothing where any kind will do.
    kinds: Vec<(Kinds, Bits)>,
    /// The values that a branch asks for.
    values: Vec<(usize, &'static [Literal])>,
}

/// What one branch asks for, as numbers of keys.
#[derive(Debug)]
struct Wanted {
    keys: Bits,
    required: Bits,
    constants: Bits,
}

/// What was found out on the way through an object.
pub(super) struct Course<'a> {
    index: &'a Index,
    /// The keys that were met.
    seen: Bits,
    /// The branches that it cannot be.
    out: Bits,
}

impl Index {
    pub(super) fn of(
        discriminator: Option<&'static str>,
        branches: &'static [BranchShape],
    ) -> Self {
        let mut keys: Vec<Asked> = Vec::new();
        let mut numbers = HashMap::new();
        for rule in branches.iter().flat_map(|branch| branch.fields) {
            numbers.entry(rule.name).or_insert_with(|| {
                keys.push(Asked::new(rule.name, branches.len()));
                keys.len() - 1
            });
        }
        let mut sorted: Vec<usize> = (0..keys.len()).collect();
        sorted.sort_by_key(|key| keys[*key].place());
        let mut index = Index {
            keys,
            sorted,
            branches: Vec::new(),
            closed: Bits::new(branches.len()),
            tags: Vec::new(),
            discriminator,
        };
        for (branch, shape) in branches.iter().enumerate() {
            let tags = shape.tags.iter().map(|tag| (*tag, branch));
            index.tags.extend(tags);
            index.add(branch, shape, branches.len(), &numbers);
        }
        index
    }

    fn add(
        &mut self,
        branch: usize,
        shape: &'static BranchShape,
        branches: usize,
        numbers: &HashMap<&str, usize>,
    ) {
        let none = || Bits::new(self.keys.len());
        let mut wanted = Wanted {
            keys: none(),
            required: none(),
            constants: none(),
        };
        for rule in shape.fields {
            let Some(&key) = numbers.get(rule.name) else {
                continue;
            };
            wanted.keys.add(key);
            if rule.required {
                wanted.required.add(key);
            }
            let asked = &mut self.keys[key];
            if !rule.values.is_empty() {
                wanted.constants.add(key);
                asked.values.push((branch, rule.values));
            }
            asked.of_kinds(branch, rule.kinds, branches);
        }
        if shape.closed {
            self.closed.add(branch);
            let strange = |(key, _): &(usize, &mut Asked)| !wanted.keys.has(*key);
            for (_, asked) in self.keys.iter_mut().enumerate().filter(strange) {
                asked.strangers.add(branch);
            }
        }
        self.branches.push(wanted);
    }

    /// The number of a key.
    fn find(&self, name: &str) -> Option<usize> {
        let place = (json::head(name), name);
        let found = self
            .sorted
            .binary_search_by(|key| self.keys[*key].place().cmp(&place));
        found.ok().map(|at| self.sorted[at])
    }
}

impl Asked {
    fn new(name: &'static str, branches: usize) -> Self {
        Asked {
            name,
            strangers: Bits::new(branches),
            kinds: Vec::new(),
            values: Vec::new(),
        }
    }

    /// What the keys are sorted by: most are told apart by a number.
    fn place(&self) -> (u64, &'static str) {
        (json::head(self.name), self.name)
    }

    fn of_kinds(&mut self, branch: usize, kinds: Kinds, branches: usize) {
        if kinds == Kinds::ANY {
            return;
        }
        let same = self.kinds.iter_mut().find(|(other, _)| *other == kinds);
        match same {
            Some((_, askers)) => askers.add(branch),
            None => {
                let mut askers = Bits::new(branches);
                askers.add(branch);
                self.kinds.push((kinds, askers));
            }
        }
    }
}

impl<'a> Course<'a> {
    pub(super) fn new(index: &'a Index) -> Self {
        Course {
            index,
            seen: Bits::new(index.keys.len()),
            out: Bits::new(index.branches.len()),
        }
    }

    /// How well the object fits a branch, now that all of its keys were met; `None` if it does not.
    pub(super) fn fit(&self, branch: usize, kinds: Kinds) -> Option<Fit> {
        let wanted = &self.index.branches[branch];
        let fits =
            !self.out.has(branch) && kinds.has(Kind::Object) && self.seen.covers(&wanted.required);
        fits.then(|| Fit {
            constants: self.seen.shared(&wanted.constants),
            format: false,
            kind: kinds.names(Kind::Object),
            keys: self.seen.shared(&wanted.keys),
        })
    }

    #[inline]
    fn meet(&mut self, key: usize, pair: &Pair<'_>) {
        let asked = &self.index.keys[key];
        self.seen.add(key);
        self.out.join(&asked.strangers);
        for (kinds, askers) in &asked.kinds {
            if !kinds.has(pair.kind) {
                self.out.join(askers);
            }
        }
        if !asked.values.is_empty() {
            let value = Scalar::of(pair.kind, pair.value());
            for (branch, values) in &asked.values {
                if !value.is_one(values) {
                    self.out.add(*branch);
                }
            }
        }
    }
}

impl Reader<'_> {
    /// Goes through the object that is next, with all branches at the same time.
    pub(super) fn follow(&mut self, course: &mut Course<'_>) {
        let index = course.index;
        let mut next = 0;
        let mut pairs = self.pairs();
        for pair in &mut pairs {
            // The keys mostly come in the order in which the branches have them.
            let likely = index.keys.get(next);
            let key = match likely.is_some_and(|asked| pair.is(asked.name)) {
                true => Some(next),
                false => index.find(&pair.name()),
            };
            match key {
                Some(key) => {
                    course.meet(key, &pair);
                    next = key + 1;
                }
                None => course.out.join(&index.closed),
            }
        }
        if !pairs.ended {
            // What is wrong with it is said by passing over it.
            self.skip();
        }
    }

    /// The branch that the discriminator of the object that is next names, if it is there and its value is listed.
    pub(super) fn tagged(&self, index: &Index) -> Option<usize> {
        let value = self.text_of(index.discriminator?)?;
        let mut tags = index.tags.iter();
        let found = tags.find(|(tag, _)| *tag == value);
        found.map(|(_, branch)| *branch)
    }
}
