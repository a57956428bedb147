//! Scopes: in, the names that things would like to have; out, names that are theirs alone. Invariant: the first claimant
//! keeps its name, a later one gets a suffix, and the same claims in the same order give the same names.

use crate::ir::Name;
use std::collections::HashMap;

/// A set of names in which each is there once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    taken: HashMap<String, u32>,
    any_case: bool,
}

impl Scope {
    /// A scope in which some names are taken already.
    pub(crate) fn with(reserved: &[&str]) -> Self {
        let mut scope = Self::default();
        for name in reserved {
            scope.reserve(name);
        }
        scope
    }

    /// A scope for the names of files, some of which are the same on disks that do not tell case apart.
    pub(crate) fn any_case(reserved: &[&str]) -> Self {
        let mut scope = Self {
            any_case: true,
            ..Self::default()
        };
        for name in reserved {
            scope.reserve(name);
        }
        scope
    }

    /// Takes a name out of the game.
    pub(crate) fn reserve(&mut self, name: &str) {
        let key = self.key(name);
        self.taken.entry(key).or_insert(1);
    }

    /// Whether a name is still free.
    pub(crate) fn is_free(&self, name: &str) -> bool {
        !self.taken.contains_key(&self.key(name))
    }

    /// A name that was published before, if there is one and it is free.
    pub(crate) fn keep(&mut self, published: Option<&str>) -> Option<String> {
        let name = published.filter(|name| self.is_free(name))?;
        self.reserve(name);
        Some(name.to_owned())
    }

    /// Those of some former names that are free.
    pub(crate) fn keep_all(&mut self, former: &[String]) -> Vec<Name> {
        let kept = former.iter().filter_map(|name| self.keep(Some(name)));
        kept.map(Name).collect()
    }

    /// A name, or if that is taken a second choice, or that with a number. The flag tells whether it is the first.
    pub(crate) fn claim_or(
        &mut self,
        wish: String,
        second: impl FnOnce() -> String,
    ) -> (String, bool) {
        if self.is_free(&wish) {
            self.reserve(&wish);
            return (wish, true);
        }
        let second = second();
        let (name, _) = self.claim(&[second]);
        (name, false)
    }

    /// The first of the wishes that is free, or the first with a number. The flag tells whether it is the first itself.
    pub(crate) fn claim(&mut self, wishes: &[String]) -> (String, bool) {
        for (index, wish) in wishes.iter().enumerate() {
            if self.is_free(wish) {
                self.reserve(wish);
                return (wish.clone(), index == 0);
            }
        }
        let wish = wishes.last().map_or("value", String::as_str);
        (self.numbered(wish), false)
    }

    fn numbered(&mut self, wish: &str) -> String {
        let key = self.key(wish);
        let mut count = self.taken.get(&key).copied().unwrap_or(1);
        loop {
            count += 1;
            let separator = if wish.ends_with(|c: char| c.is_ascii_digit()) {
                "_"
            } else {
                ""
            };
            let name = format!("{wish}{separator}{count}");
            if self.is_free(&name) {
                self.reserve(&name);
                self.taken.insert(key, count);
                return name;
            }
        }
    }

    fn key(&self, name: &str) -> String {
        if self.any_case {
            name.to_lowercase()
        } else {
            name.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Scope;

    #[test]
    fn the_first_claimant_keeps_its_name() {
        let mut scope = Scope::with(&["Client"]);
        let claim = |scope: &mut Scope, name: &str| scope.claim(&[name.to_owned()]).0;
        assert_eq!(claim(&mut scope, "Pet"), "Pet");
        assert_eq!(claim(&mut scope, "Pet"), "Pet2");
        assert_eq!(claim(&mut scope, "Pet"), "Pet3");
        assert_eq!(claim(&mut scope, "Client"), "Client2");
        assert_eq!(claim(&mut scope, "V1"), "V1");
        assert_eq!(claim(&mut scope, "V1"), "V1_2");
    }

    #[test]
    fn file_names_differ_in_more_than_case() {
        let mut scope = Scope::any_case(&["mod", "nul"]);
        assert_eq!(scope.claim(&["pet".into()]).0, "pet");
        assert_eq!(scope.claim(&["Pet".into()]).0, "Pet2");
        assert_eq!(scope.claim(&["nul".into()]).0, "nul2");
    }
}
