//! What a value is made of: the types of the API and of the user that are in it, wherever. Invariant: containers do not
//! count, an `Option<Vec<Order>>` is an `Order`, so that what calls on the way do to a container need not be understood.

/// A type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Core {
    /// Of the API, by its number.
    Api(usize),
    /// Of the user, by its number.
    Own(usize),
    /// A parameter: whatever is given for it.
    Given,
}

/// The types that are in a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Of {
    /// Those that are known.
    pub(super) cores: Vec<Core>,
    /// Whether there may be others.
    pub(super) open: bool,
}

impl Default for Of {
    /// Nobody knows.
    fn default() -> Self {
        Self {
            cores: Vec::new(),
            open: true,
        }
    }
}

impl Of {
    /// Neither of the API nor of the user.
    pub(super) fn foreign() -> Self {
        Self {
            cores: Vec::new(),
            open: false,
        }
    }

    /// One type.
    pub(super) fn one(core: Core) -> Self {
        Self {
            cores: vec![core],
            open: false,
        }
    }

    /// Whether nothing is known of it.
    pub(super) fn is_unknown(&self) -> bool {
        self.open && self.cores.is_empty()
    }

    /// Whether something may be in it that is not known.
    pub(super) fn may_be_more(&self) -> bool {
        self.open || self.cores.contains(&Core::Given)
    }

    /// Adds what is in another.
    pub(super) fn add(&mut self, other: &Of) {
        for core in &other.cores {
            if !self.cores.contains(core) {
                self.cores.push(*core);
            }
        }
        self.open |= other.open;
    }

    /// What is in any of some values; foreign if there are none.
    pub(super) fn all<'o>(several: impl IntoIterator<Item = &'o Of>) -> Self {
        several.into_iter().fold(Self::foreign(), |mut all, one| {
            all.add(one);
            all
        })
    }

    /// What is in values of one type, of which more may be known here than there.
    pub(super) fn same<'o>(several: impl IntoIterator<Item = &'o Of>) -> Self {
        several.into_iter().fold(Self::default(), |mut same, one| {
            same.open &= one.open;
            let open = same.open;
            same.add(one);
            same.open = open;
            same
        })
    }

    /// Without one type.
    pub(super) fn without(&self, core: Core) -> Self {
        Self {
            cores: self
                .cores
                .iter()
                .copied()
                .filter(|one| *one != core)
                .collect(),
            open: self.open,
        }
    }

    /// With what is given for parameters; if that is not known, nobody knows.
    pub(super) fn with(&self, given: &Of) -> Self {
        if !self.cores.contains(&Core::Given) {
            return self.clone();
        }
        let mut of = self.without(Core::Given);
        of.add(given);
        of.open |= given.cores.is_empty();
        of
    }
}
