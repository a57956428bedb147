//! Renames. In: the names by place, and the new ones that are asked for; out: the names as they are from now on, with those that
//! they replace. Invariant: a name that was published stays known until its line is deleted by hand.

use super::Published;
use super::place::{decoded, encoded, owner};
use super::read::is_name;
use crate::source::Origin;

/// What stands behind the place of a former name.
pub(super) const WAS: &str = " was";

/// A new name that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rename {
    /// The place of the item, decoded.
    pub(crate) place: String,
    /// Its new name.
    pub(crate) name: String,
    /// Where that is asked, if it is known.
    pub(crate) at: Option<Origin>,
}

/// What can be renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// A type.
    Type,
    /// The method of an operation.
    Method,
    /// A property of a struct, with its setter.
    Field,
    /// A value of an enum.
    Variant,
    /// The argument or setter of a parameter or a body.
    Parameter,
}

impl Item {
    /// What it is called in messages.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Method => "method",
            Self::Field => "field",
            Self::Variant => "variant",
            Self::Parameter => "parameter",
        }
    }
}

impl Rename {
    /// A place as a file of names writes it, and the name that it gets.
    pub(crate) fn new(place: &str, name: &str, at: Option<Origin>) -> Self {
        Self {
            place: decoded(place),
            name: name.to_owned(),
            at,
        }
    }

    /// The place as a file of names writes it.
    pub(crate) fn shown(&self) -> String {
        encoded(&self.place)
    }

    /// Whether the new name is a word of Rust.
    pub(crate) fn is_word(&self) -> bool {
        is_name(&self.name)
    }
}

impl Published {
    /// Whether something has its name at a place.
    pub(crate) fn is_known(&self, place: &str) -> bool {
        let others = [
            &self.members,
            &self.builders,
            &self.functions,
            &self.modules,
        ];
        others.iter().any(|names| names.contains_key(place))
    }

    /// Another place whose item has a name or had it: of what stands beside it.
    pub(crate) fn holder(&self, item: Item, name: &str, place: &str) -> Option<String> {
        let (names, former) = match item {
            Item::Type => (&self.types, &self.former_types),
            Item::Method => (&self.methods, &self.former_methods),
            Item::Field | Item::Variant | Item::Parameter => (&self.members, &self.former_members),
        };
        let names = names.iter().filter(|(_, known)| *known == name);
        let former = former
            .iter()
            .filter(|(_, known)| known.iter().any(|one| one == name));
        let places = names.map(|(at, _)| at).chain(former.map(|(at, _)| at));
        let owner = match item {
            Item::Type | Item::Method => None,
            Item::Field | Item::Variant | Item::Parameter => owner(place),
        };
        let beside = |at: &str| owner.is_none() || self::owner(at) == owner;
        let places = places.filter(|at| *at != place && beside(at));
        places.min().map(|at| encoded(at))
    }

    /// Gives an item its new name, and keeps the one that it had, which is what comes back.
    pub(crate) fn rename(&mut self, item: Item, rename: &Rename) -> Option<String> {
        let (names, former) = match item {
            Item::Type => (&mut self.types, &mut self.former_types),
            Item::Method => (&mut self.methods, &mut self.former_methods),
            Item::Field | Item::Variant | Item::Parameter => {
                (&mut self.members, &mut self.former_members)
            }
        };
        let before = names.insert(rename.place.clone(), rename.name.clone());
        let before = before.filter(|before| *before != rename.name);
        if let Some(before) = &before {
            let former = former.entry(rename.place.clone()).or_default();
            former.push(before.clone());
        }
        self.settle();
        before
    }

    /// What an item is called now is no former name of it, and each of these is there once.
    pub(super) fn settle(&mut self) {
        for (names, former) in [
            (&self.types, &mut self.former_types),
            (&self.methods, &mut self.former_methods),
            (&self.members, &mut self.former_members),
        ] {
            for (place, list) in former {
                list.sort();
                list.dedup();
                list.retain(|name| names.get(place) != Some(name));
            }
        }
    }
}
