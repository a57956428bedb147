//! Names of the IR → Rust identifiers. In: `ir::Name`; out: `Ident`s, raw where the name is a keyword of any edition.
//! Invariant: the only place of `emit` that makes identifiers out of names, and the scopes they are claimed from.

use crate::ir;
use crate::tokens::Ident;
use std::collections::HashSet;

/// Keywords of all editions, reserved ones included.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// The identifier of a name.
pub(crate) fn ident(name: &ir::Name) -> Ident {
    of(&name.0)
}

/// The identifier of a word that is a valid name.
pub(crate) fn of(word: &str) -> Ident {
    if is_keyword(word) {
        Ident::new_raw(word)
    } else {
        Ident::new(word)
    }
}

/// Longer words need not be looked up.
const LONGEST_KEYWORD: usize = 8;

/// Whether a word can only be a raw identifier.
pub(crate) fn is_keyword(word: &str) -> bool {
    word.len() <= LONGEST_KEYWORD && KEYWORDS.binary_search(&word).is_ok()
}

/// `with_` before a name.
pub(crate) fn with(name: &ir::Name, scope: &mut Scope) -> Ident {
    of(&scope.claim(&ir::joined("with", &name.0), "_property"))
}

/// The static of an operation: its method's name in capitals. Two underscores, which no name has, keep it apart where
/// that would be another name: `API`, or that of an argument in letters without case.
pub(crate) fn constant(name: &ir::Name) -> Ident {
    let word = &name.0;
    let cased = word.contains(|c: char| c.is_ascii_lowercase());
    if word.is_ascii() && cased && word != "api" {
        return of(&word.to_uppercase());
    }
    of(&format!("{}__", capitals(word)))
}

/// A name in capitals, its letters beyond ASCII spelled by their numbers.
pub(crate) fn capitals(word: &str) -> String {
    let mut spelled = String::with_capacity(word.len());
    for c in word.chars() {
        match c.is_ascii() {
            true => spelled.push(c.to_ascii_uppercase()),
            false => spelled.push_str(&format!("U{:X}", u32::from(c))),
        }
    }
    spelled
}

/// Names that are taken in one place. The first claimant keeps its name, the next gets a suffix.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    taken: HashSet<String>,
}

impl Scope {
    /// A scope in which these are taken.
    pub(crate) fn with(reserved: &[&str]) -> Self {
        Self {
            taken: reserved.iter().map(|word| (*word).to_owned()).collect(),
        }
    }

    /// Takes a name; `false` where it is taken.
    pub(crate) fn take(&mut self, name: &str) -> bool {
        self.taken.insert(name.to_owned())
    }

    /// The name, or the first free one made from it.
    pub(crate) fn claim(&mut self, name: &str, suffix: &str) -> String {
        let mut free = name.to_owned();
        let mut round = 1u32;
        while !self.taken.insert(free.clone()) {
            free = if round == 1 {
                format!("{name}{suffix}")
            } else {
                format!("{name}{suffix}{round}")
            };
            round += 1;
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::{KEYWORDS, Scope, of};

    #[test]
    fn keywords_are_sorted_and_raw() {
        assert!(KEYWORDS.is_sorted());
        let longest = KEYWORDS.iter().map(|word| word.len()).max();
        assert_eq!(longest, Some(super::LONGEST_KEYWORD));
        assert_eq!(of("type").to_string(), "r#type");
        assert_eq!(of("kind").to_string(), "kind");
    }

    #[test]
    fn statics_are_nothing_else() {
        let constant = |name: &str| super::constant(&crate::ir::Name(name.to_owned())).to_string();
        assert_eq!(constant("get_pet"), "GET_PET");
        assert_eq!(constant("api"), "API__");
        assert_eq!(constant("_1"), "_1__");
        assert_eq!(constant("日"), "U65E5__");
    }

    #[test]
    fn the_second_claimant_gets_a_suffix() {
        let mut scope = Scope::with(&["send"]);
        assert_eq!(scope.claim("send", "_value"), "send_value");
        assert_eq!(scope.claim("send", "_value"), "send_value2");
        assert_eq!(scope.claim("limit", "_value"), "limit");
    }
}
