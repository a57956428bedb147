//! In: a path in a module of the user's. Out: where it leads. Invariant: what is named comes before what a glob brings, and a name
//! that is imported from elsewhere leads nowhere.

use std::collections::HashMap;

use super::tree::{At, Holds, Other, Place, Space, Tree};

/// As many modules may lead to each other, one by one.
const MOST_UNDER_WAY: usize = 10_000;

/// What names in modules have turned out to be, so that each is looked for once.
#[derive(Debug, Default)]
pub(super) struct Found(HashMap<Searched, Answer>);

/// A name in a module, and as what it is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Searched {
    at: At,
    name: String,
    is_last: bool,
    space: Space,
}

#[derive(Clone, Debug)]
struct Answer {
    place: Option<Place>,
    /// The outermost search under way that it was found without, by its depth; none, if it holds for good.
    without: Option<usize>,
}

/// A search. A name that leads to itself is nothing there.
pub(super) struct Finder<'f> {
    tree: &'f Tree,
    /// As what the last name of a path is meant.
    space: Space,
    holds: Holds<'f>,
    found: &'f mut Found,
    under_way: usize,
    /// The outermost search under way that what is looked for does without.
    without: Option<usize>,
    /// Answers that hold as long as that search is under way.
    for_now: Vec<Searched>,
}

impl<'f> Finder<'f> {
    pub(super) fn new(
        tree: &'f Tree,
        space: Space,
        holds: Holds<'f>,
        found: &'f mut Found,
    ) -> Self {
        Self {
            tree,
            space,
            holds,
            found,
            under_way: 0,
            without: None,
            for_now: Vec::new(),
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
        let searched = Searched {
            at,
            name: name.to_owned(),
            is_last,
            space: self.space,
        };
        if let Some(answer) = self.found.0.get(&searched) {
            self.without = outermost(self.without, answer.without);
            return answer.place.clone();
        }
        if self.under_way == MOST_UNDER_WAY {
            self.without = outermost(self.without, Some(0));
            return child;
        }
        self.search(searched, child)
    }

    /// Looks for a name behind what a module imports, and keeps the answer.
    fn search(&mut self, searched: Searched, child: Option<Place>) -> Option<Place> {
        let module = &self.tree.modules[searched.at];
        let depth = self.under_way;
        let outer = self.without.take();
        let before = self.for_now.len();
        let nothing_yet = Answer {
            place: child.clone(),
            without: Some(depth),
        };
        self.found.0.insert(searched.clone(), nothing_yet);
        self.under_way += 1;
        let place = match module.imports.get(&searched.name) {
            Some(path) => self.find(searched.at, path).or(child),
            None => child.or_else(|| self.by_globs(&searched)),
        };
        self.under_way -= 1;
        let without = self.without.filter(|outermost| *outermost < depth);
        self.without = outermost(outer, without);
        if without.is_some() {
            self.for_now.push(searched.clone());
        } else {
            self.settle(before, place.is_none());
        }
        let answer = Answer {
            place: place.clone(),
            without,
        };
        self.found.0.insert(searched, answer);
        place
    }

    /// Ends what was found without a search that has come to its end: it holds if nothing was found at all.
    fn settle(&mut self, before: usize, is_nothing: bool) {
        let ended = self.for_now.split_off(before);
        let mut answers = ended.iter().map(|one| self.found.0.get(one));
        let holds = is_nothing && answers.all(|one| one.is_some_and(|one| one.place.is_none()));
        for one in ended {
            match self.found.0.get_mut(&one) {
                Some(answer) if holds => answer.without = None,
                _ => drop(self.found.0.remove(&one)),
            }
        }
    }

    /// What the globs of a module bring: what fits sooner than what does not.
    fn by_globs(&mut self, searched: &Searched) -> Option<Place> {
        let mut first = None;
        for glob in &self.tree.modules[searched.at].globs {
            let place = self.find(searched.at, glob);
            let brought =
                place.and_then(|place| self.brought(place, &searched.name, searched.is_last));
            match brought {
                Some((place, space)) if space == self.space => return Some(place),
                Some((place, _)) => first = first.or(Some(place)),
                None => {}
            }
        }
        first
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

fn outermost(one: Option<usize>, other: Option<usize>) -> Option<usize> {
    one.into_iter().chain(other).min()
}
