//! `washKittens`.

use super::ListCatsNotFound;

/// The value of `washKittens`, which is like that of `listCats`.
pub type WashKittensNotFound = ListCatsNotFound;
