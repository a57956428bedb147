//! `listKittens`.

use super::ListCatsNotFound;

/// The value of `listKittens`, which is like that of `listCats`.
pub type ListKittensNotFound = ListCatsNotFound;
