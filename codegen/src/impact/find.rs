//! In: a path in a module of the user's. Out: where it leads. Invariant: what is named comes before what a glob brings, and a name
//! that is imported from elsewhere leads nowhere.

use super::tree::{At, Holds, Other, Place, Space, Tree};

/// A search, with the names that are looked for on the way, so that those that lead to themselves come to an end.
pub(super) struct Finder<'f> {
    tree: &'f Tree,
    /// As what the last name of a path is meant.
    space: Space,
    holds: Holds<'f>,
    under_way: Vec<(At, String)>,
}

impl<'f> Finder<'f> {
    pub(super) fn new(tree: &'f Tree, space: Space, holds: Holds<'f>) -> Self {
        Self {
            tree,
            space,
            holds,
            under_way: Vec::new(),
        }
    }

    /// Where a path leads that stands in a module.
    pub(super) fn find(&mut self, at: At, words: &[String]) -> Option<Place> {
        let (first, rest) = words.split_first()?;
        let module = &self.tree.modules[at];
        let place = match first.as_str() {
            "crate" => Place::Module(module.root),
            "self" => Place::Module(at),
            "super" => Place::Module(module.parent?),
            "" => {
                let (name, rest) = rest.split_first()?;
                let place = self.other(at, name)?;
                return self.behind(place, rest);
            }
            name => self
                .inside(at, name, rest.is_empty())
                .or_else(|| self.other(at, name))?,
        };
        self.behind(place, rest)
    }

    fn behind(&mut self, place: Place, words: &[String]) -> Option<Place> {
        words
            .iter()
            .enumerate()
            .try_fold(place, |place, (number, word)| {
                let is_last = number + 1 == words.len();
                match (place, word.as_str()) {
                    (Place::Module(at), "super") => self.tree.modules[at].parent.map(Place::Module),
                    (Place::Module(at), "self") => Some(Place::Module(at)),
                    (Place::Module(at), name) => self.inside(at, name, is_last),
                    (Place::Generated(mut names), name) => {
                        names.push(name.to_owned());
                        Some(Place::Generated(names))
                    }
                    (Place::Own(at, item, mut names), name) => {
                        names.push(name.to_owned());
                        Some(Place::Own(at, item, names))
                    }
                }
            })
    }

    /// A name in a module. What comes last is an item sooner than a module of the same name.
    fn inside(&mut self, at: At, name: &str, is_last: bool) -> Option<Place> {
        let module = &self.tree.modules[at];
        let child = module.children.get(name).map(|child| Place::Module(*child));
        if let (Some(child), false) = (&child, is_last) {
            return Some(child.clone());
        }
        if module.items.contains_key(name) {
            return Some(Place::Own(at, name.to_owned(), Vec::new()));
        }
        let searched = (at, name.to_owned());
        if self.under_way.contains(&searched) {
            return child;
        }
        self.under_way.push(searched);
        let found = match module.imports.get(name) {
            Some(path) => self.find(at, path).or(child),
            None => child.or_else(|| {
                let globs = module.globs.iter();
                let found: Vec<_> = globs
                    .filter_map(|glob| {
                        let place = self.find(at, glob)?;
                        self.brought(place, name, is_last)
                    })
                    .collect();
                let fits = found.iter().find(|(_, space)| *space == self.space);
                let (place, _) = fits.or(found.first())?;
                Some(place.clone())
            }),
        };
        self.under_way.pop();
        found
    }

    /// What a glob brings under a name, and as what.
    fn brought(&mut self, place: Place, name: &str, is_last: bool) -> Option<(Place, Space)> {
        match place {
            Place::Module(at) => {
                let found = self.inside(at, name, is_last)?;
                let space = self.space_of(&found);
                Some((found, space))
            }
            Place::Generated(mut names) => {
                let space = (self.holds)(&names, name)?;
                names.push(name.to_owned());
                Some((Place::Generated(names), space))
            }
            Place::Own(at, item, names) => {
                let variants = self.tree.modules[at].items.get(&item)?;
                let has = names.is_empty() && variants.iter().any(|one| one == name);
                has.then(|| (Place::Own(at, item, vec![name.to_owned()]), Space::Values))
            }
        }
    }

    fn space_of(&self, place: &Place) -> Space {
        let space = match place {
            Place::Module(_) => None,
            Place::Generated(names) => names
                .split_last()
                .and_then(|(last, before)| (self.holds)(before, last)),
            Place::Own(_, _, names) => (!names.is_empty()).then_some(Space::Values),
        };
        space.unwrap_or(Space::Types)
    }

    fn other(&self, at: At, name: &str) -> Option<Place> {
        let package = &self.tree.packages[self.tree.modules[at].package];
        match package.others.get(name)? {
            Other::Generated => Some(Place::Generated(Vec::new())),
            Other::Package(number) => {
                let library = self.tree.packages.get(*number)?.library?;
                Some(Place::Module(library))
            }
        }
    }
}
