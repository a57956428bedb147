//! In: the items of the older crate, and those of them that a change touches. Out: what its items hold and give. Invariant:
//! what is known of an item is what the emitted code says.

use std::collections::HashMap;

use super::link::How;
use super::of::{Core, Of};
use super::surface::{Key, Surface};
use super::tree::Space;

/// The generated crate as a user's code sees it.
pub(super) struct Known<'a> {
    /// The module of the API in it.
    module: &'a str,
    surface: &'a Surface,
    touched: &'a HashMap<Key, How>,
    /// The types, by number.
    owners: Vec<&'a str>,
    numbers: HashMap<&'a str, usize>,
    /// The touched members by name, whatever they belong to.
    members: HashMap<&'a str, Vec<&'a Key>>,
    /// The types of all fields of a name.
    fields: HashMap<&'a str, Of>,
}

impl<'a> Known<'a> {
    pub(super) fn new(
        module: &'a str,
        surface: &'a Surface,
        touched: &'a HashMap<Key, How>,
    ) -> Self {
        let mut owners: Vec<&str> = surface.keys().map(|key| key.owner.as_str()).collect();
        owners.dedup();
        let numbers = owners.iter().enumerate();
        let mut known = Self {
            module,
            surface,
            touched,
            numbers: numbers.map(|(number, name)| (*name, number)).collect(),
            owners,
            members: HashMap::new(),
            fields: HashMap::new(),
        };
        for key in touched.keys() {
            if let Some(member) = &key.member {
                known.members.entry(member).or_default().push(key);
            }
        }
        let mut fields: HashMap<&str, Of> = HashMap::new();
        for (key, seen) in surface {
            if let (Some(member), false) = (&key.member, seen.starts_with("fn ")) {
                let of = known.in_text(&key.owner, seen);
                fields.entry(member).or_insert_with(Of::foreign).add(&of);
            }
        }
        known.fields = fields;
        known
    }

    /// The item that a path inside of the generated crate leads to, and what follows it: `shop::models::Order::new` is
    /// `Order` and `new`.
    pub(super) fn item<'p>(&self, path: &'p [String]) -> Option<(usize, &'p [String])> {
        let (module, rest) = path.split_first()?;
        let numbers = rest.iter().map(|word| self.numbers.get(word.as_str()));
        let at = numbers.clone().position(|number| number.is_some())?;
        let number = numbers.flatten().next()?;
        (module == self.module).then(|| (*number, &rest[at + 1..]))
    }

    /// As what a module or type of the generated crate has something of this name.
    pub(super) fn holds(&self, path: &[String], name: &str) -> Option<Space> {
        let Some((module, rest)) = path.split_first() else {
            return (name == self.module).then_some(Space::Types);
        };
        if module != self.module {
            return None;
        }
        match self.item(path) {
            Some((number, _)) => self.has(number, name).then_some(Space::Values),
            None => {
                let is_module = rest.is_empty() && name.starts_with(char::is_lowercase);
                let is_there = is_module || self.numbers.contains_key(name);
                is_there.then_some(Space::Types)
            }
        }
    }

    /// The name of a type.
    pub(super) fn owner(&self, number: usize) -> &'a str {
        self.owners[number]
    }

    /// Whether a type has a member of this name.
    pub(super) fn has(&self, number: usize, name: &str) -> bool {
        let key = Key::in_(self.owners[number], name);
        self.surface.contains_key(&key)
    }

    /// How a change touches an item, if one does.
    pub(super) fn touched(&self, key: &Key) -> Option<How> {
        self.touched.get(key).copied()
    }

    /// The touched members of this name, whatever they belong to.
    pub(super) fn members(&self, name: &str) -> Vec<Key> {
        let keys = self.members.get(name).into_iter().flatten();
        let keys: Vec<Key> = keys.map(|key| (*key).clone()).collect();
        // The method of the client is what a name of an operation stands for.
        match keys.iter().find(|key| key.owner == "Client") {
            Some(key) => vec![key.clone()],
            None => keys,
        }
    }

    /// The touched ways to make a type from others.
    pub(super) fn made(&self, owner: &str) -> Vec<Key> {
        let keys = self.touched.keys();
        let made = keys.filter(|key| key.owner == owner && key.is_made_from());
        made.cloned().collect()
    }

    /// What a type is: another one, if it is only a name for that.
    pub(super) fn named(&self, number: usize) -> Of {
        let owner = self.owners[number];
        let seen = self.surface.get(&Key::of(owner));
        match seen.and_then(|seen| seen.strip_prefix("type ")) {
            Some(target) => self.in_text(owner, target),
            None => Of::one(Core::Api(number)),
        }
    }

    /// What a member of a type is or gives.
    pub(super) fn member(&self, number: usize, name: &str) -> Option<Of> {
        let owner = self.owners[number];
        let of = |name: &str| self.surface.get(&Key::in_(owner, name));
        let seen = of(name).or_else(|| of(name.strip_suffix("_blocking")?))?;
        let seen = match seen.starts_with("fn ") {
            true => seen.rsplit_once(" -> ").map_or("", |(_, result)| result),
            false => seen,
        };
        Some(self.in_text(owner, seen))
    }

    /// What a request of this name gives, whatever it is called on.
    pub(super) fn operation(&self, method: &str) -> Option<Of> {
        self.member(*self.numbers.get("Client")?, method)
    }

    /// What all fields of a name hold.
    pub(super) fn field(&self, name: &str) -> Option<&Of> {
        self.fields.get(name)
    }

    /// The types that some tokens name.
    fn in_text(&self, owner: &str, tokens: &str) -> Of {
        let mut of = Of::foreign();
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
        let words = tokens
            .split(' ')
            .flat_map(|one| one.split(|letter| !is_part(letter)));
        let mut before = "";
        for word in words.filter(|word| !word.is_empty()) {
            let word = if word == "Self" { owner } else { word };
            match self.numbers.get(word).filter(|_| before != "runtime") {
                Some(number) if word == owner => of.add(&Of::one(Core::Api(*number))),
                Some(number) => of.add(&self.named(*number)),
                None => {}
            }
            before = word;
        }
        of
    }
}
